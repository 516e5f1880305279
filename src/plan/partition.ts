import type { ResolveContext } from "./context.js";
import { membersOfCycles } from "./cycles.js";
import { hashOf } from "./names.js";
import type { Resource } from "./resource.js";
import type { FactsByName } from "./service/facts.js";

/** Decides the stack of every id: by its first part, one stack per service and job; or one stack for all. */
export type AreaOf = (id: string) => string;

/** Name of the one stack of `stacks: single`. */
export const singleArea = "application";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const stackLimits = { resources: 500, outputs: 200, bytes: 1_000_000 } as const;

export function partition(
  context: ResolveContext,
  services: FactsByName,
  resources: readonly Resource[],
): AreaOf {
  if (context.manifest.stacks === "single") return () => singleArea;
  const edges = new Map([...services].map(([name, facts]) => [name, facts.callees]));
  // Services that call each other in a circle keep their security groups in a stack that all of theirs follow.
  const circular = membersOfCycles(edges);
  const shards = countRegistryShards(resources);
  return (id) => {
    const [area = "", name = "", part] = id.split("/");
    if (area === "service") {
      return part === "security-group" && circular.has(name) ? "platform" : `service-${name}`;
    }
    if (area === "job") return `job-${name}`;
    return area === "registry" && shards > 1 ? `registry-${1 + (hashOf(name) % shards)}` : area;
  };
}

/** A repository and the exports of its URI and ARN. */
const resourcesPerRepository = 3;

/**
 * A registry stack holds 166 repositories. Past that, a hash of the service's name picks one of a power of two of
 * stacks: half the repositories stay where they are when the number doubles.
 */
function countRegistryShards(resources: readonly Resource[]): number {
  const names = resources
    .filter((resource) => resource.kind === "EcrRepository")
    // The repository of a sidecar stands with that of its service.
    .map((resource) => resource.id.split("/")[1] ?? "");
  let shards = 1;
  while (fullestShard(names, shards) * resourcesPerRepository > stackLimits.resources) shards *= 2;
  return shards;
}

function fullestShard(names: readonly string[], shards: number): number {
  const sizes = new Array<number>(shards).fill(0);
  for (const name of names) {
    const shard = hashOf(name) % shards;
    sizes[shard] = (sizes[shard] ?? 0) + 1;
  }
  return Math.max(...sizes);
}
