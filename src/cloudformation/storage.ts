import type { Bucket, BucketPolicy, LifecycleRule, Secret } from "../plan/resources/storage.js";
import { renderPolicy } from "./iam.js";
import { given, listed } from "./properties.js";
import { renderRemoval } from "./removal.js";
import type { Scope } from "./scope.js";
import type { JsonObject, ResourceBody } from "./template.js";
import { renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html */
export function renderBucket(bucket: Bucket, scope: Scope): ResourceBody {
  return {
    Type: "AWS::S3::Bucket",
    ...renderRemoval(bucket.removal),
    Properties: {
      BucketEncryption: { ServerSideEncryptionConfiguration: [encryption(bucket, scope)] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      ...(bucket.versioning ? { VersioningConfiguration: { Status: "Enabled" } } : {}),
      LifecycleConfiguration: { Rules: bucket.lifecycle.map(renderRule) },
    },
  };
}

export function renderBucketPolicy(policy: BucketPolicy, scope: Scope): ResourceBody {
  return {
    Type: "AWS::S3::BucketPolicy",
    Properties: {
      Bucket: renderValue(policy.bucket, scope),
      PolicyDocument: renderPolicy(policy.statements, scope),
    },
  };
}

/** Without a value: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html */
export function renderSecret(secret: Secret, scope: Scope): ResourceBody {
  return {
    Type: "AWS::SecretsManager::Secret",
    ...renderRemoval(secret.removal),
    Properties: {
      Name: secret.name,
      Description: secret.description,
      ...given("KmsKeyId", secret.key && renderValue(secret.key, scope)),
    },
  };
}

/** With a key of KMS, a key of the bucket's own spares most calls: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html */
function encryption({ key }: Bucket, scope: Scope): JsonObject {
  return key === undefined
    ? { ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }
    : {
        BucketKeyEnabled: true,
        ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: renderValue(key, scope) },
      };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html */
function renderRule(rule: LifecycleRule): JsonObject {
  const { transitions = [], expireDays, noncurrentDays, abortUploadDays } = rule;
  return {
    Id: rule.id,
    Status: "Enabled",
    ...given("Prefix", rule.prefix),
    ...listed(
      "Transitions",
      transitions.map(({ storageClass, days }) => ({ StorageClass: storageClass, TransitionInDays: days })),
    ),
    ...given("ExpirationInDays", expireDays),
    ...given("NoncurrentVersionExpiration", noncurrentDays && { NoncurrentDays: noncurrentDays }),
    ...given("AbortIncompleteMultipartUpload", abortUploadDays && { DaysAfterInitiation: abortUploadDays }),
  };
}
