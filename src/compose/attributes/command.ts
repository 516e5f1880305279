import type { Piece } from "../interpolation/pieces.js";
import { textOf } from "../interpolation/pieces.js";
import { isList, isScalar, spanAt } from "../source/tree.js";
import type { AttributeReader } from "./attribute-reader.js";
import type { Written } from "./written.js";
import { piecesOf, writtenOf } from "./written.js";

/** `command` or `entrypoint` as words; a text is cut as a shell would cut it, without running one. */
export function readCommand(reader: AttributeReader, key: string): readonly Written[] | undefined {
  const entry = reader.entry(key);
  if (entry === undefined) return undefined;
  const { value } = entry;
  if (isList(value)) {
    const words = value.items.filter(isScalar).map(writtenOf);
    if (words.length < value.items.length) return reader.wrong(key, entry, "a text or a list of texts");
    return words.length === 0 ? undefined : words;
  }
  if (!isScalar(value)) return reader.wrong(key, entry, "a text or a list of texts");
  const written = writtenOf(value);
  const words = splitWords(piecesOf(written));
  if (words === undefined)
    return reader.fail("invalid-value", key, `a quote in ${key} is not closed`, spanAt(value.place), {
      sensitive: true,
    });
  if (words.length === 0) return undefined;
  return words.map((pieces) => ({
    text: textOf(pieces),
    pieces,
    span: written.span,
    folder: written.folder,
  }));
}

/** Words of a command line, each with the origin of its parts. Undefined when a quote is not closed. */
function splitWords(pieces: readonly Piece[]): readonly (readonly Piece[])[] | undefined {
  const words: Piece[][] = [];
  let word: Piece[] | undefined;
  let quote = "";
  let isEscaped = false;
  const add = (piece: Piece, text: string): void => {
    word ??= [];
    const last = word.at(-1);
    if (last !== undefined && last.from !== "missing" && isSameOrigin(last, piece))
      word[word.length - 1] = { ...last, text: last.text + text };
    else word.push(piece.from === "missing" ? piece : { ...piece, text });
  };
  const close = (): void => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  for (const piece of pieces) {
    if (piece.from === "missing") add(piece, "");
    for (const character of piece.text) {
      if (isEscaped) {
        // Within double quotes a backslash escapes only what is special there.
        add(piece, quote === '"' && !/["\\$`]/.test(character) ? `\\${character}` : character);
        isEscaped = false;
      } else if (character === "\\" && quote !== "'") isEscaped = true;
      else if (quote !== "") {
        if (character === quote) quote = "";
        else add(piece, character);
      } else if (character === '"' || character === "'") {
        quote = character;
        add(piece, "");
      } else if (/\s/.test(character)) close();
      else add(piece, character);
    }
  }
  close();
  return quote === "" && !isEscaped ? words : undefined;
}

function isSameOrigin(one: Piece, other: Piece): boolean {
  return one.from === "literal"
    ? other.from === "literal"
    : other.from === one.from && other.name === one.name;
}
