import type { SourceSpan } from "../diagnostics/index.js";

/** A manifest as a YAML text. */
export interface ManifestSource {
  /** Name of the file for messages; it is not read. */
  readonly file: string;
  readonly text: string;
}

export type Part = "key" | "value";

/** Where the values of a manifest are written. A path is looked for in the environment first, then in the document. */
export interface Places {
  /** The text of the path, or of the nearest enclosing path that is written; `value` points at the value of a scalar. */
  find(path: string, part: Part, environment?: string): SourceSpan | undefined;
  /** A scalar exactly as written, such as `1.10` for the number 1.1. */
  written(path: string, environment?: string): string | undefined;
}

/** For manifests without a text, and texts without a tree. */
export const nowhere: Places = {
  find: () => undefined,
  written: () => undefined,
};
