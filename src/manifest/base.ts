import { splitPath } from "../diagnostics/index.js";
import { layOver } from "./overlay.js";
import type { Raw, RawMap } from "./raw.js";
import { isRawMap, own } from "./raw.js";
import type { Places } from "./source.js";

/** What a manifest is laid over by the rules of an environment, such as what compose files say. */
export interface ManifestBase {
  /** In the words of a manifest, `environments` and `compose` aside. */
  readonly tree: RawMap;
  /** Where its values are written. */
  readonly places: Places;
}

/** The document over the base. A null that removes nothing is judged like any other value. */
export function overBase(document: RawMap, base: ManifestBase): RawMap {
  return layOver(base.tree, document, "kept");
}

/** Looks in the environment, then in the document, then in the base: whichever writes more of a path. */
export function placesOver(document: Raw, places: Places, base: ManifestBase): Places {
  const isBase = (path: string, environment: string | undefined): boolean => {
    const segments = splitPath(path);
    const overlay = overlayOf(document, environment);
    return reachOf(base.tree, segments) > Math.max(reachOf(document, segments), reachOf(overlay, segments));
  };
  return {
    find: (path, part, environment) =>
      isBase(path, environment) ? base.places.find(path, part) : places.find(path, part, environment),
    written: (path, environment) =>
      isBase(path, environment) ? base.places.written(path) : places.written(path, environment),
  };
}

function overlayOf(document: Raw, environment: string | undefined): RawMap {
  const declared = isRawMap(document) ? own(document, "environments") : undefined;
  const overlay = isRawMap(declared) && environment !== undefined ? own(declared, environment) : undefined;
  return isRawMap(overlay) ? overlay : {};
}

/** How many segments of a path a tree decides: all of them where a scalar or a list stands for what is below. */
function reachOf(tree: Raw, path: readonly (string | number)[]): number {
  let value: Raw = tree;
  for (const [index, segment] of path.entries()) {
    if (!isRawMap(value)) return path.length;
    const next = own(value, String(segment));
    if (next === undefined) return index;
    value = next;
  }
  return path.length;
}
