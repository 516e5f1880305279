import type { ResourceOf } from "../../../plan/index.js";
import { enumerate } from "../quantity.js";
import type { Catalogue } from "./catalogue.js";

/** How many tasks run, and what changes their number. */
export function describeTasks(
  catalogue: Catalogue,
  service: string,
  { desiredCount }: ResourceOf<"EcsService">,
): string {
  const [target] = catalogue.ofService(service, "ScalableTarget");
  if (target === undefined) return String(desiredCount ?? 1);
  const goals = catalogue.ofService(service, "ScalingPolicy").map(describeGoal);
  return `${target.minCapacity} to ${target.maxCapacity}, to hold ${enumerate(goals)}`;
}

function describeGoal({ metric, targetValue, ...cooldown }: ResourceOf<"ScalingPolicy">): string {
  const pause = `(${cooldown.scaleOutCooldownSeconds} s after growing, ${cooldown.scaleInCooldownSeconds} s after shrinking)`;
  return `${goalNames[metric.type](targetValue)} ${pause}`;
}

const goalNames = {
  ECSServiceAverageCPUUtilization: (value: number) => `CPU at ${value} %`,
  ECSServiceAverageMemoryUtilization: (value: number) => `memory at ${value} %`,
  ALBRequestCountPerTarget: (value: number) => `${value} requests per task and minute`,
} satisfies Record<ResourceOf<"ScalingPolicy">["metric"]["type"], (value: number) => string>;
