import type { SourceSpan } from "../../diagnostics/index.js";
import { listOf } from "../source/keyed-list.js";
import { resolvePath } from "../source/paths.js";
import type { Entry, MapTree, Tree } from "../source/tree.js";
import { childOf, entriesOf, isMap, isScalar, spanAt } from "../source/tree.js";
import type { AttributeReader } from "./attribute-reader.js";
import { parseFlag } from "./quantities.js";

/** A config or a secret that a service mounts. */
export interface FileUse {
  readonly source: string;
  /** Path in the container. */
  readonly target: string;
  readonly span: SourceSpan;
}

/** A config or a secret of the whole file. */
export type FileOrigin =
  | { readonly from: "file"; readonly path: string; readonly span: SourceSpan }
  | { readonly from: "environment"; readonly variable: string; readonly span: SourceSpan }
  | { readonly from: "content"; readonly span: SourceSpan }
  | { readonly from: "external"; readonly name: string; readonly span: SourceSpan };

export function readFileUses(reader: AttributeReader, key: "configs" | "secrets"): readonly FileUse[] {
  const folder = key === "secrets" ? "/run/secrets/" : "/";
  return listOf(reader.entry(key)?.value).flatMap((item) => {
    const source = isScalar(item) ? item.text : textAt(item, "source");
    if (source === undefined) {
      reader.fail(
        "invalid-value",
        key,
        `an item of ${key} is a name, or a map with source`,
        spanAt(item.place),
      );
      return [];
    }
    const target = isMap(item) ? (textAt(item, "target") ?? source) : source;
    return [
      { source, target: target.startsWith("/") ? target : `${folder}${target}`, span: spanAt(item.place) },
    ];
  });
}

/** The top-level `configs` or `secrets`. */
export function readFileOrigins(
  document: MapTree,
  key: "configs" | "secrets",
): ReadonlyMap<string, FileOrigin> {
  return new Map(entriesOf(childOf(document, key)).map(([name, entry]) => [name, originOf(name, entry)]));
}

function originOf(name: string, { key, value }: Entry): FileOrigin {
  const span = spanAt(key);
  const file = childOf(value, "file");
  if (isScalar(file)) return { from: "file", path: resolvePath(file.place.source.folder, file.text), span };
  const variable = textAt(value, "environment");
  if (variable !== undefined) return { from: "environment", variable, span };
  if (childOf(value, "content") !== undefined) return { from: "content", span };
  return { from: "external", name: textAt(value, "name") ?? externalName(value) ?? name, span };
}

/** `external: { name: x }` is the old form of `external: true` and `name: x`. */
function externalName(tree: Tree): string | undefined {
  const external = childOf(tree, "external");
  return isMap(external) ? textAt(external, "name") : undefined;
}

/** True for `external: true` and for the old form with a name. */
export function isExternal(tree: Tree | undefined): boolean {
  const external = childOf(tree, "external");
  return isMap(external) || (isScalar(external) && parseFlag(external.text) === true);
}

function textAt(tree: Tree, key: string): string | undefined {
  const value = childOf(tree, key);
  return isScalar(value) ? value.text : undefined;
}
