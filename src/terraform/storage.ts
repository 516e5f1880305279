import type { Bucket, BucketPolicy, Secret } from "../plan/resources/storage.js";
import type { Address } from "./address.js";
import { readArgument } from "./attributes.js";
import { type Arguments, type Block, block, type Expression, template } from "./hcl/tree.js";
import { renderPolicy } from "./iam.js";
import { keptBlocks } from "./removal.js";
import type { Companion, Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html */
export function renderBucket(bucket: Bucket, scope: Scope, address: Address): Rendered {
  const kept = bucket.removal === "retain";
  const beside = (type: string, own: Arguments, blocks: readonly Block[]): Companion => ({
    address: scope.beside(address, type),
    arguments: { bucket: readArgument(address, "bucket"), ...own },
    blocks,
  });
  return {
    arguments: { bucket_prefix: bucketPrefix(address, scope), force_destroy: !kept },
    comments: kept ? {} : { force_destroy: "Its objects go with it." },
    blocks: keptBlocks(bucket.removal),
    companions: [
      beside("aws_s3_bucket_public_access_block", closedToThePublic, []),
      beside("aws_s3_bucket_ownership_controls", {}, [
        block("rule", { object_ownership: "BucketOwnerEnforced" }),
      ]),
      beside("aws_s3_bucket_server_side_encryption_configuration", {}, [
        block("rule", [block("apply_server_side_encryption_by_default", { sse_algorithm: "AES256" })]),
      ]),
      ...(bucket.versioning
        ? [beside("aws_s3_bucket_versioning", {}, [block("versioning_configuration", { status: "Enabled" })])]
        : []),
      beside("aws_s3_bucket_lifecycle_configuration", {}, lifecycleRules(bucket)),
    ],
  };
}

export function renderBucketPolicy(policy: BucketPolicy, scope: Scope): Rendered {
  return {
    arguments: {
      bucket: renderValue(policy.bucket, scope),
      policy: renderPolicy(policy.statements, scope),
    },
  };
}

/** Without a value, which its owner puts there. */
export function renderSecret(secret: Secret, scope: Scope): Rendered {
  const gone = secret.removal === "delete";
  return {
    arguments: {
      name: scope.names.named(secret.name),
      description: secret.description,
      recovery_window_in_days: gone ? 0 : undefined,
    },
    comments: gone ? { recovery_window_in_days: "Gone at once, as its name is not free before." } : {},
    blocks: keptBlocks(secret.removal),
  };
}

const closedToThePublic: Arguments = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};

/** The plan gives buckets no name; 37 characters is what the provider leaves for the start of the one it makes. */
function bucketPrefix({ label }: Address, scope: Scope): Expression | undefined {
  const end = `-${label.replaceAll("_", "-")}-`;
  const start = scope.names.prefixText;
  const fits = start.length + end.length <= 37 && /^[a-z0-9][a-z0-9-]*$/.test(start);
  return fits ? template(scope.names.named(start), end) : undefined;
}

/** Parts of an upload that was never completed are billed and not listed with the objects. */
function lifecycleRules({ expireDays }: Bucket): readonly Block[] {
  const rule = (id: string, type: string, days: Arguments): Block =>
    block("rule", [
      { name: "id", value: id },
      { name: "status", value: "Enabled" },
      block("filter"),
      block(type, days),
    ]);
  const abort = rule("abort-incomplete-uploads", "abort_incomplete_multipart_upload", {
    days_after_initiation: 7,
  });
  return expireDays === undefined ? [abort] : [rule("expire", "expiration", { days: expireDays }), abort];
}
