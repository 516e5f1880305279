import type { Diagnostic, SourceSpan } from "../diagnostics/index.js";
import type { FileOrigin } from "./attributes/files.js";
import type { ComposeService } from "./attributes/service.js";
import type { Source, Tree } from "./source/tree.js";

/** A compose project: files merged, variables replaced, profiles chosen, every value with its place. */
export interface ComposeProject {
  readonly name: string;
  /** Where `name:` is written; absent when the caller's name was taken. */
  readonly nameSpan?: SourceSpan;
  /** Active services, in the order of the file. */
  readonly services: readonly ComposeService[];
  /** Services whose profiles are not active. */
  readonly inactive: readonly {
    readonly name: string;
    readonly profiles: readonly string[];
    readonly span: SourceSpan;
  }[];
  readonly configs: ReadonlyMap<string, FileOrigin>;
  readonly secrets: ReadonlyMap<string, FileOrigin>;
  /** Named volumes, and whether others own them. */
  readonly volumes: ReadonlyMap<string, { readonly isExternal: boolean; readonly span: SourceSpan }>;
  /** The values that variables of the caller and of `.env` have. */
  readonly variables: ReadonlyMap<string, string>;
  /** The merged document; absent when no file could be read. */
  readonly tree?: Tree;
  readonly diagnostics: readonly Diagnostic[];
  /** Every text that was read, to find secrets in it. */
  readonly sources: readonly Source[];
}
