import type { Scale, StepsOneWay } from "../../manifest/index.js";
import type { ClusterPart } from "../cluster.js";
import type { ResolveContext } from "../context.js";
import { type Resource, referTo } from "../resource.js";
import type { EcsService } from "../resources/compute.js";
import type { Alarm, Metric } from "../resources/observability.js";
import type { StepScaling } from "../resources/scaling.js";
import type { ServiceFacts } from "../service/facts.js";
import { cooldownOf, type PolicyFrame } from "./cooldown.js";
import { customMetric } from "./custom-metric.js";

interface StepNeeds {
  readonly cluster: ClusterPart;
  readonly service: EcsService;
}

/** A policy in each direction, with the alarm that starts it. https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html */
export function planSteps(
  context: ResolveContext,
  facts: ServiceFacts,
  needs: StepNeeds,
  frame: PolicyFrame,
): readonly Resource[] {
  const { scale } = facts.service;
  const metrics = Object.entries(scale.steps ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return metrics.flatMap(([metric, { out, in: back }]) => {
    const watch = watchOf(scale, needs, metric);
    const oneWay = (direction: Direction, steps: StepsOneWay | undefined): readonly Resource[] => {
      if (steps === undefined) return [];
      const named = frame(`${metric}-steps-${direction}`, `steps.${metric}`);
      const policy = planPolicy(context, facts, { metric, direction, steps }, named);
      return [policy, planAlarm(context, facts, { metric, direction, steps, watch }, policy)];
    };
    return [...oneWay("out", out), ...oneWay("in", back)];
  });
}

type Direction = "out" | "in";

interface Steps {
  readonly metric: string;
  readonly direction: Direction;
  readonly steps: StepsOneWay;
}

function planPolicy(
  context: ResolveContext,
  { origin, service: { scale } }: ServiceFacts,
  { metric, direction, steps }: Steps,
  frame: ReturnType<PolicyFrame>,
): StepScaling {
  const cooldown = cooldownOf(context, `${origin}.scale`, scale, scale.metrics?.[metric] ?? {});
  const { unit, threshold } = steps;
  const distance = (bound: number): number => Math.round((bound - threshold) * 1e6) / 1e6;
  return {
    ...frame,
    policyType: "StepScaling",
    adjustmentType: unit === "tasks" ? "ChangeInCapacity" : "PercentChangeInCapacity",
    cooldownSeconds: direction === "out" ? cooldown.scaleOutCooldownSeconds : cooldown.scaleInCooldownSeconds,
    ...(unit === "percent" && { minAdjustmentMagnitude: 1 }),
    steps: steps.steps.map(({ from, to, change }) => ({
      ...(from !== undefined && { lowerBound: distance(from) }),
      ...(to !== undefined && { upperBound: distance(to) }),
      change: direction === "out" ? change : -change,
    })),
  };
}

/** As long as target tracking waits: three minutes before it adds tasks, fifteen before it takes some away. */
const minutesBefore = { out: 3, in: 15 } as const;

function planAlarm(
  context: ResolveContext,
  facts: ServiceFacts,
  { metric, direction, steps, watch }: Steps & { readonly watch: Alarm["watch"] },
  policy: StepScaling,
): Alarm {
  const name = `${metric}-steps-${direction}`;
  const minutes = minutesBefore[direction];
  const side = direction === "out" ? "at or above" : "at or below";
  return {
    id: `service/${facts.name}/alarm-scale-${name}`,
    kind: "Alarm",
    origin: policy.origin,
    alarmName: context.name("alarm", `${facts.name}-scale-${name}`, facts.origin),
    description: `${facts.name}: ${metric} ${side} ${steps.threshold} for ${minutes} minutes, which changes the number of tasks`,
    watch,
    comparison: direction === "out" ? "GreaterThanOrEqualToThreshold" : "LessThanOrEqualToThreshold",
    threshold: steps.threshold,
    evaluationPeriods: minutes,
    datapointsToAlarm: minutes,
    treatMissingData: "missing",
    actions: [referTo(policy, "arn")],
    tags: context.tags({ service: facts.name }),
  };
}

const utilization: Readonly<Record<string, string>> = {
  cpu: "CPUUtilization",
  memory: "MemoryUtilization",
};

function watchOf(scale: Scale, { cluster, service }: StepNeeds, name: string): Alarm["watch"] {
  const own = scale.metrics?.[name];
  if (own !== undefined) {
    const metric = customMetric(name, own);
    return metric.type === "customized" ? { metric: metric.metric } : metric;
  }
  const metric: Metric = {
    namespace: "AWS/ECS",
    metricName: utilization[name] ?? name,
    dimensions: [
      { name: "ClusterName", value: cluster.clusterName },
      { name: "ServiceName", value: referTo(service, "name") },
    ],
    statistic: "Average",
    periodSeconds: 60,
  };
  return { metric };
}
