import type { PredictiveScale, Scale } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { PredictiveScaling } from "../resources/scaling.js";
import type { ServiceFacts } from "../service/facts.js";
import type { PolicyFrame } from "./cooldown.js";
import { type BalancedTarget, labelOf } from "./request-metrics.js";

/** Load and use of a task, which AWS names as a pair. */
const pairs = {
  cpu: "ECSServiceCPUUtilization",
  memory: "ECSServiceMemoryUtilization",
  requests: "ALBRequestCount",
} as const;

/** What is kept where the manifest gives no target, neither here nor for the metric itself. */
const defaultTargets = { cpu: 70, memory: 80, requests: undefined } as const;

/** As AWS has it. */
const defaultAheadSeconds = 300;

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/predictive-auto-scaling.html */
export function planPredictive(
  context: ResolveContext,
  facts: ServiceFacts,
  target: BalancedTarget | undefined,
  frame: PolicyFrame,
): readonly PredictiveScaling[] {
  const { scale } = facts.service;
  const { predictive } = scale;
  if (predictive === undefined) return [];
  const { metric, mode, aheadSeconds = defaultAheadSeconds, beyondMaxPercent } = predictive;
  const targetValue = targetOf(scale, predictive);
  if (targetValue === undefined) reportNoTarget(context, facts);
  if (metric === "requests" && target === undefined) reportNoRoute(context, facts);
  if (metric === "requests" && target?.alternate !== undefined) reportMoving(context, facts);
  return [
    {
      ...frame("predictive", "predictive"),
      policyType: "PredictiveScaling",
      mode: mode === "scale" ? "ForecastAndScale" : "ForecastOnly",
      metricPair: pairs[metric],
      ...(metric === "requests" && target && { resourceLabel: labelOf(target) }),
      targetValue: targetValue ?? 0,
      schedulingBufferSeconds: aheadSeconds,
      ...(beyondMaxPercent !== undefined && { maxCapacityBufferPercent: beyondMaxPercent }),
    },
  ];
}

function targetOf(scale: Scale, { metric, target }: PredictiveScale): number | undefined {
  const goals = { cpu: scale.cpuPercent, memory: scale.memoryPercent, requests: scale.requestsPerMinute };
  return target ?? goals[metric]?.target ?? defaultTargets[metric];
}

function reportNoTarget(context: ResolveContext, { origin }: ServiceFacts): void {
  context.report({
    code: "missing-key",
    severity: "error",
    path: `${origin}.scale.predictive`,
    message: `${origin}.scale.predictive does not say how many requests a task takes`,
    hint: "write its target, or scale.requests",
  });
}

function reportNoRoute(context: ResolveContext, { origin }: ServiceFacts): void {
  context.report({
    code: "kind-conflict",
    severity: "error",
    path: `${origin}.scale.predictive`,
    message: `${origin} is to foresee requests and has no route`,
    reason: "requests are counted by the load balancer",
    hint: "use metric: cpu or memory, or add a route",
  });
}

function reportMoving(context: ResolveContext, { origin, service }: ServiceFacts): void {
  context.report({
    code: "kind-conflict",
    severity: "error",
    path: `${origin}.scale.predictive`,
    message: `the requests of ${origin} move between two target groups, and a forecast is of one`,
    reason: `with strategy: ${service.deploy.strategy} the other is idle after every other deployment`,
    hint: "use metric: cpu or memory",
  });
}
