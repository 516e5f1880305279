import type { ResolveContext } from "./context.js";
import { exportOf, type OwnedExport } from "./exports.js";
import { parameterName } from "./names.js";
import type { AreaOf } from "./partition.js";
import type { Export, Output, Parameter, Stack } from "./plan.js";
import { parametersIn, referencesIn } from "./references.js";
import type { Resource } from "./resource.js";
import { checkParameters, checkStackLimits, checkStackNames } from "./stack-limits.js";
import type { Reference } from "./value.js";

export interface Assembly {
  readonly resources: readonly Resource[];
  /** Each with the id of a resource whose stack it belongs to. */
  readonly parameters: readonly { readonly ownerId: string; readonly parameter: Parameter }[];
  readonly outputs: readonly { readonly ownerId: string; readonly output: Output }[];
  readonly exports: readonly OwnedExport[];
}

interface Draft {
  readonly area: string;
  readonly resources: Resource[];
  readonly parameters: Parameter[];
  readonly outputs: Output[];
  readonly exports: Map<string, Export>;
  /** Areas that must be deployed before. */
  readonly needs: Set<string>;
}

/** Sorts everything into stacks, exports what crosses from one to another, and orders the stacks. */
export function assembleStacks(
  context: ResolveContext,
  assembly: Assembly,
  areaOf: AreaOf,
): readonly Stack[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (area: string): Draft => {
    const draft = drafts.get(area) ?? {
      area,
      resources: [],
      parameters: [],
      outputs: [],
      exports: new Map(),
      needs: new Set(),
    };
    drafts.set(area, draft);
    return draft;
  };
  for (const resource of assembly.resources) draftOf(areaOf(resource.id)).resources.push(resource);
  for (const { ownerId, parameter } of assembly.parameters) addParameter(draftOf(areaOf(ownerId)), parameter);
  for (const { ownerId, output } of assembly.outputs) draftOf(areaOf(ownerId)).outputs.push(output);
  for (const owned of assembly.exports) {
    draftOf(areaOf(owned.ownerId)).exports.set(owned.export.name, owned.export);
  }
  const origins = new Map(assembly.resources.map((resource) => [resource.id, resource.origin]));
  const listed = new Set(
    assembly.exports
      .flatMap(({ export: { value } }) => (Array.isArray(value) ? referencesIn(value) : []))
      .map(keyOf),
  );
  for (const draft of drafts.values()) addDeployParameters(context, draft);
  for (const draft of drafts.values()) exportCrossings(context, draft, draftOf, areaOf, { origins, listed });
  const stacks = orderByNeed([...drafts.values()]).map((draft) => finish(context, draft));
  for (const stack of stacks) {
    checkStackLimits(context, stack);
    checkStackNames(context, stack);
  }
  checkParameters(context, stacks);
  return stacks;
}

/** Who share an image share its parameter. */
function addParameter({ parameters }: Draft, parameter: Parameter): void {
  const isKnown = parameters.some(
    ({ name, origin }) => name === parameter.name && origin === parameter.origin,
  );
  if (!isKnown) parameters.push(parameter);
}

/** A parameter of the manifest is one of every stack that uses it. */
function addDeployParameters(context: ResolveContext, draft: Draft): void {
  const declared = Object.entries(context.manifest.parameters ?? {});
  if (declared.length === 0) return;
  const used = new Set(parametersIn([draft.resources, draft.outputs]));
  for (const [name, settings] of declared) {
    if (!used.has(parameterName(name))) continue;
    draft.parameters.push({
      name: parameterName(name),
      description: settings.description ?? `${name} of the manifest`,
      ...(settings.default !== undefined && { default: settings.default }),
      origin: `parameters.${name}`,
    });
  }
}

function exportCrossings(
  context: ResolveContext,
  draft: Draft,
  draftOf: (area: string) => Draft,
  areaOf: AreaOf,
  known: {
    readonly origins: ReadonlyMap<string, string>;
    /** References that a list export carries; they are read as that list, never one by one. */
    readonly listed: ReadonlySet<string>;
  },
): void {
  for (const reference of referencesIn([draft.resources, draft.outputs])) {
    const area = areaOf(reference.ref);
    if (area === draft.area) continue;
    draft.needs.add(area);
    if (known.listed.has(keyOf(reference))) continue;
    const needed = exportOf(context, reference, known.origins.get(reference.ref) ?? "");
    const { exports } = draftOf(area);
    if (!exports.has(needed.name)) exports.set(needed.name, needed);
  }
  for (const id of draft.resources.flatMap((resource) => resource.dependsOn ?? [])) {
    const area = areaOf(id);
    if (area !== draft.area) draft.needs.add(area);
  }
}

function keyOf(reference: Reference): string {
  return `${reference.ref} ${reference.attribute}`;
}

/** Areas before those that need them; network, platform, registry and data before services and jobs, then by name. */
function orderByNeed(drafts: readonly Draft[]): readonly Draft[] {
  const rank = (draft: Draft): string => {
    const shared = ["network", "platform", "registry", "data"].findIndex((area) =>
      draft.area.startsWith(area),
    );
    return /^(?:service|job)-/.test(draft.area) || shared < 0 ? `9${draft.area}` : `${shared}${draft.area}`;
  };
  const byRank = [...drafts].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const byArea = new Map(drafts.map((draft) => [draft.area, draft]));
  const ordered = new Set<Draft>();
  // Stacks that follow each other are reported where the circle comes from; here they must only come to an end.
  const visited = new Set<Draft>();
  const visit = (draft: Draft): void => {
    if (visited.has(draft)) return;
    visited.add(draft);
    for (const area of [...draft.needs].sort()) {
      const needed = byArea.get(area);
      if (needed !== undefined) visit(needed);
    }
    ordered.add(draft);
  };
  for (const draft of byRank) visit(draft);
  return [...ordered];
}

function finish(context: ResolveContext, draft: Draft): Stack {
  const name = (area: string): string =>
    context.name("CloudFormation stack", area === "application" ? "" : area, "application");
  const byName = <T extends { readonly name: string }>(items: readonly T[]): T[] =>
    [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    name: name(draft.area),
    area: draft.area,
    description: `${context.prefix}: ${draft.area.replace(/^(service|job)-/, "$1 ")}`,
    dependsOn: [...draft.needs].sort().map(name),
    parameters: byName(draft.parameters),
    resources: draft.resources.sort((a, b) => (a.id < b.id ? -1 : 1)),
    exports: byName([...draft.exports.values()]),
    outputs: byName(draft.outputs),
  };
}
