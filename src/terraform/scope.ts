import type { Plan } from "../plan/plan.js";
import type { Resource } from "../plan/resource.js";
import { type Address, assignAddresses, rootOf } from "./address.js";
import { commonTagsOf } from "./common-tags.js";
import { createInputs, type Inputs } from "./inputs.js";
import { createNames, type Names } from "./names.js";
import { TerraformRenderError } from "./render-error.js";
import { createSharedDocuments, type SharedDocuments } from "./shared-documents.js";

/** What a renderer sees besides its resource; what is asked of it is declared in the module. */
export interface Scope {
  readonly resourceOf: (id: string) => Resource;
  readonly addressOf: (id: string) => Address;
  /** Keys of a resource with `for_each`; empty for one that stands alone. */
  readonly keysOf: (root: string) => readonly string[];
  /**
   * Address of a resource that stands beside one of the plan. The suffix tells several of a type apart for a reader, the
   * name, where two suffixes may be the same, for good.
   */
  readonly beside: (address: Address, type: string, suffix?: string, name?: string) => Address;
  readonly names: Names;
  readonly inputs: Inputs;
  readonly trustPolicies: SharedDocuments;
  /** On every resource, through the provider. */
  readonly commonTags: Readonly<Record<string, string>>;
  /** Smallest count of tasks by the id of the service that auto scaling owns. */
  readonly smallestCounts: ReadonlyMap<string, number>;
  /** Ids of the resources that the resource at hand refers to. */
  readonly referred: Set<string>;
}

export function createScope(plan: Plan): Scope {
  const resources = new Map<string, Resource>();
  for (const stack of plan.stacks)
    for (const resource of stack.resources) resources.set(resource.id, resource);
  const addresses = assignAddresses(plan);
  const names = createNames(plan);
  const beside = new Map<string, string>();
  return {
    resourceOf: (id) => resources.get(id) ?? unknown(id),
    addressOf: (id) => addresses.of.get(id) ?? unknown(id),
    keysOf: (root) => addresses.keys.get(root) ?? [],
    beside: (address, type, suffix, name = suffix ?? "") => {
      const wanted = suffix === undefined ? address.label : `${address.label}_${suffix}`;
      const key = `${rootOf(address)} ${type} ${name}`;
      const label = beside.get(key) ?? addresses.take(type, wanted);
      beside.set(key, label);
      return { ...address, type, label };
    },
    names,
    inputs: createInputs(plan, names),
    trustPolicies: createSharedDocuments(),
    commonTags: commonTagsOf([...resources.values()]),
    smallestCounts: smallestCountsOf([...resources.values()]),
    referred: new Set(),
  };
}

/** The service is the last that the resource id of a scalable target refers to: `service/<cluster>/<service>`. */
function smallestCountsOf(resources: readonly Resource[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const resource of resources) {
    if (resource.kind !== "ScalableTarget" || typeof resource.resourceId === "string") continue;
    const service = "join" in resource.resourceId ? resource.resourceId.join.at(-1) : undefined;
    if (typeof service === "object" && "ref" in service) counts.set(service.ref, resource.minCapacity);
  }
  return counts;
}

function unknown(id: string): never {
  throw new TerraformRenderError("unknown-resource", id);
}
