import type { Resource, ResourceKind } from "../plan/resource.js";
import { renderLiteral } from "./interpolation.js";
import type { Json } from "./template.js";

/** The property that holds the tags of a kind, by the schema of its type; a test compares this with the AWS service specification. */
export const tagProperties: { readonly [K in ResourceKind]: string | undefined } = {
  AccessPoint: "AccessPointTags",
  Alarm: "Tags",
  Bucket: "Tags",
  BucketPolicy: undefined,
  CacheSubnetGroup: "Tags",
  Certificate: "Tags",
  Cluster: "Tags",
  CompositeAlarm: "Tags",
  Dashboard: "Tags",
  DbCluster: "Tags",
  DbClusterInstance: "Tags",
  DbClusterParameterGroup: "Tags",
  DbInstance: "Tags",
  DbParameterGroup: "Tags",
  DbSubnetGroup: "Tags",
  DiscoveryService: "Tags",
  DnsAlias: undefined,
  EcrRepository: "Tags",
  EcsService: "Tags",
  ElasticIp: "Tags",
  EventRule: "Tags",
  FileSystem: "FileSystemTags",
  FlowLog: "Tags",
  GatewayEndpoint: "Tags",
  HttpNamespace: "Tags",
  IamRole: "Tags",
  InterfaceEndpoint: "Tags",
  InternetGateway: "Tags",
  Key: "Tags",
  KeyAlias: undefined,
  Listener: "Tags",
  ListenerCertificate: undefined,
  ListenerRule: "Tags",
  LoadBalancer: "Tags",
  LogGroup: "Tags",
  LogResourcePolicy: undefined,
  MountTarget: undefined,
  NatGateway: "Tags",
  PrivateDnsNamespace: "Tags",
  Queue: "Tags",
  QueuePolicy: undefined,
  ReplicationGroup: "Tags",
  Route: undefined,
  RouteTable: "Tags",
  RouteTableAssociation: undefined,
  ScalableTarget: "Tags",
  ScalingPolicy: undefined,
  Schedule: undefined,
  Secret: "Tags",
  SecurityGroup: "Tags",
  SecurityGroupRule: undefined,
  ServerlessCache: "Tags",
  SnsSubscription: undefined,
  SnsTopic: "Tags",
  SnsTopicPolicy: undefined,
  StateMachine: "Tags",
  Subnet: "Tags",
  Table: "Tags",
  TargetGroup: "Tags",
  TaskDefinition: "Tags",
  Vpc: "Tags",
  WebAclAssociation: undefined,
};

/** Undefined where there are none. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html */
export function renderTags({ kind, tags = {} }: Resource): Json[] | undefined {
  const keys = tagProperties[kind] !== undefined ? Object.keys(tags).sort() : [];
  return keys.length === 0
    ? undefined
    : keys.map((key) => ({ Key: key, Value: renderLiteral(tags[key] ?? "") }));
}
