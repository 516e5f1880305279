import { appendPath, suggest } from "../../diagnostics/index.js";
import type { EnvironmentFile } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { BucketHandle, DataHandle } from "../data/handle.js";
import type { DataPart } from "../data/plan-data.js";
import { join, partition, type Value } from "../value.js";
import { noGrants, type SecretGrants } from "./secrets.js";

export interface EnvironmentFilesPart {
  /** ARNs of the objects. */
  readonly files: readonly Value<string>[];
  readonly grants: SecretGrants;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html */
export function planEnvironmentFiles(
  context: ResolveContext,
  data: DataPart,
  written: readonly EnvironmentFile[],
  path: string,
): EnvironmentFilesPart {
  const found = written.flatMap(({ bucket, key }, index) => {
    if ("name" in bucket) {
      const bucketArn = join("arn:", partition, `:s3:::${bucket.name}`);
      return [{ bucketArn, file: join(bucketArn, `/${key}`), key: undefined }];
    }
    const handle = data.handles.get(bucket.resource);
    if (handle?.type === "s3")
      return [{ bucketArn: handle.arn, file: join(handle.arn, `/${key}`), key: handle.key }];
    reportNoBucket(context, data, appendPath(path, index), bucket.resource, handle);
    return [];
  });
  return {
    files: found.map(({ file }) => file),
    grants: {
      ...noGrants,
      objectArns: found.map(({ file }) => file),
      bucketArns: found.map(({ bucketArn }) => bucketArn),
      bucketKeyArns: found.flatMap(({ key }) => (key === undefined ? [] : [key])),
    },
  };
}

function reportNoBucket(
  context: ResolveContext,
  data: DataPart,
  path: string,
  name: string,
  handle: Exclude<DataHandle, BucketHandle> | undefined,
): void {
  const buckets = [...data.handles].filter(([, { type }]) => type === "s3").map(([each]) => each);
  const meant = suggest(name, buckets);
  context.report({
    code: "unknown-service",
    severity: "error",
    path,
    message:
      handle === undefined
        ? `${path} is in "${name}", which is no resource of the manifest`
        : `${path} is in "${name}", a ${handle.type} resource, which holds no files`,
    hint: meant === undefined ? "name a resource of type s3" : `did you mean "${meant}"?`,
  });
}
