import type { Alias, Node, Pair, Scalar, YAMLMap } from "yaml";
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Diagnostic, DiagnosticCode } from "../../diagnostics/index.js";
import { error } from "../../diagnostics/index.js";
import type { Entry, MapTree, MergeTag, Place, ScalarTree, Source, Tree } from "./tree.js";

/** More values than this, aliases counted as what they stand for, are no compose file. */
const maxTreeValues = 500_000;
/** Levels that aliases may add up to. */
const maxLevels = 64;

export interface BuiltTree {
  /** Absent when the document is empty or refused. */
  readonly tree?: Tree;
  readonly diagnostics: readonly Diagnostic[];
}

/** YAML nodes to a tree with places; aliases share the branch of their anchor. */
export function buildTree(source: Source, contents: Node | null): BuiltTree {
  if (contents === null || (isScalar(contents) && contents.value === null)) return { diagnostics: [] };
  const builder = new Builder(source);
  const tree = builder.treeOf(contents, 0);
  return builder.isRefused
    ? { diagnostics: builder.diagnostics }
    : { tree, diagnostics: builder.diagnostics };
}

interface Anchored {
  readonly tree: Tree;
  readonly values: number;
  readonly levels: number;
}

class Builder {
  readonly diagnostics: Diagnostic[] = [];
  isRefused = false;
  private readonly source: Source;
  private readonly anchors = new Map<string, Anchored>();
  private readonly open = new Set<string>();
  private values = 0;
  private deepest = 0;

  constructor(source: Source) {
    this.source = source;
  }

  treeOf(node: Node | null, depth: number, at?: Place): Tree {
    this.values++;
    this.deepest = Math.max(this.deepest, depth);
    if (node === null) return this.nothing(at);
    if (isAlias(node)) return this.aliased(node, depth);
    if (node.anchor === undefined) return this.content(node, depth);
    const before = { values: this.values, deepest: this.deepest };
    this.deepest = depth;
    this.open.add(node.anchor);
    const tree = this.content(node, depth);
    this.open.delete(node.anchor);
    const anchored = { tree, values: this.values - before.values + 1, levels: this.deepest - depth };
    this.anchors.set(node.anchor, anchored);
    this.deepest = Math.max(before.deepest, this.deepest);
    return tree;
  }

  private content(node: Node, depth: number): Tree {
    const branch = { place: this.placeOf(node), ...tagOf(node) };
    if (isMap(node)) return { kind: "map", entries: this.entriesOf(node, depth), ...branch };
    if (isSeq(node)) {
      const items = node.items.map((item) => this.treeOf(item as Node | null, depth + 1, branch.place));
      return { kind: "list", items, ...branch };
    }
    return { kind: "scalar", ...scalarOf(node), ...branch };
  }

  private entriesOf(node: YAMLMap, depth: number): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    const merged: MapTree[] = [];
    for (const { key, value } of node.items as Pair<Scalar, Node | null>[]) {
      const name = String(key.value);
      const place = this.placeOf(key);
      if (name === "<<" && key.type === "PLAIN")
        merged.push(...this.mergeSources(this.treeOf(value, depth), place));
      else if (entries.has(name))
        this.report("yaml-duplicate-key", place, `the key ${JSON.stringify(name)} is written twice`);
      else entries.set(name, { key: place, value: this.treeOf(value, depth + 1, place) });
    }
    for (const from of merged) {
      for (const [name, entry] of from.entries) if (!entries.has(name)) entries.set(name, entry);
    }
    return entries;
  }

  private mergeSources(tree: Tree, place: Place): MapTree[] {
    const sources = tree.kind === "list" ? tree.items : [tree];
    const maps = sources.filter((each) => each.kind === "map");
    if (maps.length < sources.length && !this.isRefused)
      this.report("yaml-syntax", place, "a merge key (<<) needs a map or a list of maps");
    return maps;
  }

  private aliased(alias: Alias, depth: number): Tree {
    const place = this.placeOf(alias);
    const target = this.anchors.get(alias.source);
    if (this.open.has(alias.source))
      return this.refuse("alias-bomb", place, `the alias *${alias.source} stands inside what it refers to`);
    if (target === undefined)
      return this.refuse("yaml-syntax", place, `there is no anchor &${alias.source} before this alias`);
    this.values += target.values;
    this.deepest = Math.max(this.deepest, depth + target.levels);
    if (this.values > maxTreeValues)
      return this.refuse("alias-bomb", place, `the aliases expand to more than ${maxTreeValues} values`);
    if (depth + target.levels > maxLevels)
      return this.refuse("too-deep", place, `aliases nest more than ${maxLevels} deep`);
    return target.tree;
  }

  private refuse(code: DiagnosticCode, place: Place, message: string): Tree {
    if (!this.isRefused) this.report(code, place, message);
    this.isRefused = true;
    return this.nothing(place);
  }

  private report(code: DiagnosticCode, { start, end }: Place, message: string): void {
    this.diagnostics.push(error(code, "", message, { span: this.source.spanOf(start, end) }));
  }

  private nothing(at: Place = { source: this.source, start: 0, end: 0 }): Tree {
    return { kind: "scalar", value: null, text: "", place: { ...at, start: at.end } };
  }

  private placeOf({ range }: Node): Place {
    return { source: this.source, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
  }
}

function tagOf({ tag }: Node): { readonly tag?: MergeTag } {
  if (tag === "!reset") return { tag: "reset" };
  return tag === "!override" ? { tag: "override" } : {};
}

function scalarOf(node: Node): Pick<ScalarTree, "value" | "text"> {
  if (!isScalar(node)) return { value: null, text: "" };
  const { value, source } = node;
  if (typeof value === "string") return { value, text: value };
  if (typeof value === "number" || typeof value === "boolean")
    return { value, text: source ?? String(value) };
  // Such as `!reset null`: the tag makes a text of it, a plain null has none.
  return { value: null, text: "" };
}
