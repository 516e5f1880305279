import * as z from "zod/mini";
import type { Schema } from "./fields.js";
import { define } from "./fields.js";
import { phrase } from "./phrase.js";
import { bucket } from "./resources/bucket.js";
import { fileSystem } from "./resources/file-system.js";
import { postgres } from "./resources/postgres.js";
import { secret } from "./resources/secret.js";

const types = "s3, postgres, efs, secret";

export const resource: Schema = define(
  "Resource",
  z.discriminatedUnion("type", [bucket, postgres, fileSystem, secret], {
    error: phrase(`a map with type, one of ${types}`, undefined, { invalid_union: `one of ${types}` }),
  }),
);
