import type { NetworkListener } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import { nameLimits, shorten } from "../names.js";
import type { NetworkPart } from "../network.js";
import { referTo } from "../resource.js";
import type { Listener, LoadBalancer, TargetGroup } from "../resources/load-balancing.js";
import type { SecurityGroup } from "../resources/network.js";
import type { ServiceFacts } from "./facts.js";
import type { RoutingPart } from "./routing.js";

const tlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

export interface NetworkRoutingPart extends RoutingPart {
  readonly loadBalancer: LoadBalancer;
}

/**
 * A network load balancer of the service's own, with a listener and a target group for each port.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html
 */
export function planNetworkRouting(
  context: ResolveContext,
  network: NetworkPart,
  facts: ServiceFacts,
): NetworkRoutingPart {
  const securityGroup = planBalancerGroup(context, network, facts);
  const loadBalancer = planBalancer(context, network, facts, securityGroup);
  // Two listeners may lead to one port of the container, TLS and plain.
  const targetGroups = new Map<string, TargetGroup>();
  const listeners = (facts.service.listeners ?? []).map((listener, index) => {
    const made = planTargetGroup(context, network, facts, listener);
    const targetGroup = targetGroups.get(made.id) ?? made;
    targetGroups.set(made.id, targetGroup);
    const path = `${facts.origin}.listeners[${index}]`;
    return planListener(context, facts, loadBalancer, targetGroup, listener, path);
  });
  const groups = [...targetGroups.values()];
  return {
    resources: [securityGroup, loadBalancer, ...groups, ...listeners],
    targets: groups.map((targetGroup) => ({ containerPort: targetGroup.port, targetGroup })),
    waitFor: listeners.map((listener) => listener.id),
    loadBalancer,
  };
}

/** Id of the load balancer's security group, for the rules between it and the tasks. */
export function balancerGroupId(facts: ServiceFacts): string {
  return `service/${facts.name}/load-balancer-security-group`;
}

function planBalancerGroup(
  context: ResolveContext,
  network: NetworkPart,
  facts: ServiceFacts,
): SecurityGroup {
  return {
    id: balancerGroupId(facts),
    kind: "SecurityGroup",
    origin: `${facts.origin}.listeners`,
    vpc: network.vpcId,
    description: `Load balancer of ${facts.name}`,
    ingress: (facts.service.listeners ?? []).map(({ port, protocol }) => ({
      peer: { cidrBlock: "0.0.0.0/0" },
      traffic: { protocol: protocol === "udp" ? "udp" : "tcp", fromPort: port, toPort: port },
      description: `${protocol.toUpperCase()} ${port} from anywhere`,
    })),
    egress: [],
    tags: context.tags({ name: `${context.prefix}-${facts.name}-load-balancer`, service: facts.name }),
  };
}

function planBalancer(
  context: ResolveContext,
  network: NetworkPart,
  facts: ServiceFacts,
  securityGroup: SecurityGroup,
): LoadBalancer {
  const internal = context.manifest.ingress.scheme === "internal";
  const group = network.groups.get(internal ? network.taskGroup : "public");
  if (group === undefined) {
    context.report({
      code: "missing-network",
      severity: "error",
      path: `${facts.origin}.listeners`,
      message: `${facts.origin} needs a load balancer in public subnets, and the imported network names none`,
      hint: "add network.import.publicSubnets, or set ingress.scheme: internal",
    });
  }
  return {
    id: `service/${facts.name}/load-balancer`,
    kind: "LoadBalancer",
    origin: `${facts.origin}.listeners`,
    dependsOn: network.routes,
    name: shorten(`${context.prefix}-${facts.name}`, nameLimits["load balancer"]),
    scheme: internal ? "internal" : "internet-facing",
    subnets: group?.subnets ?? [],
    securityGroups: [referTo(securityGroup, "id")],
    deletionProtection: context.manifest.ingress.deletionProtection ?? context.defaults.deletionProtection,
    settings: { type: "network", crossZone: true },
    tags: context.tags({ service: facts.name }),
  };
}

function planListener(
  context: ResolveContext,
  facts: ServiceFacts,
  loadBalancer: LoadBalancer,
  targetGroup: TargetGroup,
  listener: NetworkListener,
  path: string,
): Listener {
  const { port, protocol, certificate } = listener;
  if (protocol === "tls" && certificate === undefined) {
    context.report({
      code: "needs-certificate",
      severity: "error",
      path,
      message: `port ${port} of ${facts.origin} is TLS and has no certificate`,
      hint: "add certificate: an ARN or ssm:/path, or make it tcp and end TLS in the container",
    });
  }
  return {
    id: `service/${facts.name}/listener-${port}-${protocol}`,
    kind: "Listener",
    origin: path,
    loadBalancer: referTo(loadBalancer, "arn"),
    port,
    protocol: protocol === "tls" ? "TLS" : protocol === "udp" ? "UDP" : "TCP",
    ...(protocol === "tls" &&
      certificate && { tls: { policy: tlsPolicy, certificate: external(certificate) } }),
    defaultAction: { type: "forward", targetGroup: referTo(targetGroup, "arn") },
    tags: context.tags({ service: facts.name }),
  };
}

/** The port is part of the name: a group whose port changes is replaced, and needs another name then. */
function planTargetGroup(
  context: ResolveContext,
  network: NetworkPart,
  facts: ServiceFacts,
  listener: NetworkListener,
): TargetGroup {
  const port = listener.target ?? listener.port;
  const udp = listener.protocol === "udp";
  const suffix = udp ? `${port}-udp` : `${port}`;
  const { intervalSeconds, timeoutSeconds, healthyCount, unhealthyCount } = facts.service.health;
  const checkPort = udp ? facts.ports.find((each) => each.protocol === "tcp")?.port : undefined;
  if (udp && checkPort === undefined) {
    context.report({
      code: "health-invalid",
      severity: "error",
      path: `${facts.origin}.listeners`,
      message: `${facts.origin} listens on UDP alone, and the health of a UDP target is checked over TCP`,
      hint: "add a TCP listener that the container answers",
    });
  }
  return {
    id: `service/${facts.name}/target-group-${suffix}`,
    kind: "TargetGroup",
    origin: facts.origin,
    name: shorten(`${context.prefix}-${facts.name}-${suffix}`, nameLimits["target group"]),
    vpc: network.vpcId,
    protocol: udp ? "UDP" : "TCP",
    port,
    deregistrationDelaySeconds: 30,
    healthCheck: {
      ...(checkPort !== undefined && { port: checkPort }),
      intervalSeconds: intervalSeconds ?? 10,
      timeoutSeconds: timeoutSeconds ?? 5,
      healthyCount: healthyCount ?? 2,
      unhealthyCount: unhealthyCount ?? 3,
    },
    tags: context.tags({ service: facts.name }),
  };
}
