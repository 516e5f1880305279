import { isReference, type Reference } from "./value.js";

/** Every reference inside a resource, an export or an output, in the order in which they are written. */
export function referencesIn(value: unknown, found: Reference[] = []): readonly Reference[] {
  if (Array.isArray(value)) {
    for (const item of value) referencesIn(item, found);
  } else if (isReference(value)) found.push(value);
  else if (typeof value === "object" && value !== null) {
    for (const key in value) {
      // Tags hold the user's own keys, which may be spelled like a reference.
      if (key !== "tags") referencesIn(value[key as keyof typeof value], found);
    }
  }
  return found;
}

/** Names of the parameters that are used inside a value. */
export function parametersIn(value: unknown, found: string[] = []): readonly string[] {
  if (Array.isArray(value)) {
    for (const item of value) parametersIn(item, found);
  } else if (typeof value === "object" && value !== null) {
    for (const key in value) {
      const inner: unknown = value[key as keyof typeof value];
      if (key === "parameter" && typeof inner === "string") found.push(inner);
      else if (key !== "tags") parametersIn(inner, found);
    }
  }
  return found;
}
