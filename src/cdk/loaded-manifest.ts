import type { ManifestOptions, ParsedManifest, RawMap } from "../manifest/index.js";
import type { TextOf } from "./error.js";

/** A manifest before it is read for good. */
export interface LoadedManifest {
  /** For messages. */
  readonly file: string;
  readonly textOf: TextOf;
  /** As written, as plain data; empty where it cannot be read, which reading it for good reports. */
  readonly document: RawMap;
  readonly parse: (options: ManifestOptions) => ParsedManifest;
}
