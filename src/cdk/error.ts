import { type Diagnostic, formatDiagnostic } from "../diagnostics/index.js";

/** The text of a file that spans point into, where it is known. */
export type TextOf = (file: string) => string | undefined;

/** What is wrong with a manifest, or with what an app brings to it. One error holds everything that was found. */
export class LongshoreError extends Error {
  override readonly name: string = "LongshoreError";
  /** The same as data; the message shows those that are errors. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], textOf: TextOf = () => undefined) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    super(`Longshore\n${errors.map((each) => show(each, textOf, diagnostics)).join("\n\n")}`);
    this.diagnostics = diagnostics;
  }
}

/** A diagnostic for people, with a frame of its text in which secrets are masked. */
export function show(each: Diagnostic, textOf: TextOf, all: readonly Diagnostic[]): string {
  const secrets = all.flatMap(({ span, sensitive }) =>
    sensitive === true && span !== undefined ? [span] : [],
  );
  const text = each.span === undefined ? undefined : textOf(each.span.file);
  return formatDiagnostic(each, text, { secrets: secrets.filter(({ file }) => file === each.span?.file) });
}
