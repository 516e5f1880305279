import type { Schema } from "./fields.js";
import { block, define, either, field, flag, required, text } from "./fields.js";
import { duration } from "./values.js";

const at = (): Schema =>
  text(
    "rate(1 day), five fields of cron such as 0 3 * * *, or cron(0 3 * * ? *)",
    /^(?:rate\(|cron\(|@|\S+\s+\S)/,
  );
export const moment = (): Schema =>
  text("a date such as 2027-01-31, or a moment such as 2027-01-31T08:00:00Z", /^\d{4}-/);

/** https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
export const schedule: Schema = define(
  "Schedule",
  either(
    "a text such as rate(1 day) or 0 3 * * *, or a map of at, timezone, start, end, window and enabled",
    at(),
    block({
      at: required("When the job starts.", at(), "0 3 * * *", "rate(1 day)", "cron(0 3 * * ? *)"),
      timezone: field(
        "Zone in which the fields of cron are read; UTC when left out.",
        text("a time zone such as Europe/Madrid", /^\S+$/),
        "Europe/Madrid",
      ),
      start: field("The first moment at which it may start, in UTC.", moment(), "2027-01-31"),
      end: field("The last moment at which it may start, in UTC.", moment(), "2027-12-31T23:59:00Z"),
      window: field("Start at any moment within this time after it is due.", duration("10m"), "10m"),
      enabled: field("Start by the schedule at all; true when left out.", flag()),
    }),
  ),
);
