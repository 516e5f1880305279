import type { Value } from "../value.js";
import type { ResourceBase } from "./base.js";

export interface PolicyStatement {
  readonly sid: string;
  readonly effect: "Allow" | "Deny";
  /** Services that the statement is about, in a resource policy; `*` is everyone. */
  readonly principals?: readonly Principal[];
  readonly actions: readonly string[];
  /** Absent in a trust policy. */
  readonly resources?: readonly Value<string>[];
  readonly conditions?: readonly PolicyCondition[];
  /** Why the resources are as wide as they are; present wherever one of them is `*`. */
  readonly reason?: string;
}

export type Principal =
  /** A name such as `ecs-tasks.amazonaws.com`; some services have one for each region. */
  { readonly service: Value<string> } | { readonly account: Value<string> } | { readonly everyone: true };

export interface PolicyCondition {
  readonly operator: "StringEquals" | "ArnEquals" | "ArnLike" | "Bool";
  readonly key: string;
  readonly values: readonly Value<string>[];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html */
export interface IamRole extends ResourceBase<"IamRole"> {
  readonly roleName: string;
  /** Begins and ends with a slash; `/` where it is absent. */
  readonly path?: string;
  /** ARN of the policy that no policy of the role goes beyond. */
  readonly permissionsBoundary?: string;
  readonly description: string;
  readonly trust: readonly PolicyStatement[];
  readonly policies: readonly { readonly name: string; readonly statements: readonly PolicyStatement[] }[];
}
