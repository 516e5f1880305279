import type { DataResource } from "../manifest.js";
import type { WrittenResource } from "../written.generated.js";
import { external, maybeExternal } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { bucket } from "./resources/bucket.js";
import { fileSystem } from "./resources/file-system.js";
import { postgres } from "./resources/postgres.js";
import { queue } from "./resources/queue.js";
import { redis } from "./resources/redis.js";
import { secret } from "./resources/secret.js";
import { table } from "./resources/table.js";
import { topic } from "./resources/topic.js";

export function resource(reading: Reading, path: string, written: WrittenResource): DataResource | undefined {
  switch (written.type) {
    case "s3":
      return bucket(reading, path, written);
    case "dynamodb":
      return table(reading, path, written);
    case "sqs":
      return queue(reading, path, written);
    case "sns":
      return topic(reading, path, written);
    case "postgres":
      return postgres(reading, path, written);
    case "redis":
      return redis(reading, path, written);
    case "efs":
      return fileSystem(reading, path, written);
    case "secret":
      return secret(reading, path, written);
    case "kms":
      return present({
        type: written.type,
        import: maybeExternal(reading, `${path}.import`, written.import, "kmsKey"),
      });
    case "codecommit": {
      const source = external(reading, `${path}.import`, written.import, "codeRepository");
      return source && { type: written.type, import: source };
    }
    case "codeconnection": {
      const source = external(reading, `${path}.import`, written.import, "codeConnection");
      return source && { type: written.type, import: source };
    }
  }
}
