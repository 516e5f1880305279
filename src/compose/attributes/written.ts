import type { SourceSpan } from "../../diagnostics/index.js";
import type { Piece } from "../interpolation/pieces.js";
import type { Place, ScalarTree } from "../source/tree.js";
import { spanAt } from "../source/tree.js";

/** A text of the compose file after interpolation. */
export interface Written {
  readonly text: string;
  /** Where its parts come from; absent when no variable was in it. */
  readonly pieces?: readonly Piece[];
  readonly span: SourceSpan;
  /** Folder against which the text is meant, when it is a path. */
  readonly folder: string;
}

export function writtenOf({
  text,
  pieces,
  place,
}: Pick<ScalarTree, "text" | "pieces"> & { place: Place }): Written {
  const { folder } = place.source;
  return { text, span: spanAt(place), folder, ...(pieces === undefined ? {} : { pieces }) };
}

/** The parts of a text, one literal where no variable was in it. */
export function piecesOf({ text, pieces }: Written): readonly Piece[] {
  return pieces ?? (text === "" ? [] : [{ from: "literal", text }]);
}
