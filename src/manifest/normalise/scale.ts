import type { PredictiveScale, Scale, ScaleMetric } from "../scale-settings.js";
import type { WrittenScale } from "../written.generated.js";
import { cooldowns, type WrittenCooldown } from "./cooldown.js";
import { fractionOfSeconds, seconds } from "./duration.js";
import { percent } from "./percent.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";
import { customMetrics } from "./scale-metrics.js";
import { scaleMoments } from "./scale-schedule.js";
import { scaleSteps } from "./scale-steps.js";

/** A number stands for both bounds. */
export function scale(reading: Reading, path: string, written: WrittenScale = {}): Scale {
  if (typeof written === "number") return { min: written, max: written };
  const { min, max } = written;
  if (min !== undefined && max !== undefined && max < min) {
    reading.fail("scale-range", `${path}.max`, `${path}.max (${max}) is below min (${min})`, {
      hint: "swap the two, or write one number for a fixed count",
    });
  }
  const metric = readMetric(reading, path);
  const metrics = ifWritten(written.metrics, (each) => customMetrics(reading, `${path}.metrics`, each));
  const steps = ifWritten(written.steps, (each) => scaleSteps(reading, `${path}.steps`, each, metrics ?? {}));
  for (const [name, { target }] of Object.entries(metrics ?? {})) {
    if (target !== undefined || Object.hasOwn(written.steps ?? {}, name)) continue;
    reading.fail("missing-key", `${path}.metrics.${name}.target`, `${path}.metrics.${name} has no target`, {
      hint: `write the value to keep, or ranges of it as steps.${name}`,
    });
  }
  return present({
    min,
    max,
    cpuPercent: metric("cpu", written.cpu, utilisation(reading)),
    memoryPercent: metric("memory", written.memory, utilisation(reading)),
    requestsPerMinute: metric("requests", written.requests, (_, target) => target),
    responseTimeSeconds: metric("responseTime", written.responseTime, (at, target: string) =>
      fractionOfSeconds(reading, at, target, 0.001, 60),
    ),
    backlog: ifWritten(written.backlog, ({ queue, perTask, cooldown }) => ({
      queue,
      target: perTask,
      ...cooldowns(reading, `${path}.backlog.cooldown`, cooldown),
    })),
    metrics,
    steps,
    schedule: ifWritten(written.schedule, (each) => scaleMoments(reading, `${path}.schedule`, each)),
    predictive: ifWritten(written.predictive, (each) => predictive(reading, `${path}.predictive`, each)),
    ...cooldowns(reading, `${path}.cooldown`, written.cooldown),
  });
}

type WrittenMetric<T> = T | { readonly target: T; readonly cooldown?: WrittenCooldown };
type WrittenMap = Exclude<WrittenScale, number>;

function readMetric(
  reading: Reading,
  path: string,
): <T extends string | number>(
  name: string,
  written: WrittenMetric<T> | undefined,
  read: (at: string, target: T) => number | undefined,
) => ScaleMetric | undefined {
  return (name, written, read) => {
    if (written === undefined) return undefined;
    const at = `${path}.${name}`;
    const isMap = typeof written === "object";
    const target = isMap ? read(`${at}.target`, written.target) : read(at, written);
    if (target === undefined) return undefined;
    return { target, ...(isMap && cooldowns(reading, `${at}.cooldown`, written.cooldown)) };
  };
}

function utilisation(reading: Reading): (at: string, target: string | number) => number | undefined {
  return (at, target) => percent(reading, at, target, 1, 100);
}

const oneHour = 3600;

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredictiveScalingPolicyConfiguration.html */
function predictive(
  reading: Reading,
  path: string,
  written: NonNullable<WrittenMap["predictive"]>,
): PredictiveScale {
  if (typeof written === "string") return { metric: "cpu", mode: written };
  const { metric = "cpu", mode = "forecast", target } = written;
  return present({
    metric,
    mode,
    target:
      metric === "requests"
        ? percent(reading, `${path}.target`, target, 1, 1_000_000_000)
        : percent(reading, `${path}.target`, target, 1, 100),
    aheadSeconds: seconds(reading, `${path}.ahead`, written.ahead, 0, oneHour),
    beyondMaxPercent: percent(reading, `${path}.beyondMax`, written.beyondMax, 0, 100),
  });
}
