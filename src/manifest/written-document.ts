import { parseDocument } from "yaml";
import { declaredAs, environmentNames } from "./environments.js";
import { isRawMap, type Raw, type RawMap } from "./raw.js";

/** A manifest as it is written, as plain data. Empty where it cannot be read: reading it for good says why. */
export function writtenDocument(text: string): RawMap {
  try {
    const document = parseDocument(text, {
      schema: "core",
      merge: true,
      uniqueKeys: false,
      logLevel: "silent",
    });
    const root = document.toJS() as Raw;
    return isRawMap(root) ? root : {};
  } catch {
    return {};
  }
}

/** With the environment laid over it. A null stays, since it removes what compose files say. */
export function withEnvironment(document: RawMap, environment: string | undefined): RawMap {
  const { environments, ...rest } = document;
  if (environment === undefined || !isRawMap(environments)) return rest;
  const [declared] = declaredAs(environmentNames(document), environment);
  const overlay = declared === undefined ? undefined : environments[declared];
  return isRawMap(overlay) ? laidOver(rest, overlay) : rest;
}

function laidOver(base: RawMap, overlay: RawMap): RawMap {
  const merged: Record<string, Raw> = { ...base };
  for (const [key, value] of Object.entries(overlay)) {
    const below = Object.hasOwn(base, key) ? base[key] : undefined;
    merged[key] = isRawMap(value) && isRawMap(below) ? laidOver(below, value) : value;
  }
  return merged;
}
