import type { Resource } from "../plan/resource.js";
import type { Address } from "./address.js";
import { rootOf } from "./address.js";
import { type Attribute, attributes, type BodyItem, type Expression } from "./hcl/tree.js";
import { type FileName, kinds } from "./kinds.js";
import type { Rendered } from "./rendered.js";
import { renderBody } from "./renderers.js";
import type { Scope } from "./scope.js";
import { renderOwnTags } from "./tags.js";

/** One resource of the module before those under one `for_each` are laid together. */
export interface Draft {
  readonly address: Address;
  readonly body: readonly BodyItem[];
  /** Roots of the resources to wait for. */
  readonly dependsOn: readonly string[];
  readonly comment?: string;
}

/** One resource of the plan, which may be several of the provider. */
export function draftResource(resource: Resource, scope: Scope): readonly Draft[] {
  scope.referred.clear();
  const address = scope.addressOf(resource.id);
  const rendered = renderBody(resource, scope);
  const tags = renderOwnTags(resource, scope);
  const own = draft(rendered, address, dependenciesOf(resource, rendered, scope), tags);
  const companions = rendered.companions ?? [];
  return [own, ...companions.map((each) => draft(each, each.address, each.waitsFor ?? []))];
}

/**
 * A network load balancer is read with its listeners and targets, apart from the one that all services share; topics of
 * the manifest with their queues, apart from the one for alarms.
 */
export function fileOf(resource: Resource): FileName {
  const { file } = kinds[resource.kind];
  if (resource.kind.startsWith("Sns") && resource.id.startsWith("data/")) return "messaging";
  if (resource.kind === "LoadBalancer") return resource.settings.type === "network" ? "nlb" : file;
  if (resource.kind !== "Listener" && resource.kind !== "TargetGroup") return file;
  return resource.protocol === "HTTP" || resource.protocol === "HTTPS" ? file : "nlb";
}

function draft(
  { arguments: given, comment, comments, blocks = [] }: Rendered,
  address: Address,
  dependsOn: readonly string[],
  tags?: Expression,
): Draft {
  const body: BodyItem[] = attributes(given).map((item) => explained(item, comments));
  if (tags !== undefined) body.push({ name: "tags", value: tags });
  body.push(...blocks);
  return { address, body, dependsOn, ...(comment !== undefined && { comment }) };
}

function explained(attribute: Attribute, comments: Rendered["comments"]): Attribute {
  const { name } = attribute;
  if (name === "for_each") return { ...attribute, apart: true };
  const comment = comments?.[name];
  return comment === undefined ? attribute : { ...attribute, comment };
}

/** What a reference makes Terraform wait for already is left out. */
function dependenciesOf(resource: Resource, { waitsFor = [] }: Rendered, scope: Scope): readonly string[] {
  const { id, dependsOn = [] } = resource;
  if (waitsFor.length === 0 && dependsOn.length === 0) return [];
  const roots = new Set(waitsFor);
  for (const each of dependsOn) if (!scope.referred.has(each)) roots.add(rootOf(scope.addressOf(each)));
  roots.delete(rootOf(scope.addressOf(id)));
  return [...roots].sort();
}
