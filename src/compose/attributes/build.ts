import type { SourceSpan } from "../../diagnostics/index.js";
import { resolvePath } from "../source/paths.js";
import { isScalar, spanOfEntry } from "../source/tree.js";
import type { AttributeReader } from "./attribute-reader.js";
import { readPairs } from "./environment.js";
import type { Written } from "./written.js";
import { writtenOf } from "./written.js";

export interface Build {
  /** As seen from where the compose files are read; a URL stays one. */
  readonly context: string;
  readonly dockerfile?: string;
  readonly target?: string;
  readonly args: ReadonlyMap<string, Written>;
  readonly span: SourceSpan;
}

/** `build: folder`, or a map. A Dockerfile written inline cannot be built from a folder. */
export function readBuild(service: AttributeReader): Build | undefined {
  const entry = service.entry("build");
  if (entry === undefined) return undefined;
  if (isScalar(entry.value)) {
    const written = writtenOf(entry.value);
    if (!service.isKnown("build", written)) return undefined;
    return { context: contextOf(written), args: new Map(), span: written.span };
  }
  const reader = service.below("build");
  const context = reader.known("context");
  const dockerfile = reader.known("dockerfile")?.text;
  const target = reader.known("target")?.text;
  return {
    context: context === undefined ? resolvePath(entry.value.place.source.folder, ".") : contextOf(context),
    ...(dockerfile === undefined ? {} : { dockerfile }),
    ...(target === undefined ? {} : { target }),
    args: readPairs(reader, "args"),
    span: context?.span ?? spanOfEntry(entry),
  };
}

/** True for a context that is fetched instead of read from a folder. */
export function isRemoteContext(context: string): boolean {
  return /^(?:[a-z]+:\/\/|git@|github\.com\/)/.test(context);
}

function contextOf({ text, folder }: Written): string {
  return isRemoteContext(text) ? text : resolvePath(folder, text);
}
