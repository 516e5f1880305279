import type { DataResource } from "../manifest/index.js";
import { requireTls } from "./access-logs.js";
import { external, type ResolveContext } from "./context.js";
import { type Resource, referTo } from "./resource.js";
import type { Bucket } from "./resources/storage.js";
import { arn, type Value } from "./value.js";

/** What services may know of a resource of the manifest. */
export interface DataHandle {
  readonly type: DataResource["type"];
  readonly name?: Value<string>;
  readonly arn?: Value<string>;
  readonly host?: Value<string>;
  /** Where `connects` leads. */
  readonly endpoint?: {
    readonly securityGroup: Value<string>;
    readonly port: number;
    readonly addRules: boolean;
  };
}

export interface DataPart {
  readonly resources: readonly Resource[];
  readonly handles: ReadonlyMap<string, DataHandle>;
}

export function planData(context: ResolveContext): DataPart {
  const resources: Resource[] = [];
  const handles = new Map<string, DataHandle>();
  for (const [name, resource] of Object.entries(context.manifest.resources)) {
    if (resource.type === "postgres") handles.set(name, postgresHandle(resource));
    else if (resource.import !== undefined) handles.set(name, bucketHandle(external(resource.import)));
    else {
      const bucket = planBucket(context, name);
      resources.push(bucket, {
        id: `${bucket.id}-policy`,
        kind: "BucketPolicy",
        origin: bucket.origin,
        bucket: referTo(bucket, "name"),
        statements: [requireTls(bucket)],
      });
      handles.set(name, { type: "s3", name: referTo(bucket, "name"), arn: referTo(bucket, "arn") });
    }
  }
  return { resources, handles };
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

function planBucket(context: ResolveContext, name: string): Bucket {
  return {
    id: `data/${name}`,
    kind: "Bucket",
    origin: `resources.${name}`,
    versioning: context.defaults.versioning,
    removal: context.defaults.dataRemoval,
    tags: context.tags(),
  };
}
