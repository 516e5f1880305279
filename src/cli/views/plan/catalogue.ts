import type { Parameter, Plan, Resource, ResourceKind, ResourceOf } from "../../../plan/index.js";
import { groupBy } from "./group.js";
import { describeValue } from "./value.js";

/** The resources of a plan as a reader looks for them: by kind, and by the service or job they belong to. */
export interface Catalogue {
  of<K extends ResourceKind>(kind: K): readonly ResourceOf<K>[];
  /** By the id of a resource, when it is of the kind. */
  get<K extends ResourceKind>(id: string, kind: K): ResourceOf<K> | undefined;
  ofService<K extends ResourceKind>(service: string, kind: K): readonly ResourceOf<K>[];
  /** The rules that are no part of their security group. */
  rulesOf(securityGroupId: string): readonly ResourceOf<"SecurityGroupRule">[];
  readonly parameters: ReadonlyMap<string, Parameter>;
}

export function createCatalogue(plan: Plan): Catalogue {
  const resources = plan.stacks.flatMap((stack) => stack.resources);
  const byKind = groupBy(resources, (resource) => resource.kind);
  const byServiceAndKind = groupBy(resources, (resource) => `${serviceOf(resource.id)} ${resource.kind}`);
  const byId = groupBy(resources, (resource) => resource.id);
  const rules = groupBy(ofKind(byKind.get("SecurityGroupRule"), "SecurityGroupRule"), (rule) =>
    describeValue(rule.securityGroup),
  );
  const parameters = plan.stacks.flatMap((stack) => stack.parameters);
  return {
    parameters: new Map(parameters.map((parameter) => [parameter.name, parameter])),
    rulesOf: (securityGroupId) => rules.get(securityGroupId) ?? [],
    get: (id, kind) => ofKind(byId.get(id), kind)[0],
    of: (kind) => ofKind(byKind.get(kind), kind),
    ofService: (service, kind) => ofKind(byServiceAndKind.get(`${service} ${kind}`), kind),
  };
}

/** `service/api/task-role` belongs to `api`, and `job/nightly/task-role` to `nightly`: they share one name space. */
export function serviceOf(id: string): string | undefined {
  const [area, name] = id.split("/");
  return area === "service" || area === "job" ? name : undefined;
}

function ofKind<K extends ResourceKind>(
  resources: readonly Resource[] | undefined,
  kind: K,
): readonly ResourceOf<K>[] {
  return (resources ?? []).filter((resource): resource is ResourceOf<K> => resource.kind === kind);
}
