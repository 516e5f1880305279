import type { PolicyStatement } from "./resources/iam.js";

/** Lets other accounts pull the images of a repository. https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html */
export function pullStatement(accounts: readonly string[]): PolicyStatement {
  return {
    sid: "PullFromOtherAccounts",
    effect: "Allow",
    principals: accounts.map((account) => ({ account })),
    actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
  };
}
