import type { Alarm, CompositeAlarm, Metric } from "../plan/resources/observability.js";
import { type Arguments, type Block, block, call, type Expression, object } from "./hcl/tree.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderEach, renderValue } from "./values.js";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_metric_alarm */
export function renderAlarm(alarm: Alarm, scope: Scope): Rendered {
  const { watch } = alarm;
  return {
    arguments: {
      alarm_name: scope.names.named(alarm.alarmName),
      alarm_description: alarm.description,
      ...("metric" in watch ? renderMetric(watch.metric, scope) : {}),
      comparison_operator: alarm.comparison,
      threshold: alarm.threshold,
      evaluation_periods: alarm.evaluationPeriods,
      datapoints_to_alarm: alarm.datapointsToAlarm,
      treat_missing_data: alarm.treatMissingData,
      evaluate_low_sample_count_percentiles: alarm.lowSampleCount,
      alarm_actions: alarm.actions.length === 0 ? undefined : renderEach(alarm.actions, scope),
    },
    blocks: "metric" in watch ? [] : renderQueries(watch, scope),
  };
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_composite_alarm */
export function renderCompositeAlarm(alarm: CompositeAlarm, scope: Scope): Rendered {
  const names = alarm.anyOf.map((name) => scope.names.named(name));
  return {
    arguments: {
      alarm_name: scope.names.named(alarm.alarmName),
      alarm_description: alarm.description,
      alarm_rule: call("join", " OR ", call("formatlist", 'ALARM("%s")', names)),
      alarm_actions: alarm.actions.length === 0 ? undefined : renderEach(alarm.actions, scope),
    },
  };
}

function renderMetric(metric: Metric, scope: Scope): Arguments {
  return {
    namespace: metric.namespace,
    metric_name: metric.metricName,
    dimensions: renderDimensions(metric, scope),
    [basicStatistics.has(metric.statistic) ? "statistic" : "extended_statistic"]: metric.statistic,
    period: metric.periodSeconds,
  };
}

/** Percentiles and the like are "extended" on an alarm over one metric, and plain within a list of metrics. */
const basicStatistics: ReadonlySet<string> = new Set(["Average", "Maximum", "Minimum", "SampleCount", "Sum"]);

function renderQueries(
  { expression, label, metrics }: Extract<Alarm["watch"], { expression: string }>,
  scope: Scope,
): readonly Block[] {
  return [
    block("metric_query", { id: "expression", expression, label, return_data: true }),
    ...metrics.map(({ id, metric }) =>
      block("metric_query", [
        { name: "id", value: id },
        block("metric", {
          namespace: metric.namespace,
          metric_name: metric.metricName,
          dimensions: renderDimensions(metric, scope),
          stat: metric.statistic,
          period: metric.periodSeconds,
        }),
      ]),
    ),
  ];
}

function renderDimensions({ dimensions }: Metric, scope: Scope): Expression | undefined {
  if (dimensions.length === 0) return undefined;
  return object(Object.fromEntries(dimensions.map(({ name, value }) => [name, renderValue(value, scope)])));
}
