import type { Resource } from "../plan/resource.js";
import { rootOf } from "./address.js";
import { type Draft, draftResource, fileOf } from "./drafts.js";
import { underForEach } from "./for-each.js";
import { printItem } from "./hcl/print.js";
import { type Block, traversal } from "./hcl/tree.js";
import type { FileName } from "./kinds.js";
import { TerraformRenderError } from "./render-error.js";
import type { Scope } from "./scope.js";

/**
 * The text of each resource by file. Those of one address stand under one `for_each`, where the first of them is; they are
 * drafted together and last, and the others printed as they come, so that of a thousand services only texts are kept.
 */
export function printResources(
  resources: Iterable<Resource>,
  scope: Scope,
): ReadonlyMap<FileName, readonly string[]> {
  const files = new Map<FileName, (string | Resource[])[]>();
  const groups = new Map<string, Resource[]>();
  for (const resource of resources) {
    const name = fileOf(resource);
    const file = files.get(name) ?? [];
    files.set(name, file);
    const address = scope.addressOf(resource.id);
    if (address.key === undefined) {
      file.push(printAlone(resource, scope));
      continue;
    }
    const root = rootOf(address);
    const group = groups.get(root);
    if (group === undefined) {
      const started = [resource];
      groups.set(root, started);
      file.push(started);
    } else group.push(resource);
  }
  const print = (each: string | Resource[]): string =>
    typeof each === "string"
      ? each
      : printTogether(
          each.flatMap((one) => draftResource(one, scope)),
          scope,
        );
  return new Map([...files].map(([name, file]) => [name, file.map(print)]));
}

/** Drafts that have keys, those of one address as one resource. */
export function printTogether(drafts: readonly Draft[], scope: Scope): string {
  const byRoot = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const root = rootOf(draft.address);
    const same = byRoot.get(root);
    if (same === undefined) byRoot.set(root, [draft]);
    else same.push(draft);
  }
  const blocks = [...byRoot.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const roots = [...new Set(same.flatMap(({ dependsOn }) => dependsOn))].sort();
    return [resourceBlock(roots, first, underForEach(same, scope))];
  });
  return blocks.map(printItem).join("\n\n");
}

function printAlone(resource: Resource, scope: Scope): string {
  const drafts = draftResource(resource, scope);
  const [only, ...companions] = drafts;
  if (only !== undefined && companions.length === 0) return printDraft(only);
  const roots = new Set(drafts.map(({ address }) => rootOf(address)));
  if (roots.size < drafts.length) throw new TerraformRenderError("address-taken", resource.id);
  return drafts.map(printDraft).join("\n\n");
}

function printDraft(draft: Draft): string {
  return printItem(resourceBlock(draft.dependsOn, draft, draft.body));
}

function resourceBlock(roots: readonly string[], { address, comment }: Draft, body: Block["body"]): Block {
  const dependsOn = { name: "depends_on", value: roots.map((root) => traversal(root)), apart: true };
  return {
    type: "resource",
    labels: [address.type, address.label],
    body: roots.length === 0 ? body : [...body, dependsOn],
    ...(comment !== undefined && { comment }),
  };
}
