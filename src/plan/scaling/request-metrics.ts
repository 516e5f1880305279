import type { ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { TargetGroup } from "../resources/load-balancing.js";
import type { Metric } from "../resources/observability.js";
import type { ScalingMetric } from "../resources/scaling.js";
import type { ServiceFacts } from "../service/facts.js";
import { join, type Value } from "../value.js";

/** Behind an application load balancer. */
export interface BalancedTarget {
  /** Full name of the load balancer. */
  readonly loadBalancer: Value<string>;
  readonly targetGroup: TargetGroup;
  /** Serves in turn with the first, where ECS moves the requests. */
  readonly alternate?: TargetGroup;
}

/**
 * Requests per target and minute. The metric that AWS has for it is of one group, so that both are added up where the
 * requests move from one to the other; the one that is idle reports nothing.
 * https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html
 */
export function requestsMetric(
  context: ResolveContext,
  facts: ServiceFacts,
  target: BalancedTarget | undefined,
): ScalingMetric | undefined {
  if (target === undefined) return reportNoRoute(context, facts, "requests", "requests are counted");
  if (target.alternate === undefined) {
    return { type: "ALBRequestCountPerTarget", resourceLabel: labelOf(target) };
  }
  return ofBoth(target, "RequestCountPerTarget", "Sum", {
    expression: "FILL(first, 0) + FILL(second, 0)",
    label: "Requests per task and minute",
  });
}

/** Average seconds until a task answers, of the group that is slower where there are two. */
export function responseTimeMetric(
  context: ResolveContext,
  facts: ServiceFacts,
  target: BalancedTarget | undefined,
): ScalingMetric | undefined {
  if (target === undefined) return reportNoRoute(context, facts, "responseTime", "answers are timed");
  if (target.alternate === undefined) {
    const metric = metricOf(target, target.targetGroup, "TargetResponseTime", "Average");
    return { type: "customized", label: "Seconds to an answer", metric };
  }
  return ofBoth(target, "TargetResponseTime", "Average", {
    expression: "MAX([FILL(first, 0), FILL(second, 0)])",
    label: "Seconds to an answer",
  });
}

/** `app/<name>/<id>/targetgroup/<name>/<id>`. */
export function labelOf({ loadBalancer, targetGroup }: BalancedTarget): Value<string> {
  return join(loadBalancer, "/", referTo(targetGroup, "fullName"));
}

function ofBoth(
  target: BalancedTarget,
  metricName: string,
  statistic: string,
  said: { readonly expression: string; readonly label: string },
): ScalingMetric {
  const { targetGroup, alternate = targetGroup } = target;
  return {
    type: "expression",
    ...said,
    metrics: [
      { id: "first", metric: metricOf(target, targetGroup, metricName, statistic) },
      { id: "second", metric: metricOf(target, alternate, metricName, statistic) },
    ],
  };
}

function metricOf(
  { loadBalancer }: BalancedTarget,
  group: TargetGroup,
  metricName: string,
  statistic: string,
): Metric {
  return {
    namespace: "AWS/ApplicationELB",
    metricName,
    dimensions: [
      { name: "LoadBalancer", value: loadBalancer },
      { name: "TargetGroup", value: referTo(group, "fullName") },
    ],
    statistic,
    periodSeconds: 60,
  };
}

function reportNoRoute(
  context: ResolveContext,
  { origin }: ServiceFacts,
  key: "requests" | "responseTime",
  what: string,
): undefined {
  context.report({
    code: "kind-conflict",
    severity: "error",
    path: `${origin}.scale.${key}`,
    message: `${origin} scales on ${key} and has no route`,
    reason: `${what} by the load balancer`,
    hint: "scale on cpu or memory, or add a route",
  });
  return undefined;
}
