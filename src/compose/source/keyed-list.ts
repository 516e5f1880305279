import type { Piece } from "../interpolation/pieces.js";
import type { Entry, MapTree, ScalarTree, Tree } from "./tree.js";

/** `[A=b, C]` as the map `{ A: b, C: }`; a map stays itself. Undefined for anything else. */
export function mapOfPairs(tree: Tree | undefined): MapTree | undefined {
  if (tree === undefined || tree.kind === "map") return tree;
  if (tree.kind !== "list") return undefined;
  const entries = new Map<string, Entry>();
  for (const item of tree.items) {
    if (item.kind !== "scalar" || item.value === null) continue;
    const cut = item.text.indexOf("=");
    const name = cut === -1 ? item.text : item.text.slice(0, cut);
    entries.set(name, { key: item.place, value: cut === -1 ? nothingAt(item) : behind(item, cut + 1) });
  }
  return { ...branchOf(tree), kind: "map", entries };
}

/** `[a, b]` as the map `{ a: , b: }`, for keys that are written either way. */
export function mapOfNames(tree: Tree | undefined): MapTree | undefined {
  if (tree === undefined || tree.kind === "map") return tree;
  const items = tree.kind === "list" ? tree.items : [tree];
  const named = items.filter((item) => item.kind === "scalar").filter(({ value }) => value !== null);
  const entries = new Map(named.map((item) => [item.text, { key: item.place, value: nothingAt(item) }]));
  return { ...branchOf(tree), kind: "map", entries };
}

/** A single text as a list of one. */
export function listOf(tree: Tree | undefined): readonly Tree[] {
  if (tree === undefined) return [];
  if (tree.kind === "list") return tree.items;
  return tree.kind === "scalar" && tree.value === null ? [] : [tree];
}

function branchOf({ place, tag }: Tree): Pick<MapTree, "place" | "tag"> {
  return tag === undefined ? { place } : { place, tag };
}

function nothingAt(item: ScalarTree): ScalarTree {
  return { kind: "scalar", value: null, text: "", place: { ...item.place, start: item.place.end } };
}

/** What stands behind the first `count` characters. The place stays that of the whole item: quotes may precede it. */
function behind(item: ScalarTree, count: number): ScalarTree {
  const text = item.text.slice(count);
  const { pieces, ...rest } = item;
  return { ...rest, value: text, text, ...(pieces === undefined ? {} : { pieces: dropText(pieces, count) }) };
}

function dropText(pieces: readonly Piece[], count: number): readonly Piece[] {
  let left = count;
  return pieces.flatMap((piece) => {
    const dropped = Math.min(left, piece.text.length);
    left -= dropped;
    if (piece.from === "missing" || dropped === 0) return [piece];
    const text = piece.text.slice(dropped);
    return text === "" ? [] : [{ ...piece, text }];
  });
}
