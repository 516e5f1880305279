import type { DiagnosticCode } from "./codes.js";
import type { Diagnostic, Locate } from "./diagnostic.js";

export type DiagnosticDetails = Pick<Diagnostic, "reason" | "hint" | "span" | "sensitive">;

export function error(
  code: DiagnosticCode,
  path: string,
  message: string,
  details: DiagnosticDetails = {},
): Diagnostic {
  return { code, severity: "error", message, path, ...details };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === "error");
}

/** Attaches the span of its path to every diagnostic that has none. */
export function locateAll(diagnostics: readonly Diagnostic[], locate: Locate): Diagnostic[] {
  return diagnostics.map((each) => {
    if (each.span !== undefined) return each;
    const span = locate(each.path);
    return span === undefined ? each : { ...each, span };
  });
}

/** In reading order: by file, then place, then path; those without a place come last. Equal ones keep their order. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      Number(a.span === undefined) - Number(b.span === undefined) ||
      compare(a.span?.file ?? "", b.span?.file ?? "") ||
      (a.span?.start.offset ?? 0) - (b.span?.start.offset ?? 0) ||
      compare(a.path, b.path),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
