import * as z from "zod/mini";
import { external } from "../external.js";
import { about, field } from "../fields.js";
import { phrase } from "../phrase.js";

export const key: z.ZodMiniObject = z.strictObject(
  {
    type: z.literal("kms").register(about, {
      description: "A KMS key, renewed every year, that other resources are encrypted with.",
    }),
    import: field(
      "A key that exists already.",
      external("kmsKey"),
      "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    ),
  },
  { error: phrase("a map", undefined, { unrecognized_keys: "type import" }) },
);
