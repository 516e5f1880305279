import * as z from "zod/mini";
import type { Schema, Shape } from "../fields.js";
import { about, block, define, either, field, flag, list, text } from "../fields.js";
import { phrase } from "../phrase.js";
import { duration } from "../values.js";
import { encryption, imported } from "./imported.js";

const days = (description: string, example: string): Schema => field(description, duration(example), example);

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html */
const transitions = block({
  STANDARD_IA: days("Infrequent access, after 30 days or more.", "30d"),
  INTELLIGENT_TIERING: days("The class that follows how often an object is read.", "0d"),
  ONEZONE_IA: days("Infrequent access in one zone, after 30 days or more.", "30d"),
  GLACIER_IR: days("Archive that answers at once.", "90d"),
  GLACIER: days("Archive that answers in minutes to hours.", "90d"),
  DEEP_ARCHIVE: days("Archive that answers in hours to days.", "180d"),
});

const rule: Schema = define(
  "BucketLifecycle",
  block({
    prefix: field("Start of the keys it is for; all objects when left out.", text("a text", /\S/), "logs/"),
    expire: days("Age at which objects are deleted.", "90d"),
    noncurrent: days("How long a version is kept once there is a newer one.", "30d"),
    abortUploads: days("Age at which uploads that never ended are removed; 7d when left out.", "7d"),
    transitions: field("Ages at which objects move to cheaper storage, by storage class.", transitions, {
      STANDARD_IA: "30d",
      GLACIER: "90d",
    }),
  }),
);

const fields: Shape = {
  ...imported("bucket", "bucket", "shop-files"),
  versioning: field("Keep earlier versions of objects.", flag()),
  encryption: encryption("s3", "the objects"),
  lifecycle: field(
    "What happens to objects as they age.",
    either("a map of ages, or a list of such maps", rule, list(rule, "a list with at least one rule", 1)),
    { expire: "90d" },
  ),
};

export const bucket: z.ZodMiniObject = z.strictObject(
  { type: z.literal("s3").register(about, { description: "An S3 bucket." }), ...fields },
  { error: phrase("a map", undefined, { unrecognized_keys: ["type", ...Object.keys(fields)].join(" ") }) },
);
