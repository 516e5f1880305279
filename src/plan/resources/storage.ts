import type { Value } from "../value.js";
import type { Removal, ResourceBase } from "./base.js";
import type { PolicyStatement } from "./iam.js";

/** Encrypted, closed to the public, ACLs off. */
export interface Bucket extends ResourceBase<"Bucket"> {
  readonly versioning: boolean;
  /** ARN of a KMS key; absent for the keys of S3. */
  readonly key?: Value<string>;
  readonly lifecycle: readonly LifecycleRule[];
  readonly removal: Removal;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html */
export interface LifecycleRule {
  readonly id: string;
  /** Start of the keys it is for; absent for all. */
  readonly prefix?: string;
  readonly transitions?: readonly { readonly storageClass: StorageClass; readonly days: number }[];
  readonly expireDays?: number;
  /** Days that a version is kept once there is a newer one. */
  readonly noncurrentDays?: number;
  readonly abortUploadDays?: number;
}

export type StorageClass =
  | "STANDARD_IA"
  | "ONEZONE_IA"
  | "INTELLIGENT_TIERING"
  | "GLACIER_IR"
  | "GLACIER"
  | "DEEP_ARCHIVE";

export interface BucketPolicy extends ResourceBase<"BucketPolicy"> {
  readonly bucket: Value<string>;
  readonly statements: readonly PolicyStatement[];
}

/** An empty secret: its value is put there by its owner and never passes through a plan or a template. */
export interface Secret extends ResourceBase<"Secret"> {
  readonly name: string;
  readonly description: string;
  /** ARN of a KMS key; absent for the key of Secrets Manager. */
  readonly key?: Value<string>;
  readonly removal: Removal;
}

/** Encrypted, elastic throughput, backed up daily. https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html */
export interface FileSystem extends ResourceBase<"FileSystem"> {
  readonly backup: boolean;
  /** ARN of a KMS key; absent for the key of EFS. */
  readonly key?: Value<string>;
  readonly removal: Removal;
}

export interface MountTarget extends ResourceBase<"MountTarget"> {
  readonly fileSystem: Value<string>;
  readonly subnet: Value<string>;
  readonly securityGroups: readonly Value<string>[];
}

/** A folder of a file system, entered as one user whatever the container runs as. */
export interface AccessPoint extends ResourceBase<"AccessPoint"> {
  readonly fileSystem: Value<string>;
  readonly path: string;
  readonly userId: number;
  readonly groupId: number;
  /** Of the folder when it is made, such as `0755`. */
  readonly permissions: string;
}
