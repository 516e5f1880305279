import type { ResourceKind, ResourceOf } from "../plan/resource.js";
import type { Address } from "./address.js";
import type { Arguments, Block } from "./hcl/tree.js";
import type { Scope } from "./scope.js";

/** The body of one resource, without tags, `for_each` and what the plan itself makes it wait for. */
export interface Rendered {
  readonly arguments: Arguments;
  /** Reasons, by argument. */
  readonly comments?: Readonly<Record<string, string>>;
  readonly blocks?: readonly Block[];
  /** A reason for the whole resource. */
  readonly comment?: string;
  /** Resources that it needs although no argument names them, such as `aws_iam_role_policy.api`. */
  readonly waitsFor?: readonly string[];
  /** What is one resource in the plan and several for the provider. */
  readonly companions?: readonly Companion[];
}

export interface Companion extends Rendered {
  readonly address: Address;
}

export type Renderer<K extends ResourceKind> = (
  resource: ResourceOf<K>,
  scope: Scope,
  address: Address,
) => Rendered;
