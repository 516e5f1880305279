import type { AlarmSettings, ApplicationAlarms } from "../observability-settings.js";
import type { WrittenManifest, WrittenService } from "../written.generated.js";
import { fractionOfSeconds, retentionDays, seconds } from "./duration.js";
import { percent } from "./percent.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";

type WrittenAlarms = NonNullable<WrittenService["alarms"]>;
type WrittenLimits = Exclude<WrittenAlarms, boolean | "off">;

const fourteenDays = 1_209_600;

/** Of a service or job: false makes none, true those of the application, a map its own limits. */
export function alarms(
  reading: Reading,
  path: string,
  written: WrittenService["alarms"],
): boolean | AlarmSettings | undefined {
  if (written === undefined || typeof written === "boolean") return written;
  return written === "off" ? false : limits(reading, path, written);
}

export function applicationAlarms(
  reading: Reading,
  written: WrittenManifest["alarms"] = {},
): ApplicationAlarms {
  const { notify = [], composite, encryption, events } = written;
  if (encryption !== undefined && !notify.some((target) => !target.startsWith("arn:"))) {
    reading.fail("invalid-value", "alarms.encryption", "no topic is made that a key could encrypt", {
      hint: "add an e-mail address to alarms.notify, or remove encryption",
    });
  }
  if (composite === true && notify.length === 0) {
    reading.fail("missing-key", "alarms.notify", "alarms.composite tells nobody", {
      hint: "add alarms.notify: [ops@example.com]",
    });
  }
  return present({
    notify,
    composite,
    encryption,
    eventRetentionDays: retentionDays(reading, "alarms.events", events),
    ...limits(reading, "alarms", written),
  });
}

function limits(reading: Reading, path: string, written: WrittenLimits): AlarmSettings {
  const { errorRate, latency, cpu, memory, queueAge } = written;
  const unlessOff = <W, T>(value: W | "off" | undefined, read: (value: W) => T): T | false | undefined =>
    value === undefined ? undefined : value === "off" ? false : read(value);
  const share = (key: string, value: number | string | undefined, min: number): number | false | undefined =>
    unlessOff(value, (each) => percent(reading, `${path}.${key}`, each, min, 100));
  return present({
    errorRatePercent: share("errorRate", errorRate, 0),
    latencySeconds: unlessOff(latency, (each) =>
      fractionOfSeconds(reading, `${path}.latency`, each, 0.001, 3600),
    ),
    cpuPercent: share("cpu", cpu, 1),
    memoryPercent: share("memory", memory, 1),
    queueAgeSeconds: unlessOff(queueAge, (each) =>
      seconds(reading, `${path}.queueAge`, each, 1, fourteenDays),
    ),
  });
}
