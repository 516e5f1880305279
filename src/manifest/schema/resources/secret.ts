import * as z from "zod/mini";
import { about } from "../fields.js";
import { phrase } from "../phrase.js";

export const secret: z.ZodMiniObject = z.strictObject(
  {
    type: z
      .literal("secret")
      .register(about, { description: "A secret, made empty; its owner sets the value." }),
  },
  { error: phrase("a map", undefined, { unrecognized_keys: "type" }) },
);
