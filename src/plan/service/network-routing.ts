import { suggest } from "../../diagnostics/index.js";
import type { IngressSettings, NetworkListener } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import { moveConnections } from "../deployment/move-connections.js";
import { movesTraffic } from "../deployment/strategy.js";
import { alternateOf, forwardToBoth } from "../deployment/traffic.js";
import { checkRegion } from "../ingress-certificates.js";
import { tlsPolicyDefault } from "../ingress-listeners.js";
import { peerOf } from "../ingress-security.js";
import { nameLimits, shorten } from "../names.js";
import type { NetworkPart } from "../network.js";
import { referTo } from "../resource.js";
import type { DnsAlias, Listener, LoadBalancer, TargetGroup } from "../resources/load-balancing.js";
import type { SecurityGroup } from "../resources/network.js";
import type { ServiceFacts } from "./facts.js";
import { listenerPorts } from "./routed-ports.js";
import type { RoutingPart } from "./routing.js";
import type { ServicePort } from "./workload.js";

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
  const targetGroups = new Map<string, NetworkTarget>();
  const alternates = new Map<string, TargetGroup>();
  const listeners = (facts.service.listeners ?? []).map((listener, index) => {
    const path = `${facts.origin}.listeners[${index}]`;
    const made = planTargetGroup(context, network, facts, listener);
    if (movesTraffic(facts))
      alternates.set(made.targetGroup.id, alternateOf(context, facts, made.targetGroup));
    const { targetGroup } = targetGroups.get(made.targetGroup.id) ?? made;
    targetGroups.set(made.targetGroup.id, { ...made, targetGroup });
    if (JSON.stringify(targetGroup) !== JSON.stringify(made.targetGroup))
      reportDifference(context, path, made);
    checkContainer(context, facts, listener, path);
    const alternate = alternates.get(targetGroup.id);
    return planListener(context, facts, loadBalancer, { targetGroup, alternate }, listener, path);
  });
  const groups = [...targetGroups.values()];
  return {
    resources: [
      securityGroup,
      loadBalancer,
      ...groups.map(({ targetGroup }) => targetGroup),
      ...alternates.values(),
      ...listeners,
      ...planAliases(facts, loadBalancer),
    ],
    targets: groups.map(({ container, targetGroup }) => {
      const alternate = alternates.get(targetGroup.id);
      const moved = alternate && moveConnections(context, facts, { targetGroup, alternate }, listeners);
      const served = { containerName: container, containerPort: targetGroup.port, targetGroup };
      return moved === undefined ? served : { ...served, moved };
    }),
    waitFor: listeners.map((listener) => listener.id),
    loadBalancer,
  };
}

interface NetworkTarget {
  readonly container: string;
  readonly targetGroup: TargetGroup;
}

/** Ports that the load balancer must reach: for connections, and for checks. */
export function balancedListenerPorts({ service }: ServiceFacts): readonly ServicePort[] {
  const containers = [undefined, ...Object.keys(service.containers ?? {})];
  const ports = containers.flatMap((container) => listenerPorts(service, container));
  const { port } = service.health;
  const isKnown = port === undefined || ports.some((each) => each.port === port && each.protocol === "tcp");
  return isKnown ? ports : [...ports, { port, protocol: "tcp" }];
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
    ingress: (facts.service.listeners ?? []).flatMap(({ port, protocol, sources = ["0.0.0.0/0"] }) =>
      sources.map((source) => ({
        peer: peerOf(source),
        traffic: { protocol: protocol === "udp" ? "udp" : "tcp", fromPort: port, toPort: port },
        description: `${protocol.toUpperCase()} ${port} from ${source === "0.0.0.0/0" ? "anywhere" : source}`,
      })),
    ),
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
  const settings = facts.service.loadBalancer;
  const shared = sharedSettings(context);
  const internal = (settings?.scheme ?? shared?.scheme) === "internal";
  const group = network.groups.get(internal ? network.taskGroup : "public");
  if (group === undefined) {
    context.report({
      code: "missing-network",
      severity: "error",
      path: `${facts.origin}.listeners`,
      message: `${facts.origin} needs a load balancer in public subnets, and the imported network names none`,
      hint: `add network.import.publicSubnets, or set ${facts.origin}.loadBalancer.scheme: internal`,
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
    deletionProtection:
      settings?.deletionProtection ?? shared?.deletionProtection ?? context.defaults.deletionProtection,
    settings: { type: "network", crossZone: settings?.crossZone ?? true },
    tags: context.tags({ service: facts.name }),
  };
}

/** A single load balancer of the manifest says of those of network services, too, what they leave open. */
function sharedSettings({ manifest }: ResolveContext): IngressSettings | undefined {
  return manifest.ingresses.find(({ name }) => name === undefined);
}

function planListener(
  context: ResolveContext,
  facts: ServiceFacts,
  loadBalancer: LoadBalancer,
  {
    targetGroup,
    alternate,
  }: { readonly targetGroup: TargetGroup; readonly alternate: TargetGroup | undefined },
  listener: NetworkListener,
  path: string,
): Listener {
  const { port, protocol, certificate } = listener;
  if (certificate !== undefined) checkRegion(context, `${path}.certificate`, "certificate", certificate);
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
      certificate && {
        tls: { policy: listener.tlsPolicy ?? tlsPolicyDefault, certificate: external(certificate) },
      }),
    defaultAction:
      alternate === undefined
        ? { type: "forward", targetGroup: referTo(targetGroup, "arn") }
        : forwardToBoth(targetGroup, alternate),
    tags: context.tags({ service: facts.name }),
  };
}

