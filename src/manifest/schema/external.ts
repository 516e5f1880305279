import type { Schema } from "./fields.js";
import { either, form, list } from "./fields.js";
import { dnsNamePattern, repositoryPattern, ssmReferencePattern } from "./patterns.js";
import { deferred } from "./text.js";

/** What a value of another owner may be, beside `ssm:/path`, `export:Name` and `${parameters.NAME}`. */
export interface ExternalShape {
  /** Matches the plain id, name or ARN. */
  readonly literal: RegExp;
  /** In words, with an example. */
  readonly expected: string;
}

export type ExternalKind =
  | "vpc"
  | "subnet"
  | "securityGroup"
  | "prefixList"
  | "cluster"
  | "namespace"
  | "zone"
  | "certificate"
  | "listener"
  | "loadBalancer"
  | "dnsName"
  | "repository"
  | "webAcl"
  | "logBucket"
  | "userPool"
  | "userPoolClient"
  | "userPoolDomain"
  | "bucket"
  | "role"
  | "table"
  | "queue"
  | "topic"
  | "secret"
  | "kmsKey"
  | "codeRepository"
  | "codeConnection"
  | "certificateAuthority"
  | "function"
  | "fileSystem"
  | "accessPoint";

const arn = (service: string, resource: string): RegExp =>
  new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]*:\\d{12}:${resource}$`);

export const externalShapes: Readonly<Record<ExternalKind, ExternalShape>> = {
  vpc: { literal: /^vpc-[0-9a-f]{8,17}$/, expected: "a VPC id such as vpc-0a1b2c3d" },
  subnet: { literal: /^subnet-[0-9a-f]{8,17}$/, expected: "a subnet id such as subnet-0a1b2c3d" },
  securityGroup: { literal: /^sg-[0-9a-f]{8,17}$/, expected: "a security group id such as sg-0a1b2c3d" },
  prefixList: { literal: /^pl-[0-9a-f]{8,17}$/, expected: "a prefix list id such as pl-6da54004" },
  cluster: { literal: /^[A-Za-z0-9][A-Za-z0-9_-]{0,254}$/, expected: "the name of a cluster" },
  namespace: { literal: /^ns-[a-z0-9]+$/, expected: "a Cloud Map namespace id such as ns-abc123" },
  zone: { literal: /^Z[A-Z0-9]{1,31}$/, expected: "a Route 53 zone id such as Z0123456789ABC" },
  certificate: {
    literal: arn("acm", "certificate/[A-Za-z0-9-]+"),
    expected: "the ARN of an ACM certificate",
  },
  listener: {
    literal: arn("elasticloadbalancing", "listener/app/[A-Za-z0-9-]+/[0-9a-f]+/[0-9a-f]+"),
    expected: "the ARN of a listener",
  },
  loadBalancer: {
    literal: /^app\/[A-Za-z0-9-]+\/[0-9a-f]+$/,
    expected: "the full name of a load balancer such as app/shared/0a1b2c3d4e5f6071",
  },
  dnsName: { literal: dnsNamePattern, expected: "a DNS name such as shared.example.com" },
  repository: {
    literal: repositoryPattern,
    expected: "a repository URI such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api",
  },
  role: {
    literal: /^arn:aws[a-z-]*:iam::\d{12}:role\/[A-Za-z0-9_+=,.@/-]+$/,
    expected: "the ARN of a role",
  },
  bucket: {
    literal: /^(?:arn:aws[a-z-]*:s3:::)?[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    expected: "the name or ARN of a bucket",
  },
  table: {
    literal: /^(?:arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/)?[A-Za-z0-9_.-]{3,255}$/,
    expected: "the name or ARN of a table",
  },
  queue: { literal: arn("sqs", "[A-Za-z0-9_-]{1,80}(?:\\.fifo)?"), expected: "the ARN of a queue" },
  topic: { literal: arn("sns", "[A-Za-z0-9_-]{1,256}(?:\\.fifo)?"), expected: "the ARN of a topic" },
  secret: {
    literal: /^(?:arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:)?[A-Za-z0-9/_+=.@-]{1,512}$/,
    expected: "the name or ARN of a secret",
  },
  kmsKey: { literal: arn("kms", "key/[A-Za-z0-9-]+"), expected: "the ARN of a KMS key" },
  codeRepository: { literal: /^[A-Za-z0-9_.-]{1,100}$/, expected: "the name of a CodeCommit repository" },
  codeConnection: {
    literal: arn("(?:codeconnections|codestar-connections)", "connection/[A-Za-z0-9-]+"),
    expected: "the ARN of a connection",
  },
  certificateAuthority: {
    literal: arn("acm-pca", "certificate-authority/[0-9a-f-]+"),
    expected: "the ARN of a private certificate authority",
  },
  function: {
    literal: arn("lambda", "function:[A-Za-z0-9_-]{1,64}(?::[A-Za-z0-9$_-]{1,128})?"),
    expected: "the ARN of a Lambda function",
  },
  webAcl: {
    literal: arn("wafv2", "regional/webacl/[A-Za-z0-9_-]+/[0-9a-f-]+"),
    expected: "the ARN of a regional web ACL",
  },
  logBucket: { literal: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, expected: "the name of a bucket" },
  userPool: { literal: arn("cognito-idp", "userpool/[A-Za-z0-9_-]+"), expected: "the ARN of a user pool" },
  userPoolClient: { literal: /^[a-z0-9]{1,128}$/, expected: "the id of a client of the user pool" },
  userPoolDomain: {
    literal: /^[a-z0-9](?:[a-z0-9.-]{0,126}[a-z0-9])?$/,
    expected: "the domain of the user pool: its prefix, or a domain name",
  },
  accessPoint: {
    literal: /^fsap-[0-9a-f]{8,40}$/,
    expected: "the id of an access point such as fsap-0a1b2c3d4e5f60718",
  },
  fileSystem: {
    literal: /^fs-[0-9a-f]{8,40}$/,
    expected: "the id of a file system such as fs-0a1b2c3d4e5f60718",
  },
};

/** `ssm:/path`, `export:Name`, `${parameters.NAME}`, or what the kind takes literally. */
export function external(kind: ExternalKind): Schema {
  const { literal, expected } = externalShapes[kind];
  const words = `${expected}, ssm:/path or export:Name`;
  return either(words, form(words, new RegExp(`^ssm:/|^export:|${literal.source}`)), deferred);
}

/** A list of externals, or one SSM parameter that holds such a list. */
export function externalList(kind: ExternalKind): Schema {
  const each = externalShapes[kind].expected;
  return either(
    `a list, each item ${each}, or one ssm:/path of a list`,
    form("one ssm:/path that holds a list", ssmReferencePattern),
    list(external(kind), `a list with at least one item, each ${each}`, 1),
  );
}
