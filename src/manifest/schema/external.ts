import type { Schema } from "./fields.js";
import { either, form, list } from "./fields.js";
import { dnsNamePattern, repositoryPattern, ssmReferencePattern } from "./patterns.js";

/** What a value of another owner may be, beside `ssm:/path` and `export:Name`. */
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
  | "bucket"
  | "fileSystem";

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
  bucket: {
    literal: /^(?:arn:aws[a-z-]*:s3:::)?[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    expected: "the name or ARN of a bucket",
  },
  fileSystem: {
    literal: /^fs-[0-9a-f]{8,40}$/,
    expected: "the id of a file system such as fs-0a1b2c3d4e5f60718",
  },
};

/** `ssm:/path`, `export:Name`, or what the kind takes literally. */
export function external(kind: ExternalKind): Schema {
  const { literal, expected } = externalShapes[kind];
  return form(`${expected}, ssm:/path or export:Name`, new RegExp(`^ssm:/|^export:|${literal.source}`));
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
