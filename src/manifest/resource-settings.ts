import type { External } from "./external-value.js";
import type { JsonSetting } from "./json-setting.js";

/** What exists already, with the KMS key of its owner where its content is encrypted with one. */
interface Imported {
  readonly import: External;
  readonly key?: External;
}

/** What is made here; `encryption` is the name of a resource of type `kms`, absent for AWS's own key. */
interface Created {
  readonly import?: undefined;
  readonly encryption?: string;
}

export type BucketResource = { readonly type: "s3" } & (Imported | (Created & BucketSettings));

interface BucketSettings {
  readonly versioning?: boolean;
  readonly lifecycle?: readonly BucketLifecycle[];
}

export interface BucketLifecycle {
  readonly prefix?: string;
  readonly transitions: readonly { readonly storageClass: StorageClassName; readonly days: number }[];
  readonly expireDays?: number;
  readonly noncurrentDays?: number;
  readonly abortUploadDays?: number;
}

export type StorageClassName =
  | "STANDARD_IA"
  | "ONEZONE_IA"
  | "INTELLIGENT_TIERING"
  | "GLACIER_IR"
  | "GLACIER"
  | "DEEP_ARCHIVE";

export type TableResource = { readonly type: "dynamodb" } & (Imported | (Created & TableSettings));

interface TableSettings {
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
  readonly indexes: Readonly<Record<string, TableIndexSettings>>;
  readonly ttl?: string;
  readonly pointInTimeRecovery?: boolean;
  readonly deletionProtection?: boolean;
  /** Absent where every request is paid on its own. */
  readonly capacity?: { readonly read: number; readonly write: number };
  readonly stream?: "new" | "old" | "both" | "keys";
}

export interface KeyAttribute {
  readonly name: string;
  readonly type: "string" | "number" | "binary";
}

export interface TableIndexSettings {
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute;
  readonly project: "all" | "keys" | readonly string[];
}

export type QueueResource = { readonly type: "sqs" } & (Imported | (Created & QueueSettings));

interface QueueSettings {
  readonly fifo: boolean;
  readonly visibilitySeconds?: number;
  readonly retentionSeconds?: number;
  readonly delaySeconds?: number;
  /** Times that a message is received before it is set aside; false leaves it in the queue. */
  readonly retries?: number | false;
}

export type TopicResource = {
  readonly type: "sns";
  /** By name of a resource of type `sqs`. */
  readonly subscribers: Readonly<Record<string, SubscriberSettings>>;
} & (Imported | (Created & { readonly fifo: boolean }));

export interface SubscriberSettings {
  readonly filter?: JsonSetting;
  readonly raw?: boolean;
}

export type SecretResource = { readonly type: "secret" } & (Imported | Created);

export interface KeyResource {
  readonly type: "kms";
  readonly import?: External;
}

export interface CodeRepositoryResource {
  readonly type: "codecommit";
  readonly import: External;
}

export interface CodeConnectionResource {
  readonly type: "codeconnection";
  readonly import: External;
}

export interface FileSystemResource {
  readonly type: "efs";
  readonly encryption?: string;
  readonly import?: {
    readonly fileSystem: External;
    readonly securityGroup: External;
    readonly addRules: boolean;
  };
}
