import type { DiagnosticCode } from "./codes.js";

export type Severity = "error" | "warning" | "note";

/** A place in a text: lines and columns count from 1, offsets from 0. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From the first character of a value to the one behind its last. */
export interface SourceSpan {
  readonly file: string;
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}

/** One thing to tell the user: what, where, why and what to do next. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What is wrong, one sentence without a full stop at the end. Never holds a secret value. */
  readonly message: string;
  /** Manifest path, such as `services.api.size.cpu`; empty for the whole document. */
  readonly path: string;
  /** Why it matters, such as the rule of AWS behind it. */
  readonly reason?: string;
  /** What to do next. */
  readonly hint?: string;
  readonly span?: SourceSpan;
  /** The file, where there is no text with a span in it: a `longshore.config.ts`. */
  readonly file?: string;
  /** True when the text at the span may be a secret: the frame masks it. */
  readonly sensitive?: boolean;
}

/** Finds the text behind a manifest path; the nearest enclosing path when the path itself is not written. */
export type Locate = (path: string) => SourceSpan | undefined;

/** A value, or the errors that keep it from being made. Warnings and notes may come with a value. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };
