import type { SourcePosition, SourceSpan } from "./diagnostic.js";

/** Offsets at which the lines of a text begin; the first is 0. Lines end with a line feed. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Line and column of an offset, counted from 1. */
export function positionAt(starts: readonly number[], offset: number): SourcePosition {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
}

/** Makes spans of offsets in one text; the line table is built on first use. */
export function spanMaker(file: string, text: string): (start: number, end: number) => SourceSpan {
  let starts: number[] | undefined;
  return (start, end) => {
    starts ??= lineStarts(text);
    const from = Math.max(0, Math.min(start, text.length));
    const to = Math.max(from, Math.min(end, text.length));
    return { file, start: positionAt(starts, from), end: positionAt(starts, to) };
  };
}
