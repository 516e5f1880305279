import type { Schema } from "./fields.js";
import { block, either, field } from "./fields.js";
import { duration } from "./values.js";

export const logs: Schema = either(
  "a duration such as 30d, or a map of retention",
  duration("30d"),
  block({ retention: field("How long log lines are kept, in days.", duration("30d"), "30d") }),
);
