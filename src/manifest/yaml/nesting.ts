import type { CST } from "yaml";
import type { Diagnostic } from "../../diagnostics/index.js";
import { error, spanMaker } from "../../diagnostics/index.js";
import { maxDepth } from "../raw.js";
import type { ManifestSource } from "../source.js";

/** An error when collections are nested too deep. The tokens are walked without recursion: composing them recurses. */
export function nestingOf(source: ManifestSource, tokens: readonly CST.Token[]): Diagnostic | undefined {
  let level: Collection[] = [];
  for (const token of tokens) if (token.type === "document") collect(token.value, level);
  for (let depth = 0; level.length > 0; depth++) {
    const [first] = level;
    if (depth > maxDepth && first !== undefined) return tooDeep(source, first);
    const next: Collection[] = [];
    for (const { items } of level) {
      for (const { key, value } of items as CST.CollectionItem[]) {
        collect(key, next);
        collect(value, next);
      }
    }
    level = next;
  }
  return undefined;
}

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

function collect(token: CST.Token | null | undefined, into: Collection[]): void {
  const type = token?.type;
  if (type === "block-map" || type === "block-seq" || type === "flow-collection")
    into.push(token as Collection);
}

function tooDeep(source: ManifestSource, token: CST.Token): Diagnostic {
  const at = token.offset;
  return error("too-deep", "", `maps and lists are nested more than ${maxDepth} deep`, {
    span: spanMaker(source.file, source.text)(at, at + 1),
    reason: "no manifest needs more than a dozen levels",
    hint: "look for brackets that are not closed",
  });
}
