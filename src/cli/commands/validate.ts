import { type Diagnostic, hasErrors } from "../../diagnostics/index.js";
import { type CheckedManifest, checkEnvironments, diagnosticsOf } from "../check-environments.js";
import { type ExitCode, exitCodes } from "../exit-code.js";
import { loadManifest } from "../load.js";
import type { Session } from "../session.js";
import { countDiagnostics, showDiagnostics } from "../views/diagnostics.js";
import { printJsonDocument } from "../views/json.js";
import { printableLine } from "../views/printable.js";
import { quantity } from "../views/quantity.js";

export interface ValidateOptions {
  readonly file?: string;
  readonly environment?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export async function validate(options: ValidateOptions, session: Session): Promise<ExitCode> {
  const loaded = await loadManifest(options.file, session.io);
  if (!loaded.ok) {
    const checked = { findings: loaded.diagnostics.map(unplaced), environments: [], serviceCounts: [] };
    return report(checked, { ...options, shown: options.file }, session);
  }
  const { file, text } = loaded.value;
  const checked = checkEnvironments(loaded.value, options.environment);
  return report(checked, { ...options, shown: file, text }, session);
}

interface ReportOptions extends ValidateOptions {
  readonly shown: string | undefined;
  readonly text?: string | undefined;
}

function unplaced(diagnostic: Diagnostic): CheckedManifest["findings"][number] {
  return { diagnostic, environments: [] };
}

function report(checked: CheckedManifest, options: ReportOptions, session: Session): ExitCode {
  const diagnostics = diagnosticsOf(checked);
  const valid = !hasErrors(diagnostics);
  if (options.json) {
    const { findings, environments } = checked;
    const listed = findings.map(({ diagnostic, environments: found }) => ({
      ...diagnostic,
      environments: found,
    }));
    const result = { valid, file: options.shown ?? null, environments, diagnostics: listed };
    printJsonDocument(session.io.stdout, result);
  } else showReport(checked, diagnostics, valid, options, session);
  return valid ? exitCodes.done : exitCodes.findings;
}

function showReport(
  checked: CheckedManifest,
  diagnostics: readonly Diagnostic[],
  valid: boolean,
  { shown, text, quiet }: ReportOptions,
  session: Session,
): void {
  showDiagnostics(session, diagnostics, { text, quiet });
  if (quiet) return;
  const counted = countDiagnostics(diagnostics);
  if (!valid) {
    session.io.stderr.write(`${counted}\n`);
    return;
  }
  const parts = [describeServices(checked), describeEnvironments(checked), counted].filter(
    (part) => part !== "",
  );
  const name = printableLine(shown ?? "the manifest");
  session.io.stdout.write(`${name} is ${session.palette.green("valid")}: ${parts.join(", ")}\n`);
}

/** Environments may add services or take some away. */
function describeServices({ serviceCounts }: CheckedManifest): string {
  const least = Math.min(...serviceCounts);
  const most = Math.max(...serviceCounts);
  return least === most ? quantity(most, "service") : `${least} to ${quantity(most, "service")}`;
}

function describeEnvironments({ environments }: CheckedManifest): string {
  return environments.length === 0 ? "" : quantity(environments.length, "environment");
}
