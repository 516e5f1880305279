import { describe, expect, it } from "vitest";
import { renderWith } from "../../test/judges/small-plan.js";
import type { EcrRepository } from "../plan/resources/compute.js";
import type { Bucket, Secret } from "../plan/resources/storage.js";

const bucket: Bucket = {
  id: "logs",
  kind: "Bucket",
  origin: "",
  versioning: false,
  lifecycle: [{ id: "abort-incomplete-uploads", abortUploadDays: 7 }],
  removal: "delete",
};
const repository: EcrRepository = {
  ...{ id: "repository", kind: "EcrRepository", origin: "", repositoryName: "shop/api", scanOnPush: true },
  ...{ immutableTags: false, keepImages: 30, untaggedExpireDays: 7, pullAccounts: [], removal: "retain" },
};
const secret: Secret = {
  ...{ id: "token", kind: "Secret", origin: "", name: "shop/Token", description: "Token of shop" },
  removal: "retain",
};
const kept = { DeletionPolicy: "RetainExceptOnCreate", UpdateReplacePolicy: "Retain" };
const deleted = { DeletionPolicy: "Delete", UpdateReplacePolicy: "Delete" };

describe("removal", () => {
  it.each([
    ["retain", kept],
    ["delete", deleted],
  ] as const)("of %s is said of what holds data", (removal, policies) => {
    const logs = {
      id: "l",
      kind: "LogGroup",
      origin: "",
      logGroupName: "/shop",
      retentionDays: 30,
      removal,
    } as const;
    expect(renderWith({ ...bucket, removal })).toMatchObject(policies);
    expect(renderWith({ ...repository, removal })).toMatchObject(policies);
    expect(renderWith({ ...secret, removal })).toMatchObject(policies);
    expect(renderWith(logs)).toEqual({
      ...{ Type: "AWS::Logs::LogGroup", ...policies },
      Properties: { LogGroupName: "/shop", RetentionInDays: 30 },
    });
  });
});

describe("a bucket", () => {
  const abort = {
    ...{ Id: "abort-incomplete-uploads", Status: "Enabled" },
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
  };

  it("is encrypted and closed", () => {
    expect(renderWith(bucket).Properties).toEqual({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
      },
      PublicAccessBlockConfiguration: {
        ...{
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      LifecycleConfiguration: { Rules: [abort] },
    });
  });

  it("keeps versions and expires objects where it is told", () => {
    expect(
      renderWith({
        ...bucket,
        versioning: true,
        lifecycle: [{ id: "expire", expireDays: 90 }, ...bucket.lifecycle],
      }).Properties,
    ).toMatchObject({
      VersioningConfiguration: { Status: "Enabled" },
      LifecycleConfiguration: { Rules: [{ Id: "expire", Status: "Enabled", ExpirationInDays: 90 }, abort] },
    });
  });
});

describe("a secret", () => {
  it("is made without a value", () => {
    expect(renderWith(secret).Properties).toEqual({ Name: "shop/Token", Description: "Token of shop" });
  });
});

describe("a repository", () => {
  it("keeps the newest images, the rule for any tag last", () => {
    const { LifecyclePolicy } = renderWith(repository).Properties ?? {};
    const text = (LifecyclePolicy as { LifecyclePolicyText: string }).LifecyclePolicyText;
    expect(JSON.parse(text).rules).toMatchObject([
      { rulePriority: 1, selection: { tagStatus: "untagged", countUnit: "days", countNumber: 7 } },
      { rulePriority: 2, selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 30 } },
    ]);
  });

  it("has what the plan gives", () => {
    const given = renderWith({
      ...repository,
      immutableTags: true,
      removal: "delete",
      pullAccounts: ["222222222222"],
    });
    expect(given.Properties).toMatchObject({
      ...{
        ImageTagMutability: "IMMUTABLE",
        EmptyOnDelete: true,
        ImageScanningConfiguration: { ScanOnPush: true },
      },
      EncryptionConfiguration: { EncryptionType: "AES256" },
      RepositoryPolicyText: {
        Statement: [
          {
            Principal: { AWS: [{ "Fn::Sub": "arn:${AWS::Partition}:iam::222222222222:root" }] },
            Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
          },
        ],
      },
    });
    const { Properties } = renderWith(repository);
    expect(Properties?.["ImageTagMutability"]).toBe("MUTABLE");
    expect(Properties).not.toHaveProperty("RepositoryPolicyText");
    expect(Properties).not.toHaveProperty("EmptyOnDelete");
  });
});
