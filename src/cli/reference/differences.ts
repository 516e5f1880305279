import type { RenderedFacts } from "./rendered-facts.js";

/** What a change of the manifest changes of one type of resource. */
export interface TypeDifference {
  readonly type: string;
  readonly change: "added" | "removed" | "changed";
  /** Properties that differ, the shortest paths that say so. */
  readonly properties: readonly string[];
}

export function differencesOf(before: RenderedFacts, after: RenderedFacts): readonly TypeDifference[] {
  const found = new Map<
    string,
    { type: string; change: TypeDifference["change"]; properties: Set<string> }
  >();
  const note = (type: string, change: TypeDifference["change"], properties: readonly string[]): void => {
    const key = `${type} ${change}`;
    const known = found.get(key) ?? { type, change, properties: new Set() };
    for (const each of properties) known.properties.add(each);
    found.set(key, known);
  };
  for (const [id, { type, leaves }] of after) {
    const earlier = before.get(id);
    if (earlier === undefined || earlier.type !== type) note(type, "added", []);
    else {
      const changed = [...difference(leaves, earlier.leaves), ...difference(earlier.leaves, leaves)];
      if (changed.length > 0) note(type, "changed", changed.map(pathOf));
    }
  }
  for (const [id, { type }] of before) if (!after.has(id)) note(type, "removed", []);
  return [...found.values()]
    .map((each) => ({ ...each, properties: [...each.properties].sort() }))
    .sort((a, b) => (`${a.change} ${a.type}` < `${b.change} ${b.type}` ? -1 : 1));
}

function difference(these: ReadonlySet<string>, those: ReadonlySet<string>): readonly string[] {
  return [...these].filter((each) => !those.has(each));
}

function pathOf(leaf: string): string {
  return leaf.slice(0, leaf.indexOf("="));
}
