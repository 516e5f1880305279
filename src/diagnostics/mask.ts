import type { Cell } from "./cells.js";

/** A part of a line, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const mask = "***";

/** Shows `***` for each range: neither the characters nor their number can be read. */
export function maskCells(cells: readonly Cell[], ranges: readonly Range[]): Cell[] {
  const masked: Cell[] = [];
  for (const cell of cells) {
    const range = ranges.find(({ start, end }) => cell.start < end && cell.end > start);
    const last = masked.at(-1);
    if (range === undefined) masked.push(cell);
    else if (last?.shown === mask && last.end >= cell.start)
      masked[masked.length - 1] = { ...last, end: cell.end };
    else masked.push({ shown: mask, width: mask.length, start: cell.start, end: cell.end });
  }
  return masked;
}

/** Where a secret stands in a line; also without the quotes around it. */
export function occurrences(line: string, secrets: readonly string[]): Range[] {
  const found: Range[] = [];
  for (const secret of secrets) {
    for (let at = line.indexOf(secret); at !== -1; at = line.indexOf(secret, at + secret.length)) {
      found.push({ start: at, end: at + secret.length });
    }
  }
  return found;
}
