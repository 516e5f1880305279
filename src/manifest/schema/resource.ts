import * as z from "zod/mini";
import type { Schema } from "./fields.js";
import { define } from "./fields.js";
import { phrase } from "./phrase.js";
import { bucket } from "./resources/bucket.js";
import { codeConnection, codeRepository } from "./resources/code.js";
import { fileSystem } from "./resources/file-system.js";
import { key } from "./resources/key.js";
import { postgres } from "./resources/postgres.js";
import { queue } from "./resources/queue.js";
import { redis } from "./resources/redis.js";
import { secret } from "./resources/secret.js";
import { table } from "./resources/table.js";
import { topic } from "./resources/topic.js";

const types = "s3, dynamodb, sqs, sns, postgres, redis, efs, secret, kms, codecommit, codeconnection";

export const resource: Schema = define(
  "Resource",
  z.discriminatedUnion(
    "type",
    [bucket, table, queue, topic, postgres, redis, fileSystem, secret, key, codeRepository, codeConnection],
    { error: phrase(`a map with type, one of ${types}`, undefined, { invalid_union: `one of ${types}` }) },
  ),
);
