import type { Alias, Node, Pair, Scalar, YAMLMap } from "yaml";
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Diagnostic, DiagnosticCode, DiagnosticDetails } from "../../diagnostics/index.js";
import { error, spanMaker } from "../../diagnostics/index.js";
import type { Raw } from "../raw.js";
import { isRawMap, maxDepth, maxValues } from "../raw.js";
import type { ManifestSource } from "../source.js";

/** The node that each alias stands for. */
export type AliasTargets = ReadonlyMap<Alias, Node>;

export interface Tree {
  readonly root: Raw;
  readonly diagnostics: readonly Diagnostic[];
  readonly targets: AliasTargets;
}

/** YAML nodes to plain data. Aliases share the value of their anchor, so that no chain of them takes more memory. */
export function treeOf(source: ManifestSource, root: Node): Tree {
  const walk = new TreeWalk(source);
  return { root: walk.valueOf(root, 0), diagnostics: walk.diagnostics, targets: walk.targets };
}

/** What an anchor stands for: its value, how many values it holds, and how many levels. */
interface Anchored {
  readonly node: Node;
  readonly value: Raw;
  readonly values: number;
  readonly levels: number;
}

class TreeWalk {
  readonly diagnostics: Diagnostic[] = [];
  readonly targets: Map<Alias, Node> = new Map();
  private readonly anchors = new Map<string, Anchored>();
  private readonly open = new Set<string>();
  private readonly spanOf: ReturnType<typeof spanMaker>;
  /** An alias was refused and stands as null: what follows from that is no fault of the author. */
  private hasRefused = false;
  private values = 0;
  private deepest = 0;

  constructor(source: ManifestSource) {
    this.spanOf = spanMaker(source.file, source.text);
  }

  valueOf(node: Node | null, depth: number): Raw {
    this.values++;
    if (depth > this.deepest) this.deepest = depth;
    if (node === null) return null;
    if (isAlias(node)) return this.aliased(node, depth);
    return node.anchor === undefined ? this.content(node, depth) : this.anchored(node, node.anchor, depth);
  }

  private content(node: Node, depth: number): Raw {
    if (isScalar(node)) return this.scalar(node);
    if (isMap(node)) return this.map(node, depth);
    return isSeq(node) ? node.items.map((item) => this.valueOf(item as Node | null, depth + 1)) : null;
  }

  private scalar({ value }: Scalar): Raw {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
    return null;
  }

  private map(node: YAMLMap, depth: number): Raw {
    const map: Record<string, Raw> = {};
    const merged: Raw[] = [];
    for (const pair of node.items as Pair<Scalar<string>, Node | null>[]) {
      if (isMergeKey(pair.key)) merged.push(...this.mergeSources(pair, depth));
      else this.entry(map, pair, depth);
    }
    for (const from of merged) {
      if (!isRawMap(from)) continue;
      for (const [key, value] of Object.entries(from)) if (!Object.hasOwn(map, key)) map[key] = value;
    }
    return map;
  }

  private entry(
    map: Record<string, Raw>,
    { key, value }: Pair<Scalar<string>, Node | null>,
    depth: number,
  ): void {
    const name = String(key.value);
    if (name === "__proto__") this.report("invalid-value", key, "__proto__ cannot be a key");
    else if (Object.hasOwn(map, name)) this.report("yaml-duplicate-key", key, ...duplicate(name));
    else map[name] = this.valueOf(value, depth + 1);
  }

  private mergeSources({ key, value }: Pair<Scalar<string>, Node | null>, depth: number): Raw[] {
    const merged = this.valueOf(value, depth);
    const sources = Array.isArray(merged) ? (merged as readonly Raw[]) : [merged];
    if (sources.every(isRawMap)) return [...sources];
    if (this.hasRefused) return [];
    this.report("yaml-syntax", key, "a merge key (<<) needs a map or a list of maps", {
      hint: "write `<<: *name`, where the anchor &name stands before a map",
    });
    return [];
  }

  private anchored(node: Node, name: string, depth: number): Raw {
    const before = { values: this.values, deepest: this.deepest };
    this.deepest = depth;
    this.open.add(name);
    const value = this.content(node, depth);
    this.open.delete(name);
    const levels = this.deepest - depth;
    this.deepest = Math.max(before.deepest, this.deepest);
    this.anchors.set(name, { node, value, values: this.values - before.values, levels });
    return value;
  }

  private aliased(alias: Alias, depth: number): Raw {
    const target = this.anchors.get(alias.source);
    if (this.open.has(alias.source)) {
      return this.refuse("alias-bomb", alias, `the alias *${alias.source} stands inside what it refers to`);
    }
    if (target === undefined)
      return this.refuse("yaml-syntax", alias, `there is no anchor &${alias.source} before this alias`);
    this.targets.set(alias, target.node);
    this.values += target.values;
    if (this.values > maxValues)
      return this.refuse("alias-bomb", alias, "the aliases expand to millions of values");
    if (depth + target.levels > maxDepth)
      return this.refuse("too-deep", alias, `aliases nest more than ${maxDepth} deep`);
    this.deepest = Math.max(this.deepest, depth + target.levels);
    return target.value;
  }

  private refuse(code: DiagnosticCode, node: Node, message: string): null {
    this.hasRefused = true;
    if (!this.diagnostics.some((each) => each.code === code)) this.report(code, node, message);
    return null;
  }

  private report(code: DiagnosticCode, node: Node, message: string, details?: DiagnosticDetails): void {
    const [start = 0, end = start] = node.range ?? [];
    this.diagnostics.push(error(code, "", message, { ...details, span: this.spanOf(start, end) }));
  }
}

function duplicate(name: string): [message: string, details: DiagnosticDetails] {
  return [
    `the key ${JSON.stringify(name)} is written twice`,
    { reason: "the later one would silently replace the earlier one", hint: "merge the two, or rename one" },
  ];
}

function isMergeKey(key: Scalar<string>): boolean {
  return key.value === "<<" && key.type === "PLAIN";
}
