import * as z from "zod/mini";
import { external } from "../external.js";
import { about, field } from "../fields.js";
import { phrase } from "../phrase.js";

export const bucket: z.ZodMiniObject = z.strictObject(
  {
    type: z.literal("s3").register(about, { description: "An S3 bucket." }),
    import: field("A bucket that exists already.", external("bucket"), "shop-files"),
  },
  { error: phrase("a map", undefined, { unrecognized_keys: "type import" }) },
);
