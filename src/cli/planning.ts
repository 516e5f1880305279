import { type Diagnostic, hasErrors, locateAll, type Result } from "../diagnostics/index.js";
import type { ParsedManifest } from "../manifest/index.js";
import { type Plan, resolve } from "../plan/index.js";
import { loadManifest } from "./load.js";
import type { Session } from "./session.js";
import { showDiagnostics } from "./views/diagnostics.js";

/** What every command takes that works on a plan. */
export interface PlanningOptions {
  readonly file?: string;
  readonly environment?: string;
  readonly quiet?: boolean;
}

/** The plan of the manifest that the options name; what there is to report is shown. Absent when there is an error. */
export async function loadPlan(options: PlanningOptions, session: Session): Promise<Plan | undefined> {
  const loaded = await loadManifest(options.file, session.io);
  const planned = loaded.ok
    ? planManifest(loaded.value.parse(options.environment), loaded.value.file)
    : loaded;
  const text = loaded.ok ? loaded.value.text : undefined;
  showDiagnostics(session, planned.diagnostics, { text, quiet: options.quiet });
  return planned.ok ? planned.value : undefined;
}

/** From a manifest to its plan; what the planner reports is placed in the manifest's text. */
export function planManifest(parsed: ParsedManifest, file: string): Result<Plan> {
  const { manifest, diagnostics, locate } = parsed;
  if (manifest === undefined) return { ok: false, diagnostics };
  const resolved = resolve(manifest);
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
