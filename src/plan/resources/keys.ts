import type { Value } from "../value.js";
import type { Removal, ResourceBase } from "./base.js";
import type { PolicyStatement } from "./iam.js";

/** A symmetric KMS key, renewed every year. https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html */
export interface Key extends ResourceBase<"Key"> {
  readonly description: string;
  readonly policy: readonly PolicyStatement[];
  /** Days in which a deleted key can be brought back. */
  readonly pendingWindowDays: number;
  readonly removal: Removal;
}

export interface KeyAlias extends ResourceBase<"KeyAlias"> {
  /** Starts with `alias/`. */
  readonly aliasName: string;
  readonly keyId: Value<string>;
}