/** The port is part of the name: a group whose port changes is replaced, and needs another name then. */
function planTargetGroup(
  context: ResolveContext,
  network: NetworkPart,
  facts: ServiceFacts,
  listener: NetworkListener,
): NetworkTarget {
  const { container, sticky, drainSeconds } = listener;
  const { preserveClientIp } = facts.service.loadBalancer ?? {};
  const port = listener.target ?? listener.port;
  const udp = listener.protocol === "udp";
  const suffix = `${container === undefined ? "" : `${container}-`}${port}${udp ? "-udp" : ""}`;
  const { intervalSeconds, timeoutSeconds, healthyCount, unhealthyCount } = facts.service.health;
  const tcpPort = facts.ports.find((each) => each.protocol === "tcp")?.port;
  const checkPort = facts.service.health.port ?? (udp ? tcpPort : undefined);
  if (udp && checkPort === undefined) {
    context.report({
      code: "health-invalid",
      severity: "error",
      path: `${facts.origin}.listeners`,
      message: `${facts.origin} listens on UDP alone, and the health of a UDP target is checked over TCP`,
      hint: "add a TCP listener that the container answers, or health: { port: 8080 }",
    });
  }
  const targetGroup: TargetGroup = {
    id: `service/${facts.name}/target-group-${suffix}`,
    kind: "TargetGroup",
    origin: facts.origin,
    name: shorten(`${context.prefix}-${facts.name}-${suffix}`, nameLimits["target group"]),
    vpc: network.vpcId,
    protocol: udp ? "UDP" : "TCP",
    port,
    deregistrationDelaySeconds: drainSeconds ?? 30,
    ...(sticky === true && { sticky: { type: "source_ip" } }),
    ...(preserveClientIp !== undefined && !udp && { preserveClientIp }),
    healthCheck: {
      ...(checkPort !== undefined && { port: checkPort }),
      intervalSeconds: context.decide(
        `${facts.origin}.health.interval`,
        intervalSeconds,
        10,
        "the same as behind an HTTP load balancer",
        "s",
      ),
      timeoutSeconds: context.decide(
        `${facts.origin}.health.timeout`,
        timeoutSeconds,
        5,
        "the same as behind an HTTP load balancer",
        "s",
      ),
      healthyCount: context.decide(
        `${facts.origin}.health.healthy`,
        healthyCount,
        2,
        "the same as behind an HTTP load balancer",
      ),
      unhealthyCount: context.decide(
        `${facts.origin}.health.unhealthy`,
        unhealthyCount,
        3,
        "the same as behind an HTTP load balancer",
      ),
    },
    tags: context.tags({ service: facts.name }),
  };
  return { container: container ?? facts.name, targetGroup };
}

function planAliases(facts: ServiceFacts, loadBalancer: LoadBalancer): readonly DnsAlias[] {
  return (facts.service.loadBalancer?.domains ?? []).map(({ name, zone }, index) => ({
    id: `service/${facts.name}/dns-alias/${name.replace("*", "wildcard").replaceAll(".", "-")}`,
    kind: "DnsAlias",
    origin: `${facts.origin}.loadBalancer.domains[${index}]`,
    name,
    hostedZone: external(zone),
    target: {
      dnsName: referTo(loadBalancer, "dnsName"),
      hostedZone: referTo(loadBalancer, "hostedZoneId"),
    },
  }));
}

function checkContainer(
  context: ResolveContext,
  { origin, service }: ServiceFacts,
  { container }: NetworkListener,
  path: string,
): void {
  const names = Object.keys(service.containers ?? {});
  if (container === undefined || names.includes(container)) return;
  const meant = suggest(container, names);
  context.report({
    code: "missing-route-target",
    severity: "error",
    path: `${path}.container`,
    message: `${path} leads to the container "${container}", which ${origin} does not have`,
    hint: meant === undefined ? `its sidecars are ${names.join(", ") || "none"}` : `did you mean "${meant}"?`,
  });
}

function reportDifference(context: ResolveContext, path: string, { targetGroup }: NetworkTarget): void {
  context.report({
    code: "route-conflict",
    severity: "error",
    path,
    message: `${path} leads to port ${targetGroup.port} as another listener does, and differs in sticky or drain`,
    reason: "they share a target group, which has one setting",
    hint: "write the same in both",
  });
}
