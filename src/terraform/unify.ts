import {
  type Entry,
  type Expression,
  isList,
  isNode,
  type Node,
  type Traversal,
  template,
} from "./hcl/tree.js";
import { identifier } from "./identifier.js";
import { isSame } from "./same.js";

/** What differs between the instances of one resource: for each hole its value by instance. */
export interface Holes {
  readonly keys: readonly string[];
  readonly values: Map<string, readonly Expression[]>;
}

/**
 * One expression that stands for that of every instance: what all have in common as it is, `each.key` where it is the
 * key, `each.value` with a name from the argument elsewhere.
 */
export function unify(all: readonly Expression[], name: string, holes: Holes): Expression {
  const [first = null] = all;
  if (all.length > 1 && all.every((other) => isSame(first, other))) return first;
  const unified = unifyAlike(all, name, holes);
  if (unified !== undefined) return unified;
  return all.length === 1 ? first : hole(all, name, holes);
}

/** Undefined where they differ in more than what stands inside them. */
function unifyAlike(all: readonly Expression[], name: string, holes: Holes): Expression | undefined {
  if (all.every((each) => typeof each === "string")) return unifyTexts(all, holes);
  if (all.every(isList)) return unifyItems(all, name, holes);
  return all.every(isNode) ? unifyNodes(all, name, holes) : undefined;
}

/** The key as a whole word: `shop-api` of `api`, never `apis`. */
function unifyTexts(texts: readonly string[], { keys }: Holes): Expression | undefined {
  const [first = [], ...others] = texts.map((text, at) => splitAtKey(text, keys[at] ?? ""));
  if (first.length === 1 || !others.every((pieces) => isSame(first, pieces))) return undefined;
  return template(...first.flatMap((piece, at) => (at === 0 ? [piece] : [eachKey, piece])));
}

function splitAtKey(text: string, key: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let at = text.indexOf(key); at >= 0 && key !== ""; at = text.indexOf(key, at + 1)) {
    const end = at + key.length;
    if (at < start || isWordPart(text[at - 1]) || isWordPart(text[end])) continue;
    pieces.push(text.slice(start, at));
    start = end;
  }
  return [...pieces, text.slice(start)];
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z0-9]/.test(character);
}

function unifyItems(
  lists: readonly (readonly Expression[])[],
  name: string,
  holes: Holes,
): readonly Expression[] | undefined {
  const [first = []] = lists;
  if (lists.some((list) => list.length !== first.length)) return undefined;
  return first.map((_, at) => unifyAt(lists, at, name, holes));
}

function unifyAt(
  lists: readonly (readonly Expression[])[],
  at: number,
  name: string,
  holes: Holes,
): Expression {
  const column = lists.map((list) => list[at] ?? null);
  return unify(column, name, holes);
}

function unifyNodes(nodes: readonly Node[], name: string, holes: Holes): Expression | undefined {
  const [first] = nodes;
  switch (first?.kind) {
    case "traversal":
      return unifyTraversals(first, nodes, holes);
    case "template": {
      const parts = unifyItems(
        nodes.map((node) => (node.kind === "template" ? node.parts : [])),
        name,
        holes,
      );
      return parts && template(...parts);
    }
    case "call": {
      const isOfOne = nodes.every((node) => node.kind === "call" && node.name === first.name);
      const given = nodes.map((node) => (node.kind === "call" ? node.arguments : []));
      const unified = isOfOne ? unifyItems(given, name, holes) : undefined;
      return unified && { ...first, arguments: unified };
    }
    case "object": {
      const entries = nodes.map((node) => (node.kind === "object" ? node.entries : []));
      if (!entries.every((each) => hasSameKeys(each, first.entries))) return undefined;
      const values = entries.map((each) => each.map(({ value }) => value));
      const unified = first.entries.map((entry, at): Entry => {
        return { ...entry, value: unifyAt(values, at, entry.key, holes) };
      });
      return { kind: "object", entries: unified };
    }
    default:
      return undefined;
  }
}

/** The instance of the same key: `aws_subnet.public[each.key].id`. */
function unifyTraversals(first: Traversal, nodes: readonly Node[], { keys }: Holes): Traversal | undefined {
  const isByKey = nodes.every(
    (node, at) =>
      node.kind === "traversal" &&
      node.root === first.root &&
      node.attribute === first.attribute &&
      node.key === keys[at],
  );
  return isByKey ? { ...first, key: eachKey } : undefined;
}

/** The same values are one hole, under the name that came first. */
function hole(all: readonly Expression[], name: string, { values }: Holes): Traversal {
  const wanted = identifier(name);
  let free = wanted;
  for (let count = 2; ; count++) {
    const known = values.get(free);
    if (known === undefined || isSame(known, all)) break;
    free = `${wanted}_${count}`;
  }
  values.set(free, all);
  return { kind: "traversal", root: "each.value", attribute: free };
}

function hasSameKeys(entries: readonly Entry[], others: readonly Entry[]): boolean {
  return entries.length === others.length && entries.every(({ key }, at) => key === others[at]?.key);
}

const eachKey: Traversal = { kind: "traversal", root: "each.key" };
