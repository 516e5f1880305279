/** A text cut at its `${...}`; `$${` is a literal `${`. */
export type Piece = { readonly literal: string } | { readonly reference: string };

export type Cut = { readonly pieces: readonly Piece[] } | { readonly unclosedAt: number };

/** True when a text must be cut at all: most hold no `$`. */
export function mayHoldReference(text: string): boolean {
  return text.includes("${");
}

export function cutReferences(text: string): Cut {
  const pieces: Piece[] = [];
  let literal = "";
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf("${", at);
    if (start === -1) break;
    if (start > at && text[start - 1] === "$") {
      literal += `${text.slice(at, start - 1)}\${`;
      at = start + 2;
      continue;
    }
    const end = text.indexOf("}", start);
    if (end === -1) return { unclosedAt: start };
    literal += text.slice(at, start);
    if (literal !== "") pieces.push({ literal });
    pieces.push({ reference: text.slice(start + 2, end).trim() });
    literal = "";
    at = end + 1;
  }
  literal += text.slice(at);
  if (literal !== "") pieces.push({ literal });
  return { pieces };
}
