import { encodePlan, type Plan } from "../../plan/index.js";
import { type ExitCode, exitCodes } from "../exit-code.js";
import { repeatInput } from "../input-options.js";
import { loadPlan, type PlanningOptions } from "../planning.js";
import type { Session } from "../session.js";
import { showDiagnostics } from "../views/diagnostics.js";
import { escapeJson } from "../views/json.js";
import { lineWidth } from "../views/line-width.js";
import { printPlan, printTotals } from "../views/plan/plan-view.js";
import { printable } from "../views/printable.js";
import { quoteWord } from "../views/shell-words.js";
import { writeOutput } from "../write-file.js";

export interface PlanOptions extends PlanningOptions {
  /** File to write the plan to. */
  readonly out?: string;
  readonly json?: boolean;
}

export async function plan(options: PlanOptions, session: Session): Promise<ExitCode> {
  const loaded = await loadPlan(options, session);
  if (!loaded.ok) return loaded.exitCode;
  const { plan: planned } = loaded;
  if (options.out !== undefined) {
    const problem = writeOutput(options.out, session.io.cwd, encodePlan(planned));
    if (problem !== undefined) {
      showDiagnostics(session, [problem]);
      return exitCodes.findings;
    }
  }
  showPlan(planned, options, session);
  return exitCodes.done;
}

function showPlan(planned: Plan, options: PlanOptions, session: Session): void {
  const { io, palette } = session;
  if (options.json) io.stdout.write(escapeJson(encodePlan(planned), io.stdout));
  else {
    const totals = `${palette.bold(printTotals(planned))}\n`;
    const view = options.quiet ? "" : `${printPlan(planned, { palette, width: lineWidth(io.stdout) })}\n`;
    io.stdout.write(view + totals);
    if (!options.quiet) io.stderr.write(nextStep(options));
  }
}

function nextStep(options: PlanOptions): string {
  const { environment, out } = options;
  const written = out === undefined ? "" : `Wrote the plan to ${out}.\n`;
  const asked = environment === undefined ? "" : ` -e ${quoteWord(environment)}`;
  return printable(
    `${written}Next: longshore render cloudformation${repeatInput(options)}${asked} --out infra\n`,
  );
}
