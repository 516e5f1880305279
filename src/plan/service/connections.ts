import type { DataPart } from "../data/plan-data.js";
import type { IngressesPart } from "../ingress.js";
import type { NetworkPart } from "../network.js";
import { referTo } from "../resource.js";
import type { SecurityGroup, SecurityGroupRule, Traffic } from "../resources/network.js";
import { isReference, type Reference, type Value } from "../value.js";
import { calledPorts } from "./callable-ports.js";
import type { FactsByName, ServiceFacts } from "./facts.js";
import { balancedListenerPorts, balancerGroupId } from "./network-routing.js";
import { dataEndpoints, isBalanced, isOpen, tcp } from "./security.js";
import { balancersOf } from "./targets.js";
import type { VolumesPart } from "./volumes.js";
import type { ServicePort, Workload } from "./workload.js";

export interface ConnectionNeeds {
  readonly network: NetworkPart;
  readonly data: DataPart;
  readonly services: FactsByName;
  /** By name of the service or job. */
  readonly groups: ReadonlyMap<string, SecurityGroup>;
  readonly volumes: VolumesPart;
}

/** Rules between groups of the plan, to everything that this service or job connects to. */
export function planConnections(facts: Workload, needs: ConnectionNeeds): readonly SecurityGroupRule[] {
  const group = needs.groups.get(facts.name);
  if (group === undefined) return [];
  const own = referTo(group, "id");
  return [
    ...toServices(facts, needs, own),
    ...toData(facts, needs, own),
    ...toEndpoints(facts, needs.network, own),
  ];
}

/** Rules between a service and its load balancer. */
export function planBalancerConnections(
  facts: ServiceFacts,
  ingresses: IngressesPart,
  group: SecurityGroup,
): readonly SecurityGroupRule[] {
  const own = referTo(group, "id");
  if (isBalanced(facts)) {
    const balancer: Reference = { ref: balancerGroupId(facts), attribute: "id" };
    const ports = balancedListenerPorts(facts);
    return ports.flatMap((port) =>
      between(facts, balancer, own, port, `${facts.origin}.listeners`, suffixOf(ports, port)),
    );
  }
  if (facts.kind !== "web") return [];
  return balancersOf(facts, ingresses).flatMap(({ ingress, origin, ports }) => {
    const { ownsSecurityGroup, securityGroup, settings } = ingress;
    if (!ownsSecurityGroup) return [];
    const name = settings.name === undefined ? "" : `-${settings.name}`;
    return ports.flatMap((port) => {
      const suffix = port === facts.port ? name : `${name}-${port}`;
      return between(facts, securityGroup, own, { port, protocol: "tcp" }, origin, suffix);
    });
  });
}

/** Out of the load balancer, and into the tasks. */
function between(
  facts: ServiceFacts,
  balancer: Value<string>,
  own: Reference,
  port: ServicePort,
  origin: string,
  suffix: string,
): readonly SecurityGroupRule[] {
  const traffic = trafficOf(port);
  return [
    rule(facts, `from-load-balancer${suffix}`, origin, "ingress", own, balancer, traffic, "Load balancer"),
    rule(
      facts,
      `load-balancer-egress${suffix}`,
      origin,
      "egress",
      balancer,
      own,
      traffic,
      `Tasks of ${facts.name}`,
    ),
  ];
}

function toServices(facts: Workload, needs: ConnectionNeeds, own: Reference): readonly SecurityGroupRule[] {
  return facts.callees.flatMap((name) => {
    const calleeGroup = needs.groups.get(name);
    const callee = needs.services.get(name);
    if (calleeGroup === undefined || callee === undefined) return [];
    const other = referTo(calleeGroup, "id");
    const origin = `${facts.origin}.connects[${facts.settings.connects.indexOf(name)}]`;
    return calledPorts(facts, callee).flatMap((port) => {
      const id = `connects-${name}${calledSuffix(callee, port)}`;
      const traffic = trafficOf(port);
      return [
        rule(facts, `${id}-ingress`, origin, "ingress", other, own, traffic, `From ${facts.name}`),
        ...(isOpen(facts)
          ? []
          : [rule(facts, `${id}-egress`, origin, "egress", own, other, traffic, `To ${name}`)]),
      ];
    });
  });
}

function toData(facts: Workload, needs: ConnectionNeeds, own: Reference): readonly SecurityGroupRule[] {
  return dataEndpoints(needs.data, needs.volumes, facts).flatMap(
    ([name, { securityGroup, port, addRules }]) => {
      const position = facts.settings.connects.indexOf(name);
      const origin = position < 0 ? `${facts.origin}.volumes` : `${facts.origin}.connects[${position}]`;
      const id = `connects-${name}`;
      const out = !isOpen(facts) && isReference(securityGroup);
      return [
        ...(addRules
          ? [
              rule(
                facts,
                `${id}-ingress`,
                origin,
                "ingress",
                securityGroup,
                own,
                tcp(port),
                `From ${facts.name}`,
              ),
            ]
          : []),
        ...(out
          ? [rule(facts, `${id}-egress`, origin, "egress", own, securityGroup, tcp(port), `To ${name}`)]
          : []),
      ];
    },
  );
}

/** Into the interface endpoints; the way out to them is a rule of the tasks' own group. */
function toEndpoints(
  facts: Workload,
  { own: network }: NetworkPart,
  own: Reference,
): readonly SecurityGroupRule[] {
  if (network?.endpointGroup === undefined) return [];
  const group = referTo(network.endpointGroup, "id");
  return [
    rule(facts, "endpoints-ingress", facts.origin, "ingress", group, own, tcp(443), `From ${facts.name}`),
  ];
}

function rule(
  facts: Workload,
  id: string,
  origin: string,
  direction: "ingress" | "egress",
  securityGroup: Value<string>,
  peer: Value<string>,
  traffic: Traffic,
  description: string,
): SecurityGroupRule {
  return {
    id: `${facts.id}/${id}`,
    kind: "SecurityGroupRule",
    origin,
    direction,
    securityGroup,
    peer,
    traffic,
    description,
  };
}

/** A further port of a service leaves the rules of the first as they are. */
function calledSuffix(callee: ServiceFacts, port: ServicePort): string {
  if (callee.kind === "network") return suffixOf(callee.ports, port);
  return port.port === callee.port ? "" : `-${port.port}`;
}

/** Tells the rules of a service with several ports apart. */
function suffixOf(all: readonly ServicePort[], { port, protocol }: ServicePort): string {
  if (all.length === 1) return "";
  return protocol === "udp" ? `-${port}-udp` : `-${port}`;
}

function trafficOf({ port, protocol }: ServicePort): Traffic {
  return { protocol, fromPort: port, toPort: port };
}
