import { isRawMap, own, type Raw } from "./raw.js";
import type { ManifestSource } from "./source.js";
import { readYaml } from "./yaml/read-yaml.js";

/** The compose files that a manifest names, for reading them before it; none where it cannot be read. */
export function composeFilesOf(source: ManifestSource): readonly string[] {
  // Most manifests name none, and need no reading for that.
  return source.text.includes("compose") ? composeFilesIn(readYaml(source).root) : [];
}

/** The same for the object of a `longshore.config.ts`. What is no path is left to the reading of the manifest. */
export function composeFilesIn(manifest: unknown): readonly string[] {
  const root = manifest as Raw | undefined;
  const written = isRawMap(root) ? own(root, "compose") : undefined;
  const files: readonly unknown[] = Array.isArray(written) ? written : [written];
  return files.filter((file) => typeof file === "string");
}
