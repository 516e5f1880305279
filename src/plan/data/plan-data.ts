import type { DataResource } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { NetworkPart } from "../network.js";
import type { Resource } from "../resource.js";
import type { Value } from "../value.js";
import { planBucket } from "./bucket.js";
import { planCodeConnection, planCodeRepository } from "./code.js";
import { encryptionKey } from "./encryption.js";
import { planFileSystem } from "./file-system.js";
import type { DataHandle, PlannedResource } from "./handle.js";
import { planKey } from "./key.js";
import { planPostgres } from "./postgres.js";
import { planQueue } from "./queue.js";
import { planRedis } from "./redis.js";
import { planSecret } from "./secret.js";
import { planTable } from "./table.js";
import { planTopic } from "./topic.js";

export interface DataPart {
  readonly resources: readonly Resource[];
  readonly handles: ReadonlyMap<string, DataHandle>;
  /** By resource, ids of what must be there before it answers: mount targets, instances of a cluster. */
  readonly readyWith: ReadonlyMap<string, readonly string[]>;
}

export function planData(context: ResolveContext, network: NetworkPart): DataPart {
  const resources: Resource[] = [];
  const handles = new Map<string, DataHandle>();
  const readyWith = new Map<string, readonly string[]>();
  // By name, so that the order of the manifest never shows.
  const byName = Object.entries(context.manifest.resources).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, resource] of byName) {
    const part = planResource(context, network, name, resource);
    resources.push(...part.resources);
    handles.set(name, part.handle);
    const needed = part.resources.filter(
      ({ kind }) => kind === "MountTarget" || kind === "DbClusterInstance",
    );
    if (needed.length > 0)
      readyWith.set(
        name,
        needed.map(({ id }) => id),
      );
  }
  return { resources, handles, readyWith };
}

function planResource(
  context: ResolveContext,
  network: NetworkPart,
  name: string,
  resource: DataResource,
): PlannedResource {
  switch (resource.type) {
    case "s3":
      return planBucket(context, name, resource);
    case "dynamodb":
      return planTable(context, name, resource);
    case "sqs":
      return planQueue(context, name, resource);
    case "sns":
      return planTopic(context, name, resource);
    case "postgres":
      return planPostgres(context, network, { name, resource, ...keyOf(context, name, resource) });
    case "redis":
      return planRedis(context, network, { name, resource, ...keyOf(context, name, resource) });
    case "secret":
      return planSecret(context, name, resource);
    case "efs":
      return planFileSystem(context, network, name, resource);
    case "kms":
      return planKey(context, name, resource);
    case "codecommit":
      return planCodeRepository(resource);
    case "codeconnection":
      return planCodeConnection(resource);
  }
}

function keyOf(
  context: ResolveContext,
  name: string,
  { encryption }: { readonly encryption?: string },
): { readonly key?: Value<string> } {
  const key = encryptionKey(context, `resources.${name}.encryption`, encryption);
  return key === undefined ? {} : { key };
}
