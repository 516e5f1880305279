/**
 * A part of an interpolated text and where it comes from. A missing variable leaves no text: `text` is empty and the
 * reader decides what stands for it.
 */
export type Piece =
  | { readonly from: "literal"; readonly text: string }
  | { readonly from: "variable"; readonly name: string; readonly text: string; readonly isDefault: boolean }
  | {
      readonly from: "missing";
      readonly name: string;
      readonly text: "";
      /** What `${NAME:?reason}` says. */
      readonly reason?: string;
    };

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** Names of the variables in a text, in order, without repetition. */
export function namesIn(pieces: readonly Piece[] = []): readonly string[] {
  return [...new Set(pieces.flatMap((piece) => (piece.from === "literal" ? [] : [piece.name])))];
}

/** The variable whose value is the whole text. */
export function onlyVariable(pieces: readonly Piece[] = []): Exclude<Piece, { from: "literal" }> | undefined {
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined && only.from !== "literal" ? only : undefined;
}

export function isMissing(pieces: readonly Piece[] = []): boolean {
  return pieces.some(({ from }) => from === "missing");
}
