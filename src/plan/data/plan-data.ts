import type { DataResource } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { NetworkPart } from "../network.js";
import type { Resource } from "../resource.js";
import { planBucket } from "./bucket.js";
import { planFileSystem } from "./file-system.js";
import type { DataHandle, PlannedResource } from "./handle.js";
import { planPostgres } from "./postgres.js";
import { planSecret } from "./secret.js";

export interface DataPart {
  readonly resources: readonly Resource[];
  readonly handles: ReadonlyMap<string, DataHandle>;
  /** Ids of the mount targets of each file system that is made here. */
  readonly mountTargets: ReadonlyMap<string, readonly string[]>;
}

export function planData(context: ResolveContext, network: NetworkPart): DataPart {
  const resources: Resource[] = [];
  const handles = new Map<string, DataHandle>();
  const mountTargets = new Map<string, readonly string[]>();
  for (const [name, resource] of Object.entries(context.manifest.resources)) {
    const part = planResource(context, network, name, resource);
    resources.push(...part.resources);
    handles.set(name, part.handle);
    const targets = part.resources.filter((each) => each.kind === "MountTarget").map((each) => each.id);
    if (targets.length > 0) mountTargets.set(name, targets);
  }
  return { resources, handles, mountTargets };
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
    case "postgres":
      return planPostgres(resource);
    case "secret":
      return planSecret(context, name);
    case "efs":
      return planFileSystem(context, network, name, resource);
  }
}
