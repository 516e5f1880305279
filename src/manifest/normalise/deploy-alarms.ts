import { suggest } from "../../diagnostics/index.js";
import type { RollbackAlarms } from "../deploy-settings.js";
import { alarmArnPattern } from "../schema/patterns.js";
import type { WrittenDeployAlarms } from "../written.generated.js";
import { fractionOfSeconds, seconds } from "./duration.js";
import { percent } from "./percent.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

/** Limits of the alarms that a list names. */
const limits = {
  errors: { errorsPercent: 5 },
  latency: { latencySeconds: 1 },
  cpu: { cpuPercent: 90 },
  memory: { memoryPercent: 90 },
  queueAge: { queueAge: { maxSeconds: 600 } },
} as const;

const own: readonly string[] = Object.keys(limits);
const fourteenDays = 1_209_600;

export function rollbackAlarms(reading: Reading, path: string, written: WrittenDeployAlarms): RollbackAlarms {
  if (isList(written)) {
    const named = written.flatMap((name) => (isOwn(name) ? [limits[name]] : []));
    const others = written.flatMap((name, index) => {
      return isOwn(name) ? [] : (nameOf(reading, `${path}[${index}]`, name) ?? []);
    });
    return Object.assign({}, ...named, { others, rollback: true }) as RollbackAlarms;
  }
  const { errors, latency, cpu, memory, queueAge, others = [], rollback = true } = written;
  return present({
    errorsPercent: percent(reading, `${path}.errors`, errors, 0, 100),
    latencySeconds: fractionOfSeconds(reading, `${path}.latency`, latency, 0.001, 3600),
    cpuPercent: percent(reading, `${path}.cpu`, cpu, 1, 100),
    memoryPercent: percent(reading, `${path}.memory`, memory, 1, 100),
    queueAge: ifWritten(queueAge, (each) => {
      const isText = typeof each === "string";
      const at = isText ? `${path}.queueAge` : `${path}.queueAge.max`;
      const maxSeconds = seconds(reading, at, isText ? each : each.max, 1, fourteenDays);
      return maxSeconds === undefined ? undefined : { maxSeconds, ...(!isText && { queue: each.queue }) };
    }),
    others: others.flatMap((name, index) => nameOf(reading, `${path}.others[${index}]`, name) ?? []),
    rollback,
  });
}

function isList(written: WrittenDeployAlarms): written is readonly string[] {
  return Array.isArray(written);
}

function isOwn(name: string): name is keyof typeof limits {
  return own.includes(name);
}

/** ECS takes the name alone, of an alarm of the same account and region. */
function nameOf(reading: Reading, path: string, written: string): string | undefined {
  const name = alarmArnPattern.exec(written)?.[1];
  if (name !== undefined) return name;
  const meant = suggest(written, own);
  return reading.fail("unknown-reference", path, `${path}: there is no alarm "${written}"`, {
    reason: "an alarm of another owner is named by its ARN",
    hint: meant === undefined ? `a service has the alarms ${own.join(", ")}` : `did you mean "${meant}"?`,
  });
}
