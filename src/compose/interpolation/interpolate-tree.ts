import type { Diagnostic } from "../../diagnostics/index.js";
import { error } from "../../diagnostics/index.js";
import type { Entry, ListTree, MapTree, ScalarTree, Tree } from "../source/tree.js";
import { spanAt } from "../source/tree.js";
import type { Variables } from "./evaluate.js";
import { evaluate } from "./evaluate.js";
import { parseTemplate } from "./parse-template.js";
import { textOf } from "./pieces.js";

export interface InterpolatedTree {
  readonly tree: Tree;
  readonly diagnostics: readonly Diagnostic[];
}

/** Replaces variables in every value of a document, not in its keys. Branches that are shared stay shared. */
export function interpolateTree(tree: Tree, variables: Variables): InterpolatedTree {
  const walk = new Interpolation(variables);
  return { tree: walk.treeOf(tree), diagnostics: walk.diagnostics };
}

class Interpolation {
  readonly diagnostics: Diagnostic[] = [];
  private readonly variables: Variables;
  private readonly done = new Map<Tree, Tree>();

  constructor(variables: Variables) {
    this.variables = variables;
  }

  treeOf(tree: Tree): Tree {
    if (tree.kind === "scalar") return this.scalar(tree);
    const known = this.done.get(tree);
    if (known !== undefined) return known;
    const replaced = tree.kind === "list" ? this.list(tree) : this.map(tree);
    this.done.set(tree, replaced);
    return replaced;
  }

  /** The same list where nothing changes. */
  private list(tree: ListTree): Tree {
    const items = tree.items.map((item) => this.treeOf(item));
    return items.every((item, index) => item === tree.items[index]) ? tree : { ...tree, items };
  }

  private map(tree: MapTree): Tree {
    let copy: Map<string, Entry> | undefined;
    for (const [key, entry] of tree.entries) {
      const value = this.treeOf(entry.value);
      if (value === entry.value) continue;
      copy ??= new Map(tree.entries);
      copy.set(key, { key: entry.key, value });
    }
    return copy === undefined ? tree : { ...tree, entries: copy };
  }

  private scalar(tree: ScalarTree): Tree {
    if (typeof tree.value !== "string" || !tree.value.includes("$")) return tree;
    const known = this.done.get(tree);
    if (known !== undefined) return known;
    const parsed = parseTemplate(tree.value);
    const replaced =
      "fault" in parsed
        ? this.refuse(tree, parsed.fault)
        : withPieces(tree, evaluate(parsed.parts, this.variables));
    this.done.set(tree, replaced);
    return replaced;
  }

  /** The text as written is kept, so that the rest can be judged. */
  private refuse(tree: ScalarTree, fault: string): Tree {
    this.diagnostics.push(
      error("compose-variable", "", `a variable is malformed: ${fault}`, {
        span: spanAt(tree.place),
        sensitive: true,
        hint: "write $NAME, ${NAME}, ${NAME:-default}, ${NAME:?reason}, ${NAME:+other}, or $$ for a dollar sign",
      }),
    );
    return tree;
  }
}

function withPieces(tree: ScalarTree, pieces: ScalarTree["pieces"] & object): ScalarTree {
  const text = textOf(pieces);
  const hasVariable = pieces.some(({ from }) => from !== "literal");
  return hasVariable ? { ...tree, value: text, text, pieces } : { ...tree, value: text, text };
}
