import * as z from "zod/mini";
import { document } from "../schema/document.js";
import { about } from "../schema/fields.js";
import type { Definitions, JsonSchema } from "./parts.js";
import { mapSchema } from "./parts.js";

/** The document's definitions, `Manifest` among them: no overlays, no `x-` keys. The written types come from it. */
export function documentDefinitions(): Definitions {
  const written = z.toJSONSchema(document, {
    io: "input",
    target: "draft-7",
    metadata: about,
    unrepresentable: "any",
  });
  const { definitions } = mapSchema(written as JsonSchema, tidied);
  const { deferred: _internal, Overlay: _derived, ...named } = definitions as Definitions;
  return named;
}

/** Without what zod adds and no author needs: its own bounds of a whole number, the reader's own kind of text. */
function tidied(schema: JsonSchema): JsonSchema {
  const { id: _name, ...unnamed } = schema;
  const kept = Object.entries(unnamed).filter(
    ([, value]) => Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER,
  );
  const { anyOf: options, ...rest } = Object.fromEntries(kept) as JsonSchema;
  if (!Array.isArray(options)) return rest;
  const written = (options as JsonSchema[]).filter(({ $ref }) => $ref !== "#/definitions/deferred");
  return written.length === 1 ? { ...written[0], ...rest } : { ...rest, anyOf: written };
}
