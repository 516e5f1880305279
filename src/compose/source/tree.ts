import type { SourceSpan } from "../../diagnostics/index.js";
import type { Piece } from "../interpolation/pieces.js";

/** One text that was read, and the folder against which its relative paths are meant. */
export interface Source {
  readonly file: string;
  /** POSIX, without a slash at its end; empty for the folder that paths are relative to. */
  readonly folder: string;
  readonly text: string;
  readonly spanOf: (start: number, end: number) => SourceSpan;
}

export interface Place {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** `!reset` removes what earlier files said, `!override` replaces it instead of merging. */
export type MergeTag = "reset" | "override";

/** A compose document in which every value knows where it is written. Trees share branches: nothing changes them. */
export type Tree = ScalarTree | ListTree | MapTree;

interface Branch {
  readonly place: Place;
  readonly tag?: MergeTag;
}

export interface ScalarTree extends Branch {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The value as text: `1.10` as written, without quotes. */
  readonly text: string;
  /** Where the parts of the text come from; absent when no variable was in it. */
  readonly pieces?: readonly Piece[];
}

export interface ListTree extends Branch {
  readonly kind: "list";
  readonly items: readonly Tree[];
}

export interface Entry {
  readonly key: Place;
  readonly value: Tree;
}

export interface MapTree extends Branch {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
}

export function spanAt({ source, start, end }: Place): SourceSpan {
  return source.spanOf(start, end);
}

/** The place of a scalar, else that of its key: a frame around a whole map would say less. */
export function spanOfEntry(entry: Entry): SourceSpan {
  const { place, kind } = entry.value;
  return spanAt(kind === "scalar" && place.end > place.start ? place : entry.key);
}

export function isMap(tree: Tree | undefined): tree is MapTree {
  return tree?.kind === "map";
}

export function isList(tree: Tree | undefined): tree is ListTree {
  return tree?.kind === "list";
}

export function isScalar(tree: Tree | undefined): tree is ScalarTree {
  return tree?.kind === "scalar";
}

/** True for `key:` with nothing behind it. */
export function isNothing(tree: Tree | undefined): boolean {
  return tree === undefined || (tree.kind === "scalar" && tree.value === null);
}

export function entryOf(map: Tree | undefined, key: string): Entry | undefined {
  return isMap(map) ? map.entries.get(key) : undefined;
}

/** The value of a key; undefined also where nothing is written behind it. */
export function childOf(map: Tree | undefined, key: string): Tree | undefined {
  const value = entryOf(map, key)?.value;
  return isNothing(value) ? undefined : value;
}

/** The entries of a map; none for anything else. */
export function entriesOf(map: Tree | undefined): readonly (readonly [string, Entry])[] {
  return isMap(map) ? [...map.entries] : [];
}

export function kindOfTree(tree: Tree): string {
  if (tree.kind !== "scalar") return tree.kind === "list" ? "a list" : "a map";
  if (tree.value === null) return "empty";
  return typeof tree.value === "string" ? "a text" : `a ${typeof tree.value}`;
}
