import { suggest } from "../../diagnostics/index.js";
import type { CustomMetric, ScaleStep, ScaleSteps, StepsOneWay } from "../scale-settings.js";
import type { WrittenScaleStep } from "../written.generated.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

type ByMetric = Readonly<Record<string, readonly WrittenScaleStep[]>>;

/** https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html */
export function scaleSteps(
  reading: Reading,
  path: string,
  written: ByMetric,
  metrics: Readonly<Record<string, CustomMetric>>,
): Record<string, ScaleSteps> {
  const steps: Record<string, ScaleSteps> = {};
  const known = ["cpu", "memory", ...Object.keys(metrics)];
  for (const [metric, ranges] of Object.entries(written)) {
    const at = `${path}.${metric}`;
    if (!known.includes(metric)) {
      const meant = suggest(metric, known);
      reading.fail("unknown-reference", at, `${path} has ranges of "${metric}", which is no metric`, {
        hint:
          meant === undefined
            ? "the metrics are cpu, memory and the names of metrics"
            : `did you mean "${meant}"?`,
      });
      continue;
    }
    if (metrics[metric]?.target !== undefined) {
      reading.fail("invalid-value", at, `${metric} has a target and ranges`, {
        reason: "two policies over one metric would work against each other",
        hint: `remove metrics.${metric}.target or steps.${metric}`,
      });
      continue;
    }
    const out = oneWay(reading, at, ranges, "add");
    const back = oneWay(reading, at, ranges, "remove");
    checkSides(reading, at, out, back);
    steps[metric] = present({ out, in: back });
  }
  return steps;
}

/** The ranges of one direction, which must leave no gap and share nothing. */
function oneWay(
  reading: Reading,
  path: string,
  ranges: readonly WrittenScaleStep[],
  key: "add" | "remove",
): StepsOneWay | undefined {
  const own = ranges.flatMap((range, index) => {
    const change = range[key];
    if (key === "add") checkRange(reading, `${path}[${index}]`, range);
    return change === undefined ? [] : [{ index, change, ...present({ from: range.from, to: range.to }) }];
  });
  if (own.length === 0) return undefined;
  const units = new Set(own.map(({ change }) => (typeof change === "number" ? "tasks" : "percent")));
  if (units.size > 1) {
    return reading.fail("invalid-value", path, `${path} mixes numbers of tasks with shares of them`, {
      reason: `all ranges that ${key} tasks are one policy, which counts one way`,
      hint: "write all of them as numbers, or all in percent",
    });
  }
  const ordered = own.sort((a, b) => lower(a) - lower(b));
  for (const [place, next] of ordered.entries()) {
    const last = ordered[place - 1];
    if (last !== undefined) checkNext(reading, `${path}[${next.index}]`, last, next);
  }
  const nearestFirst = key === "add" ? ordered : ordered.reverse();
  const threshold = key === "add" ? nearestFirst[0]?.from : nearestFirst[0]?.to;
  if (threshold === undefined) return reportOpen(reading, path, key);
  const furthest = nearestFirst.at(-1);
  const end = key === "add" ? furthest?.to : furthest?.from;
  if (end !== undefined) reportEnd(reading, `${path}[${furthest?.index ?? 0}]`, key, end);
  const steps = nearestFirst.map(({ index: _, change, ...range }): ScaleStep => {
    return { ...range, change: typeof change === "number" ? change : Number.parseInt(change, 10) };
  });
  return { unit: units.has("percent") ? "percent" : "tasks", threshold, steps };
}

function lower({ from }: { readonly from?: number }): number {
  return from ?? Number.NEGATIVE_INFINITY;
}

function checkRange(reading: Reading, path: string, { from, to, add, remove }: WrittenScaleStep): void {
  if ((add === undefined) === (remove === undefined)) {
    reading.fail("invalid-value", path, `${path} must either add or remove tasks`, {
      hint: "write one of the two, such as { from: 70, add: 1 }",
    });
  }
  if (from !== undefined && to !== undefined && to <= from) {
    reading.fail("invalid-value", `${path}.to`, `${path} ends at ${to}, which is not above ${from}`);
  }
}

function checkNext(
  reading: Reading,
  path: string,
  last: { readonly to?: number },
  next: { readonly from?: number },
): void {
  if (last.to !== undefined && last.to === next.from) return;
  const isGap = last.to !== undefined && next.from !== undefined && next.from > last.to;
  const message = isGap
    ? `the ranges leave a gap from ${last.to} to ${next.from}`
    : `the ranges overlap from ${next.from ?? "the lowest value"} on`;
  reading.fail("invalid-value", path, `${path}: ${message}`, {
    reason: "AWS takes ranges that follow each other",
    hint: "let each begin where the one before ends",
  });
}

function reportOpen(reading: Reading, path: string, key: "add" | "remove"): undefined {
  const end = key === "add" ? "from" : "to";
  return reading.fail("invalid-value", path, `${path} would always ${key} tasks`, {
    hint: `write ${end} in every range that ${key === "add" ? "adds" : "removes"} tasks`,
  });
}

function reportEnd(reading: Reading, path: string, key: "add" | "remove", end: number): void {
  const [far, word] = key === "add" ? ["above", "to"] : ["below", "from"];
  reading.fail("invalid-value", path, `${path}: nothing happens ${far} ${end}`, {
    reason: "a metric that is even further off would change nothing",
    hint: `leave ${word} out of the last range`,
  });
}

function checkSides(
  reading: Reading,
  path: string,
  out: StepsOneWay | undefined,
  back: StepsOneWay | undefined,
): void {
  if (out === undefined || back === undefined || back.threshold < out.threshold) return;
  reading.fail(
    "invalid-value",
    path,
    `${path} removes tasks up to ${back.threshold} and adds them from ${out.threshold} on`,
    {
      reason: "the service would grow and shrink without end",
      hint: "leave some room between the two",
    },
  );
}
