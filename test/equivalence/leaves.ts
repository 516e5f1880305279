import { isArray, isObject, type Json } from "./facts.js";

/** A place in a document at which a value stands that is no list or object. */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: string | number | boolean;
}

export function leavesOf(json: Json | undefined, path: readonly string[] = []): readonly Leaf[] {
  if (isArray(json) || isObject(json))
    return Object.entries(json).flatMap(([key, item]) => leavesOf(item, [...path, key]));
  return json === null || json === undefined ? [] : [{ path, value: json }];
}

/** A copy of the document with what is at one place changed; undefined takes it away. */
export function changeAt(json: Json, [key, ...rest]: readonly string[], change: Change): Json | undefined {
  if (key === undefined) return change(json);
  if (isArray(json)) {
    const items = json.map((item, at) => (String(at) === key ? changeAt(item, rest, change) : item));
    return items.filter((item) => item !== undefined);
  }
  if (!isObject(json)) return json;
  const changed: Record<string, Json> = {};
  for (const [name, item] of Object.entries(json)) {
    const value = name === key ? changeAt(item, rest, change) : item;
    if (value !== undefined) changed[name] = value;
  }
  return changed;
}

export type Change = (before: Json) => Json | undefined;

/** A value that is certainly another one; JSON stays JSON. */
export function otherThan(value: Leaf["value"]): Json {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  return /^[[{]"/.test(value) ? value.replace(/[a-z]{4}/, "other") : `${value}x`;
}
