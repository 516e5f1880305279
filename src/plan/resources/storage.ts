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

/** An empty secret: its value is put there by its owner and never passes through a plan or a template. */
export interface Secret extends ResourceBase<"Secret"> {
  readonly name: string;
  readonly description: string;
  readonly removal: Removal;
}

/** Encrypted, elastic throughput, backed up daily. https://docs.aws.amazon.com/efs/latest/ug/how-it-works.html */
export interface FileSystem extends ResourceBase<"FileSystem"> {
  readonly backup: boolean;
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
