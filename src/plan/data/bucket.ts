import type { DataResource } from "../../manifest/index.js";
import { requireTls } from "../access-logs.js";
import { external, type ResolveContext } from "../context.js";
import { type Resource, referTo } from "../resource.js";
import type { Bucket } from "../resources/storage.js";
import { arn, type Value } from "../value.js";
import type { DataHandle, PlannedResource } from "./handle.js";

export function planBucket(
  context: ResolveContext,
  name: string,
  resource: Extract<DataResource, { type: "s3" }>,
): PlannedResource {
  return resource.import === undefined
    ? createBucket(context, name)
    : { resources: [], handle: bucketHandle(external(resource.import)) };
}

/** A bucket is imported by name or ARN; the other follows from it. */
function bucketHandle(source: Value<string>): DataHandle {
  if (typeof source === "string" && source.startsWith("arn:")) {
    return { type: "s3", name: source.slice(source.lastIndexOf(":") + 1), arn: source };
  }
  return { type: "s3", name: source, arn: arn("s3", source, { region: "", account: "" }) };
}

function createBucket(context: ResolveContext, name: string): PlannedResource {
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
