import { printJson, printYaml, renderCloudFormation } from "../../cloudformation/index.js";
import { type Diagnostic, error, suggest } from "../../diagnostics/index.js";
import type { Plan } from "../../plan/index.js";
import { type ExitCode, exitCodes } from "../exit-code.js";
import { loadPlans, type PlanningOptions } from "../planning.js";
import { regionFolder, severalRegions } from "../regions.js";
import { writeRenderFolder } from "../render-folder.js";
import type { Session } from "../session.js";
import { showDiagnostics } from "../views/diagnostics.js";
import { printJsonDocument } from "../views/json.js";
import { printable } from "../views/printable.js";
import { describeRender, printRender, type RenderedStack } from "../views/render-view.js";

export interface RenderOptions extends PlanningOptions {
  /** Folder to write the templates to; without it, they are printed. */
  readonly out?: string;
  readonly format: "json" | "yaml";
  /** Area of the one stack to print. */
  readonly stack?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

export async function render(options: RenderOptions, session: Session): Promise<ExitCode> {
  const loaded = await loadPlans(options, session);
  if (!loaded.ok) return loaded.exitCode;
  const { plans } = loaded;
  if (plans.length > 1 && options.json) return refuse(severalRegions(plans), session);
  if (options.out !== undefined) return writeEach(plans, { ...options, out: options.out }, session);
  const [plan, ...others] = plans;
  if (others.length > 0) return refuse(severalRegions(plans), session);
  return plan === undefined
    ? exitCodes.done
    : printTemplates(renderStacks(plan, options.format), options, session);
}

/** Several regions have a folder each. */
function writeEach(
  plans: readonly Plan[],
  options: RenderOptions & { readonly out: string },
  session: Session,
): ExitCode {
  for (const plan of plans) {
    const out = regionFolder(options.out, plan, plans);
    const code = writeTemplates(plan, renderStacks(plan, options.format), { ...options, out }, session);
    if (code !== exitCodes.done) return code;
  }
  return exitCodes.done;
}

function renderStacks(plan: Plan, format: RenderOptions["format"]): readonly RenderedStack[] {
  const print = format === "json" ? printJson : printYaml;
  const stacks = new Map(plan.stacks.map((stack) => [stack.name, stack]));
  return renderCloudFormation(plan).flatMap(({ stack: name, area, template }) => {
    const stack = stacks.get(name);
    return stack === undefined ? [] : [{ stack, template, name: `${area}.${format}`, text: print(template) }];
  });
}

function printTemplates(
  stacks: readonly RenderedStack[],
  { stack: wanted, json }: RenderOptions,
  session: Session,
): ExitCode {
  const chosen = wanted === undefined ? stacks : stacks.filter(({ stack }) => stack.area === wanted);
  const areas = stacks.map(({ stack }) => stack.area);
  const { stdout } = session.io;
  if (wanted !== undefined && chosen.length === 0) return refuse(unknownStack(wanted, areas), session);
  if (json) {
    const listed = chosen.map(({ stack, template }) => ({ stack: stack.name, area: stack.area, template }));
    printJsonDocument(stdout, { stacks: listed });
    return exitCodes.done;
  }
  const [only, ...others] = chosen;
  if (others.length > 0) return refuse(severalStacks(areas), session);
  if (only !== undefined) stdout.write(stdout.isTerminal ? printable(only.text) : only.text);
  return exitCodes.done;
}

function refuse(diagnostic: Diagnostic, session: Session): ExitCode {
  showDiagnostics(session, [diagnostic]);
  return exitCodes.usage;
}

function unknownStack(wanted: string, areas: readonly string[]): Diagnostic {
  const meant = suggest(wanted, areas);
  const known = `the stacks are ${areas.join(", ")}`;
  return error("usage", "", `the plan has no stack "${wanted}"`, {
    hint: meant === undefined ? known : `did you mean "${meant}"? ${known}`,
  });
}

function severalStacks(areas: readonly string[]): Diagnostic {
  return error("usage", "", `the plan has ${areas.length} stacks, and only one template can be printed`, {
    hint: `write them all with --out <folder>, or choose one with --stack: ${areas.join(", ")}`,
  });
}

function isOwnKind(name: string): boolean {
  return /\.(json|yaml)$/.test(name);
}

function writeTemplates(
  plan: Plan,
  stacks: readonly RenderedStack[],
  options: RenderOptions & { readonly out: string },
  session: Session,
): ExitCode {
  const { out, force = false } = options;
  const written = writeRenderFolder(out, stacks, { cwd: session.io.cwd, force, isOwnKind });
  showDiagnostics(session, written.diagnostics);
  if (!written.ok) return exitCodes.findings;
  const render = { plan, stacks, folder: out, removed: written.value.removed };
  if (options.json) printJsonDocument(session.io.stdout, describeRender(render));
  else session.io.stdout.write(printRender(render, options.quiet ?? false, session));
  return exitCodes.done;
}
