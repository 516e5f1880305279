import type { Resource, ResourceKind } from "../plan/resource.js";
import { renderLiteral } from "./interpolation.js";
import type { Json } from "./template.js";

/** The property that holds the tags of a kind, by the schema of its type; a test compares this with the AWS service specification. */
export const tagProperties: { readonly [K in ResourceKind]: string | undefined } = {
  AccessPoint: "AccessPointTags",
  Alarm: "Tags",
  Bucket: "Tags",
  BucketPolicy: undefined,
  Certificate: "Tags",
  Cluster: "Tags",
  Dashboard: "Tags",
  DiscoveryService: "Tags",
  DnsAlias: undefined,
  EcrRepository: "Tags",
  EcsService: "Tags",
  ElasticIp: "Tags",
  EventRule: "Tags",
  FileSystem: "FileSystemTags",
  GatewayEndpoint: "Tags",
  IamRole: "Tags",
  InternetGateway: "Tags",
  Listener: "Tags",
  ListenerCertificate: undefined,
  ListenerRule: "Tags",
  LoadBalancer: "Tags",
  LogGroup: "Tags",
  MountTarget: undefined,
  NatGateway: "Tags",
  PrivateDnsNamespace: "Tags",
  Route: undefined,
  RouteTable: "Tags",
  RouteTableAssociation: undefined,
  ScalableTarget: "Tags",
  ScalingPolicy: undefined,
  Secret: "Tags",
  SecurityGroup: "Tags",
  SecurityGroupRule: undefined,
  SnsSubscription: undefined,
  SnsTopic: "Tags",
  SnsTopicPolicy: undefined,
  Subnet: "Tags",
  TargetGroup: "Tags",
  TaskDefinition: "Tags",
  Vpc: "Tags",
};

/** Undefined where there are none. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html */
export function renderTags({ kind, tags = {} }: Resource): Json[] | undefined {
  const keys = tagProperties[kind] !== undefined ? Object.keys(tags).sort() : [];
  return keys.length === 0
    ? undefined
    : keys.map((key) => ({ Key: key, Value: renderLiteral(tags[key] ?? "") }));
}
