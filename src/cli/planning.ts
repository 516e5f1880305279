import { type Diagnostic, hasErrors, locateAll, type Result } from "../diagnostics/index.js";
import type { ParsedManifest } from "../manifest/index.js";
import { type Plan, type ResolveOptions, resolve } from "../plan/index.js";
import { type ExitCode, exitCodes } from "./exit-code.js";
import type { InputOptions } from "./input-options.js";
import { loadManifest } from "./load.js";
import type { LoadedManifest, ReadInput } from "./loaded-manifest.js";
import type { Session } from "./session.js";
import { showDecisions } from "./views/decisions/show-decisions.js";
import { showDiagnostics } from "./views/diagnostics.js";

/** What every command takes that works on a plan. */
export interface PlanningOptions extends InputOptions {
  readonly environment?: string;
  /** One of several regions of the manifest. */
  readonly region?: string;
  readonly explain?: boolean;
  readonly quiet?: boolean;
}

/** A plan, or what the process ends with as there is none. */
export type LoadedPlan =
  | { readonly ok: true; readonly plan: Plan; readonly input: ReadInput }
  | { readonly ok: false; readonly exitCode: ExitCode };

/** The plan of what the options name. What there is to report is shown, and what was decided of compose files. */
export async function loadPlan(
  options: PlanningOptions,
  session: Session,
  resolveOptions?: ResolveOptions,
): Promise<LoadedPlan> {
  const loaded = await loadManifest(options, session.io);
  if (!loaded.ok) {
    showDiagnostics(session, loaded.diagnostics);
    return { ok: false, exitCode: exitCodeOf(loaded.diagnostics) };
  }
  return planLoaded(loaded.value, options, session, resolveOptions);
}

/** One plan for each region of the manifest, or for the one that is asked for. */
export type LoadedPlans =
  | { readonly ok: true; readonly plans: readonly Plan[] }
  | { readonly ok: false; readonly exitCode: ExitCode };

export async function loadPlans(options: PlanningOptions, session: Session): Promise<LoadedPlans> {
  const loaded = await loadManifest(options, session.io);
  if (!loaded.ok) {
    showDiagnostics(session, loaded.diagnostics);
    return { ok: false, exitCode: exitCodeOf(loaded.diagnostics) };
  }
  const first = planLoaded(loaded.value, options, session, undefined);
  if (!first.ok) return first;
  const plans = [first.plan];
  const others = options.region === undefined ? first.input.regions.slice(1) : [];
  for (const region of others) {
    // What was decided of compose files is the same in each.
    const next = planLoaded(loaded.value, { ...options, region, quiet: true }, session, undefined);
    if (!next.ok) return next;
    plans.push(next.plan);
  }
  return { ok: true, plans };
}

function planLoaded(
  loaded: LoadedManifest,
  options: PlanningOptions,
  session: Session,
  resolveOptions: ResolveOptions | undefined,
): LoadedPlan {
  const { environment, region, quiet, explain } = options;
  const { textOf, file } = loaded;
  const input = loaded.parse(environment, region);
  const planned = planManifest(input, file, resolveOptions);
  showDiagnostics(session, planned.diagnostics, { textOf, secrets: input.secrets, quiet, explain });
  if (planned.ok && !quiet) showDecisions(input.decisions, planned.diagnostics, options, session);
  return planned.ok
    ? { ok: true, plan: planned.value, input }
    : { ok: false, exitCode: exitCodeOf(planned.diagnostics) };
}

/** A call that contradicts itself is told from a fault in what was read. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  return diagnostics.some(({ code }) => code === "usage") ? exitCodes.usage : exitCodes.findings;
}

/** From a manifest to its plan; what the planner reports is placed in the manifest's text. */
export function planManifest(
  parsed: ParsedManifest,
  file: string,
  resolveOptions?: ResolveOptions,
): Result<Plan> {
  const { manifest, diagnostics, locate } = parsed;
  if (manifest === undefined) return { ok: false, diagnostics };
  const resolved = resolve(manifest, resolveOptions);
  const placed = locateAll(resolved.diagnostics, locate).map((each) => withFile(each, file));
  const all = [...diagnostics, ...placed];
  return resolved.ok && !hasErrors(all)
    ? { ok: true, value: resolved.value, diagnostics: all }
    : { ok: false, diagnostics: all };
}

function withFile(diagnostic: Diagnostic, file: string): Diagnostic {
  return diagnostic.span === undefined && diagnostic.file === undefined
    ? { ...diagnostic, file }
    : diagnostic;
}
