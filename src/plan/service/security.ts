import type { EgressRule } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import type { DataPart } from "../data.js";
import type { IngressPart } from "../ingress.js";
import type { NetworkPart } from "../network.js";
import { referTo } from "../resource.js";
import type {
  InlineRule,
  SecurityGroup,
  SecurityGroupPeer,
  SecurityGroupRule,
  Traffic,
} from "../resources/network.js";
import type { Value } from "../value.js";
import type { FactsByName, ServiceFacts } from "./facts.js";

/** The security group of each service; made before the rules, since rules name two groups. */
export function planSecurityGroup(
  context: ResolveContext,
  network: NetworkPart,
  ingress: IngressPart | undefined,
  data: DataPart,
  facts: ServiceFacts,
): SecurityGroup {
  const fromLoadBalancer: InlineRule[] =
    ingress === undefined || ingress.ownsSecurityGroup || facts.kind !== "web" || facts.port === undefined
      ? []
      : [
          {
            peer: { securityGroup: ingress.securityGroup },
            traffic: tcp(facts.port),
            description: "Load balancer",
          },
        ];
  return {
    id: `service/${facts.name}/security-group`,
    kind: "SecurityGroup",
    origin: facts.origin,
    vpc: network.vpcId,
    description: `Tasks of ${facts.name}`,
    ingress: fromLoadBalancer,
    egress: [...planEgress(context, network, facts), ...planDataEgress(data, facts)],
    tags: context.tags({ name: `${context.prefix}-${facts.name}`, service: facts.name }),
  };
}

/** Rules between groups of the plan: from the load balancer, and to each service this one connects to. */
export function planConnections(
  ingress: IngressPart | undefined,
  data: DataPart,
  services: FactsByName,
  groups: ReadonlyMap<string, SecurityGroup>,
  facts: ServiceFacts,
): readonly SecurityGroupRule[] {
  const group = groups.get(facts.name);
  if (group === undefined) return [];
  const own = referTo(group, "id");
  const open = facts.service.egress === undefined || facts.service.egress === "internet";
  const rules: SecurityGroupRule[] = [];
  const rule = (
    id: string,
    origin: string,
    direction: "ingress" | "egress",
    securityGroup: Value<string>,
    peer: Value<string>,
    port: number,
    description: string,
  ): void => {
    const kind = "SecurityGroupRule";
    rules.push({
      id: `service/${facts.name}/${id}`,
      kind,
      origin,
      direction,
      securityGroup,
      peer,
      traffic: tcp(port),
      description,
    });
  };
  if (ingress?.ownsSecurityGroup && facts.kind === "web" && facts.port !== undefined) {
    const origin = facts.service.routes[0]?.origin ?? facts.origin;
    rule("from-load-balancer", origin, "ingress", own, ingress.securityGroup, facts.port, "Load balancer");
    rule(
      "load-balancer-egress",
      origin,
      "egress",
      ingress.securityGroup,
      own,
      facts.port,
      `Tasks of ${facts.name}`,
    );
  }
  for (const callee of facts.callees) {
    const calleeGroup = groups.get(callee);
    const port = services.get(callee)?.port;
    if (calleeGroup === undefined || port === undefined) continue;
    const other = referTo(calleeGroup, "id");
    const origin = `${facts.origin}.connects[${facts.service.connects.indexOf(callee)}]`;
    rule(`connects-${callee}-ingress`, origin, "ingress", other, own, port, `From ${facts.name}`);
    if (!open) rule(`connects-${callee}-egress`, origin, "egress", own, other, port, `To ${callee}`);
  }
  for (const [name, endpoint] of dataEndpoints(data, facts)) {
    if (!endpoint.addRules) continue;
    const origin = `${facts.origin}.connects[${facts.service.connects.indexOf(name)}]`;
    rule(
      `connects-${name}-ingress`,
      origin,
      "ingress",
      endpoint.securityGroup,
      own,
      endpoint.port,
      `From ${facts.name}`,
    );
  }
  return rules;
}

function planEgress(
  context: ResolveContext,
  network: NetworkPart,
  facts: ServiceFacts,
): readonly InlineRule[] {
  const egress = facts.service.egress ?? "internet";
  if (egress === "internet")
    return [{ peer: { cidrBlock: "0.0.0.0/0" }, traffic: "all", description: "Anywhere" }];
  if (egress !== "endpoints") return egress.map(planEgressRule);
  const peers: SecurityGroupPeer[] = [
    ...(network.endpointSecurityGroup === undefined
      ? []
      : [{ securityGroup: network.endpointSecurityGroup }]),
    ...network.endpointPrefixLists.map((prefixList) => ({ prefixList })),
  ];
  if (peers.length === 0) {
    context.report({
      code: "missing-network",
      severity: "error",
      path: `${facts.origin}.egress`,
      message: `${facts.origin} may reach VPC endpoints only, and the network names none`,
      reason: "the endpoints' security group is needed to let tasks out to it on port 443",
      hint: "add network.import.endpointSecurityGroup, or set egress: internet",
    });
  }
  return peers.map((peer) => ({ peer, traffic: tcp(443), description: "VPC endpoints" }));
}

function planEgressRule(rule: EgressRule): InlineRule {
  const { to, port } = rule;
  const traffic = tcp(port);
  if (to.kind === "security-group") {
    return {
      peer: { securityGroup: external(to.id) },
      traffic,
      description: `Port ${port} of a security group`,
    };
  }
  if (to.kind === "prefix-list") {
    return { peer: { prefixList: external(to.id) }, traffic, description: `Port ${port} of a prefix list` };
  }
  const peer = to.cidr.includes(":") ? { cidrBlockIpv6: to.cidr } : { cidrBlock: to.cidr };
  return { peer, traffic, description: `Port ${port} of ${to.cidr}` };
}

function planDataEgress(data: DataPart, facts: ServiceFacts): readonly InlineRule[] {
  if (facts.service.egress === undefined || facts.service.egress === "internet") return [];
  return dataEndpoints(data, facts).map(([name, endpoint]) => ({
    peer: { securityGroup: endpoint.securityGroup },
    traffic: tcp(endpoint.port),
    description: `To ${name}`,
  }));
}

function dataEndpoints(
  data: DataPart,
  facts: ServiceFacts,
): readonly (readonly [
  string,
  { readonly securityGroup: Value<string>; readonly port: number; readonly addRules: boolean },
])[] {
  return [...facts.service.connects].sort().flatMap((name) => {
    const endpoint = data.handles.get(name)?.endpoint;
    return endpoint === undefined ? [] : [[name, endpoint] as const];
  });
}

function tcp(port: number): Traffic {
  return { protocol: "tcp", fromPort: port, toPort: port };
}
