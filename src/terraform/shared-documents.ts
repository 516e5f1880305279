import { call, type Expression, traversal } from "./hcl/tree.js";
import { createTaken } from "./identifier.js";
import { pseudoLocals } from "./inputs.js";
import { isSame } from "./same.js";

/** JSON documents that many resources have in common, each a local value that is written once. */
export interface SharedDocuments {
  /** Reads the document as text; `render` is called for the first that asks. */
  readonly share: (wanted: string, source: unknown, render: () => Expression) => Expression;
  readonly entries: () => readonly { readonly name: string; readonly value: Expression }[];
}

export function createSharedDocuments(): SharedDocuments {
  const shared: { readonly name: string; readonly value: Expression; readonly source: unknown }[] = [];
  const taken = createTaken(["name_prefix", "common_tags", ...Object.values(pseudoLocals)]);
  return {
    share: (wanted, source, render) => {
      const known = shared.find((each) => isSame(each.source, source));
      if (known !== undefined) return traversal(`local.${known.name}`);
      const name = taken.take(wanted);
      shared.push({ name, value: call("jsonencode", render()), source });
      return traversal(`local.${name}`);
    },
    entries: () => shared.map(({ name, value }) => ({ name, value })),
  };
}
