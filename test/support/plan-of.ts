import type { Diagnostic } from "../../src/diagnostics/index.js";
import { locateAll } from "../../src/diagnostics/index.js";
import { parseManifest } from "../../src/manifest/index.js";
import {
  type Plan,
  type Resource,
  type ResourceKind,
  type ResourceOf,
  resolve,
} from "../../src/plan/index.js";

/** The plan of a manifest in YAML; throws the diagnostics when there is none. */
export function planOf(text: string, environment?: string): Plan {
  const { plan, diagnostics } = tryPlan(text, environment);
  if (plan === undefined)
    throw new TypeError(diagnostics.map((each) => `${each.path}: ${each.message}`).join("\n"));
  return plan;
}

/** The plan, or the diagnostics with their places. */
export function tryPlan(
  text: string,
  environment?: string,
): { readonly plan?: Plan; readonly diagnostics: readonly Diagnostic[] } {
  const parsed = parseManifest(
    { file: "longshore.yaml", text },
    environment === undefined ? {} : { environment },
  );
  if (parsed.manifest === undefined) return { diagnostics: parsed.diagnostics };
  const resolved = resolve(parsed.manifest);
  const diagnostics = [...parsed.diagnostics, ...locateAll(resolved.diagnostics, parsed.locate)];
  return resolved.ok ? { plan: resolved.value, diagnostics } : { diagnostics };
}

export function resourcesOf(plan: Plan): readonly Resource[] {
  return plan.stacks.flatMap((stack) => stack.resources);
}

/** The resource of this kind and id; throws when there is none. */
export function resourceOf<K extends ResourceKind>(plan: Plan, kind: K, id: string): ResourceOf<K> {
  const found = resourcesOf(plan).find((resource) => resource.id === id);
  if (found?.kind !== kind) throw new TypeError(`the plan has no ${kind} ${id}`);
  return found as ResourceOf<K>;
}
