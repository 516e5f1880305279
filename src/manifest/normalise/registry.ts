import type { RegistrySettings } from "../manifest.js";
import type { WrittenRegistry } from "../written.generated.js";
import { present } from "./present.js";

export function registry(written: WrittenRegistry = {}): RegistrySettings {
  return present({
    keep: written.keep,
    immutableTags: written.immutableTags,
    pullAccounts: [...(written.pullAccounts ?? [])],
  });
}
