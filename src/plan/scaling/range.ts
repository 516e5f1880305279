import type { Scale } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { ServiceFacts } from "../service/facts.js";

export interface TaskRange {
  readonly min: number;
  readonly max: number;
  /** Whether auto scaling owns the count. */
  readonly scaled: boolean;
}

export function decideTaskRange(context: ResolveContext, facts: ServiceFacts): TaskRange {
  const { scale } = facts.service;
  const goals = goalsOf(scale);
  const { schedule = [] } = scale;
  const min = context.byProfile(
    `${facts.origin}.scale.min`,
    scale.min,
    Math.min(context.defaults.minTasks, scale.max ?? Number.POSITIVE_INFINITY),
    "a second task outlives the loss of a zone",
  );
  // A metric without a maximum may grow the service to four times its minimum.
  const max = context.decide(
    `${facts.origin}.scale.max`,
    scale.max,
    goals.length > 0 ? Math.max(min, 1) * 4 : min,
    goals.length > 0 ? "four times the minimum" : "there is nothing to scale on",
  );
  checkMoments(context, facts, { min, max });
  const highest = Math.max(max, ...schedule.map((moment) => moment.max ?? max));
  if (goals.length > 0 && highest <= min) {
    context.report({
      code: "scale-range",
      severity: "error",
      path: `${facts.origin}.scale`,
      message: `${facts.origin} has a scaling metric and no room to scale: ${min} to ${max} tasks`,
      hint: "raise scale.max, or leave the metric out",
    });
  }
  if (min === 0 && max > 0 && !canRise(scale)) reportStuck(context, facts, goals);
  return { min, max, scaled: max > min || schedule.length > 0 };
}

/** Keys under `scale` that ask for tasks by a metric. */
function goalsOf(scale: Scale): readonly string[] {
  const { cpuPercent, memoryPercent, requestsPerMinute, responseTimeSeconds, backlog } = scale;
  const known = {
    cpu: cpuPercent,
    memory: memoryPercent,
    requests: requestsPerMinute,
    responseTime: responseTimeSeconds,
    backlog,
    metrics: scale.metrics,
    steps: scale.steps,
    predictive: scale.predictive,
  };
  return Object.entries(known).flatMap(([name, goal]) => (goal === undefined ? [] : [name]));
}

/** Whether anything still says more than nothing when no task runs. */
function canRise({ backlog, metrics = {}, schedule = [] }: Scale): boolean {
  const counted = Object.values(metrics).some(({ target }) => target !== undefined);
  return counted || backlog !== undefined || schedule.some(({ min = 0 }) => min > 0);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html */
function reportStuck(
  context: ResolveContext,
  { origin, service }: ServiceFacts,
  goals: readonly string[],
): void {
  const named = goals.length === 0 ? "cpu" : goals.join(", ");
  context.report({
    code: "scale-range",
    severity: "error",
    path: `${origin}.scale.${goals[0] ?? "min"}`,
    message: `${origin} may shrink to no task and would stay there`,
    reason: `without a task there is nothing to measure for ${named}${service.routes.length > 0 ? ", and the load balancer answers every request with 503" : ""}`,
    hint: "write min: 1, or scale on a backlog, on a metric that others report, or by a schedule with a min above 0",
  });
}

/** A moment that changes one bound must leave it on the right side of the other. */
function checkMoments(
  context: ResolveContext,
  { origin, service }: ServiceFacts,
  range: { readonly min: number; readonly max: number },
): void {
  const moments = service.scale.schedule ?? [];
  moments.forEach(({ min, max }, index) => {
    const lowest = min ?? range.min;
    const highest = max ?? range.max;
    if ((min !== undefined && max !== undefined) || lowest <= highest) return;
    const path = `${origin}.scale.schedule[${index}]`;
    context.report({
      code: "scale-range",
      severity: "error",
      path,
      message: `${path} sets ${min === undefined ? `max to ${max}, below the min of ${range.min}` : `min to ${min}, above the max of ${range.max}`}`,
      hint: "write both min and max there",
    });
  });
}
