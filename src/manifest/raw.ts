import { DeferredText } from "./references/deferred-text.js";

/** A manifest as a tree of plain data, not yet known to be valid. Trees share branches: nothing changes them in place. */
export type Raw = string | number | boolean | null | DeferredText | RawList | RawMap;
type RawList = readonly Raw[];
export interface RawMap {
  readonly [key: string]: Raw;
}

/** Deeper nesting is refused, so that walking a tree never exhausts the stack. The vocabulary needs ten levels. */
export const maxDepth = 64;
/** More values than this in one document are refused; a thousand services have about fifty thousand. */
export const maxValues = 2_000_000;

export function isRawMap(value: Raw | undefined): value is RawMap {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof DeferredText)
  );
}

/** The value of a key of the map itself, never an inherited one. */
export function own(map: RawMap, key: string): Raw | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** What a value is, in words for a message. */
export function kindOf(value: Raw | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string" || value instanceof DeferredText) return "a text";
  if (typeof value === "number") return "a number";
  return typeof value === "boolean" ? String(value) : "a map";
}
