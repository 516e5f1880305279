import type { EgressRule } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import type { DataEndpoint } from "../data/handle.js";
import type { DataPart } from "../data/plan-data.js";
import type { IngressesPart } from "../ingress.js";
import type { NetworkPart } from "../network.js";
import type { InlineRule, SecurityGroup, SecurityGroupPeer, Traffic } from "../resources/network.js";
import { isReference } from "../value.js";
import type { ServiceFacts } from "./facts.js";
import { listenerPorts } from "./routed-ports.js";
import { balancersOf } from "./targets.js";
import type { VolumesPart } from "./volumes.js";
import type { Workload } from "./workload.js";

/** The security group of each service and job; made before the rules, since rules name two groups. */
export function planSecurityGroup(
  context: ResolveContext,
  network: NetworkPart,
  data: DataPart,
  volumes: VolumesPart,
  facts: Workload,
  ingress: readonly InlineRule[],
): SecurityGroup {
  return {
    id: `${facts.id}/security-group`,
    kind: "SecurityGroup",
    origin: facts.origin,
    vpc: network.vpcId,
    description: `Tasks of ${facts.name}`,
    ingress,
    egress: [...planEgress(context, network, facts), ...planDataEgress(data, volumes, facts)],
    tags: context.tags({ name: `${context.prefix}-${facts.name}`, ...facts.owner }),
  };
}

/** What comes in from a load balancer of another owner, and from anywhere to tasks with addresses of their own. */
export function openPorts(facts: ServiceFacts, ingresses: IngressesPart): readonly InlineRule[] {
  const fromAnywhere = facts.kind === "network" && !isBalanced(facts) ? listenerPorts(facts.service) : [];
  const foreign = balancersOf(facts, ingresses).filter(({ ingress }) => !ingress.ownsSecurityGroup);
  const fromLoadBalancer = foreign.flatMap(({ ingress, ports }) =>
    ports.map(
      (port): InlineRule => ({
        peer: { securityGroup: ingress.securityGroup },
        traffic: tcp(port),
        description: "Load balancer",
      }),
    ),
  );
  return [
    ...fromLoadBalancer,
    ...fromAnywhere.map(({ port, protocol }) => ({
      peer: { cidrBlock: "0.0.0.0/0" },
      traffic: { protocol, fromPort: port, toPort: port },
      description: `${protocol.toUpperCase()} ${port} from anywhere`,
    })),
  ];
}

/** A network service has a load balancer unless its tasks have public addresses. */
export function isBalanced(facts: ServiceFacts): boolean {
  return facts.kind === "network" && facts.service.publicIp !== true;
}

function planEgress(context: ResolveContext, network: NetworkPart, facts: Workload): readonly InlineRule[] {
  const egress = context.decide<string | NonNullable<typeof facts.settings.egress>, "internet">(
    `${facts.origin}.egress`,
    facts.settings.egress,
    "internet",
    "images, logs and most APIs are reached through it",
  ) as NonNullable<typeof facts.settings.egress>;
  if (egress === "internet")
    return [{ peer: { cidrBlock: "0.0.0.0/0" }, traffic: "all", description: "Anywhere" }];
  const listed = egress === "endpoints" ? [] : egress.map(planEgressRule);
  // What the tasks need to start is no matter of choice where this network leads them to endpoints.
  const peers = egress === "endpoints" || network.own !== undefined ? endpointPeers(network) : [];
  if (egress === "endpoints") checkEndpointPeers(context, network, facts, peers);
  return [...listed, ...peers.map((peer) => ({ peer, traffic: tcp(443), description: "VPC endpoints" }))];
}

function endpointPeers(network: NetworkPart): readonly SecurityGroupPeer[] {
  return [
    ...(network.endpointSecurityGroup === undefined
      ? []
      : [{ securityGroup: network.endpointSecurityGroup }]),
    ...network.endpointPrefixLists.map((prefixList) => ({ prefixList })),
  ];
}

