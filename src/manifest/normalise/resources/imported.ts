import { appendPath } from "../../../diagnostics/index.js";
import type { External } from "../../external-value.js";
import type { ExternalKind } from "../../schema/external.js";
import { external, maybeExternal } from "../external.js";
import { present } from "../present.js";
import type { Reading } from "../reading.js";

interface WrittenImport {
  readonly type: string;
  readonly import?: string | undefined;
  readonly key?: string | undefined;
}

/** What exists already; nothing that would make one can be said beside it, but for the keys that are allowed. */
export function imported(
  reading: Reading,
  path: string,
  written: WrittenImport & { readonly import: string },
  kind: ExternalKind,
  allowed: readonly string[] = [],
): { readonly import: External; readonly key?: External } | undefined {
  refuseCreation(reading, path, written, allowed);
  const source = external(reading, `${path}.import`, written.import, kind);
  const key = maybeExternal(reading, `${path}.key`, written.key, "kmsKey");
  return source === undefined ? undefined : present({ import: source, key });
}

/** A KMS key of another owner is said of what is imported only. */
export function refuseKey(reading: Reading, path: string, { key }: WrittenImport): void {
  if (key === undefined) return;
  reading.fail("invalid-value", `${path}.key`, `${path} is made here and cannot be given key`, {
    reason: "key is the KMS key of something that is imported",
    hint: "write encryption with the name of a resource of type kms, or add import",
  });
}

/** The name of a resource of type kms; the keyword stands for the default. */
export function encryptionOf(written: string | undefined, keyword: string): string | undefined {
  return written === keyword ? undefined : written;
}

export function refuseCreation(
  reading: Reading,
  path: string,
  written: object,
  allowed: readonly string[] = [],
): void {
  const others = Object.keys(written).filter((name) => !["type", "import", "key", ...allowed].includes(name));
  for (const name of others) {
    reading.fail("invalid-value", appendPath(path, name), `${path} is imported and cannot be given ${name}`, {
      reason: "what exists already is its owner's to change",
      hint: `remove ${name}, or remove import to make one here`,
    });
  }
}
