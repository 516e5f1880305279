import { pullStatement } from "../plan/pull-statement.js";
import type { EcrRepository } from "../plan/resources/compute.js";
import type { Address } from "./address.js";
import { readArgument } from "./attributes.js";
import { block, call, type Expression, object } from "./hcl/tree.js";
import { renderPolicy } from "./iam.js";
import type { Companion, Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";

export function renderEcrRepository(repository: EcrRepository, scope: Scope, address: Address): Rendered {
  const kept = repository.removal === "retain";
  return {
    arguments: {
      name: scope.names.named(repository.repositoryName),
      image_tag_mutability: repository.immutableTags ? "IMMUTABLE" : "MUTABLE",
      force_delete: !kept,
    },
    // Not prevent_destroy: it would forbid to take a single service out of the set.
    comments: kept ? { force_delete: "AWS refuses to delete a repository that still holds images." } : {},
    blocks: [
      block("image_scanning_configuration", { scan_on_push: repository.scanOnPush }),
      block("encryption_configuration", { encryption_type: "AES256" }),
    ],
    companions: [
      {
        address: scope.beside(address, "aws_ecr_lifecycle_policy"),
        arguments: { repository: readArgument(address, "name"), policy: lifecyclePolicy(repository) },
      },
      ...(repository.pullAccounts.length === 0 ? [] : [pullPolicy(repository, scope, address)]),
    ],
  };
}

/**
 * A rule for any tag must be the last one.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html
 */
function lifecyclePolicy({ untaggedExpireDays, keepImages }: EcrRepository): Expression {
  const action = object({ type: "expire" });
  const untagged = object({
    rulePriority: 1,
    description: `Expire untagged images after ${untaggedExpireDays} days`,
    selection: object({
      tagStatus: "untagged",
      countType: "sinceImagePushed",
      countUnit: "days",
      countNumber: untaggedExpireDays,
    }),
    action,
  });
  const any = object({
    rulePriority: 2,
    description: `Keep the last ${keepImages} images`,
    selection: object({ tagStatus: "any", countType: "imageCountMoreThan", countNumber: keepImages }),
    action,
  });
  return call("jsonencode", object({ rules: [untagged, any] }));
}

function pullPolicy({ pullAccounts }: EcrRepository, scope: Scope, address: Address): Companion {
  const policy = renderPolicy([pullStatement(pullAccounts)], scope);
  return {
    address: scope.beside(address, "aws_ecr_repository_policy"),
    arguments: { repository: readArgument(address, "name"), policy },
  };
}
