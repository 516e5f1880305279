import type { WrittenManifest, WrittenOverlay } from "./written.generated.js";

/** A manifest over compose files: it writes what differs from them, and null for what it removes. */
export type WrittenOverCompose = WrittenOverlay &
  Required<Pick<WrittenManifest, "compose">> &
  Pick<WrittenManifest, "environments">;

/** Gives a `longshore.config.ts` the manifest's types: `export default defineManifest({ application: "shop", ... })`. */
export function defineManifest(
  manifest: WrittenManifest | WrittenOverCompose,
): WrittenManifest | WrittenOverCompose {
  return manifest;
}
