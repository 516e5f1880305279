import { suggest } from "../../diagnostics/index.js";
import type { JobSchedule } from "../job-settings.js";
import type { WrittenSchedule } from "../written.generated.js";
import { neverFires, readMoment } from "./calendar.js";
import { type CronFacts, readAwsCron, translateCron } from "./cron.js";
import { seconds } from "./duration.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { timeZones } from "./time-zones.js";

/** A text stands for `at` alone. https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
export function schedule(reading: Reading, path: string, written: WrittenSchedule): JobSchedule | undefined {
  const isText = typeof written === "string";
  const settings = isText ? { at: written } : written;
  const at = isText ? path : `${path}.at`;
  const start = moment(reading, `${path}.start`, settings.start);
  const end = moment(reading, `${path}.end`, settings.end);
  if (start !== undefined && end !== undefined && end <= start) {
    fail(reading, `${path}.end`, `${path} never fires: its end is not after its start`);
  }
  const timezone = zone(reading, `${path}.timezone`, settings.timezone);
  const windowMinutes = minutes(reading, `${path}.window`, settings.window);
  const expression = readExpression(reading, at, settings.at, { start, end });
  if (expression === undefined) return undefined;
  return present({ expression, timezone, start, end, windowMinutes, enabled: settings.enabled });
}

function readExpression(
  reading: Reading,
  path: string,
  text: string,
  between: { readonly start?: string | undefined; readonly end?: string | undefined },
): string | undefined {
  const rate = /^rate\((.*)\)$/.exec(text.trim())?.[1];
  if (rate !== undefined) return readRate(reading, path, rate);
  const six = /^cron\((.*)\)$/.exec(text.trim())?.[1];
  const read = six === undefined ? translateCron(text) : readAwsCron(six);
  if ("problem" in read) {
    const form = "write rate(1 day), five fields such as 0 3 * * *, or cron(0 3 * * ? *)";
    return fail(reading, path, `${path}: ${read.problem}`, { hint: form, ...withoutProblem(read) });
  }
  const never = neverFires(read satisfies CronFacts, between);
  if (never === undefined) return read.expression;
  return fail(reading, path, `${path} never fires: ${never}`, { hint: "choose a day that exists" });
}

function withoutProblem({ reason, hint }: { readonly reason?: string; readonly hint?: string }): {
  reason?: string;
  hint?: string;
} {
  return present({ reason, hint });
}

/** `rate(1 day)`, `rate(12 hours)`: AWS wants the singular for one and the plural for more. */
function readRate(reading: Reading, path: string, text: string): string | undefined {
  const match = /^\s*(\d{1,9})\s+(minute|hour|day)(s?)\s*$/.exec(text);
  const count = Number(match?.[1]);
  if (match === null || count < 1) {
    return fail(reading, path, `${path} cannot be rate(${text})`, {
      hint: "write a number of 1 or more and a unit, such as rate(5 minutes), rate(1 hour) or rate(7 days)",
    });
  }
  const right = `rate(${count} ${match[2]}${count === 1 ? "" : "s"})`;
  if ((count === 1) === (match[3] === "")) return right;
  return fail(reading, path, `${path} cannot be rate(${text})`, {
    reason: "AWS takes the singular for one and the plural for more",
    hint: `write ${right}`,
  });
}

function moment(reading: Reading, path: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const read = readMoment(text);
  if (read !== undefined) return read;
  return fail(reading, path, `${path} cannot be "${text}": there is no such moment`, {
    hint: "write a date such as 2027-01-31, or a moment in UTC such as 2027-01-31T08:00:00Z",
  });
}

function zone(reading: Reading, path: string, name: string | undefined): string | undefined {
  if (name === undefined || timeZones().has(name)) return name;
  const meant = suggest(name, timeZones());
  return fail(reading, path, `there is no time zone "${name}"`, {
    hint: meant === undefined ? "use a name such as Europe/Madrid or UTC" : `did you mean "${meant}"?`,
  });
}

const oneMinute = 60;
const oneDay = 86_400;

function minutes(reading: Reading, path: string, written: string | undefined): number | undefined {
  const window = seconds(reading, path, written, oneMinute, oneDay);
  if (window === undefined || window % oneMinute === 0) return window && window / oneMinute;
  return reading.fail("invalid-value", path, `${path} must be whole minutes, not ${written}`);
}

function fail(
  reading: Reading,
  path: string,
  message: string,
  details: { readonly reason?: string; readonly hint?: string } = {},
): undefined {
  return reading.fail("schedule-invalid", path, message, details);
}
