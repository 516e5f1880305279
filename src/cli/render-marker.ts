import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Lists what a render wrote, so that the next one knows what is its own to replace and to remove. */
export const markerName = "longshore-render.json";

export function printMarker(names: readonly string[]): string {
  return `${JSON.stringify({ writtenBy: "longshore render", files: [...names].sort() }, null, 2)}\n`;
}

/** Names of the files that an earlier render wrote. Nothing outside of the folder is ever taken for one of them. */
export function readMarker(folder: string): ReadonlySet<string> {
  try {
    const marker: unknown = JSON.parse(readFileSync(join(folder, markerName), "utf8"));
    if (typeof marker !== "object" || marker === null || !("files" in marker)) return new Set();
    const { files } = marker;
    return new Set(Array.isArray(files) ? files.filter(isRenderedName) : []);
  } catch {
    return new Set();
  }
}

function isRenderedName(name: unknown): boolean {
  return typeof name === "string" && /^[\w-]+\.(json|yaml|tf)$/.test(name) && name !== markerName;
}
