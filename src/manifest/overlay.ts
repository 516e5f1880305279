import type { Raw, RawMap } from "./raw.js";
import { isRawMap, own } from "./raw.js";

/**
 * Maps merge, lists and scalars replace, null removes. Keys keep the order of the base; new ones follow. A null that
 * finds nothing to remove is dropped, or kept to be judged like any other value.
 */
export function layOver(base: RawMap, overlay: RawMap, idleNull: "dropped" | "kept" = "dropped"): RawMap {
  const merged: Record<string, Raw> = { ...base };
  for (const [key, value] of Object.entries(overlay)) {
    if (isRawMap(value)) merged[key] = layOver(mapIn(base, key), value, idleNull);
    else if (value !== null || (idleNull === "kept" && !Object.hasOwn(base, key))) merged[key] = value;
    else delete merged[key];
  }
  return merged;
}

export function withoutKey(map: RawMap, key: string): RawMap {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

function mapIn(base: RawMap, key: string): RawMap {
  const value = own(base, key);
  return isRawMap(value) ? value : {};
}
