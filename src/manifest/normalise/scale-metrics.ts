import { suggest } from "../../diagnostics/index.js";
import type { CustomMetric, MetricSource } from "../scale-settings.js";
import type { WrittenMetricSource, WrittenScaleMetric } from "../written.generated.js";
import { cooldowns } from "./cooldown.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

/** What has a key of its own under `scale`, and so a policy of that name. */
const taken = ["cpu", "memory", "requests", "backlog", "predictive", "response-time"];

export function customMetrics(
  reading: Reading,
  path: string,
  written: Readonly<Record<string, WrittenScaleMetric>>,
): Record<string, CustomMetric> {
  const metrics: Record<string, CustomMetric> = {};
  for (const [name, each] of Object.entries(written)) {
    const at = `${path}.${name}`;
    if (taken.includes(name)) {
      reading.fail("invalid-key", at, `"${name}" cannot be a name of ${path}`, {
        reason: "the policy of the metric that is built in has that name",
        hint: "choose another",
      });
      continue;
    }
    const source = readSource(reading, at, each);
    if (source === undefined) continue;
    const { target, cooldown } = each;
    if (target !== undefined && target <= 0) {
      reading.fail("invalid-value", `${at}.target`, `${at}.target must be above 0, not ${target}`, {
        reason: "the number of tasks follows the ratio of the metric to its target",
      });
    }
    metrics[name] = { ...source, ...present({ target }), ...cooldowns(reading, `${at}.cooldown`, cooldown) };
  }
  return metrics;
}

type Source =
  | { readonly metric: MetricSource }
  | { readonly expression: string; readonly of: Readonly<Record<string, MetricSource>> };

/** A metric, or an expression with the metrics that it is over. */
function readSource(reading: Reading, path: string, written: WrittenScaleMetric): Source | undefined {
  const { namespace, name, expression, of } = written;
  if (expression !== undefined && of !== undefined && namespace === undefined && name === undefined) {
    checkExpression(reading, path, expression, Object.keys(of));
    return {
      expression,
      of: Object.fromEntries(Object.entries(of).map(([id, each]) => [id, sourceOf(each)])),
    };
  }
  if (expression === undefined && of === undefined && namespace !== undefined && name !== undefined) {
    return { metric: sourceOf({ ...written, namespace, name }) };
  }
  return reading.fail("invalid-value", path, `${path} does not say which metric it is`, {
    reason: "it is either one metric or an expression over several",
    hint: "write namespace and name, or expression and of",
  });
}

function sourceOf({
  namespace,
  name,
  dimensions = {},
  statistic = "Average",
}: WrittenMetricSource): MetricSource {
  return { namespace, name, dimensions, statistic };
}

/** Words of an expression that start in lower case are ids, for functions and key words are in upper case. */
function checkExpression(reading: Reading, path: string, expression: string, ids: readonly string[]): void {
  const texts = expression.replaceAll(/"[^"]*"|'[^']*'/g, "");
  const used = new Set(texts.match(/(?<![A-Za-z0-9_])[a-z][A-Za-z0-9_]*/g) ?? []);
  const unknown = [...used].find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    const meant = suggest(unknown, ids);
    reading.fail(
      "unknown-reference",
      `${path}.expression`,
      `${path}.expression names "${unknown}", which is not in of`,
      {
        hint: meant === undefined ? `its metrics are ${ids.join(", ")}` : `did you mean "${meant}"?`,
      },
    );
    return;
  }
  const idle = ids.find((id) => !used.has(id));
  if (idle === undefined) return;
  reading.fail("invalid-value", `${path}.of.${idle}`, `${path}.expression does not use "${idle}"`, {
    hint: "use it, or remove it from of",
  });
}
