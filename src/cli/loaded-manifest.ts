import type { Decision } from "../compose/index.js";
import type { SourceSpan } from "../diagnostics/index.js";
import type { ManifestOptions, ParsedManifest, RawMap } from "../manifest/index.js";

/** A manifest for one environment, and what was decided where compose files lie beneath it. */
export interface ReadInput extends ParsedManifest {
  readonly decisions: readonly Decision[];
  /** Places of secrets in the texts, which no frame may show. */
  readonly secrets: readonly SourceSpan[];
}

/** What is to be planned, read from where it is kept; it may be parsed for one environment after the other. */
export interface LoadedManifest {
  /** As the user knows it. */
  readonly file: string;
  /** The text that a frame may show of a file. */
  readonly textOf: (file: string) => string | undefined;
  /** For the first of several regions, unless one is named. */
  readonly parse: (environment?: string, region?: string) => ReadInput;
}

/** A manifest that was read and is not parsed yet. */
export interface ManifestFile extends Pick<LoadedManifest, "file" | "textOf"> {
  /** Those that it names, as seen from its folder. */
  readonly composeFiles: readonly string[];
  /** As it is written, as plain data. */
  readonly document: () => RawMap;
  readonly parse: (settings: ManifestOptions) => ParsedManifest;
}
