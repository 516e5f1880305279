import type { ScaleMoment } from "../scale-settings.js";
import type { WrittenScaleMoment } from "../written.generated.js";
import { readMoment } from "./calendar.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { schedule } from "./schedule.js";

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html */
export function scaleMoments(
  reading: Reading,
  path: string,
  written: readonly WrittenScaleMoment[],
): readonly ScaleMoment[] {
  const seen = new Map<string, number>();
  return written.flatMap((each, index) => {
    const at = `${path}[${index}]`;
    const moment = scaleMoment(reading, at, each);
    if (moment === undefined) return [];
    checkBounds(reading, at, moment);
    const { expression, timezone = "UTC" } = moment;
    const same = seen.get(`${expression} ${timezone}`);
    if (same !== undefined) reportSame(reading, at, `${path}[${same}]`);
    seen.set(`${expression} ${timezone}`, index);
    return [moment];
  });
}

function scaleMoment(reading: Reading, path: string, written: WrittenScaleMoment): ScaleMoment | undefined {
  const { at, timezone, start, end, min, max } = written;
  const bounds = present({ min, max });
  if (!/^\d{4}-/.test(at)) {
    const read = schedule(reading, path, present({ at, timezone, start, end }));
    return read && { ...read, ...bounds };
  }
  const once = readMoment(at);
  if (once === undefined || start !== undefined || end !== undefined) {
    return reading.fail("schedule-invalid", `${path}.at`, `${path}.at cannot be ${at}`, {
      reason:
        once === undefined ? "there is no such moment" : "what happens once has neither a start nor an end",
      hint: "write a moment such as 2027-01-31T08:00:00, which is read in the timezone",
    });
  }
  // Checks the zone alone.
  const read = schedule(reading, path, present({ at: "rate(1 day)", timezone }));
  return read && { ...read, expression: `at(${once.slice(0, -1)})`, ...bounds };
}

function checkBounds(reading: Reading, path: string, { min, max }: ScaleMoment): void {
  if (min === undefined && max === undefined) {
    reading.fail("missing-key", path, `${path} changes neither min nor max`, {
      hint: "write one of them, or both",
    });
  }
  if (min !== undefined && max !== undefined && max < min) {
    reading.fail("scale-range", `${path}.max`, `${path}.max (${max}) is below min (${min})`);
  }
}

function reportSame(reading: Reading, path: string, other: string): void {
  reading.fail("schedule-invalid", path, `${path} happens at the same time as ${other}`, {
    reason: "which of the two would hold is left to chance",
    hint: "write min and max in one of them, or change the time of one",
  });
}
