import { type Diagnostic, hasErrors } from "../../diagnostics/index.js";
import { type CheckedManifest, checkEnvironments, diagnosticsOf } from "../check-environments.js";
import { type ExitCode, exitCodes } from "../exit-code.js";
import { loadManifest } from "../load.js";
import { exitCodeOf, type PlanningOptions } from "../planning.js";
import type { Session } from "../session.js";
import { showDecisions } from "../views/decisions/show-decisions.js";
import { countDiagnostics, showDiagnostics } from "../views/diagnostics.js";
import { printJsonDocument } from "../views/json.js";
import { printableLine } from "../views/printable.js";
import { quantity } from "../views/quantity.js";

export interface ValidateOptions extends PlanningOptions {
  readonly json?: boolean;
}

export async function validate(options: ValidateOptions, session: Session): Promise<ExitCode> {
  const loaded = await loadManifest(options, session.io);
  if (!loaded.ok) {
    const checked = { ...nothingChecked, findings: loaded.diagnostics.map(unplaced) };
    return report(checked, { ...options, shown: options.file?.join(", ") }, session);
  }
  const { file, textOf } = loaded.value;
  const checked = checkEnvironments(loaded.value, options.environment);
  return report(checked, { ...options, shown: file, textOf }, session);
}

interface ReportOptions extends ValidateOptions {
  readonly shown: string | undefined;
  readonly textOf?: (file: string) => string | undefined;
}

const nothingChecked: CheckedManifest = {
  findings: [],
  environments: [],
  serviceCounts: [],
  jobCounts: [],
  decisions: [],
  secrets: [],
};

function unplaced(diagnostic: Diagnostic): CheckedManifest["findings"][number] {
  return { diagnostic, environments: [] };
}

function report(checked: CheckedManifest, options: ReportOptions, session: Session): ExitCode {
  const diagnostics = diagnosticsOf(checked);
  const valid = !hasErrors(diagnostics);
  if (options.json) {
    const { findings, environments, decisions } = checked;
    const listed = findings.map(({ diagnostic, environments: found }) => ({
      ...diagnostic,
      environments: found,
    }));
    const result = { valid, file: options.shown ?? null, environments, diagnostics: listed };
    printJsonDocument(session.io.stdout, decisions.length === 0 ? result : { ...result, decisions });
  } else showReport(checked, diagnostics, valid, options, session);
  return valid ? exitCodes.done : exitCodeOf(diagnostics);
}

function showReport(
  checked: CheckedManifest,
  diagnostics: readonly Diagnostic[],
  valid: boolean,
  { shown, textOf, quiet, explain }: ReportOptions,
  session: Session,
): void {
  const { secrets, decisions } = checked;
  showDiagnostics(session, diagnostics, { textOf, secrets, quiet, explain });
  if (quiet) return;
  const counted = countDiagnostics(diagnostics);
  if (!valid) {
    session.io.stderr.write(`${counted}\n`);
    return;
  }
  showDecisions(decisions, diagnostics, { explain }, session);
  const parts = [describeTasks(checked), describeEnvironments(checked), counted].filter(
    (part) => part !== "",
  );
  const name = printableLine(shown ?? "the manifest");
  session.io.stdout.write(`${name} is ${session.palette.green("valid")}: ${parts.join(", ")}\n`);
}

/** What there is none of is left out, unless there is neither. */
function describeTasks({ serviceCounts, jobCounts }: CheckedManifest): string {
  if (Math.max(...jobCounts) <= 0) return describeCounts(serviceCounts, "service");
  const services = Math.max(...serviceCounts) <= 0 ? [] : [describeCounts(serviceCounts, "service")];
  return [...services, describeCounts(jobCounts, "job")].join(", ");
}

/** Environments may add services and jobs or take some away. */
function describeCounts(counts: readonly number[], thing: string): string {
  const least = Math.min(...counts);
  const most = Math.max(...counts);
  return least === most ? quantity(most, thing) : `${least} to ${quantity(most, thing)}`;
}

function describeEnvironments({ environments }: CheckedManifest): string {
  return environments.length === 0 ? "" : quantity(environments.length, "environment");
}
