import type { BucketResource } from "../../manifest/index.js";
import { abortUploads } from "../bucket-lifecycle.js";
import { external, type ResolveContext } from "../context.js";
import { requireTls } from "../require-tls.js";
import { type Resource, referTo } from "../resource.js";
import type { Bucket, LifecycleRule } from "../resources/storage.js";
import { arn, join, type Value } from "../value.js";
import { encryptionKey } from "./encryption.js";
import type { BucketHandle, PlannedResource } from "./handle.js";

type CreatedBucket = Extract<BucketResource, { import?: undefined }>;

export function planBucket(
  context: ResolveContext,
  name: string,
  resource: BucketResource,
): PlannedResource<BucketHandle> {
  if (resource.import === undefined) return createBucket(context, name, resource);
  const key = resource.key && external(resource.key);
  return { resources: [], handle: { ...importedHandle(external(resource.import)), ...(key && { key }) } };
}

/** A bucket is imported by name or ARN; the other follows from it. A parameter holds the name. */
function importedHandle(source: Value<string>): BucketHandle {
  if (typeof source === "string" && source.startsWith("arn:")) {
    return { type: "s3", name: source.slice(source.lastIndexOf(":") + 1), arn: source };
  }
  return { type: "s3", name: source, arn: arn("s3", source, { region: "", account: "" }) };
}

function createBucket(
  context: ResolveContext,
  name: string,
  resource: CreatedBucket,
): PlannedResource<BucketHandle> {
  const origin = `resources.${name}`;
  const key = encryptionKey(context, `${origin}.encryption`, resource.encryption);
  const versioning = context.byProfile(
    `${origin}.versioning`,
    resource.versioning,
    context.defaults.versioning,
    "what was overwritten can be had back, and is paid for",
  );
  const bucket: Bucket = {
    id: `data/${name}`,
    kind: "Bucket",
    origin,
    versioning,
    ...(key && { key }),
    lifecycle: planLifecycle(context, origin, resource, versioning),
    removal: context.defaults.dataRemoval,
    tags: context.tags(),
  };
  const handle: BucketHandle = {
    type: "s3",
    name: referTo(bucket, "name"),
    arn: referTo(bucket, "arn"),
    ...(key && { key }),
  };
  const policy: Resource = {
    id: `${bucket.id}-policy`,
    kind: "BucketPolicy",
    origin: bucket.origin,
    bucket: referTo(bucket, "name"),
    statements: [requireTls(["s3:*"], [handle.arn, join(handle.arn, "/*")])],
  };
  return { resources: [bucket, policy], handle };
}

function planLifecycle(
  context: ResolveContext,
  origin: string,
  { lifecycle = [] }: CreatedBucket,
  versioning: boolean,
): readonly LifecycleRule[] {
  if (!versioning && lifecycle.some(({ noncurrentDays }) => noncurrentDays !== undefined)) {
    context.report({
      code: "invalid-value",
      severity: "error",
      path: `${origin}.lifecycle`,
      message: `${origin} keeps no earlier versions that could age`,
      hint: "set versioning: true, or remove noncurrent",
    });
  }
  const rules = lifecycle.map(
    ({ transitions, ...rule }, index): LifecycleRule => ({
      id: `rule-${index + 1}`,
      ...rule,
      ...(transitions.length > 0 && { transitions }),
    }),
  );
  const aborts = rules.some(({ prefix, abortUploadDays }) => prefix === undefined && abortUploadDays);
  return aborts ? rules : [...rules, abortUploads()];
}
