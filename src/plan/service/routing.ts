import type { ResolveContext } from "../context.js";
import type { IngressPart } from "../ingress.js";
import { nameLimits, shorten } from "../names.js";
import type { NetworkPart } from "../network.js";
import { type Resource, referTo } from "../resource.js";
import type { ListenerRule, TargetGroup } from "../resources/load-balancing.js";
import type { ServiceFacts } from "./facts.js";

export interface RoutingPart {
  readonly resources: readonly Resource[];
  /** Where ECS registers the tasks. */
  readonly targets: readonly { readonly containerPort: number; readonly targetGroup: TargetGroup }[];
  /** Ids that the service waits for: ECS refuses a target group that no listener uses. */
  readonly waitFor: readonly string[];
}

export interface WebRoutingPart extends RoutingPart {
  readonly targetGroup: TargetGroup;
}

/** Default health check: fails a task after a minute, trusts a recovered one after 20 s. */
const healthDefaults = {
  path: "/",
  // A page that redirects to a login is healthy too.
  codes: "200-399",
  intervalSeconds: 10,
  timeoutSeconds: 5,
  healthyCount: 2,
  unhealthyCount: 3,
};

export function planRouting(
  context: ResolveContext,
  network: NetworkPart,
  ingress: IngressPart,
  priorities: ReadonlyMap<string, number>,
  facts: ServiceFacts,
): WebRoutingPart {
  const targetGroup = planTargetGroup(context, network, facts);
  const { routes } = facts.service;
  const rules = routes.flatMap((route, index) =>
    ingress.listeners.map((listener): ListenerRule => {
      const which = `${listener.name}-rule${routes.length === 1 ? "" : `-${index + 1}`}`;
      return {
        id: `service/${facts.name}/${which}`,
        kind: "ListenerRule",
        origin: route.origin,
        listener: listener.arn,
        priority: priorities.get(route.origin) ?? 1,
        hosts: route.hosts,
        paths: route.paths,
        action: { type: "forward", targetGroup: referTo(targetGroup, "arn") },
        tags: context.tags({ service: facts.name }),
      };
    }),
  );
  return {
    resources: [targetGroup, ...rules],
    targetGroup,
    targets: facts.port === undefined ? [] : [{ containerPort: facts.port, targetGroup }],
    waitFor: rules.map((rule) => rule.id),
  };
}

function planTargetGroup(context: ResolveContext, network: NetworkPart, facts: ServiceFacts): TargetGroup {
  const { path, codes, intervalSeconds, timeoutSeconds, healthyCount, unhealthyCount } = facts.service.health;
  const drains = facts.service.routes
    .map((route) => route.drainSeconds)
    .filter((drain) => drain !== undefined);
  return {
    id: `service/${facts.name}/target-group`,
    kind: "TargetGroup",
    origin: facts.origin,
    name: shorten(`${context.prefix}-${facts.name}`, nameLimits["target group"]),
    vpc: network.vpcId,
    protocol: "HTTP",
    // Always 80: ECS registers every task with its container's own port, and a target group whose port changes is
    // replaced, which its fixed name would not survive.
    port: 80,
    deregistrationDelaySeconds: drains.length === 0 ? 30 : Math.max(...drains),
    healthCheck: {
      http: { path: path ?? healthDefaults.path, codes: codes ?? healthDefaults.codes },
      intervalSeconds: intervalSeconds ?? healthDefaults.intervalSeconds,
      timeoutSeconds: timeoutSeconds ?? healthDefaults.timeoutSeconds,
      healthyCount: healthyCount ?? healthDefaults.healthyCount,
      unhealthyCount: unhealthyCount ?? healthDefaults.unhealthyCount,
    },
    tags: context.tags({ service: facts.name }),
  };
}
