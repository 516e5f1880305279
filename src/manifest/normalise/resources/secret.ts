import type { SecretResource } from "../../resource-settings.js";
import type { WrittenResource } from "../../written.generated.js";
import { present } from "../present.js";
import type { Reading } from "../reading.js";
import { encryptionOf, imported, refuseKey } from "./imported.js";

type WrittenSecret = Extract<WrittenResource, { type: "secret" }>;

export function secret(reading: Reading, path: string, written: WrittenSecret): SecretResource | undefined {
  if (written.import !== undefined) {
    const found = imported(reading, path, { ...written, import: written.import }, "secret");
    return found && { type: "secret", ...found };
  }
  refuseKey(reading, path, written);
  return present({ type: "secret" as const, encryption: encryptionOf(written.encryption, "aws") });
}
