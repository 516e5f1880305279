import { widthOf } from "./width.js";

/** A grapheme of a line as a terminal shows it. */
export interface Cell {
  readonly shown: string;
  /** Columns in the terminal. */
  readonly width: number;
  /** Where the grapheme begins in the line, in UTF-16 units, and where it ends. */
  readonly start: number;
  readonly end: number;
}

/** Made on first use: making it takes ten milliseconds, and most runs have nothing to show. */
let graphemes: Intl.Segmenter | undefined;
const tabWidth = 4;
/** Control characters, and those that reverse or hide text: shown escaped, so that no file controls the terminal. */
const unsafe = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u;

/** The cells of a part of a line. */
export function cellsOf(line: string, from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  graphemes ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  for (const { segment, index } of graphemes.segment(line.slice(from, to))) {
    const shown = shownAs(segment, column);
    const width = shown === segment ? widthOf(segment) : shown.length;
    cells.push({ shown, width, start: from + index, end: from + index + segment.length });
    column += width;
  }
  return cells;
}

/** The text without characters that would control a terminal. */
export function printable(text: string): string {
  return text.replace(/[^\n]/gu, (character) => (unsafe.test(character) ? escaped(character) : character));
}

function shownAs(grapheme: string, column: number): string {
  if (grapheme === "\t") return " ".repeat(tabWidth - (column % tabWidth));
  return unsafe.test(grapheme) ? printable(grapheme.replaceAll("\n", "")) : grapheme;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : `\\u${code.toString(16).padStart(4, "0")}`;
}
