import type { JsonSchema } from "../../manifest/index.js";
import { enumerate } from "../views/quantity.js";

/** What may be written, in words; a part that has a section of its own is named as the section is. */
export function describeType(schema: JsonSchema): string {
  const reference = schema["$ref"];
  if (typeof reference === "string") return reference.split("/").at(-1) ?? "";
  if (schema["const"] !== undefined) return JSON.stringify(schema["const"]);
  const values = schema["enum"];
  if (Array.isArray(values)) return values.map((each) => String(each)).join(" | ");
  const parts = ["anyOf", "oneOf", "allOf"].flatMap((key) => (schema[key] ?? []) as readonly JsonSchema[]);
  if (parts.length > 0) return [...new Set(parts.map(describeType))].join(", or ");
  return describePlain(schema);
}

function describePlain(schema: JsonSchema): string {
  const { type, items, additionalProperties, minimum, maximum } = schema;
  if (type === "array")
    return `list of ${items === undefined ? "values" : describeType(items as JsonSchema)}`;
  if (type === "object") {
    return typeof additionalProperties === "object" && additionalProperties !== null
      ? `map of names to ${describeType(additionalProperties as JsonSchema)}`
      : "map";
  }
  if (type === "integer" || type === "number") {
    const kind = type === "integer" ? "whole number" : "number";
    const bounds = [
      ...(minimum === undefined ? [] : [`from ${minimum}`]),
      ...(maximum === undefined ? [] : [`to ${maximum}`]),
    ];
    return [kind, ...bounds].join(" ");
  }
  if (Array.isArray(type)) return enumerate(type.map(String));
  if (type === "string") return "text";
  if (type === "boolean") return "true | false";
  return type === undefined ? "any value" : String(type);
}
