import type { Diagnostic } from "../diagnostics/index.js";

/** Text of a file, or why there is none. Paths are POSIX, relative to where the paths of {@link ComposeInput} are. */
export type ReadText = (path: string) => { readonly text: string } | { readonly problem: Diagnostic };

export interface ComposeInput {
  /** Compose files, later ones laid over earlier ones. */
  readonly files: readonly string[];
  readonly read: ReadText;
  /** The environment of the caller. It wins over the `.env` beside the first file. */
  readonly variables: Readonly<Record<string, string>>;
  /** Active profiles; `*` is all. */
  readonly profiles?: readonly string[];
  /** Name of the application where no file has a `name:`, such as that of the folder. */
  readonly projectName: string;
}
