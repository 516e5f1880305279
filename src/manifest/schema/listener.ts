import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { block, define, eitherAdvised, field, flag, list, oneOf, required, text } from "./fields.js";
import { containerNamePattern, domainPattern, tlsPolicyPattern } from "./patterns.js";
import { adviseUnquoted, duration, port } from "./values.js";

const listener: Schema = define(
  "Listener",
  eitherAdvised(
    "a port such as 1883, or a map of port and protocol",
    advisePort,
    port(),
    block({
      port: required("Port of the load balancer.", port(), 1883),
      protocol: field(
        "tcp when left out; tls ends at the load balancer and needs a certificate.",
        oneOf("tcp", "udp", "tls"),
      ),
      target: field("Port of the container; the same when left out.", port(), 1883),
      container: field(
        "A sidecar that takes the connections instead of the service's own container.",
        text("the name of a container", containerNamePattern),
      ),
      certificate: field("Certificate of a tls listener.", external("certificate"), "ssm:/certificates/shop"),
      tlsPolicy: field(
        "Security policy of a tls listener.",
        text("a policy such as ELBSecurityPolicy-TLS13-1-2-Res-2021-06", tlsPolicyPattern),
      ),
      sources: field(
        "Who may connect: address ranges or prefix lists; everyone when left out.",
        list(
          text("an address range such as 203.0.113.0/24, or a prefix list id"),
          "a list of address ranges",
          1,
        ),
        ["203.0.113.0/24"],
      ),
      sticky: field("Send all connections of one address to one task; not with tls.", flag()),
      drain: field("How long a stopping task keeps its connections, 0s to 3600s.", duration(), "30s"),
    }),
  ),
);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html */
export const listeners: Schema = list(listener, "a list with at least one port", 1);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html */
export const networkBalancer: Schema = define(
  "NetworkLoadBalancer",
  block({
    scheme: field("Reachable from the internet or from the VPC only.", oneOf("public", "internal")),
    crossZone: field("Spread connections over the tasks of all zones; on when left out.", flag()),
    preserveClientIp: field("Let the tasks see the address of the caller; always so with udp.", flag()),
    deletionProtection: field("Refuse to delete the load balancer.", flag()),
    domains: field(
      "Names that lead to the load balancer, with their Route 53 zones.",
      list(
        block({
          name: required("The domain name.", text("a domain name such as mqtt.example.com", domainPattern)),
          zone: required("Route 53 zone of the name.", external("zone"), "Z0123456789ABC"),
        }),
        "a list of names and zones",
      ),
      [{ name: "mqtt.example.com", zone: "Z0123456789ABC" }],
    ),
  }),
);

function advisePort(input: unknown): string | undefined {
  const [, number, protocol] = /^(\d{1,5})\/(tcp|udp|tls)$/i.exec(String(input)) ?? [];
  if (number === undefined || protocol === undefined) return adviseUnquoted(input);
  return `write { port: ${Number(number)}, protocol: ${protocol.toLowerCase()} }`;
}
