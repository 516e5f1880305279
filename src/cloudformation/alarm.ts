import type { Alarm, CompositeAlarm, Metric } from "../plan/resources/observability.js";
import { given, listed } from "./properties.js";
import type { Scope } from "./scope.js";
import type { Json, JsonObject, ResourceBody } from "./template.js";
import { renderEach, renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html */
export function renderAlarm(alarm: Alarm, scope: Scope): ResourceBody {
  return {
    Type: "AWS::CloudWatch::Alarm",
    Properties: {
      AlarmName: alarm.alarmName,
      AlarmDescription: alarm.description,
      ...renderWatch(alarm.watch, scope),
      ComparisonOperator: alarm.comparison,
      Threshold: alarm.threshold,
      EvaluationPeriods: alarm.evaluationPeriods,
      DatapointsToAlarm: alarm.datapointsToAlarm,
      TreatMissingData: alarm.treatMissingData,
      ...given("EvaluateLowSampleCountPercentile", alarm.lowSampleCount),
      ...listed("AlarmActions", renderEach(alarm.actions, scope)),
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-compositealarm.html */
export function renderCompositeAlarm(alarm: CompositeAlarm, scope: Scope): ResourceBody {
  return {
    Type: "AWS::CloudWatch::CompositeAlarm",
    Properties: {
      AlarmName: alarm.alarmName,
      AlarmDescription: alarm.description,
      AlarmRule: alarm.anyOf.map((name) => `ALARM("${name}")`).join(" OR "),
      ...listed("AlarmActions", renderEach(alarm.actions, scope)),
    },
  };
}

function renderWatch(watch: Alarm["watch"], scope: Scope): JsonObject {
  if ("metric" in watch) {
    const { metric } = watch;
    return {
      ...nameMetric(metric, scope),
      ...(basicStatistics.has(metric.statistic)
        ? { Statistic: metric.statistic }
        : { ExtendedStatistic: metric.statistic }),
      Period: metric.periodSeconds,
    };
  }
  return {
    Metrics: [
      { Id: "expression", Expression: watch.expression, Label: watch.label, ReturnData: true },
      ...watch.metrics.map(({ id, metric }) => ({
        Id: id,
        ...renderMetricStat(metric, scope),
        ReturnData: false,
      })),
    ],
  };
}

/** Percentiles and the like are "extended" on an alarm over one metric, and plain within a list of metrics. */
const basicStatistics: ReadonlySet<string> = new Set(["Average", "Maximum", "Minimum", "SampleCount", "Sum"]);

function renderMetricStat(metric: Metric, scope: Scope): JsonObject {
  return {
    MetricStat: { Metric: nameMetric(metric, scope), Period: metric.periodSeconds, Stat: metric.statistic },
  };
}

/** Which metric it is: name space, name and dimensions. */
export function nameMetric(metric: Metric, scope: Scope): JsonObject {
  const dimensions: Json[] = metric.dimensions.map(({ name, value }) => ({
    Name: name,
    Value: renderValue(value, scope),
  }));
  return { Namespace: metric.namespace, MetricName: metric.metricName, ...listed("Dimensions", dimensions) };
}
