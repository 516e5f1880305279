import {
  type Diagnostic,
  formatDiagnostic,
  type Severity,
  type SourceSpan,
} from "../../diagnostics/index.js";
import type { Session } from "../session.js";
import { quantity } from "./quantity.js";

interface ShowOptions {
  /** The text of a file that spans point into. */
  readonly textOf?: ((file: string) => string | undefined) | undefined;
  /** Further places of secrets in the texts. */
  readonly secrets?: readonly SourceSpan[] | undefined;
  /** Errors alone. */
  readonly quiet?: boolean | undefined;
  /** Notes on choices that were made, too. */
  readonly explain?: boolean | undefined;
}

/** Every diagnostic of every command passes here: to the standard error, with a frame of the text where there is one. */
export function showDiagnostics(
  session: Session,
  diagnostics: readonly Diagnostic[],
  { textOf, secrets = [], quiet, explain }: ShowOptions = {},
): void {
  const masked = [
    ...secrets,
    ...diagnostics.flatMap(({ sensitive, span }) => (sensitive === true && span !== undefined ? [span] : [])),
  ];
  for (const diagnostic of diagnostics) {
    const { severity, span } = diagnostic;
    if ((quiet && severity !== "error") || (!explain && severity === "note")) continue;
    const text = span === undefined ? undefined : textOf?.(span.file);
    const shown = formatDiagnostic(diagnostic, text, {
      colors: session.errorPalette,
      secrets: masked.filter(({ file }) => file === span?.file),
    });
    session.io.stderr.write(`${shown}\n\n`);
  }
}

/** `2 errors, 1 warning`; empty when there is nothing to count. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): readonly string[] => {
    const found = diagnostics.filter((each) => each.severity === severity).length;
    return found === 0 ? [] : [quantity(found, severity)];
  };
  return [...count("error"), ...count("warning"), ...count("note")].join(", ");
}
