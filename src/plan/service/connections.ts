import type { DataPart } from "../data/plan-data.js";
import type { IngressPart } from "../ingress.js";
import { referTo } from "../resource.js";
import type { SecurityGroup, SecurityGroupRule, Traffic } from "../resources/network.js";
import { isReference, type Reference, type Value } from "../value.js";
import type { FactsByName, ServiceFacts, ServicePort } from "./facts.js";
import { balancerGroupId } from "./network-routing.js";
import { dataEndpoints, isBalanced, isOpen, tcp } from "./security.js";
import type { VolumesPart } from "./volumes.js";

export interface ConnectionNeeds {
  readonly ingress?: IngressPart;
  readonly data: DataPart;
  readonly services: FactsByName;
  /** By service name. */
  readonly groups: ReadonlyMap<string, SecurityGroup>;
  readonly volumes: VolumesPart;
}

/** Rules between groups of the plan: from the load balancer, and to everything that this service connects to. */
export function planConnections(facts: ServiceFacts, needs: ConnectionNeeds): readonly SecurityGroupRule[] {
  const group = needs.groups.get(facts.name);
  if (group === undefined) return [];
  const own = referTo(group, "id");
  return [
    ...fromLoadBalancer(facts, needs.ingress, own),
    ...toServices(facts, needs, own),
    ...toData(facts, needs, own),
  ];
}

function fromLoadBalancer(
  facts: ServiceFacts,
  ingress: IngressPart | undefined,
  own: Reference,
): readonly SecurityGroupRule[] {
  const origin = facts.service.routes[0]?.origin ?? facts.origin;
  if (isBalanced(facts)) {
    const balancer: Reference = { ref: balancerGroupId(facts), attribute: "id" };
    return facts.ports.flatMap((port) =>
      between(facts, balancer, own, port, `${facts.origin}.listeners`, suffixOf(facts, port)),
    );
  }
  if (!ingress?.ownsSecurityGroup || facts.kind !== "web") return [];
  return facts.ports.flatMap((port) => between(facts, ingress.securityGroup, own, port, origin, ""));
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

function toServices(
  facts: ServiceFacts,
  needs: ConnectionNeeds,
  own: Reference,
): readonly SecurityGroupRule[] {
  return facts.callees.flatMap((name) => {
    const calleeGroup = needs.groups.get(name);
    const callee = needs.services.get(name);
    if (calleeGroup === undefined || callee === undefined) return [];
    const other = referTo(calleeGroup, "id");
    const origin = `${facts.origin}.connects[${facts.service.connects.indexOf(name)}]`;
    return callee.ports.flatMap((port) => {
      const id = `connects-${name}${suffixOf(callee, port)}`;
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

function toData(facts: ServiceFacts, needs: ConnectionNeeds, own: Reference): readonly SecurityGroupRule[] {
  return dataEndpoints(needs.data, needs.volumes, facts).flatMap(
    ([name, { securityGroup, port, addRules }]) => {
      const position = facts.service.connects.indexOf(name);
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

function rule(
  facts: ServiceFacts,
  id: string,
  origin: string,
  direction: "ingress" | "egress",
  securityGroup: Value<string>,
  peer: Value<string>,
  traffic: Traffic,
  description: string,
): SecurityGroupRule {
  return {
    id: `service/${facts.name}/${id}`,
    kind: "SecurityGroupRule",
    origin,
    direction,
    securityGroup,
    peer,
    traffic,
    description,
  };
}

/** Tells the rules of a service with several ports apart. */
function suffixOf(facts: ServiceFacts, { port, protocol }: ServicePort): string {
  if (facts.ports.length === 1) return "";
  return protocol === "udp" ? `-${port}-udp` : `-${port}`;
}

function trafficOf({ port, protocol }: ServicePort): Traffic {
  return { protocol, fromPort: port, toPort: port };
}
