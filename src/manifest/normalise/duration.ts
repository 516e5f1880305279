import type { Reading } from "./reading.js";

const secondsIn: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `5m` to 300, within bounds in seconds. Undefined stays undefined. */
export function seconds(
  reading: Reading,
  path: string,
  written: string | undefined,
  min: number,
  max: number,
): number | undefined {
  if (written === undefined) return undefined;
  const value = Number.parseInt(written, 10) * (secondsIn[written.slice(-1)] ?? 1);
  if (value >= min && value <= max) return value;
  return reading.fail("invalid-value", path, `${path} must be from ${min}s to ${max}s, not ${written}`);
}

/** `5m` to 5, within bounds in minutes. */
export function wholeMinutes(
  reading: Reading,
  path: string,
  written: string | undefined,
  min: number,
  max: number,
): number | undefined {
  if (written === undefined) return undefined;
  const minutes = (Number.parseInt(written, 10) * (secondsIn[written.slice(-1)] ?? 1)) / 60;
  if (Number.isInteger(minutes) && minutes >= min && minutes <= max) return minutes;
  return reading.fail("invalid-value", path, `${path} must be from ${min}m to ${max}m, not ${written}`, {
    reason: "it is counted in whole minutes",
  });
}

/** `300ms` to 0.3, within bounds in seconds. */
export function fractionOfSeconds(
  reading: Reading,
  path: string,
  written: string | undefined,
  min: number,
  max: number,
): number | undefined {
  if (written === undefined) return undefined;
  const count = Number.parseInt(written, 10);
  const value = written.endsWith("ms") ? count / 1000 : count;
  if (value >= min && value <= max) return value;
  return reading.fail(
    "invalid-value",
    path,
    `${path} must be from ${min * 1000}ms to ${max}s, not ${written}`,
  );
}

/** `30d` to 30, within bounds in days. */
export function wholeDays(
  reading: Reading,
  path: string,
  written: string | undefined,
  min: number,
  max: number,
): number | undefined {
  if (written === undefined) return undefined;
  const days = (Number.parseInt(written, 10) * (secondsIn[written.slice(-1)] ?? 1)) / 86_400;
  if (Number.isInteger(days) && days >= min && days <= max) return days;
  return reading.fail("invalid-value", path, `${path} must be from ${min}d to ${max}d, not ${written}`, {
    reason: "it is counted in whole days",
  });
}

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

/** `30d` to 30, one of the values that CloudWatch Logs keeps. */
export function retentionDays(
  reading: Reading,
  path: string,
  written: string | undefined,
): number | undefined {
  if (written === undefined) return undefined;
  const days = (Number.parseInt(written, 10) * (secondsIn[written.slice(-1)] ?? 1)) / 86_400;
  if (retentions.includes(days)) return days;
  const nearest = retentions.reduce((best, each) =>
    Math.abs(each - days) < Math.abs(best - days) ? each : best,
  );
  return reading.fail("invalid-value", path, `${path} cannot be ${written}`, {
    reason: `CloudWatch keeps logs for ${retentions.join(", ")} days`,
    hint: `the nearest is ${nearest}d`,
  });
}
