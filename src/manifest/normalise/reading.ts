import type { Diagnostic, DiagnosticCode, DiagnosticDetails } from "../../diagnostics/index.js";
import { error } from "../../diagnostics/index.js";
import type { Written } from "../references/scope.js";

/** What reading one manifest needs beside the written values: where to report, and how numbers were written. */
export class Reading {
  readonly diagnostics: Diagnostic[] = [];
  readonly written: Written;

  constructor(written: Written) {
    this.written = written;
  }

  /** Reports an error; returns undefined, so that it can stand for the value that could not be made. */
  fail(code: DiagnosticCode, path: string, message: string, details?: DiagnosticDetails): undefined {
    this.diagnostics.push(error(code, path, message, details));
    return undefined;
  }
}

/** Applies a reader to a value if it is written. */
export function ifWritten<W, T>(written: W | undefined, read: (written: W) => T): T | undefined {
  return written === undefined ? undefined : read(written);
}
