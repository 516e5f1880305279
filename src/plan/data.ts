import type { DataResource } from "../manifest/index.js";
import { requireTls } from "./access-logs.js";
import { external, type ResolveContext } from "./context.js";
import type { DataHandle, PlannedResource } from "./data-handle.js";
import { planFileSystem } from "./file-system.js";
import type { NetworkPart } from "./network.js";
import { type Resource, referTo } from "./resource.js";
import type { Bucket, Secret } from "./resources/storage.js";
import { arn, type Value } from "./value.js";

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
      return resource.import === undefined
        ? planBucket(context, name)
        : { resources: [], handle: bucketHandle(external(resource.import)) };
    case "postgres":
      return { resources: [], handle: postgresHandle(resource) };
    case "secret":
      return planSecret(context, name);
    case "efs":
      return planFileSystem(context, network, name, resource);
  }
}

function postgresHandle(resource: Extract<DataResource, { type: "postgres" }>): DataHandle {
  const { securityGroup, host, port, addRules } = resource.import;
  return {
    type: "postgres",
    ...(host && { host: external(host) }),
    endpoint: { securityGroup: external(securityGroup), port: port ?? 5432, addRules },
  };
}

/** A bucket is imported by name or ARN; the other follows from it. */
function bucketHandle(source: Value<string>): DataHandle {
  if (typeof source === "string" && source.startsWith("arn:")) {
    return { type: "s3", name: source.slice(source.lastIndexOf(":") + 1), arn: source };
  }
  return { type: "s3", name: source, arn: arn("s3", source, { region: "", account: "" }) };
}

function planBucket(context: ResolveContext, name: string): PlannedResource {
  const bucket: Bucket = {
    id: `data/${name}`,
    kind: "Bucket",
    origin: `resources.${name}`,
    versioning: context.defaults.versioning,
    removal: context.defaults.dataRemoval,
    tags: context.tags(),
  };
  const policy: Resource = {
    id: `${bucket.id}-policy`,
    kind: "BucketPolicy",
    origin: bucket.origin,
    bucket: referTo(bucket, "name"),
    statements: [requireTls(bucket)],
  };
  const handle: DataHandle = { type: "s3", name: referTo(bucket, "name"), arn: referTo(bucket, "arn") };
  return { resources: [bucket, policy], handle };
}

/** Empty: its owner writes the value, so that it never passes through a template. */
function planSecret(context: ResolveContext, name: string): PlannedResource {
  const secret: Secret = {
    id: `data/${name}`,
    kind: "Secret",
    origin: `resources.${name}`,
    name: `${context.prefix}/${name}`,
    description: `${name} of ${context.prefix}; its value is set by its owner`,
    removal: context.defaults.dataRemoval,
    tags: context.tags(),
  };
  return { resources: [secret], handle: { type: "secret", name: secret.name, arn: referTo(secret, "arn") } };
}
