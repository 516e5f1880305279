import type { EgressRule } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import type { DataEndpoint } from "../data/handle.js";
import type { DataPart } from "../data/plan-data.js";
import type { IngressPart } from "../ingress.js";
import type { NetworkPart } from "../network.js";
import type { InlineRule, SecurityGroup, SecurityGroupPeer, Traffic } from "../resources/network.js";
import { isReference } from "../value.js";
import type { ServiceFacts } from "./facts.js";
import type { VolumesPart } from "./volumes.js";

/** The security group of each service; made before the rules, since rules name two groups. */
export function planSecurityGroup(
  context: ResolveContext,
  network: NetworkPart,
  ingress: IngressPart | undefined,
  data: DataPart,
  volumes: VolumesPart,
  facts: ServiceFacts,
): SecurityGroup {
  const fromAnywhere = facts.kind === "network" && !isBalanced(facts) ? facts.ports : [];
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
    ingress: [
      ...fromLoadBalancer,
      ...fromAnywhere.map(({ port, protocol }) => ({
        peer: { cidrBlock: "0.0.0.0/0" },
        traffic: { protocol, fromPort: port, toPort: port },
        description: `${protocol.toUpperCase()} ${port} from anywhere`,
      })),
    ],
    egress: [...planEgress(context, network, facts), ...planDataEgress(data, volumes, facts)],
    tags: context.tags({ name: `${context.prefix}-${facts.name}`, service: facts.name }),
  };
}

/** A network service has a load balancer unless its tasks have public addresses. */
export function isBalanced(facts: ServiceFacts): boolean {
  return facts.kind === "network" && facts.service.publicIp !== true;
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

/** Towards groups that are not of this plan; rules between its own groups are separate. */
function planDataEgress(data: DataPart, volumes: VolumesPart, facts: ServiceFacts): readonly InlineRule[] {
  if (isOpen(facts)) return [];
  const foreign = dataEndpoints(data, volumes, facts).filter(
    ([, { securityGroup }]) => !isReference(securityGroup),
  );
  return foreign.map(([name, endpoint]) => ({
    peer: { securityGroup: endpoint.securityGroup },
    traffic: tcp(endpoint.port),
    description: `To ${name}`,
  }));
}

/** What the tasks connect to besides services: databases by `connects`, file systems by their volumes. */
export function dataEndpoints(
  data: DataPart,
  volumes: VolumesPart,
  facts: ServiceFacts,
): readonly (readonly [string, DataEndpoint])[] {
  return [...new Set([...facts.service.connects, ...volumes.fileSystems])].sort().flatMap((name) => {
    const endpoint = data.handles.get(name)?.endpoint;
    return endpoint === undefined ? [] : [[name, endpoint] as const];
  });
}

/** Nothing limits what the tasks may reach. */
export function isOpen(facts: ServiceFacts): boolean {
  return facts.service.egress === undefined || facts.service.egress === "internet";
}

export function tcp(port: number): Traffic {
  return { protocol: "tcp", fromPort: port, toPort: port };
}
