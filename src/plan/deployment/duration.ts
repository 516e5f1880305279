import type { DeploymentStrategy, EcsService } from "../resources/compute.js";

type Waits = Pick<EcsService, "strategy" | "bakeTimeMinutes" | "lifecycleHooks">;

/** Minutes that a deployment waits by itself, without starting tasks, hooks and pauses. */
export function waitedMinutes({ strategy, bakeTimeMinutes = 0 }: Waits): number {
  const step = strategy !== undefined && "percent" in strategy ? strategy.stepBakeTimeMinutes : 0;
  return countSteps(strategy) * step + bakeTimeMinutes;
}

/** What starting tasks, moving connections and stopping tasks may take at most. */
const workMinutes = 60;

/** Minutes after which a deployment must have ended one way or the other. */
export function longestMinutes(service: Waits): number {
  const pauses = (service.lifecycleHooks ?? []).map((hook) =>
    hook.type === "PAUSE" ? hook.timeoutMinutes * hook.stages.length : 0,
  );
  return workMinutes + pauses.reduce((sum, minutes) => sum + minutes, waitedMinutes(service));
}

/** After the step that reaches 100 % there is the bake time of the deployment. */
export function countSteps(strategy: DeploymentStrategy | undefined): number {
  if (strategy?.type === "CANARY") return 1;
  return strategy?.type === "LINEAR" ? Math.ceil(100 / strategy.percent) - 1 : 0;
}
