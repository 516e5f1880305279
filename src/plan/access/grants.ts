import type { AccessVerb } from "../../manifest/index.js";

/** What a verb allows on one kind of ARN. */
export interface Grant {
  /** Ends the name of the statement, where a verb has several. */
  readonly sid?: string;
  readonly on: GrantTarget;
  readonly actions: readonly string[];
}

/** `resource` is the ARN itself; the others follow from it. `key` is there where a KMS key encrypts the content. */
export type GrantTarget = "resource" | "objects" | "indexes" | "key" | "executions" | "connection";

export interface AccessType {
  /** As the messages call it. */
  readonly what: string;
  /** Where AWS lists the actions. */
  readonly page: string;
  /** Service through which alone a key may be used, for `kms:ViaService`. */
  readonly via?: string;
  readonly verbs: Readonly<Partial<Record<AccessVerb, readonly Grant[]>>>;
  /** What is left out, and why. */
  readonly narrower?: string;
}

export type GrantedType =
  | "s3"
  | "dynamodb"
  | "sqs"
  | "sns"
  | "secret"
  | "kms"
  | "codecommit"
  | "codeconnection"
  | "job";

const reference = (name: string): string =>
  `https://docs.aws.amazon.com/service-authorization/latest/reference/list_${name}.html`;

/** `kms:` actions on the key of what is encrypted. https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service */
const key = (...actions: readonly string[]): Grant => ({ sid: "Key", on: "key", actions });
const decrypt = key("kms:Decrypt");
const decryptAndEncrypt = key("kms:Decrypt", "kms:GenerateDataKey");

const readTable = [
  "dynamodb:BatchGetItem",
  "dynamodb:ConditionCheckItem",
  "dynamodb:DescribeTable",
  "dynamodb:GetItem",
  "dynamodb:Query",
  "dynamodb:Scan",
] as const;
const writeTable = [
  "dynamodb:BatchWriteItem",
  "dynamodb:DeleteItem",
  "dynamodb:DescribeTable",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
] as const;
const readIndexes: Grant = { sid: "Indexes", on: "indexes", actions: ["dynamodb:Query", "dynamodb:Scan"] };
/** Who reads or writes a table needs its key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html */
const readTableKey = key("kms:Decrypt", "kms:DescribeKey");
const writeTableKey = key(
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
);

const listBucket: Grant = { sid: "List", on: "resource", actions: ["s3:ListBucket"] };
const objects = (...actions: readonly string[]): Grant => ({ on: "objects", actions });

const readSecret = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"] as const;
const writeSecret = ["secretsmanager:DescribeSecret", "secretsmanager:PutSecretValue"] as const;

const readKey = ["kms:Decrypt", "kms:DescribeKey"] as const;
const writeKey = ["kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"] as const;

const on = (actions: readonly string[]): Grant => ({ on: "resource", actions });
const both = (one: readonly string[], other: readonly string[]): Grant =>
  on([...new Set([...one, ...other])].sort());

/**
 * Every verb of every type: the one table behind the statements, their documentation and the messages about verbs that
 * there are not.
 */
export const accessTypes: Readonly<Record<GrantedType, AccessType>> = {
  s3: {
    what: "a bucket",
    page: reference("amazons3"),
    via: "s3",
    verbs: {
      read: [listBucket, objects("s3:GetObject"), decrypt],
      write: [objects("s3:AbortMultipartUpload", "s3:PutObject"), decryptAndEncrypt],
      "read-write": [
        listBucket,
        objects("s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"),
        decryptAndEncrypt,
      ],
    },
    narrower:
      "no deletion, no earlier versions, no tags, retention or legal hold, and no settings of the bucket: the CDK's grantRead and grantPut give s3:GetObject*, s3:GetBucket*, s3:List* and the s3:PutObject family",
  },
  dynamodb: {
    what: "a table",
    page: reference("amazondynamodb"),
    via: "dynamodb",
    verbs: {
      read: [on(readTable), readIndexes, readTableKey],
      write: [on(writeTable), writeTableKey],
      "read-write": [both(readTable, writeTable), readIndexes, writeTableKey],
    },
    narrower:
      "no stream, and on an index what an index can do: the CDK's grantReadWriteData gives dynamodb:GetRecords and dynamodb:GetShardIterator, and every action on every index",
  },
  sqs: {
    what: "a queue",
    page: reference("amazonsqs"),
    via: "sqs",
    verbs: {
      send: [on(["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"]), decryptAndEncrypt],
      consume: [
        on([
          "sqs:ChangeMessageVisibility",
          "sqs:DeleteMessage",
          "sqs:GetQueueAttributes",
          "sqs:GetQueueUrl",
          "sqs:ReceiveMessage",
        ]),
        decrypt,
      ],
    },
    narrower:
      "the actions of the CDK's grantSendMessages and grantConsumeMessages; of the key no kms:Encrypt and kms:ReEncrypt*, which SQS does not call",
  },
  sns: {
    what: "a topic",
    page: reference("amazonsns"),
    via: "sns",
    verbs: { send: [on(["sns:Publish"]), decryptAndEncrypt] },
    narrower:
      "the action of the CDK's grantPublish; of the key kms:GenerateDataKey alone, not kms:GenerateDataKey*",
  },
  secret: {
    what: "a secret",
    page: reference("awssecretsmanager"),
    via: "secretsmanager",
    verbs: {
      read: [on(readSecret), decrypt],
      write: [on(writeSecret), decryptAndEncrypt],
      "read-write": [both(readSecret, writeSecret), decryptAndEncrypt],
    },
    narrower:
      "read is the CDK's grantRead; write sets a new value and cannot change the secret itself, as secretsmanager:UpdateSecret of grantWrite can",
  },
  kms: {
    what: "a key",
    page: reference("awskeymanagementservice"),
    verbs: {
      read: [on(readKey)],
      write: [on(writeKey)],
      "read-write": [both(readKey, writeKey)],
    },
    narrower:
      "for code that encrypts by itself; what a resource of the manifest is encrypted with comes with access to that resource, through its service alone",
  },
  codecommit: {
    what: "a code repository",
    page: reference("awscodecommit"),
    verbs: {
      read: [
        on([
          "codecommit:GetBlob",
          "codecommit:GetBranch",
          "codecommit:GetCommit",
          "codecommit:GetDifferences",
          "codecommit:GetFile",
          "codecommit:GetFolder",
          "codecommit:GetRepository",
          "codecommit:GitPull",
          "codecommit:ListBranches",
        ]),
      ],
    },
    narrower:
      "no pull requests, comments and approval rules, which the CDK's grantRead gives with codecommit:Get*",
  },
  codeconnection: {
    what: "a connection",
    page: reference("awscodeconnections"),
    verbs: { read: [{ on: "connection", actions: ["UseConnection"] }] },
    narrower:
      "only what reads at the provider (codeconnections:ProviderPermissionsRequired is read_only); no token of the provider. The actions of a connection whose ARN starts with codestar-connections have that prefix",
  },
  job: {
    what: "a job",
    page: reference("awsstepfunctions"),
    verbs: {
      invoke: [
        on(["states:StartExecution"]),
        {
          sid: "Executions",
          on: "executions",
          actions: ["states:DescribeExecution", "states:StopExecution"],
        },
      ],
    },
    narrower: "the runs of this job alone; the CDK's grantStartExecution gives no look at what was started",
  },
};

/** `send or consume`. */
export function listVerbs({ verbs }: AccessType): string {
  const names = Object.keys(verbs);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
