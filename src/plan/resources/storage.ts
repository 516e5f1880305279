import type { Value } from "../value.js";
import type { Removal, ResourceBase } from "./base.js";
import type { PolicyStatement } from "./iam.js";

/** Encrypted with S3's own keys, closed to the public, ACLs off. */
export interface Bucket extends ResourceBase<"Bucket"> {
  readonly versioning: boolean;
  readonly expireDays?: number;
  readonly removal: Removal;
}

export interface BucketPolicy extends ResourceBase<"BucketPolicy"> {
  readonly bucket: Value<string>;
  readonly statements: readonly PolicyStatement[];
}
