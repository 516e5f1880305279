import type { Service, ServiceConnectSettings } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { findPort, reportUnknownPort } from "./callable-ports.js";
import type { ConnectFacts, FactsByName, ServiceFacts } from "./facts.js";
import type { ServicePort } from "./workload.js";

/**
 * Servers are the services that say so and, where the cluster does, those that others reach; clients are those that say
 * so and those that call a server.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts.html
 */
export function settleServiceConnect(
  context: ResolveContext,
  services: FactsByName,
): ReadonlyMap<string, ConnectFacts> {
  const found = new Map<string, ConnectFacts>();
  for (const facts of services.values()) {
    const settings = serverSettings(context, facts);
    const server = settings && planServer(context, facts, settings);
    if (server !== undefined) found.set(facts.name, { server });
  }
  reportSharedAliases(context, services, found);
  const servers = new Set(found.keys());
  for (const { name, service, callees } of services.values()) {
    const wanted = service.serviceConnect;
    if (found.has(name) || wanted === false) continue;
    if (wanted === "client" || callees.some((callee) => servers.has(callee))) found.set(name, {});
  }
  return found;
}

function serverSettings(
  { manifest }: ResolveContext,
  { service, discoverable }: ServiceFacts,
): ServiceConnectSettings | undefined {
  const wanted = service.serviceConnect;
  if (typeof wanted === "object") return wanted;
  const byCluster = wanted === undefined && manifest.cluster.serviceConnect !== undefined && discoverable;
  return byCluster ? {} : undefined;
}

function planServer(
  context: ResolveContext,
  facts: ServiceFacts,
  settings: ServiceConnectSettings,
): ConnectFacts["server"] {
  const { name, origin, ports } = facts;
  const asked = settings.port;
  const port =
    asked === undefined ? ports.find(({ protocol }) => protocol === "tcp") : findPort(facts, asked);
  if (asked !== undefined && port === undefined && ports.length > 0) {
    reportUnknownPort(context, `${origin}.serviceConnect.port`, facts, asked);
    return undefined;
  }
  if (port?.protocol !== "tcp" || !ports.includes(port)) {
    if (facts.service.serviceConnect !== undefined) reportNoPort(context, facts, port);
    return undefined;
  }
  const spoken = withProtocol(facts.service, port);
  if (settings.requestTimeoutSeconds !== undefined && spoken.app === undefined) {
    context.report({
      code: "invalid-value",
      severity: "error",
      path: `${origin}.serviceConnect.timeouts.request`,
      message: `${origin} has a time limit for requests, and its port ${port.port} carries TCP`,
      reason: "the proxy sees requests only where it knows that they are HTTP",
      hint: `add ports: [{ port: ${port.port}, protocol: http }], or remove the limit`,
    });
  }
  return { alias: settings.alias ?? name, port: spoken, settings };
}

/** A load balancer speaks HTTP to where a route leads. */
function withProtocol({ routes, port: own }: Service, port: ServicePort): ServicePort {
  if (port.app !== undefined) return port;
  const route = routes.find((each) => each.container === undefined && (each.port ?? own) === port.port);
  if (route === undefined) return port;
  const { protocol } = route;
  return { ...port, app: protocol === undefined || protocol === "http1" ? "http" : protocol };
}

function reportNoPort(context: ResolveContext, facts: ServiceFacts, port: ServicePort | undefined): void {
  const { origin } = facts;
  context.report({
    code: "kind-conflict",
    severity: "error",
    path: `${origin}.serviceConnect`,
    message:
      port === undefined
        ? `${origin} takes part in Service Connect without a port`
        : `${origin} takes part in Service Connect with a port that its own container does not open over TCP`,
    reason: "others reach it through a proxy that passes on what comes to a TCP port of its own container",
    hint: "add port: 8080, or set serviceConnect: client if it only calls others",
  });
}

function reportSharedAliases(
  context: ResolveContext,
  services: FactsByName,
  found: ReadonlyMap<string, ConnectFacts>,
): void {
  const owners = new Map<string, string>();
  for (const [name, { server }] of found) {
    if (server === undefined) continue;
    const earlier = owners.get(server.alias);
    if (earlier !== undefined) {
      context.report({
        code: "name-collision",
        severity: "error",
        path: `${services.get(name)?.origin}.serviceConnect`,
        message: `${earlier} and services.${name} both have the alias "${server.alias}"`,
        reason: "a caller could reach only one of the two by it",
        hint: "give one of them another serviceConnect.alias",
      });
    }
    owners.set(server.alias, `services.${name}`);
  }
}
