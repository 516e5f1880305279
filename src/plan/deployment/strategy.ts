import type { DeploySettings, DeployStrategy } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { DeploymentStrategy, EcsService } from "../resources/compute.js";
import type { ServiceFacts } from "../service/facts.js";

/** True where ECS moves the requests from one target group to another instead of replacing task by task. */
export function movesTraffic({ service }: Pick<ServiceFacts, "service">): boolean {
  return isMoving(service.deploy.strategy);
}

export function isMoving(
  strategy: DeployStrategy | undefined,
): strategy is Exclude<DeployStrategy, "rolling"> {
  return strategy !== undefined && strategy !== "rolling";
}

/** The fields of a service that say how it is deployed, without what has resources of its own. */
export type DeploymentFields = Pick<
  EcsService,
  | "minimumHealthyPercent"
  | "maximumPercent"
  | "circuitBreaker"
  | "strategy"
  | "bakeTimeMinutes"
  | "availabilityZoneRebalancing"
>;

/** Long enough for an alarm of three minutes to see the new version. */
const defaultBakeMinutes = 5;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
export function decideDeployment(
  { decide }: ResolveContext,
  origin: string,
  settings: DeploySettings,
): DeploymentFields {
  const { strategy, rebalancing = true } = settings;
  const minHealthyPercent = decide(
    `${origin}.minHealthy`,
    settings.minHealthyPercent,
    100,
    "a release takes no task away before its successor is well",
    "%",
  );
  const maxPercent = decide(
    `${origin}.max`,
    settings.maxPercent,
    200,
    "all successors may start at once",
    "%",
  );
  const bake = decide(
    `${origin}.bake`,
    settings.bakeMinutes,
    isMoving(strategy) ? defaultBakeMinutes : undefined,
    "long enough for an alarm of three minutes to see the new version",
    "minutes",
  );
  return {
    minimumHealthyPercent: minHealthyPercent,
    maximumPercent: maxPercent,
    ...(!isMoving(strategy) && { circuitBreaker: decideBreaker(settings) }),
    ...(strategy !== undefined && { strategy: decideStrategy(strategy, settings) }),
    ...(bake !== undefined && { bakeTimeMinutes: bake }),
    // ECS starts the replacement first, which a maximum of 100 % forbids.
    availabilityZoneRebalancing: rebalancing && maxPercent > 100,
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html */
function decideBreaker({ breaker = {} }: DeploySettings): NonNullable<EcsService["circuitBreaker"]> {
  if (breaker === false) return { enable: false, rollback: false };
  const { rollback = true, threshold, resetOnHealthy } = breaker;
  return {
    enable: true,
    rollback,
    ...(threshold && {
      threshold:
        "count" in threshold
          ? { type: "COUNT", value: threshold.count }
          : { type: "BOUNDED_PERCENT", value: threshold.percent },
    }),
    ...(resetOnHealthy !== undefined && { resetOnHealthyTask: resetOnHealthy }),
  };
}

/** Shares and waits are those that ECS takes when it is given none. */
function decideStrategy(strategy: DeployStrategy, { canary, steps }: DeploySettings): DeploymentStrategy {
  switch (strategy) {
    case "rolling":
      return { type: "ROLLING" };
    case "blue-green":
      return { type: "BLUE_GREEN" };
    case "canary":
      return {
        type: "CANARY",
        percent: canary?.percent ?? 5,
        stepBakeTimeMinutes: canary?.bakeMinutes ?? 10,
      };
    case "linear":
      return { type: "LINEAR", percent: steps?.percent ?? 10, stepBakeTimeMinutes: steps?.bakeMinutes ?? 6 };
  }
}
