import type { Node, Pair, Scalar, YAMLMap } from "yaml";
import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { SourceSpan } from "../../diagnostics/index.js";
import { spanMaker, splitPath } from "../../diagnostics/index.js";
import type { ManifestSource, Part, Places } from "../source.js";
import type { AliasTargets } from "./tree.js";

type Entry = Pair<Scalar<string>, Node | null>;
type Segments = readonly (string | number)[];

/** How far a path is written: the last key and value on the way. */
interface Reached {
  readonly segments: number;
  readonly key?: Node;
  readonly value: Node | null;
  readonly complete: boolean;
}

/** Finds the text behind manifest paths by walking the nodes when asked. */
export function placesOf(source: ManifestSource, root: Node, targets: AliasTargets): Places {
  const walk = new PathWalk(root, targets);
  const spanOf = spanMaker(source.file, source.text);
  return {
    find: (path, part, environment) =>
      spanOfNode(walk.find(splitPath(path), environment), part, root, spanOf),
    written: (path, environment) => {
      const reached = walk.find(splitPath(path), environment);
      const value = walk.resolve(reached.value);
      return reached.complete && isScalar(value) ? value.source : undefined;
    },
  };
}

class PathWalk {
  private readonly entries = new WeakMap<YAMLMap, Map<string, Entry>>();
  private readonly root: Node;
  private readonly targets: AliasTargets;

  constructor(root: Node, targets: AliasTargets) {
    this.root = root;
    this.targets = targets;
  }

  /** What the environment wrote wins, also where it wrote a scalar or a list over a whole map. */
  find(path: Segments, environment: string | undefined): Reached {
    const base = this.walk(path);
    if (environment === undefined || path.length === 0) return base;
    const overlaid = this.walk(["environments", environment, ...path]);
    const segments = overlaid.segments - 2;
    const replaced = segments > 0 && !isMap(this.resolve(overlaid.value));
    return overlaid.complete || replaced || segments > base.segments ? overlaid : base;
  }

  private walk(path: Segments): Reached {
    let value: Node | null = this.root;
    let key: Node | undefined;
    for (const [index, segment] of path.entries()) {
      const next = this.step(value, segment);
      if (next === undefined) return reached(index, key, value, false);
      value = next.value;
      key = next.key;
    }
    return reached(path.length, key, value, true);
  }

  private step(from: Node | null, segment: string | number): { key?: Node; value: Node | null } | undefined {
    const node = this.resolve(from);
    if (isMap(node)) return this.entry(node, String(segment));
    if (!isSeq(node) || typeof segment !== "number") return undefined;
    const item = node.items[segment];
    return item === undefined ? undefined : { value: item as Node };
  }

  private entry(map: YAMLMap, name: string): Entry | undefined {
    const known = this.entries.get(map) ?? this.entriesOf(map);
    return known.get(name) ?? this.merged(known.get("<<")?.value ?? null, name);
  }

  private merged(from: Node | null, name: string): Entry | undefined {
    const node = this.resolve(from);
    if (isMap(node)) return this.entry(node, name);
    if (!isSeq(node)) return undefined;
    for (const item of node.items) {
      const entry = this.merged(item as Node, name);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  private entriesOf(map: YAMLMap): Map<string, Entry> {
    const entries = new Map((map.items as Entry[]).map((entry) => [String(entry.key.value), entry]));
    this.entries.set(map, entries);
    return entries;
  }

  resolve(node: Node | null): Node | null {
    return isAlias(node) ? (this.targets.get(node) ?? null) : node;
  }
}

function reached(segments: number, key: Node | undefined, value: Node | null, complete: boolean): Reached {
  return key === undefined ? { segments, value, complete } : { segments, key, value, complete };
}

/** The value of a scalar, else the key: a frame around a whole map would say less. */
function spanOfNode(
  { key, value }: Reached,
  part: Part,
  root: Node,
  spanOf: (start: number, end: number) => SourceSpan,
): SourceSpan {
  const pointsAtValue = part === "value" && isScalar(value) && hasText(value);
  const node = (pointsAtValue ? value : key) ?? (value === root || value === null ? firstKey(root) : value);
  const [start, end] = node.range ?? [0, 0];
  return spanOf(start, end);
}

function hasText({ range }: Node): boolean {
  return range != null && range[1] > range[0];
}

function firstKey(root: Node): Node {
  const [first] = isMap(root) ? (root.items as Entry[]) : [];
  return first?.key ?? root;
}
