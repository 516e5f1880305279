import { jobAlarms } from "./alarms.js";
import { processSettings, variables } from "./container.js";
import type { Schema } from "./fields.js";
import { block, define, field, whole } from "./fields.js";
import { parallel } from "./parallel.js";
import { schedule } from "./schedule.js";
import { taskFields } from "./task.js";
import { adviseUnquoted, duration } from "./values.js";

/** Tasks that run to completion. */
export const job: Schema = define(
  "Job",
  block({
    ...taskFields,
    ...processSettings,
    ...variables,
    alarms: field("An alarm when a run fails; off for none.", jobAlarms, "off"),
    timeout: field("Longest time of one attempt.", duration("15m"), "15m"),
    retries: field("Attempts after the first that fails, at most 10.", whole(0, 10, adviseUnquoted), 2),
    schedule: field("When the job starts by itself.", schedule, "rate(1 day)", "0 3 * * *", {
      at: "cron(0 3 * * ? *)",
      timezone: "Europe/Madrid",
    }),
    parallel: field("Run one task for each item of a list.", parallel, 20, {
      over: "s3://${resources.Work.name}/items.json",
      max: 200,
      tolerate: "1 %",
    }),
  }),
);
