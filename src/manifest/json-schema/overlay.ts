import type { Definitions, JsonSchema } from "./parts.js";
import { mapParts } from "./parts.js";

/**
 * What an environment may lay over the document, or a document over its compose files: the same keys, none required,
 * null to remove one.
 */
export function overlayDefinitions({ Manifest = {}, ...others }: Definitions): Definitions {
  const { environments = {}, compose = {}, ...shared } = Manifest["properties"] as Definitions;
  const overlays = Object.entries(others).map(([name, schema]) => [`${name}Overlay`, overlayOf(schema)]);
  const overlay = overlayOf({ ...Manifest, properties: shared });
  const properties = { compose, environments, ...(overlay["properties"] as Definitions) };
  return {
    Overlay: overlay,
    OverCompose: { ...overlay, properties, required: ["compose"] },
    ...Object.fromEntries(overlays),
  };
}

function overlayOf(schema: JsonSchema): JsonSchema {
  if (typeof schema["$ref"] === "string") return { ...schema, $ref: `${schema["$ref"]}Overlay` };
  // A list replaces the whole list, so that its items are written in full.
  if (schema["type"] === "array") return schema;
  const isMap = schema["type"] === "object";
  const {
    required: _all,
    minProperties: _some,
    oneOf,
    ...rest
  } = mapParts(schema, isMap ? removable : overlayOf);
  // With nothing required an overlay may fit several alternatives.
  return oneOf === undefined ? rest : { ...rest, anyOf: oneOf };
}

function removable(schema: JsonSchema): JsonSchema {
  const { description, examples, ...overlay } = overlayOf(schema);
  return {
    ...(description === undefined ? {} : { description }),
    ...(examples === undefined ? {} : { examples }),
    anyOf: [overlay, { type: "null" }],
  };
}
