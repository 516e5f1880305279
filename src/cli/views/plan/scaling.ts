import type { ResourceOf } from "../../../plan/index.js";
import { enumerate } from "../quantity.js";
import type { Catalogue } from "./catalogue.js";

type Policy = ResourceOf<"ScalingPolicy">;
type PolicyOf<T extends Policy["policyType"]> = Extract<Policy, { policyType: T }>;
type Action = NonNullable<ResourceOf<"ScalableTarget">["scheduledActions"]>[number];

/** How many tasks run, and what changes their number: a line for each thing. */
export function describeTasks(
  catalogue: Catalogue,
  service: string,
  { desiredCount }: ResourceOf<"EcsService">,
): readonly string[] {
  const [target] = catalogue.ofService(service, "ScalableTarget");
  if (target === undefined) return [String(desiredCount ?? 1)];
  const policies = catalogue.ofService(service, "ScalingPolicy");
  const goals = policies.flatMap((each) =>
    each.policyType === "TargetTrackingScaling" ? [describeGoal(each)] : [],
  );
  const bounds =
    target.minCapacity === target.maxCapacity
      ? String(target.minCapacity)
      : `${target.minCapacity} to ${target.maxCapacity}`;
  return [
    goals.length === 0 ? bounds : `${bounds}, to hold ${enumerate(goals)}`,
    ...policies.flatMap((each) => (each.policyType === "StepScaling" ? [describeSteps(each)] : [])),
    ...policies.flatMap((each) => (each.policyType === "PredictiveScaling" ? [describeForecast(each)] : [])),
    ...(target.scheduledActions ?? []).map(describeAction),
  ];
}

function describeGoal({ metric, targetValue, ...cooldown }: PolicyOf<"TargetTrackingScaling">): string {
  const pause = `(${cooldown.scaleOutCooldownSeconds} s after growing, ${cooldown.scaleInCooldownSeconds} s after shrinking)`;
  const goal =
    metric.type === "expression" || metric.type === "customized"
      ? `${targetValue} as ${metric.label.charAt(0).toLowerCase()}${metric.label.slice(1)}`
      : goalNames[metric.type](targetValue);
  return `${goal} ${pause}`;
}

const goalNames = {
  ECSServiceAverageCPUUtilization: (value: number) => `CPU at ${value} %`,
  ECSServiceAverageMemoryUtilization: (value: number) => `memory at ${value} %`,
  ALBRequestCountPerTarget: (value: number) => `${value} requests per task and minute`,
} satisfies Record<
  Exclude<PolicyOf<"TargetTrackingScaling">["metric"]["type"], "expression" | "customized">,
  (value: number) => string
>;

function describeSteps({ policyName, adjustmentType, steps }: PolicyOf<"StepScaling">): string {
  const unit = adjustmentType === "ChangeInCapacity" ? "" : " %";
  const changes = steps.map(({ change }) => `${change > 0 ? "+" : ""}${change}${unit}`);
  return `${changes.join(", then ")} tasks by ${policyName}`;
}

function describeForecast({ mode, metricPair, targetValue }: PolicyOf<"PredictiveScaling">): string {
  const verb = mode === "ForecastOnly" ? "forecasts" : "starts tasks ahead for";
  return `${verb} ${forecastNames[metricPair](targetValue)}`;
}

const forecastNames = {
  ECSServiceCPUUtilization: (value: number) => `CPU at ${value} %`,
  ECSServiceMemoryUtilization: (value: number) => `memory at ${value} %`,
  ALBRequestCount: (value: number) => `${value} requests per task and minute`,
} satisfies Record<PolicyOf<"PredictiveScaling">["metricPair"], (value: number) => string>;

function describeAction({ schedule, timezone = "UTC", minCapacity, maxCapacity }: Action): string {
  const bounds = [
    ...(minCapacity === undefined ? [] : [`at least ${minCapacity}`]),
    ...(maxCapacity === undefined ? [] : [`at most ${maxCapacity}`]),
  ];
  return `${bounds.join(" and ")} from ${schedule} on, ${timezone}`;
}
