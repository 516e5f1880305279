import type { WrittenManifest } from "./written.generated.js";

/** Gives a `longshore.config.ts` the manifest's types: `export default defineManifest({ application: "shop", ... })`. */
export function defineManifest(manifest: WrittenManifest): WrittenManifest {
  return manifest;
}
