import type { Bucket, BucketPolicy, Secret } from "../plan/resources/storage.js";
import { renderPolicy } from "./iam.js";
import { renderRemoval } from "./removal.js";
import type { Scope } from "./scope.js";
import type { Json, ResourceBody } from "./template.js";
import { renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html */
export function renderBucket(bucket: Bucket): ResourceBody {
  return {
    Type: "AWS::S3::Bucket",
    ...renderRemoval(bucket.removal),
    Properties: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      ...(bucket.versioning ? { VersioningConfiguration: { Status: "Enabled" } } : {}),
      LifecycleConfiguration: { Rules: lifecycleRules(bucket) },
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
export function renderSecret(secret: Secret): ResourceBody {
  return {
    Type: "AWS::SecretsManager::Secret",
    ...renderRemoval(secret.removal),
    Properties: { Name: secret.name, Description: secret.description },
  };
}

/** Parts of an upload that was never completed are billed and not listed with the objects. */
function lifecycleRules({ expireDays }: Bucket): Json[] {
  const abort = {
    Id: "abort-incomplete-uploads",
    Status: "Enabled",
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
  };
  return expireDays === undefined
    ? [abort]
    : [{ Id: "expire", Status: "Enabled", ExpirationInDays: expireDays }, abort];
}
