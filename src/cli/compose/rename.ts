import type { ComposeLayer } from "../../compose/index.js";
import type { Diagnostic, SourceSpan } from "../../diagnostics/index.js";

type NameOf = (path: string) => string;

/** The same with every file called as the user knows it. */
export function renameFiles(layer: ComposeLayer, nameOf: NameOf): ComposeLayer {
  return {
    document: layer.document,
    locate: (path) => renameSpan(layer.locate(path), nameOf),
    decisions: layer.decisions.map((each) => withSpan(each, nameOf)),
    diagnostics: layer.diagnostics.map((each) => renameDiagnostic(each, nameOf)),
    secretSpans: layer.secretSpans.map((span) => ({ ...span, file: nameOf(span.file) })),
  };
}

function renameDiagnostic(diagnostic: Diagnostic, nameOf: NameOf): Diagnostic {
  const placed = withSpan(diagnostic, nameOf);
  return placed.file === undefined ? placed : { ...placed, file: nameOf(placed.file) };
}

function withSpan<T extends { readonly span?: SourceSpan }>(value: T, nameOf: NameOf): T {
  const span = renameSpan(value.span, nameOf);
  return span === undefined ? value : { ...value, span };
}

function renameSpan(span: SourceSpan | undefined, nameOf: NameOf): SourceSpan | undefined {
  return span === undefined ? undefined : { ...span, file: nameOf(span.file) };
}
