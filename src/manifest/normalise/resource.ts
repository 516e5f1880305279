import type { DataResource } from "../manifest.js";
import type { WrittenResource } from "../written.generated.js";
import { maybeExternal } from "./external.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { fileSystem } from "./resources/file-system.js";
import { postgres } from "./resources/postgres.js";

export function resource(reading: Reading, path: string, written: WrittenResource): DataResource | undefined {
  switch (written.type) {
    case "s3":
      return present({
        type: written.type,
        import: maybeExternal(reading, `${path}.import`, written.import, "bucket"),
      });
    case "postgres":
      return postgres(reading, `${path}.import`, written.import);
    case "efs":
      return written.import === undefined
        ? { type: written.type }
        : fileSystem(reading, `${path}.import`, written.import);
    case "secret":
      return { type: written.type };
  }
}
