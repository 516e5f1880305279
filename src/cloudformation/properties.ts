import type { Json, JsonObject } from "./template.js";

/** The property, or nothing where the plan leaves it to AWS. */
export function given(name: string, value: Json | undefined): JsonObject {
  return value === undefined ? {} : { [name]: value };
}

/** The property, or nothing where there are no items: an empty list is a change to some resource types. */
export function listed(name: string, items: readonly Json[]): JsonObject {
  return items.length === 0 ? {} : { [name]: items };
}
