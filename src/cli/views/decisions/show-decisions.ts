import type { Decision } from "../../../compose/index.js";
import type { Diagnostic } from "../../../diagnostics/index.js";
import type { Session } from "../../session.js";
import { lineWidth } from "../line-width.js";
import { quantity } from "../quantity.js";
import { printDecisionCounts, printDecisions } from "./decisions-view.js";

/** Tells what was decided of compose files on the standard error: in short, or each with its reason. */
export function showDecisions(
  decisions: readonly Decision[],
  diagnostics: readonly Diagnostic[],
  { explain = false }: { readonly explain?: boolean | undefined },
  { io, errorPalette }: Session,
): void {
  if (decisions.length === 0) return;
  const options = { palette: errorPalette, width: lineWidth(io.stderr) };
  if (explain) io.stderr.write(`${printDecisions(decisions, options)}\n`);
  else
    io.stderr.write(`${printDecisionCounts(decisions, options)}${errorPalette.dim(wayOn(diagnostics))}\n\n`);
}

function wayOn(diagnostics: readonly Diagnostic[]): string {
  const notes = diagnostics.filter(({ severity }) => severity === "note").length;
  const more = notes === 0 ? "" : `, and ${quantity(notes, "note")} on how to choose otherwise`;
  return `  --explain shows each with its reason${more}`;
}
