import { pullStatement } from "../plan/pull-statement.js";
import type { EcrRepository } from "../plan/resources/compute.js";
import { renderPolicy } from "./iam.js";
import { renderRemoval } from "./removal.js";
import type { Scope } from "./scope.js";
import type { ResourceBody } from "./template.js";

export function renderEcrRepository(repository: EcrRepository, scope: Scope): ResourceBody {
  return {
    Type: "AWS::ECR::Repository",
    ...renderRemoval(repository.removal),
    Properties: {
      RepositoryName: repository.repositoryName,
      EncryptionConfiguration: { EncryptionType: "AES256" },
      ImageScanningConfiguration: { ScanOnPush: repository.scanOnPush },
      ImageTagMutability: repository.immutableTags ? "IMMUTABLE" : "MUTABLE",
      LifecyclePolicy: { LifecyclePolicyText: JSON.stringify(lifecyclePolicy(repository)) },
      ...(repository.pullAccounts.length === 0
        ? {}
        : { RepositoryPolicyText: renderPolicy([pullStatement(repository.pullAccounts)], scope) }),
      ...(repository.removal === "delete" ? { EmptyOnDelete: true } : {}),
    },
  };
}

/**
 * A rule for any tag must be the last one.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html
 */
function lifecyclePolicy({ untaggedExpireDays, keepImages }: EcrRepository): object {
  const expire = { type: "expire" };
  return {
    rules: [
      {
        rulePriority: 1,
        description: `Expire untagged images after ${untaggedExpireDays} days`,
        selection: {
          tagStatus: "untagged",
          countType: "sinceImagePushed",
          countUnit: "days",
          countNumber: untaggedExpireDays,
        },
        action: expire,
      },
      {
        rulePriority: 2,
        description: `Keep the last ${keepImages} images`,
        selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: keepImages },
        action: expire,
      },
    ],
  };
}
