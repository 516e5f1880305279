import type { AlarmSettings } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { Workload } from "../service/workload.js";

/** What a service is held to; absent where there is no alarm. */
export interface AlarmLimits {
  readonly errorRatePercent?: number;
  readonly latencySeconds?: number;
  readonly cpuPercent?: number;
  readonly memoryPercent?: number;
  readonly queueAgeSeconds?: number;
}

/** Its own limits, else those of the application, else the defaults. */
export function alarmLimits(context: ResolveContext, { settings, origin }: Workload): AlarmLimits {
  const own = typeof settings.alarms === "object" ? settings.alarms : {};
  const { alarms: shared } = context.manifest;
  const limit = (
    key: keyof AlarmSettings,
    field: string,
    otherwise: number | undefined,
    reason: string,
    unit: string,
  ): Partial<AlarmLimits> => {
    const decided = context.decide(
      `${origin}.alarms.${field}`,
      own[key] ?? shared[key],
      otherwise,
      reason,
      unit,
    );
    return decided === undefined || decided === false ? {} : { [key]: decided };
  };
  return {
    ...limit("errorRatePercent", "errorRate", 5, "single errors are no reason to wake somebody", "%"),
    ...limit("latencySeconds", "latency", undefined, "what is slow differs by service", "s"),
    ...limit("cpuPercent", "cpu", 90, "above it requests wait", "%"),
    ...limit("memoryPercent", "memory", 90, "at 100 % tasks are killed", "%"),
    ...limit("queueAgeSeconds", "queueAge", undefined, "how long messages may wait differs by queue", "s"),
  };
}
