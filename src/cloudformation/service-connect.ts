import type { ServiceConnect } from "../plan/resources/compute.js";
import { renderLogs } from "./container-logs.js";
import { given, listed } from "./properties.js";
import type { Scope } from "./scope.js";
import type { Json, JsonObject } from "./template.js";
import { renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-serviceconnectconfiguration.html */
export function renderServiceConnect(connect: ServiceConnect, scope: Scope): JsonObject {
  return {
    Enabled: true,
    Namespace: renderValue(connect.namespace, scope),
    ...listed(
      "Services",
      connect.services.map((each) => renderOffer(each, scope)),
    ),
    LogConfiguration: renderLogs(connect.logs, scope),
  };
}

type Offer = ServiceConnect["services"][number];

function renderOffer(offer: Offer, scope: Scope): JsonObject {
  const { portName, discoveryName, alias, tls } = offer;
  return {
    PortName: portName,
    DiscoveryName: discoveryName,
    ClientAliases: [{ DnsName: alias.dnsName, Port: alias.port }],
    ...given("Timeout", renderTimeout(offer)),
    ...given("Tls", tls && renderTls(tls, scope)),
  };
}

function renderTimeout({ idleTimeoutSeconds, requestTimeoutSeconds }: Offer): Json | undefined {
  if (idleTimeoutSeconds === undefined && requestTimeoutSeconds === undefined) return undefined;
  return {
    ...given("IdleTimeoutSeconds", idleTimeoutSeconds),
    ...given("PerRequestTimeoutSeconds", requestTimeoutSeconds),
  };
}

function renderTls({ authority, role, key }: NonNullable<Offer["tls"]>, scope: Scope): JsonObject {
  return {
    IssuerCertificateAuthority: { AwsPcaAuthorityArn: renderValue(authority, scope) },
    RoleArn: renderValue(role, scope),
    ...given("KmsKey", key && renderValue(key, scope)),
  };
}
