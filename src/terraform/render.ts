import type { Plan } from "../plan/plan.js";
import type { Resource } from "../plan/resource.js";
import { renderDataSources } from "./data-sources.js";
import { draftExport } from "./exports.js";
import { printFile, printItem } from "./hcl/print.js";
import { kinds } from "./kinds.js";
import { partsOfId } from "./labels.js";
import { renderLocals, renderSharedDocuments } from "./locals.js";
import { renderOutputs } from "./outputs.js";
import { printResources, printTogether } from "./print-resources.js";
import { createScope, type Scope } from "./scope.js";
import { renderSettings, renderVariables } from "./settings.js";

export interface RenderedFile {
  /** Name of the file in the module's folder, such as `network.tf`. */
  readonly file: string;
  readonly text: string;
}

/**
 * One root module with all stacks of the plan, for Terraform 1.9 and OpenTofu, as `terraform fmt` would leave it.
 *
 * @throws TerraformRenderError where the plan contradicts itself, which is a fault of the planner.
 */
export function renderTerraform(plan: Plan): readonly RenderedFile[] {
  const scope = createScope(plan);
  const resources = printResources(inReadingOrder(plan), scope);
  const exports = printExports(plan, scope);
  const outputs = renderOutputs(plan, scope);
  const contents = new Map<string, readonly string[]>([
    ["versions", renderSettings(plan, scope).map(printItem)],
    ["variables", renderVariables(plan, scope).map(printItem)],
    ["locals", renderLocals(plan, scope).map(printItem)],
    ["data", renderDataSources(scope).map(printItem)],
    ...resources,
    ["exports", exports],
    ["outputs", outputs.map(printItem)],
  ]);
  const shared = renderSharedDocuments(scope).map(printItem);
  if (shared.length > 0) contents.set("iam", [...shared, ...(contents.get("iam") ?? [])]);
  return [...contents]
    .filter(([, items]) => items.length > 0)
    .map(([name, items]) => ({ file: `${name}.tf`, text: printFile(items) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** In the order in which they are read: the shared parts first, then service by service, each by kind. */
function inReadingOrder(plan: Plan): readonly Resource[] {
  const ranks = new Map(Object.keys(kinds).map((kind, rank) => [kind, rank]));
  const placed = plan.stacks.flatMap((stack, at) =>
    stack.resources.map((resource) => {
      const { owner = "" } = partsOfId(resource.id);
      return { resource, owner, at: owner === "" ? at : 0, rank: ranks.get(resource.kind) ?? 0 };
    }),
  );
  placed.sort((a, b) => compare(a.owner, b.owner) || a.at - b.at || a.rank - b.rank);
  return placed.map(({ resource }) => resource);
}

/** Single values first, then lists. */
function printExports(plan: Plan, scope: Scope): readonly string[] {
  const exports = plan.stacks.flatMap((stack) => stack.exports);
  exports.sort((a, b) => Number(Array.isArray(a.value)) - Number(Array.isArray(b.value)));
  if (exports.length === 0) return [];
  return [
    printTogether(
      exports.map((entry) => draftExport(entry, scope)),
      scope,
    ),
  ];
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
