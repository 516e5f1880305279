import type { ServiceConnect } from "../plan/resources/compute.js";
import { logOptions } from "./container-logs.js";
import { type Block, block } from "./hcl/tree.js";
import type { Scope } from "./scope.js";
import { renderValue } from "./values.js";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service#service_connect_configuration */
export function renderServiceConnect(connect: ServiceConnect, scope: Scope): Block {
  return block("service_connect_configuration", [
    { name: "enabled", value: true },
    { name: "namespace", value: renderValue(connect.namespace, scope) },
    ...connect.services.map((each) => renderOffer(each, scope)),
    block("log_configuration", { log_driver: "awslogs", options: logOptions(connect.logs, scope) }),
  ]);
}

type Offer = ServiceConnect["services"][number];

function renderOffer(offer: Offer, scope: Scope): Block {
  const { portName, discoveryName, alias, idleTimeoutSeconds, requestTimeoutSeconds, tls } = offer;
  const patient = idleTimeoutSeconds === undefined && requestTimeoutSeconds === undefined;
  return block("service", [
    { name: "port_name", value: portName },
    { name: "discovery_name", value: discoveryName },
    block("client_alias", { dns_name: alias.dnsName, port: alias.port }),
    ...(patient
      ? []
      : [
          block("timeout", {
            idle_timeout_seconds: idleTimeoutSeconds,
            per_request_timeout_seconds: requestTimeoutSeconds,
          }),
        ]),
    ...(tls === undefined ? [] : [renderTls(tls, scope)]),
  ]);
}

function renderTls({ authority, role, key }: NonNullable<Offer["tls"]>, scope: Scope): Block {
  return block("tls", [
    { name: "role_arn", value: renderValue(role, scope) },
    ...(key === undefined ? [] : [{ name: "kms_key", value: renderValue(key, scope) }]),
    block("issuer_cert_authority", { aws_pca_authority_arn: renderValue(authority, scope) }),
  ]);
}
