import * as z from "zod/mini";
import type { Shape } from "../fields.js";
import { about } from "../fields.js";
import { phrase } from "../phrase.js";
import { encryption, imported } from "./imported.js";

const fields: Shape = {
  ...imported("secret", "secret", "shop/token"),
  encryption: encryption("aws", "the secret"),
};

export const secret: z.ZodMiniObject = z.strictObject(
  {
    type: z
      .literal("secret")
      .register(about, { description: "A secret, made empty; its owner sets the value." }),
    ...fields,
  },
  { error: phrase("a map", undefined, { unrecognized_keys: ["type", ...Object.keys(fields)].join(" ") }) },
);
