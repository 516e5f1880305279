import { documentDefinitions } from "./document.js";
import { overlayDefinitions } from "./overlay.js";
import type { JsonSchema } from "./parts.js";
import { mapSchema, mapValues } from "./parts.js";

/**
 * The JSON Schema (draft 7) of a manifest as written, for editors. What takes more than one field to judge is judged
 * when the manifest is read.
 */
export function manifestJsonSchema(): JsonSchema {
  const written = documentDefinitions();
  const definitions = { ...written, ...overlayDefinitions(written) };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "https://longshore.dev/schema.json",
    title: "Longshore manifest",
    if: { required: ["compose"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { $ref: "#/definitions/OverCompose" },
    else: {
      allOf: [
        { $ref: "#/definitions/Manifest" },
        // With nothing that runs there is nothing to plan.
        { anyOf: [{ required: ["services"] }, { required: ["jobs"] }] },
      ],
    },
    definitions: mapValues(definitions, (schema) => mapSchema(schema, forEditors)),
  };
}

/** An editor sees texts before their `${...}` are resolved, and `x-` keys before they are taken out. */
function forEditors(schema: JsonSchema): JsonSchema {
  const { pattern, additionalProperties } = schema;
  return {
    ...schema,
    ...(typeof pattern === "string" ? { pattern: `(?:${pattern})|\\$\\{` } : {}),
    ...(additionalProperties === false ? { patternProperties: { "^x-": {} } } : {}),
  };
}
