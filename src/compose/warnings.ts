import type { Diagnostic, DiagnosticCode, DiagnosticDetails } from "../diagnostics/index.js";
import { error } from "../diagnostics/index.js";

/** Something the author should look at; the rest is planned. */
export function warning(
  code: DiagnosticCode,
  path: string,
  message: string,
  details?: DiagnosticDetails,
): Diagnostic {
  return { ...error(code, path, message, details), severity: "warning" };
}

/** A choice that was made, and how to make another. */
export function note(
  code: DiagnosticCode,
  path: string,
  message: string,
  details?: DiagnosticDetails,
): Diagnostic {
  return { ...error(code, path, message, details), severity: "note" };
}
