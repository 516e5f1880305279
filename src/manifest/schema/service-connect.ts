import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, either, field, flag, oneOf, required, text } from "./fields.js";
import { connectAliasPattern } from "./patterns.js";
import { duration, portOrName } from "./values.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectTlsConfiguration.html */
const tls: Schema = block({
  authority: required(
    "ARN of the private certificate authority, which must have the tag AmazonECSManaged=true.",
    external("certificateAuthority"),
    "ssm:/shared/private-ca",
  ),
  role: required(
    "Role with AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity.",
    external("role"),
    "ssm:/shared/service-connect-tls-role",
  ),
  key: field("KMS key for the private keys; AWS's own when left out.", external("kmsKey")),
});

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html */
export const serviceConnect: Schema = define(
  "ServiceConnect",
  either(
    "true, false, client, or a map of alias, port, timeouts and tls",
    flag(),
    oneOf("client"),
    block({
      alias: field(
        "Name under which its callers reach it; the service's own when left out.",
        text("a name of lower-case letters, digits, dots, hyphens and underscores", connectAliasPattern),
        "orders",
      ),
      port: field(
        "Which of its ports, by number or name; the first when left out.",
        portOrName(),
        8080,
        "admin",
      ),
      timeouts: field(
        "How long the proxy waits; 0s is for ever.",
        block({
          idle: field(
            "Until an unused connection is closed; 5 minutes for HTTP and an hour for TCP when left out.",
            duration("60s"),
            "60s",
          ),
          request: field(
            "Until a request has its answer; 15s when left out; not with tcp.",
            duration("15s"),
            "30s",
          ),
        }),
      ),
      tls: field("Encrypt what goes between the proxies.", tls),
    }),
  ),
);
