import { type Diagnostic, error, joinPath, splitPath, suggest } from "../../diagnostics/index.js";
import type { ExplainedField } from "./explain-fields.js";

/** The fields at and below a path; a path that nothing is at is a fault of the call. */
export function narrowTo(
  fields: readonly ExplainedField[],
  path: string | undefined,
): readonly ExplainedField[] | Diagnostic {
  if (path === undefined) return fields;
  const wanted = joinPath(splitPath(path));
  const found = fields.filter((field) => isAtOrBelow(field.path, wanted));
  return found.length > 0 ? found : nothingAt(fields, wanted);
}

function isAtOrBelow(path: string, wanted: string): boolean {
  return path === wanted || path.startsWith(`${wanted}.`) || path.startsWith(`${wanted}[`);
}

function nothingAt(fields: readonly ExplainedField[], wanted: string): Diagnostic {
  const depth = splitPath(wanted).length;
  const known = new Set(fields.map((field) => joinPath(splitPath(field.path).slice(0, depth))));
  const meant = suggest(wanted, known);
  const tops = [...new Set(fields.map((field) => String(splitPath(field.path)[0])))];
  return error("usage", "", `nothing is written or decided at ${wanted}`, {
    reason: "--explain takes the path of a field, or of what it is in, such as services.api.scale",
    hint: meant === undefined ? `begin with ${tops.join(", ")}` : `did you mean ${meant}?`,
  });
}
