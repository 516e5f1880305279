import type { AttributesByKind, ReferableKind } from "../plan/resource.js";
import { RenderError } from "./render-error.js";
import type { JsonObject } from "./template.js";

/**
 * What `Ref` and `Fn::GetAtt` give for each attribute of the plan, from the "Return values" of each type's page in
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
 */
const attributes = {
  AccessPoint: { arn: "Arn", id: "Ref" },
  Alarm: { name: "Ref" },
  Bucket: { name: "Ref", arn: "Arn" },
  CacheSubnetGroup: { name: "Ref" },
  Certificate: { arn: "Ref" },
  Cluster: { name: "Ref", arn: "Arn" },
  DbCluster: { host: "Endpoint.Address", id: "Ref", secretArn: "MasterUserSecret.SecretArn" },
  DbClusterParameterGroup: { name: "Ref" },
  DbInstance: { host: "Endpoint.Address", secretArn: "MasterUserSecret.SecretArn" },
  DbParameterGroup: { name: "Ref" },
  DbSubnetGroup: { name: "Ref" },
  DiscoveryService: { arn: "Arn" },
  EcrRepository: { arn: "Arn", uri: "RepositoryUri" },
  // Ref is the ARN here, where it is the name of a cluster.
  EcsService: { arn: "Ref", name: "Name" },
  ElasticIp: { allocationId: "AllocationId" },
  FileSystem: { arn: "Arn", id: "Ref" },
  HttpNamespace: { arn: "Arn" },
  IamRole: { arn: "Arn" },
  InternetGateway: { id: "Ref" },
  Key: { arn: "Arn", id: "Ref" },
  Listener: { arn: "Ref" },
  ListenerRule: { arn: "Ref" },
  LoadBalancer: {
    arn: "Ref",
    dnsName: "DNSName",
    fullName: "LoadBalancerFullName",
    hostedZoneId: "CanonicalHostedZoneID",
  },
  // The ARN ends in `:*`.
  LogGroup: { name: "Ref", streamsArn: "Arn" },
  NatGateway: { id: "Ref" },
  PrivateDnsNamespace: { arn: "Arn", id: "Ref" },
  Queue: { arn: "Arn", name: "QueueName", url: "Ref" },
  ReplicationGroup: { host: "PrimaryEndPoint.Address" },
  RouteTable: { id: "Ref" },
  ScalableTarget: { id: "Ref" },
  ScalingPolicy: { arn: "Ref" },
  Secret: { arn: "Ref" },
  SecurityGroup: { id: "GroupId" },
  ServerlessCache: { host: "Endpoint.Address" },
  SnsTopic: { arn: "Ref" },
  StateMachine: { arn: "Ref" },
  Subnet: { id: "Ref" },
  Table: { arn: "Arn", name: "Ref" },
  TargetGroup: { arn: "Ref", fullName: "TargetGroupFullName" },
  TaskDefinition: { arn: "Ref" },
  Vpc: { id: "Ref" },
} as const satisfies { [K in ReferableKind]: Record<AttributesByKind[K], string> };

/** The intrinsic function that reads an attribute of a resource of the same template. */
export function readAttribute(kind: string, attribute: string, logicalId: string): JsonObject {
  const known: Readonly<Record<string, string>> = Object.hasOwn(attributes, kind)
    ? attributes[kind as ReferableKind]
    : {};
  const name = Object.hasOwn(known, attribute) ? known[attribute] : undefined;
  if (name === undefined) throw new RenderError("unknown-attribute", `${attribute} of ${kind} ${logicalId}`);
  return name === "Ref" ? { Ref: logicalId } : { "Fn::GetAtt": [logicalId, name] };
}
