import { type Diagnostic, formatDiagnostic, type Severity } from "../../diagnostics/index.js";
import type { Session } from "../session.js";
import { quantity } from "./quantity.js";

interface ShowOptions {
  /** The text that the spans point into. */
  readonly text?: string | undefined;
  /** Errors alone. */
  readonly quiet?: boolean | undefined;
}

/** Every diagnostic of every command passes here: to the standard error, with a frame of the text where there is one. */
export function showDiagnostics(
  session: Session,
  diagnostics: readonly Diagnostic[],
  { text, quiet }: ShowOptions = {},
): void {
  const secrets = diagnostics.flatMap(({ sensitive, span }) =>
    sensitive === true && span !== undefined ? [span] : [],
  );
  for (const diagnostic of diagnostics) {
    if (quiet && diagnostic.severity !== "error") continue;
    const shown = formatDiagnostic(diagnostic, text, { colors: session.errorPalette, secrets });
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
