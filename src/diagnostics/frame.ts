import type { Cell } from "./cells.js";
import { cellsOf } from "./cells.js";
import type { SourceSpan } from "./diagnostic.js";
import { lineStarts } from "./lines.js";
import type { Range } from "./mask.js";
import { maskCells, occurrences } from "./mask.js";

export interface FrameLine {
  /** Absent for the line of carets. */
  readonly number?: number;
  readonly text: string;
  readonly kind: "context" | "marked" | "carets";
}

/** Columns of a line shown at most; a longer one is cut around the span. */
const maxColumns = 120;

/** Of a long line only this many UTF-16 units on each side of the span are looked at: more than can be shown. */
const reach = 1000;

/** The line of the span, the one before it, and carets under the span's part of its first line. */
export function frameOf(text: string, span: SourceSpan, secrets: readonly SourceSpan[]): FrameLine[] {
  const starts = lineStarts(text);
  const { line } = span.start;
  const words = secrets.flatMap((secret) => secretWords(text.slice(secret.start.offset, secret.end.offset)));
  const windowAt = (number: number, range: Range): { text: string; carets: string } => {
    const start = starts[number - 1] ?? 0;
    const content = lineText(text, start, starts[number] ?? text.length + 1);
    const hidden = [...secrets.map((secret) => rangeIn(secret, start)), ...occurrences(content, words)];
    const cells = cellsOf(content, Math.max(0, range.start - reach), range.start + reach);
    return windowed(maskCells(cells, hidden), range, content.length);
  };
  const before = line > 1 ? windowAt(line - 1, { start: 0, end: 0 }).text : "";
  const marked = windowAt(line, rangeIn(span, starts[line - 1] ?? 0));
  const context: FrameLine[] = before === "" ? [] : [{ number: line - 1, text: before, kind: "context" }];
  return [
    ...context,
    { number: line, text: marked.text, kind: "marked" },
    { text: marked.carets, kind: "carets" },
  ];
}

function lineText(text: string, start: number, next: number): string {
  return text.slice(start, next - 1).replace(/\r$/, "");
}

function rangeIn({ start, end }: SourceSpan, lineStart: number): Range {
  return { start: start.offset - lineStart, end: end.offset - lineStart };
}

/** The lines of a secret, with and without quotes. */
function secretWords(secret: string): string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  return lines.flatMap((line) => [line, line.replace(/^["']|["']$/g, "")]).filter((word) => word !== "");
}

/** Cuts a line to the columns shown, so that the range begins within them. `length` is that of the whole line. */
function windowed(cells: readonly Cell[], range: Range, length: number): { text: string; carets: string } {
  const first = cells.findIndex((cell) => cell.end > range.start);
  const from = totalWidth(cells) <= maxColumns ? 0 : firstShown(cells, first === -1 ? cells.length : first);
  const shown = upTo(cells.slice(from), maxColumns);
  const lead = (shown[0]?.start ?? 0) > 0 ? "…" : "";
  const tail = (shown.at(-1)?.end ?? length) < length ? "…" : "";
  return {
    text: `${lead}${shown.map((cell) => cell.shown).join("")}${tail}`,
    carets: `${" ".repeat(lead.length)}${carets(shown, range)}`,
  };
}

/** A third of the columns shows what stands before the range. */
function firstShown(cells: readonly Cell[], marked: number): number {
  let from = marked;
  let width = 0;
  while (from > 0 && width < maxColumns / 3) {
    from--;
    width += cells[from]?.width ?? 0;
  }
  return from;
}

function upTo(cells: readonly Cell[], columns: number): Cell[] {
  let width = 0;
  const end = cells.findIndex((cell) => {
    width += cell.width;
    return width > columns;
  });
  return cells.slice(0, end === -1 ? cells.length : end);
}

function carets(cells: readonly Cell[], { start, end }: Range): string {
  const before = cells.filter((cell) => cell.end <= start);
  const under = cells.filter((cell) => cell.end > start && cell.start < end);
  return " ".repeat(totalWidth(before)) + "^".repeat(Math.max(1, totalWidth(under)));
}

function totalWidth(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
