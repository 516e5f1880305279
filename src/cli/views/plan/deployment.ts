import type { ResourceOf } from "../../../plan/index.js";
import { enumerate } from "../quantity.js";

type Service = ResourceOf<"EcsService">;

/** How a new version replaces the old one: a line for each thing. */
export function describeDeployment(service: Service): readonly string[] {
  const {
    minimumHealthyPercent,
    maximumPercent,
    circuitBreaker,
    deploymentAlarms,
    lifecycleHooks = [],
  } = service;
  const breaker =
    circuitBreaker === undefined
      ? []
      : circuitBreaker.enable
        ? [`circuit breaker${circuitBreaker.rollback ? " with roll-back" : ""}`]
        : ["no circuit breaker"];
  const alarms =
    deploymentAlarms === undefined
      ? []
      : [`${deploymentAlarms.names.length} alarms${deploymentAlarms.rollback ? " with roll-back" : ""}`];
  const hooks = lifecycleHooks.map(({ type, stages }) => {
    const names = enumerate(stages.map((stage) => stage.toLowerCase().replaceAll("_", " ")));
    return `${type === "PAUSE" ? "pauses" : "calls a function"} at ${names}`;
  });
  const bounds = `${minimumHealthyPercent} % to ${maximumPercent} % of the tasks`;
  return [[...describeStrategy(service), bounds, ...breaker, ...alarms].join(", "), ...hooks];
}

/** What is not rolling. */
function describeStrategy({ strategy, bakeTimeMinutes }: Service): readonly string[] {
  const bake = bakeTimeMinutes === undefined ? "" : `, both versions for ${bakeTimeMinutes} minutes after it`;
  switch (strategy?.type) {
    case "BLUE_GREEN":
      return [`blue/green: all requests at once${bake}`];
    case "CANARY":
      return [
        `canary: ${strategy.percent} % of the requests, the rest after ${strategy.stepBakeTimeMinutes} minutes${bake}`,
      ];
    case "LINEAR":
      return [
        `linear: ${strategy.percent} % of the requests every ${strategy.stepBakeTimeMinutes} minutes${bake}`,
      ];
    default:
      return [];
  }
}
