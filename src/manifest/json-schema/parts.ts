/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  [keyword: string]: unknown;
}
export type Definitions = Readonly<Record<string, JsonSchema>>;

const namedParts = ["properties", "patternProperties", "definitions"];
const listedParts = ["anyOf", "oneOf", "allOf"];
const singleParts = ["items", "additionalProperties"];

/** Applies a change to a schema and all schemas in it, the innermost first. */
export function mapSchema(schema: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema {
  return change(mapParts(schema, (part) => mapSchema(part, change)));
}

/** Applies a change to the schemas directly in a schema; `propertyNames` is left alone. */
export function mapParts(schema: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema {
  const changed: JsonSchema = { ...schema };
  for (const [keyword, part] of Object.entries(schema)) {
    if (namedParts.includes(keyword)) changed[keyword] = mapValues(part as Definitions, change);
    else if (listedParts.includes(keyword)) changed[keyword] = (part as JsonSchema[]).map(change);
    else if (singleParts.includes(keyword) && typeof part === "object")
      changed[keyword] = change(part as JsonSchema);
  }
  return changed;
}

export function mapValues(
  map: Definitions,
  change: (schema: JsonSchema) => JsonSchema,
): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(map).map(([name, schema]) => [name, change(schema)]));
}
