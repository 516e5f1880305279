import type { Resource } from "../resource.js";
import type { Value } from "../value.js";

/** What services may know of a resource of the manifest, told apart by its type. */
export type DataHandle =
  | BucketHandle
  | CodeConnectionHandle
  | CodeRepositoryHandle
  | DatabaseHandle
  | FileSystemHandle
  | KeyHandle
  | QueueHandle
  | SecretHandle
  | TableHandle
  | TopicHandle;

/** What `${resources.<name>.<attribute>}` may read; a type without one does not have it. */
interface Readable {
  readonly name?: Value<string>;
  readonly arn?: Value<string>;
  readonly host?: Value<string>;
  readonly url?: Value<string>;
  readonly port?: Value<string>;
  readonly database?: Value<string>;
  /** Where `connects`, or a mounted volume, leads. */
  readonly endpoint?: DataEndpoint;
}

/** Whose contents a KMS key encrypts: what may be done with it includes the key. */
interface Encrypted extends Readable {
  readonly arn: Value<string>;
  /** ARN of the key; absent where AWS's own key is used, which needs no permission. */
  readonly key?: Value<string>;
}

export interface BucketHandle extends Encrypted {
  readonly type: "s3";
  readonly name: Value<string>;
}

export interface TableHandle extends Encrypted {
  readonly type: "dynamodb";
  readonly name: Value<string>;
  /** Names of the indexes; unknown for a table of another owner. */
  readonly indexes: readonly string[] | "unknown";
}

export interface QueueHandle extends Encrypted {
  readonly type: "sqs";
  readonly name: Value<string>;
  readonly url: Value<string>;
}

export interface TopicHandle extends Encrypted {
  readonly type: "sns";
  readonly name: Value<string>;
}

export interface SecretHandle extends Encrypted {
  readonly type: "secret";
  /** Stands for the ARN in a policy, where only the start of the ARN is known. */
  readonly arnPattern?: Value<string>;
}

export interface KeyHandle extends Readable {
  readonly type: "kms";
  readonly arn: Value<string>;
}

export interface CodeRepositoryHandle extends Readable {
  readonly type: "codecommit";
  readonly name: Value<string>;
  readonly arn: Value<string>;
  readonly url: Value<string>;
}

export interface CodeConnectionHandle extends Readable {
  readonly type: "codeconnection";
  /** The prefix of its ARN and of its actions. */
  readonly service: "codeconnections" | "codestar-connections";
  readonly arn: Value<string>;
}

export interface FileSystemHandle extends Readable {
  readonly type: "efs";
  readonly arn: Value<string>;
  readonly fileSystem: Value<string>;
  readonly endpoint: DataEndpoint;
}

/** Reached over the network; IAM gives no access to it. */
export interface DatabaseHandle extends Readable {
  readonly type: "postgres" | "redis";
  readonly port: Value<string>;
  readonly endpoint: DataEndpoint;
  /** Of the master user, which RDS made; absent for a database of another owner and for a cache. */
  readonly secret?: ManagedSecret;
}

/** A secret of Secrets Manager that belongs to a resource. */
export interface ManagedSecret {
  readonly arn: Value<string>;
  /** The keys of its JSON. */
  readonly jsonKeys: readonly string[];
  /** ARN of its KMS key; AWS's own where absent. */
  readonly key?: Value<string>;
}

export interface DataEndpoint {
  readonly securityGroup: Value<string>;
  readonly port: number;
  /** False for a group of another owner that gets no rules from here. */
  readonly addRules: boolean;
}

export interface PlannedResource<Handle extends DataHandle = DataHandle> {
  readonly resources: readonly Resource[];
  readonly handle: Handle;
}
