import type { Bucket, BucketPolicy, LifecycleRule, Secret } from "../plan/resources/storage.js";
import type { Address } from "./address.js";
import { readArgument } from "./attributes.js";
import { type Arguments, type Block, block } from "./hcl/tree.js";
import { renderPolicy } from "./iam.js";
import { namePrefixOf } from "./made-names.js";
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
    arguments: { bucket_prefix: namePrefixOf(address, scope, longestBucketPrefix), force_destroy: !kept },
    comments: kept ? {} : { force_destroy: "Its objects go with it." },
    blocks: keptBlocks(bucket.removal),
    companions: [
      beside("aws_s3_bucket_public_access_block", closedToThePublic, []),
      beside("aws_s3_bucket_ownership_controls", {}, [
        block("rule", { object_ownership: "BucketOwnerEnforced" }),
      ]),
      beside("aws_s3_bucket_server_side_encryption_configuration", {}, [encryptionRule(bucket, scope)]),
      ...(bucket.versioning
        ? [beside("aws_s3_bucket_versioning", {}, [block("versioning_configuration", { status: "Enabled" })])]
        : []),
      beside("aws_s3_bucket_lifecycle_configuration", {}, bucket.lifecycle.map(lifecycleRule)),
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
      kms_key_id: secret.key && renderValue(secret.key, scope),
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

/** What the provider leaves for the start of the name that it makes. */
const longestBucketPrefix = 37;

/** With a key of KMS, a key of the bucket's own spares most calls: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html */
function encryptionRule({ key }: Bucket, scope: Scope): Block {
  const settings = "apply_server_side_encryption_by_default";
  if (key === undefined) return block("rule", [block(settings, { sse_algorithm: "AES256" })]);
  return block("rule", [
    { name: "bucket_key_enabled", value: true },
    block(settings, { sse_algorithm: "aws:kms", kms_master_key_id: renderValue(key, scope) }),
  ]);
}

function lifecycleRule(rule: LifecycleRule): Block {
  const { transitions = [], expireDays, noncurrentDays, abortUploadDays } = rule;
  return block("rule", [
    { name: "id", value: rule.id },
    { name: "status", value: "Enabled" },
    rule.prefix === undefined ? block("filter") : block("filter", { prefix: rule.prefix }),
    ...transitions.map(({ storageClass, days }) =>
      block("transition", { days, storage_class: storageClass }),
    ),
    ...(expireDays === undefined ? [] : [block("expiration", { days: expireDays })]),
    ...(noncurrentDays === undefined
      ? []
      : [block("noncurrent_version_expiration", { noncurrent_days: noncurrentDays })]),
    ...(abortUploadDays === undefined
      ? []
      : [block("abort_incomplete_multipart_upload", { days_after_initiation: abortUploadDays })]),
  ]);
}
