import type { ClusterPart } from "../cluster.js";
import { external } from "../context.js";
import { referTo } from "../resource.js";
import type { ServiceConnect } from "../resources/compute.js";
import type { LogGroup } from "../resources/observability.js";
import { region } from "../value.js";
import { portMappingName } from "./containers.js";
import type { ConnectFacts, FactsByName, ServiceFacts } from "./facts.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html */
export function planServiceConnect(
  cluster: ClusterPart,
  facts: ServiceFacts,
  logGroup: LogGroup,
): ServiceConnect | undefined {
  const { connect } = facts;
  if (connect === undefined || cluster.connectNamespace === undefined) return undefined;
  return {
    namespace: cluster.connectNamespace,
    services: connect.server === undefined ? [] : [planOffer(facts, connect.server)],
    logs: {
      logGroup: referTo(logGroup, "name"),
      region,
      streamPrefix: "service-connect",
      mode: "non-blocking",
      maxBufferMiB: 25,
    },
  };
}

/**
 * A task knows the aliases that there are when its deployment begins. Services that call each other have no order, and
 * learn of each other with the next deployment.
 */
export function calledServers(facts: ServiceFacts, services: FactsByName): readonly string[] {
  if (facts.connect === undefined) return [];
  return facts.callees
    .flatMap((name) => services.get(name) ?? [])
    .filter((callee) => callee.connect?.server !== undefined && !reaches(callee, facts.name, services))
    .map((callee) => `${callee.id}/service`);
}

/** Whether one service calls another, at first or further hand. */
function reaches(from: ServiceFacts, to: string, services: FactsByName): boolean {
  const seen = new Set<string>();
  const left = [...from.callees];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (name === to) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    left.push(...(services.get(name)?.callees ?? []));
  }
  return false;
}

function planOffer(
  facts: ServiceFacts,
  { alias, port, settings }: NonNullable<ConnectFacts["server"]>,
): ServiceConnect["services"][number] {
  const { idleTimeoutSeconds, requestTimeoutSeconds, tls } = settings;
  return {
    portName: portMappingName(facts.name, facts.ports, port.port),
    // The plain name is that of the service's DNS records in the same namespace.
    discoveryName: `${facts.name}-sc`,
    alias: { dnsName: alias, port: port.port },
    ...(idleTimeoutSeconds !== undefined && { idleTimeoutSeconds }),
    ...(requestTimeoutSeconds !== undefined && { requestTimeoutSeconds }),
    ...(tls && {
      tls: {
        authority: external(tls.authority),
        role: external(tls.role),
        ...(tls.key && { key: external(tls.key) }),
      },
    }),
  };
}
