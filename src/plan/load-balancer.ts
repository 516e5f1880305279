import type { IngressSettings } from "../manifest/index.js";
import type { LogsPart } from "./access-logs.js";
import type { ResolveContext } from "./context.js";
import { ingressId, loadBalancerName } from "./ingress-names.js";
import type { NetworkPart, SubnetGroup } from "./network.js";
import { referTo } from "./resource.js";
import type { LoadBalancer } from "./resources/load-balancing.js";
import type { SecurityGroup } from "./resources/network.js";

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html */
export function planLoadBalancer(
  context: ResolveContext,
  network: NetworkPart,
  settings: IngressSettings,
  securityGroup: SecurityGroup,
  logs: LogsPart,
): LoadBalancer {
  const group = chooseSubnets(context, network, settings);
  if (settings.ipAddressType === "dualstack" && network.resources.length > 0) reportNoIpv6(context, settings);
  return {
    id: ingressId(settings, "load-balancer"),
    kind: "LoadBalancer",
    origin: settings.origin,
    // AWS refuses an internet-facing load balancer in a VPC that has no way to the internet yet.
    dependsOn: [...network.routes, ...(logs.policyId === undefined ? [] : [logs.policyId])],
    name: loadBalancerName(context, settings),
    scheme: settings.scheme === "internal" ? "internal" : "internet-facing",
    subnets: group?.subnets ?? [],
    securityGroups: [referTo(securityGroup, "id")],
    deletionProtection: context.byProfile(
      `${settings.origin}.deletionProtection`,
      settings.deletionProtection,
      context.defaults.deletionProtection,
      "whether a load balancer can be deleted by mistake",
    ),
    ...(settings.ipAddressType === "dualstack" && { ipAddressType: "dualstack" }),
    settings: {
      type: "application",
      idleTimeoutSeconds: context.decide(
        `${settings.origin}.idleTimeout`,
        settings.idleTimeoutSeconds,
        60,
        "AWS's own",
        "s",
      ),
      dropInvalidHeaderFields: context.decide(
        `${settings.origin}.dropInvalidHeaders`,
        settings.dropInvalidHeaders,
        true,
        "no task has to read what HTTP forbids",
      ),
      // Of a request that could be read in two ways, the load balancer and a task might read each another.
      desyncMitigationMode: context.decide(
        `${settings.origin}.desync`,
        settings.desync,
        "strictest",
        "a request that can be read in two ways is refused",
      ),
      ...(settings.http2 !== undefined && { http2: settings.http2 }),
      ...(settings.keepAliveSeconds !== undefined && { clientKeepAliveSeconds: settings.keepAliveSeconds }),
    },
    ...(logs.accessLogs && { accessLogs: logs.accessLogs }),
    ...(logs.connectionLogs && { connectionLogs: logs.connectionLogs }),
    tags: context.tags(),
  };
}

function chooseSubnets(
  context: ResolveContext,
  network: NetworkPart,
  { scheme = "public" }: IngressSettings,
): SubnetGroup | undefined {
  const group = network.groups.get(scheme === "public" ? "public" : network.taskGroup);
  if (group === undefined) {
    const kind = scheme === "public" ? "public" : "private";
    context.report({
      code: "missing-network",
      severity: "error",
      path: "network.import",
      message: `a ${scheme} load balancer needs ${kind} subnets, and the imported network names none`,
      hint: `add network.import.${kind}Subnets, or import a load balancer with ingress.import`,
    });
  }
  return group;
}

function reportNoIpv6(context: ResolveContext, { origin }: IngressSettings): void {
  context.report({
    code: "missing-network",
    severity: "error",
    path: `${origin}.ipAddressType`,
    message: `${origin} is dualstack, and the network that is made here has no IPv6 addresses`,
    hint: "import a network whose subnets have IPv6 ranges, or remove ipAddressType",
  });
}
