import type { TextOutput } from "../io.js";

const widest = 100;
const narrowest = 60;

/** Columns that a line may have: those of a narrow terminal, else as many as are read with ease. */
export function lineWidth({ isTerminal, columns }: TextOutput): number {
  if (!isTerminal || columns === undefined) return widest;
  return Math.max(narrowest, Math.min(columns, widest));
}
