import type { ScaleMetric } from "../../manifest/index.js";
import type { ClusterPart } from "../cluster.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { type Resource, referTo } from "../resource.js";
import type { EcsService } from "../resources/compute.js";
import type { ScalableTarget, ScalingMetric, ScalingPolicy } from "../resources/scaling.js";
import { planBacklog } from "../service/backlog.js";
import type { ServiceFacts } from "../service/facts.js";
import { join } from "../value.js";
import { cooldownOf, type PolicyFrame } from "./cooldown.js";
import { customMetric } from "./custom-metric.js";
import { planPredictive } from "./predictive.js";
import type { TaskRange } from "./range.js";
import { type BalancedTarget, requestsMetric, responseTimeMetric } from "./request-metrics.js";
import { planScheduledActions } from "./schedule.js";
import { planSteps } from "./steps.js";

export interface ScalingNeeds {
  readonly cluster: ClusterPart;
  readonly data: DataPart;
  readonly service: EcsService;
  /** Behind the load balancer, where there is one that counts requests. */
  readonly target?: BalancedTarget;
}

/** CPU utilisation that is held when a service may scale and names no metric. */
const defaultCpuPercent = 70;

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html */
export function planScaling(
  context: ResolveContext,
  facts: ServiceFacts,
  range: TaskRange,
  needs: ScalingNeeds,
): readonly Resource[] {
  if (!range.scaled) return [];
  const { cluster, service } = needs;
  const origin = `${facts.origin}.scale`;
  const actions = planScheduledActions(context, facts);
  const target: ScalableTarget = {
    id: `service/${facts.name}/scalable-target`,
    kind: "ScalableTarget",
    origin,
    resourceId: join("service/", cluster.clusterName, "/", referTo(service, "name")),
    minCapacity: range.min,
    maxCapacity: range.max,
    ...(actions.length > 0 && { scheduledActions: actions }),
    tags: context.tags({ service: facts.name }),
  };
  const frame: PolicyFrame = (name, key) => ({
    id: `service/${facts.name}/scale-on-${name}`,
    kind: "ScalingPolicy",
    origin: `${origin}.${key}`,
    policyName: context.name("scaling policy", `${facts.name}-${name}`, origin),
    scalableTarget: referTo(target, "id"),
  });
  const tracking = goalsOf(context, facts, range, needs).map(({ name, key, metric, goal }): ScalingPolicy => {
    const { target: targetValue, ...own } = goal;
    const cooldown = cooldownOf(context, origin, facts.service.scale, own);
    return { ...frame(name, key), policyType: "TargetTrackingScaling", metric, targetValue, ...cooldown };
  });
  return [
    target,
    ...tracking,
    ...planSteps(context, facts, needs, frame),
    ...planPredictive(context, facts, needs.target, frame),
  ];
}

interface Goal {
  readonly name: string;
  /** As the manifest writes it. */
  readonly key: string;
  readonly metric: ScalingMetric;
  readonly goal: ScaleMetric;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html */
function goalsOf(
  context: ResolveContext,
  facts: ServiceFacts,
  range: TaskRange,
  needs: ScalingNeeds,
): readonly Goal[] {
  const { scale } = facts.service;
  const goal = (
    key: string,
    metric: ScalingMetric | undefined,
    each: ScaleMetric | undefined,
  ): readonly Goal[] =>
    metric === undefined || each === undefined ? [] : [{ name: kebab(key), key, metric, goal: each }];
  const { cpuPercent, memoryPercent, requestsPerMinute, responseTimeSeconds, backlog } = scale;
  const named = [
    ...goal("cpu", { type: "ECSServiceAverageCPUUtilization" }, cpuPercent),
    ...goal("memory", { type: "ECSServiceAverageMemoryUtilization" }, memoryPercent),
    ...goal("requests", requestsPerMinute && requestsMetric(context, facts, needs.target), requestsPerMinute),
    ...goal(
      "responseTime",
      responseTimeSeconds && responseTimeMetric(context, facts, needs.target),
      responseTimeSeconds,
    ),
    ...goal("backlog", backlog && planBacklog(context, facts, backlog, needs), backlog),
    ...Object.entries(scale.metrics ?? {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, { target, ...metric }]) => {
        if (target === undefined) return [];
        return [
          { name, key: `metrics.${name}`, metric: customMetric(name, metric), goal: { ...metric, target } },
        ];
      }),
  ];
  const isUnsaid = named.length === 0 && scale.steps === undefined && range.max > range.min;
  const wantsOther = requestsPerMinute ?? responseTimeSeconds ?? backlog;
  return isUnsaid && wantsOther === undefined
    ? goal("cpu", { type: "ECSServiceAverageCPUUtilization" }, { target: defaultCpuPercent })
    : named;
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
