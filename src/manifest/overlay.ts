import type { Raw, RawMap } from "./raw.js";
import { isRawMap, own } from "./raw.js";

/** Maps merge, lists and scalars replace, null removes. Keys keep the order of the base; new ones follow. */
export function layOver(base: RawMap, overlay: RawMap): RawMap {
  const merged: Record<string, Raw> = { ...base };
  for (const [key, value] of Object.entries(overlay)) {
    if (value === null) delete merged[key];
    else if (isRawMap(value)) merged[key] = layOver(mapIn(base, key), value);
    else merged[key] = value;
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
