import { type Diagnostic, error, suggest } from "../../diagnostics/index.js";
import type { Plan } from "../../plan/index.js";
import { renderTerraform } from "../../terraform/index.js";
import { type ExitCode, exitCodes } from "../exit-code.js";
import { loadPlans, type PlanningOptions } from "../planning.js";
import { regionFolder, severalRegions } from "../regions.js";
import { type RenderedFile, writeRenderFolder } from "../render-folder.js";
import type { Session } from "../session.js";
import { showDiagnostics } from "../views/diagnostics.js";
import { printJsonDocument } from "../views/json.js";
import { printable } from "../views/printable.js";
import { describeModule, printModule } from "../views/terraform-view.js";

export interface RenderTerraformOptions extends PlanningOptions {
  /** Folder to write the module to; without it, one file is printed. */
  readonly out?: string;
  /** Name of the one file to print. */
  readonly only?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

export async function render(options: RenderTerraformOptions, session: Session): Promise<ExitCode> {
  const loaded = await loadPlans(options, session);
  if (!loaded.ok) return loaded.exitCode;
  const { plans } = loaded;
  if (plans.length > 1 && options.json) return refuse(severalRegions(plans), session);
  if (options.out === undefined) {
    const [plan, ...others] = plans;
    if (others.length > 0) return refuse(severalRegions(plans), session);
    return plan === undefined ? exitCodes.done : printFiles(filesOf(plan), options, session);
  }
  for (const plan of plans) {
    const out = regionFolder(options.out, plan, plans);
    const code = writeModule(plan, filesOf(plan), { ...options, out }, session);
    if (code !== exitCodes.done) return code;
  }
  return exitCodes.done;
}

function filesOf(plan: Plan): readonly RenderedFile[] {
  return renderTerraform(plan).map(({ file, text }) => ({ name: file, text }));
}

function printFiles(
  files: readonly RenderedFile[],
  { only: wanted, json }: RenderTerraformOptions,
  session: Session,
): ExitCode {
  const { stdout } = session.io;
  const chosen = wanted === undefined ? files : files.filter(({ name }) => isCalled(name, wanted));
  const names = files.map(({ name }) => name);
  if (wanted !== undefined && chosen.length === 0) return refuse(unknownFile(wanted, names), session);
  if (json) {
    printJsonDocument(stdout, { files: chosen.map(({ name, text }) => ({ file: name, text })) });
    return exitCodes.done;
  }
  const [only, ...others] = chosen;
  if (others.length > 0) return refuse(severalFiles(names), session);
  if (only !== undefined) stdout.write(stdout.isTerminal ? printable(only.text) : only.text);
  return exitCodes.done;
}

/** `network` is `network.tf`. */
function isCalled(name: string, wanted: string): boolean {
  return name === wanted || name === `${wanted}.tf`;
}

function refuse(diagnostic: Diagnostic, session: Session): ExitCode {
  showDiagnostics(session, [diagnostic]);
  return exitCodes.usage;
}

function unknownFile(wanted: string, names: readonly string[]): Diagnostic {
  const meant = suggest(wanted, names);
  const known = `the files are ${names.join(", ")}`;
  return error("usage", "", `the module has no file "${wanted}"`, {
    hint: meant === undefined ? known : `did you mean "${meant}"? ${known}`,
  });
}

function severalFiles(names: readonly string[]): Diagnostic {
  return error("usage", "", `the module has ${names.length} files, and only one can be printed`, {
    hint: `write them all with --out <folder>, or choose one with --only: ${names.join(", ")}`,
  });
}

function writeModule(
  plan: Plan,
  files: readonly RenderedFile[],
  options: RenderTerraformOptions & { readonly out: string },
  session: Session,
): ExitCode {
  const { out, force = false } = options;
  const written = writeRenderFolder(out, files, { cwd: session.io.cwd, force, isOwnKind });
  showDiagnostics(session, written.diagnostics);
  if (!written.ok) return exitCodes.findings;
  const module = { plan, files, folder: out, removed: written.value.removed };
  if (options.json) printJsonDocument(session.io.stdout, describeModule(module));
  else session.io.stdout.write(printModule(module, options.quiet ?? false, session));
  return exitCodes.done;
}

function isOwnKind(name: string): boolean {
  return name.endsWith(".tf");
}
