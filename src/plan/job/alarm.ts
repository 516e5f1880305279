import type { ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { Alarm, Metric } from "../resources/observability.js";
import type { StateMachine } from "../resources/orchestration.js";
import type { Value } from "../value.js";
import type { JobFacts } from "./facts.js";

/** Tells of every run that fails. https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html */
export function planJobAlarm(
  context: ResolveContext,
  facts: JobFacts,
  stateMachine: StateMachine,
  actions: readonly Value<string>[],
): readonly Alarm[] {
  if (facts.job.alarms === false) return [];
  const metric = (metricName: string): Metric => ({
    namespace: "AWS/States",
    metricName,
    dimensions: [{ name: "StateMachineArn", value: referTo(stateMachine, "arn") }],
    statistic: "Sum",
    periodSeconds: 60,
  });
  return [
    {
      id: `${facts.id}/alarm-failed`,
      kind: "Alarm",
      origin: facts.job.alarms === undefined ? facts.origin : `${facts.origin}.alarms`,
      alarmName: context.name("alarm", `${facts.name}-failed`, facts.origin),
      description: `${facts.name}: a run failed or took too long`,
      watch: {
        expression: "FILL(failed, 0) + FILL(timedout, 0)",
        label: "Failed runs",
        metrics: [
          { id: "failed", metric: metric("ExecutionsFailed") },
          { id: "timedout", metric: metric("ExecutionsTimedOut") },
        ],
      },
      comparison: "GreaterThanThreshold",
      threshold: 0,
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
      treatMissingData: "notBreaching",
      actions,
      tags: context.tags(facts.owner),
    },
  ];
}
