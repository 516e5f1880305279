import type { Schema } from "./fields.js";
import { anyNumber, block, define, either, field, form, oneOf, required, text, whole } from "./fields.js";
import { percentPattern } from "./patterns.js";
import { deferred } from "./text.js";
import { adviseUnquoted } from "./values.js";

const tasks = (): Schema => whole(1, 10_000, adviseUnquoted);
const s3Form = /^s3:\/\//;
const object = (example: string): Schema =>
  either(`an address such as ${example}`, form(`an address such as ${example}`, s3Form), deferred);

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html */
export const parallel: Schema = define(
  "Parallel",
  either(
    "a number of tasks, or a map of max, over, format, tolerate and results",
    tasks(),
    block({
      max: required("Tasks that run at the same time.", tasks(), 200),
      over: field(
        "The list: an object of S3. Left out, the list is given when the job is started.",
        object("s3://${resources.Work.name}/items.json"),
        "s3://${resources.Work.name}/items.json",
      ),
      format: field(
        "Form of the list; taken from the ending of its name when left out.",
        oneOf("json", "csv", "jsonl"),
      ),
      tolerate: field(
        "Items that may fail before the whole run fails: a share such as 1 %, or a number of items.",
        either(
          'a share such as "1 %", or a number of items',
          anyNumber(),
          text('a share such as "1 %"', percentPattern),
        ),
        "1 %",
        5,
      ),
      results: field(
        "Where the results are written: a prefix of a bucket.",
        object("s3://${resources.Results.name}/runs"),
        "s3://${resources.Results.name}/runs",
      ),
    }),
  ),
);
