import type { ResolveContext } from "../context.js";
import type { IngressPart } from "../ingress.js";
import { type Resource, referTo } from "../resource.js";
import type { EcsService, ScalableTarget, ScalingMetric, ScalingPolicy } from "../resources/compute.js";
import type { TargetGroup } from "../resources/load-balancing.js";
import { join, type Value } from "../value.js";
import type { ServiceFacts } from "./facts.js";

export interface TaskRange {
  readonly min: number;
  readonly max: number;
  /** Whether auto scaling owns the count. */
  readonly scaled: boolean;
}

/** CPU utilisation that is held when a service may scale and names no metric. */
const defaultCpuPercent = 70;
const defaultCooldownInSeconds = 300;
const defaultCooldownOutSeconds = 60;

export function decideTaskRange(context: ResolveContext, facts: ServiceFacts): TaskRange {
  const { scale } = facts.service;
  const hasMetric =
    scale.cpuPercent !== undefined ||
    scale.memoryPercent !== undefined ||
    scale.requestsPerMinute !== undefined;
  const min = scale.min ?? Math.min(context.defaults.minTasks, scale.max ?? Number.POSITIVE_INFINITY);
  // A metric without a maximum may grow the service to four times its minimum.
  const max = scale.max ?? (hasMetric ? Math.max(min, 1) * 4 : min);
  if (hasMetric && max <= min) {
    context.report({
      code: "scale-range",
      severity: "error",
      path: `${facts.origin}.scale`,
      message: `${facts.origin} has a scaling metric and no room to scale: ${min} to ${max} tasks`,
      hint: "raise scale.max, or leave the metric out",
    });
  }
  return { min, max, scaled: max > min };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html */
export function planScaling(
  context: ResolveContext,
  facts: ServiceFacts,
  range: TaskRange,
  clusterName: Value<string>,
  service: EcsService,
  loadBalancing: { readonly ingress: IngressPart; readonly targetGroup: TargetGroup } | undefined,
): readonly Resource[] {
  if (!range.scaled) return [];
  const { scale } = facts.service;
  const origin = `${facts.origin}.scale`;
  const target: ScalableTarget = {
    id: `service/${facts.name}/scalable-target`,
    kind: "ScalableTarget",
    origin,
    resourceId: join("service/", clusterName, "/", referTo(service, "name")),
    minCapacity: range.min,
    maxCapacity: range.max,
    tags: context.tags({ service: facts.name }),
  };
  const policy = (name: string, metric: ScalingMetric, targetValue: number): ScalingPolicy => ({
    id: `service/${facts.name}/scale-on-${name}`,
    kind: "ScalingPolicy",
    origin: `${origin}.${name}`,
    policyName: context.name("scaling policy", `${facts.name}-${name}`, origin),
    scalableTarget: referTo(target, "id"),
    metric,
    targetValue,
    scaleInCooldownSeconds: scale.cooldownInSeconds ?? defaultCooldownInSeconds,
    scaleOutCooldownSeconds: scale.cooldownOutSeconds ?? defaultCooldownOutSeconds,
  });
  const { memoryPercent, requestsPerMinute } = scale;
  const cpuPercent =
    scale.cpuPercent ??
    (memoryPercent === undefined && requestsPerMinute === undefined ? defaultCpuPercent : undefined);
  const policies: ScalingPolicy[] = [];
  if (cpuPercent !== undefined)
    policies.push(policy("cpu", { type: "ECSServiceAverageCPUUtilization" }, cpuPercent));
  if (memoryPercent !== undefined) {
    policies.push(policy("memory", { type: "ECSServiceAverageMemoryUtilization" }, memoryPercent));
  }
  if (requestsPerMinute !== undefined) {
    if (loadBalancing === undefined) reportNoRequests(context, origin, facts);
    else {
      const resourceLabel = join(
        loadBalancing.ingress.fullName,
        "/",
        referTo(loadBalancing.targetGroup, "fullName"),
      );
      policies.push(
        policy("requests", { type: "ALBRequestCountPerTarget", resourceLabel }, requestsPerMinute),
      );
    }
  }
  return [target, ...policies];
}

function reportNoRequests(context: ResolveContext, origin: string, facts: ServiceFacts): void {
  context.report({
    code: "kind-conflict",
    severity: "error",
    path: `${origin}.requests`,
    message: `${facts.origin} scales on requests and has no route`,
    reason: "requests are counted by the load balancer",
    hint: "scale on cpu or memory, or add a route",
  });
}