function checkEndpointPeers(
  context: ResolveContext,
  network: NetworkPart,
  { origin }: Workload,
  peers: readonly SecurityGroupPeer[],
): void {
  const refuse = (message: string, reason: string, hint: string): void =>
    context.report({
      code: "missing-network",
      severity: "error",
      path: `${origin}.egress`,
      message,
      reason,
      hint,
    });
  if (network.own === undefined) {
    if (peers.length > 0) return;
    refuse(
      `${origin} may reach VPC endpoints only, and the network names none`,
      "the endpoints' security group is needed to let tasks out to it on port 443",
      "add network.import.endpointSecurityGroup, or set egress: internet",
    );
  } else if (network.own.endpointGroup === undefined) {
    refuse(
      `${origin} may reach VPC endpoints only, and the network has none for it`,
      "images, logs and secrets are behind interface endpoints",
      "set network.endpoints: auto, or egress: internet",
    );
  } else if (network.endpointPrefixLists.length === 0) {
    const region = context.manifest.region ?? "<region>";
    refuse(
      `${origin} may reach VPC endpoints only, and the prefix list of S3 is not known`,
      "images are kept in S3, whose gateway endpoint has addresses of its own in each region, and no template can look them up",
      `add network.endpointPrefixLists with what this prints: aws ec2 describe-managed-prefix-lists --region ${region} --filters Name=prefix-list-name,Values=com.amazonaws.${region}.s3 --query PrefixLists[0].PrefixListId`,
    );
  }
}

function planEgressRule({ to, traffic }: EgressRule): InlineRule {
  const what = describeTraffic(traffic);
  if (to.kind === "security-group") {
    return { peer: { securityGroup: external(to.id) }, traffic, description: `${what} of a security group` };
  }
  if (to.kind === "prefix-list") {
    return { peer: { prefixList: external(to.id) }, traffic, description: `${what} of a prefix list` };
  }
  const peer = to.cidr.includes(":") ? { cidrBlockIpv6: to.cidr } : { cidrBlock: to.cidr };
  return { peer, traffic, description: `${what} of ${to.cidr}` };
}

function describeTraffic(traffic: EgressRule["traffic"]): string {
  if (traffic === "all") return "All ports";
  const { protocol, fromPort, toPort } = traffic;
  const ports = fromPort === toPort ? `Port ${fromPort}` : `Ports ${fromPort} to ${toPort}`;
  return protocol === "udp" ? `UDP ${ports.toLowerCase()}` : ports;
}

/** Towards groups that are not of this plan; rules between its own groups are separate. */
function planDataEgress(data: DataPart, volumes: VolumesPart, facts: Workload): readonly InlineRule[] {
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
  facts: Workload,
): readonly (readonly [string, DataEndpoint])[] {
  return [...new Set([...facts.settings.connects, ...volumes.fileSystems])].sort().flatMap((name) => {
    const endpoint = data.handles.get(name)?.endpoint;
    if (endpoint === undefined) return [];
    // The port of what another owner keeps is for the manifest to know; checkDataPorts sees to the rest.
    const named = facts.settings.connectedPorts?.find(({ to }) => to === name)?.port;
    return [[name, typeof named === "number" ? { ...endpoint, port: named } : endpoint] as const];
  });
}

/** Refuses a port that a database or file system does not have. */
export function checkDataPorts(context: ResolveContext, data: DataPart, { settings }: Workload): void {
  for (const { to, port, origin } of settings.connectedPorts ?? []) {
    const own = data.handles.get(to)?.endpoint?.port;
    const resource = context.manifest.resources[to];
    const isImported = resource !== undefined && "import" in resource && resource.import !== undefined;
    if (own === undefined || port === own || (isImported && typeof port === "number")) continue;
    context.report({
      code: "port-unknown",
      severity: "error",
      path: `${origin}.port`,
      message: `resources.${to} has no port ${typeof port === "string" ? `"${port}"` : port}`,
      hint: `it listens on ${own}; connects: [${to}] is enough`,
    });
  }
}

/** Nothing limits what the tasks may reach. */
export function isOpen(facts: Workload): boolean {
  return facts.settings.egress === undefined || facts.settings.egress === "internet";
}

export function tcp(port: number): Traffic {
  return { protocol: "tcp", fromPort: port, toPort: port };
}
