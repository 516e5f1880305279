import type { Value } from "../value.js";
import type { Removal, ResourceBase } from "./base.js";

/**
 * A DynamoDB table without a name of its own: CloudFormation replaces a table by making the new one first, which a fixed
 * name would forbid.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.CoreComponents.html
 */
export interface Table extends ResourceBase<"Table"> {
  /** The attributes of all keys, each once. */
  readonly attributeDefinitions: readonly TableKey[];
  readonly partitionKey: TableKey;
  readonly sortKey?: TableKey;
  readonly indexes: readonly TableIndex[];
  /** Of the table and of each index; absent where every request is paid on its own. */
  readonly capacity?: { readonly readUnits: number; readonly writeUnits: number };
  /** Attribute that holds when an item expires, in seconds since 1970. */
  readonly timeToLiveAttribute?: string;
  readonly pointInTimeRecovery: boolean;
  readonly deletionProtection: boolean;
  readonly stream?: "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES" | "KEYS_ONLY";
  /** ARN of a KMS key; absent for the key that DynamoDB owns. */
  readonly key?: Value<string>;
  readonly removal: Removal;
}

export interface TableKey {
  readonly name: string;
  readonly type: "S" | "N" | "B";
}

/** A global secondary index. */
export interface TableIndex {
  readonly indexName: string;
  readonly partitionKey: TableKey;
  readonly sortKey?: TableKey;
  readonly projection: "ALL" | "KEYS_ONLY" | "INCLUDE";
  /** Attributes of the projection `INCLUDE`. */
  readonly attributes: readonly string[];
}
