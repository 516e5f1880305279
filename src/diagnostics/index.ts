export { type DiagnosticCode, diagnosticCodes } from "./codes.js";
export {
  type DiagnosticDetails,
  error,
  hasErrors,
  locateAll,
  sortDiagnostics,
} from "./collect.js";
export type { Diagnostic, Locate, Result, Severity, SourcePosition, SourceSpan } from "./diagnostic.js";
export { type Colors, type FormatOptions, formatDiagnostic } from "./format.js";
export { spanMaker } from "./lines.js";
export { appendPath, joinPath, splitPath } from "./path.js";
export { suggest } from "./suggest.js";
