import type { ClusterPart } from "../cluster.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { alarmLimits } from "../observability/limits.js";
import { queueRules } from "../observability/queue-alarms.js";
import { type AlarmTarget, targetRules } from "../observability/target-alarms.js";
import { taskRules } from "../observability/task-alarms.js";
import type { EcsService } from "../resources/compute.js";
import type { Alarm } from "../resources/observability.js";
import type { TaskRange } from "../scaling/range.js";
import type { Value } from "../value.js";
import type { ServiceFacts } from "./facts.js";

export type { AlarmTarget };

export interface AlarmNeeds {
  readonly cluster: ClusterPart;
  readonly data: DataPart;
  readonly service: EcsService;
  readonly range: TaskRange;
  readonly targets: readonly AlarmTarget[];
  readonly actions: readonly Value<string>[];
}

export function planAlarms(
  context: ResolveContext,
  facts: ServiceFacts,
  needs: AlarmNeeds,
): readonly Alarm[] {
  const { alarms } = facts.service;
  if (alarms === false) return [];
  const { name, origin } = facts;
  const limits = alarmLimits(context, facts);
  if (typeof alarms === "object") reportNoAnswers(context, facts, alarms, needs.targets);
  const { cluster, service, range } = needs;
  const rules = [
    ...taskRules({ name, cluster, service, minTasks: range.min }, limits),
    ...needs.targets.flatMap((target) => targetRules(name, target, limits)),
    ...queueRules(context, facts, needs.data, limits),
  ];
  return rules.map(({ name: rule, minutes, ...watched }) => ({
    id: `service/${name}/alarm-${rule}`,
    kind: "Alarm",
    origin: alarms === undefined ? origin : `${origin}.alarms`,
    alarmName: context.name("alarm", `${name}-${rule}`, origin),
    ...watched,
    evaluationPeriods: minutes,
    datapointsToAlarm: minutes,
    actions: needs.actions,
    tags: context.tags({ service: name }),
  }));
}

/** Only an application load balancer counts answers and times them. */
function reportNoAnswers(
  context: ResolveContext,
  { origin }: ServiceFacts,
  own: Exclude<ServiceFacts["settings"]["alarms"], boolean | undefined>,
  targets: readonly AlarmTarget[],
): void {
  if (targets.some(({ type }) => type === "application")) return;
  const asked = [
    ...(typeof own.errorRatePercent === "number" ? ["errorRate"] : []),
    ...(typeof own.latencySeconds === "number" ? ["latency"] : []),
  ];
  for (const key of asked) {
    context.report({
      code: "kind-conflict",
      severity: "error",
      path: `${origin}.alarms.${key}`,
      message: `${origin} has no route, and ${key} is measured by the load balancer of routes`,
      hint: `remove ${key}, or give the service a route`,
    });
  }
}
