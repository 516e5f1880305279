import { encodePlan, type FieldDecision, type Plan } from "../../plan/index.js";
import { type ExitCode, exitCodes } from "../exit-code.js";
import { readExplainArgument } from "../explain/explain-argument.js";
import { explainFields } from "../explain/explain-fields.js";
import { narrowTo } from "../explain/narrow.js";
import { repeatInput } from "../input-options.js";
import type { ReadInput } from "../loaded-manifest.js";
import { loadPlan, type PlanningOptions } from "../planning.js";
import type { Session } from "../session.js";
import { showDiagnostics } from "../views/diagnostics.js";
import { describeExplained, printExplanation } from "../views/explain-view.js";
import { escapeJson, printJsonDocument } from "../views/json.js";
import { lineWidth } from "../views/line-width.js";
import { printPlan, printTotals } from "../views/plan/plan-view.js";
import { printable } from "../views/printable.js";
import { quoteWord } from "../views/shell-words.js";
import { writeOutput } from "../write-file.js";

export interface PlanOptions extends Omit<PlanningOptions, "explain"> {
  /** Where each value comes from instead of the plan: of all fields, or of those at a path. */
  readonly explain?: boolean | string;
  /** File to write the plan to. */
  readonly out?: string;
  readonly json?: boolean;
}

export async function plan(options: PlanOptions, session: Session): Promise<ExitCode> {
  const { explain, ...asked } = readExplainArgument(options);
  const decisions: FieldDecision[] = [];
  const isExplained = explain !== undefined && explain !== false;
  const loaded = await loadPlan(
    { ...asked, explain: isExplained },
    session,
    isExplained ? { onDecision: (decision) => decisions.push(decision) } : {},
  );
  if (!loaded.ok) return loaded.exitCode;
  const { plan: planned } = loaded;
  if (asked.out !== undefined) {
    const problem = writeOutput(asked.out, session.io.cwd, encodePlan(planned));
    if (problem !== undefined) {
      showDiagnostics(session, [problem]);
      return exitCodes.findings;
    }
  }
  if (isExplained) return showExplanation(loaded.input, decisions, { ...asked, explain }, session);
  showPlan(planned, asked, session);
  tellOfRegions(loaded.input.regions, asked, session);
  return exitCodes.done;
}

function showExplanation(
  input: ReadInput,
  decisions: readonly FieldDecision[],
  { explain, environment, json }: PlanOptions,
  session: Session,
): ExitCode {
  const { io, palette } = session;
  const fields = narrowTo(explainFields(input, decisions), typeof explain === "string" ? explain : undefined);
  if ("code" in fields) {
    showDiagnostics(session, [fields]);
    return exitCodes.usage;
  }
  if (json) printJsonDocument(io.stdout, fields.map(describeExplained));
  else io.stdout.write(printExplanation(fields, { palette, width: lineWidth(io.stdout), environment }));
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

/** A plan is for one region. */
function tellOfRegions(
  [first, ...others]: readonly string[],
  { region, quiet }: PlanOptions,
  session: Session,
): void {
  if (region !== undefined || quiet || others.length === 0) return;
  const named = others.map((other) => `--region ${other}`).join(" or ");
  session.io.stderr.write(printable(`This is the plan for ${first}. For the others: ${named}\n`));
}

function nextStep(options: PlanOptions): string {
  const { environment, out } = options;
  const written = out === undefined ? "" : `Wrote the plan to ${out}.\n`;
  const asked = environment === undefined ? "" : ` -e ${quoteWord(environment)}`;
  return printable(
    `${written}Next: longshore render cloudformation${repeatInput(options)}${asked} --out infra\n`,
  );
}
