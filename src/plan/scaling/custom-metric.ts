import type { CustomMetric, MetricSource } from "../../manifest/index.js";
import type { Metric } from "../resources/observability.js";
import type { ScalingMetric } from "../resources/scaling.js";

type Source =
  | { readonly metric: MetricSource }
  | { readonly expression: string; readonly of: Readonly<Record<string, MetricSource>> };

/** https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html */
export function customMetric(
  label: string,
  source: Source | Omit<CustomMetric, "target">,
): Extract<ScalingMetric, { type: "customized" | "expression" }> {
  const read = source as Source;
  if ("metric" in read) return { type: "customized", label, metric: metricOf(read.metric) };
  const ids = Object.entries(read.of).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    type: "expression",
    expression: read.expression,
    label,
    metrics: ids.map(([id, each]) => ({ id, metric: metricOf(each) })),
  };
}

function metricOf({ namespace, name, dimensions, statistic }: MetricSource): Metric {
  return {
    namespace,
    metricName: name,
    dimensions: Object.keys(dimensions)
      .sort()
      .map((key) => ({ name: key, value: dimensions[key] ?? "" })),
    statistic,
    periodSeconds: 60,
  };
}
