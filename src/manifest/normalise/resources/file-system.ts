import type { DataResource } from "../../manifest.js";
import type { WrittenResource } from "../../written.generated.js";
import { external } from "../external.js";
import { present } from "../present.js";
import type { Reading } from "../reading.js";
import { encryptionOf, refuseCreation } from "./imported.js";

type WrittenFileSystem = Extract<WrittenResource, { type: "efs" }>;

export function fileSystem(
  reading: Reading,
  path: string,
  written: WrittenFileSystem,
): DataResource | undefined {
  if (written.import === undefined) {
    return present({ type: "efs" as const, encryption: encryptionOf(written.encryption, "aws") });
  }
  refuseCreation(reading, path, written);
  const { fileSystem: writtenId, securityGroup: writtenGroup, addRules = false } = written.import;
  const id = external(reading, `${path}.import.fileSystem`, writtenId, "fileSystem");
  const securityGroup = external(reading, `${path}.import.securityGroup`, writtenGroup, "securityGroup");
  if (id === undefined || securityGroup === undefined) return undefined;
  return { type: "efs", import: { fileSystem: id, securityGroup, addRules } };
}
