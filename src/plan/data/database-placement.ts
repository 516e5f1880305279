import { suggest } from "../../diagnostics/index.js";
import type { DatabaseImport, PostgresResource, RedisResource } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import type { NamedThing } from "../names.js";
import type { NetworkPart } from "../network.js";
import type { SecurityGroup } from "../resources/network.js";
import type { Value, ValueList } from "../value.js";
import type { PlannedResource } from "./handle.js";

/** A database or cache of the manifest that is made here. */
export interface DatabaseSource<R extends PostgresResource | RedisResource> {
  /** Of the manifest, such as `Db`. */
  readonly name: string;
  readonly resource: R;
  /** ARN of the KMS key that `encryption` names. */
  readonly key?: Value<string>;
}

export function importDatabase(
  type: "postgres" | "redis",
  { securityGroup, host, port, addRules }: DatabaseImport,
  standardPort: number,
): PlannedResource {
  const used = port ?? standardPort;
  return {
    resources: [],
    handle: {
      type,
      ...(host && { host: external(host) }),
      port: String(used),
      endpoint: { securityGroup: external(securityGroup), port: used, addRules },
    },
  };
}

/**
 * `shop-dev-db` for `Db`. It has a name of its own so that CloudFormation refuses a change that would replace it, and its
 * data with it; AWS keeps such names in lower case.
 */
export function databaseIdentifier(
  context: ResolveContext,
  thing: NamedThing,
  { name, resource }: DatabaseSource<PostgresResource | RedisResource>,
  suffix = "",
): string {
  const own = plainName(name);
  const twin = Object.entries(context.manifest.resources).find(
    ([other, { type }]) => other < name && type === resource.type && plainName(other) === own,
  );
  if (twin !== undefined && suffix === "") {
    context.report({
      code: "name-collision",
      severity: "error",
      path: `resources.${name}`,
      message: `resources.${twin[0]} and resources.${name} would both be called ${context.prefix}-${own}`,
      reason: "names of databases have no capitals",
      hint: "rename one of them",
    });
  }
  return context.name(thing, `${own}${suffix}`, `resources.${name}`).toLowerCase();
}

/** Single hyphens, and none at the end. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
function plainName(name: string): string {
  return name.toLowerCase().replace(/-+/g, "-").replace(/-$/, "");
}

/** Empty: rules that let services in are of the services. */
export function databaseSecurityGroup(
  context: ResolveContext,
  network: NetworkPart,
  name: string,
  what: string,
): SecurityGroup {
  return {
    id: `data/${name}/security-group`,
    kind: "SecurityGroup",
    origin: `resources.${name}`,
    vpc: network.vpcId,
    description: `${what} ${name} of ${context.prefix}`,
    ingress: [],
    egress: [],
    tags: context.tags({ name: `${context.prefix}-${name}` }),
  };
}

/** The subnets of the group that the manifest names, else those of the tasks. */
export function databaseSubnets(
  context: ResolveContext,
  network: NetworkPart,
  { name, resource }: DatabaseSource<PostgresResource | RedisResource>,
  needed: { readonly zones: number; readonly reason: string },
): ValueList {
  const wanted = resource.subnets ?? network.taskGroup;
  const subnets = network.groups.get(wanted)?.subnets;
  const names = [...network.groups.keys()];
  if (subnets === undefined) {
    const meant = suggest(wanted, names);
    context.report({
      code: "subnet-group-unknown",
      severity: "error",
      path: resource.subnets === undefined ? "network.import" : `resources.${name}.subnets`,
      message: `the network has no subnet group "${wanted}"`,
      hint: meant === undefined ? `its groups are ${names.join(", ") || "none"}` : `did you mean "${meant}"?`,
    });
    return [];
  }
  // Of a list that one parameter holds, AWS counts the zones.
  if (!("importList" in subnets) && subnets.length < needed.zones) {
    context.report({
      code: "missing-network",
      severity: "error",
      path: `resources.${name}`,
      message: `resources.${name} needs subnets in ${needed.zones} zones, and the group "${wanted}" has ${subnets.length}`,
      reason: needed.reason,
      hint: "import more subnets, or choose another group with subnets",
    });
  }
  return subnets;
}
