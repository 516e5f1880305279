import type { DataResource } from "../../manifest.js";
import type { WrittenResource } from "../../written.generated.js";
import { external } from "../external.js";
import type { Reading } from "../reading.js";

type WrittenFileSystem = NonNullable<Extract<WrittenResource, { type: "efs" }>["import"]>;

export function fileSystem(
  reading: Reading,
  path: string,
  written: WrittenFileSystem,
): DataResource | undefined {
  const id = external(reading, `${path}.fileSystem`, written.fileSystem, "fileSystem");
  const securityGroup = external(reading, `${path}.securityGroup`, written.securityGroup, "securityGroup");
  if (id === undefined || securityGroup === undefined) return undefined;
  return { type: "efs", import: { fileSystem: id, securityGroup, addRules: written.addRules ?? false } };
}
