import type { AttributesByKind, ReferableKind } from "../plan/resource.js";
import type { Address } from "./address.js";
import { rootOf } from "./address.js";
import { type Expression, type Traversal, template } from "./hcl/tree.js";
import { TerraformRenderError } from "./render-error.js";

/** The argument or attribute of the AWS provider's type, from "Attribute Reference" of its page. */
interface Read {
  readonly attribute: string;
  /** Another type beside it, which knows the same once it is ready for use. */
  readonly type?: string;
  readonly suffix?: string;
  /** Read from the only item of the attribute, which is a list. */
  readonly item?: string;
}

const attributes = {
  AccessPoint: { arn: { attribute: "arn" }, id: { attribute: "id" } },
  Alarm: { name: { attribute: "alarm_name" } },
  Bucket: { name: { attribute: "bucket" }, arn: { attribute: "arn" } },
  CacheSubnetGroup: { name: { attribute: "name" } },
  // Of the validation: a listener refuses a certificate that is not issued yet.
  Certificate: { arn: { attribute: "certificate_arn", type: "aws_acm_certificate_validation" } },
  Cluster: { name: { attribute: "name" }, arn: { attribute: "arn" } },
  DbCluster: {
    host: { attribute: "endpoint" },
    id: { attribute: "id" },
    secretArn: { attribute: "master_user_secret", item: "secret_arn" },
  },
  DbClusterParameterGroup: { name: { attribute: "name" } },
  // Not `endpoint`, which has the port, too.
  DbInstance: {
    host: { attribute: "address" },
    secretArn: { attribute: "master_user_secret", item: "secret_arn" },
  },
  DbParameterGroup: { name: { attribute: "name" } },
  DbSubnetGroup: { name: { attribute: "name" } },
  DiscoveryService: { arn: { attribute: "arn" } },
  EcrRepository: { arn: { attribute: "arn" }, uri: { attribute: "repository_url" } },
  EcsService: { arn: { attribute: "arn" }, name: { attribute: "name" } },
  ElasticIp: { allocationId: { attribute: "allocation_id" } },
  FileSystem: { arn: { attribute: "arn" }, id: { attribute: "id" } },
  HttpNamespace: { arn: { attribute: "arn" } },
  IamRole: { arn: { attribute: "arn" } },
  InternetGateway: { id: { attribute: "id" } },
  Key: { arn: { attribute: "arn" }, id: { attribute: "key_id" } },
  Listener: { arn: { attribute: "arn" } },
  ListenerRule: { arn: { attribute: "arn" } },
  LoadBalancer: {
    arn: { attribute: "arn" },
    dnsName: { attribute: "dns_name" },
    fullName: { attribute: "arn_suffix" },
    hostedZoneId: { attribute: "zone_id" },
  },
  LogGroup: { name: { attribute: "name" }, streamsArn: { attribute: "arn", suffix: ":*" } },
  NatGateway: { id: { attribute: "id" } },
  PrivateDnsNamespace: { arn: { attribute: "arn" }, id: { attribute: "id" } },
  Queue: { arn: { attribute: "arn" }, name: { attribute: "name" }, url: { attribute: "url" } },
  ReplicationGroup: { host: { attribute: "primary_endpoint_address" } },
  RouteTable: { id: { attribute: "id" } },
  ScalableTarget: { id: { attribute: "resource_id" } },
  ScalingPolicy: { arn: { attribute: "arn" } },
  Secret: { arn: { attribute: "arn" } },
  SecurityGroup: { id: { attribute: "id" } },
  ServerlessCache: { host: { attribute: "endpoint", item: "address" } },
  SnsTopic: { arn: { attribute: "arn" } },
  StateMachine: { arn: { attribute: "arn" } },
  Subnet: { id: { attribute: "id" } },
  Table: { arn: { attribute: "arn" }, name: { attribute: "name" } },
  TargetGroup: { arn: { attribute: "arn" }, fullName: { attribute: "arn_suffix" } },
  TaskDefinition: { arn: { attribute: "arn" } },
  Vpc: { id: { attribute: "id" } },
} as const satisfies { [K in ReferableKind]: Record<AttributesByKind[K], Read> };

/** Reads an attribute of the plan at an address. */
export function readAttribute(kind: string, attribute: string, address: Address): Expression {
  const known: Readonly<Record<string, Read>> = Object.hasOwn(attributes, kind)
    ? attributes[kind as ReferableKind]
    : {};
  const read = Object.hasOwn(known, attribute) ? known[attribute] : undefined;
  if (read === undefined)
    throw new TerraformRenderError("unknown-attribute", `${attribute} of ${rootOf(address)}`);
  const at = read.type === undefined ? address : { ...address, type: read.type };
  const own = readArgument(at, read.attribute);
  const value: Expression =
    read.item === undefined ? own : { kind: "index", of: own, at: 0, attribute: read.item };
  return read.suffix === undefined ? value : template(value, read.suffix);
}

/** Reads an argument or attribute of the provider's own at an address. */
export function readArgument(address: Address, attribute: string): Traversal {
  const root = rootOf(address);
  return address.key === undefined
    ? { kind: "traversal", root, attribute }
    : { kind: "traversal", root, key: address.key, attribute };
}
