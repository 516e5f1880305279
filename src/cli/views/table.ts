import { displayWidth, padEndToWidth, padStartToWidth } from "./display-width.js";
import { printableLine } from "./printable.js";
import { wrap } from "./wrap.js";

export interface Column {
  readonly title: string;
  readonly align?: "right";
}

const gap = 2;

/** Aligned text under titles. Only the last column is wrapped, so that the others stay in line. */
export function printTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: { readonly width: number; readonly indent: number; readonly title: (text: string) => string },
): string {
  const clean = rows.map((row) => row.map(printableLine));
  const widths = columns.map(({ title }, index) =>
    Math.max(displayWidth(title), ...clean.map((row) => displayWidth(row[index] ?? ""))),
  );
  const start = " ".repeat(options.indent);
  const before = widths.slice(0, -1).reduce((sum, width) => sum + width + gap, options.indent);
  const lastWidth = Math.max(20, options.width - before);
  const printRow = (cells: readonly string[], style = (text: string): string => text): string => {
    const fixed = columns
      .slice(0, -1)
      .map((column, index) => alignCell(cells[index] ?? "", widths[index] ?? 0, column) + " ".repeat(gap));
    const [first = "", ...rest] = wrap(cells[columns.length - 1] ?? "", lastWidth);
    return [fixed.join("") + first, ...rest.map((line) => " ".repeat(before - options.indent) + line)]
      .map((line) => `${start}${style(line.trimEnd())}`)
      .join("\n");
  };
  const heading = printRow(
    columns.map(({ title }) => title),
    options.title,
  );
  return [heading, ...clean.map((row) => printRow(row))].map((line) => `${line}\n`).join("");
}

function alignCell(text: string, width: number, { align }: Column): string {
  return align === "right" ? padStartToWidth(text, width) : padEndToWidth(text, width);
}
