import type { Resource, ResourceKind } from "../plan/resource.js";
import { renderLiteral } from "./interpolation.js";
import type { Json } from "./template.js";

/** Which types have a property `Tags`, by their schemas; a test compares this with the AWS service specification. */
export const taggable: { readonly [K in ResourceKind]: boolean } = {
  Alarm: true,
  Bucket: true,
  BucketPolicy: false,
  Certificate: true,
  Cluster: true,
  Dashboard: true,
  DiscoveryService: true,
  DnsAlias: false,
  EcrRepository: true,
  EcsService: true,
  ElasticIp: true,
  EventRule: true,
  GatewayEndpoint: true,
  IamRole: true,
  InternetGateway: true,
  Listener: true,
  ListenerCertificate: false,
  ListenerRule: true,
  LoadBalancer: true,
  LogGroup: true,
  NatGateway: true,
  PrivateDnsNamespace: true,
  Route: false,
  RouteTable: true,
  RouteTableAssociation: false,
  ScalableTarget: true,
  ScalingPolicy: false,
  SecurityGroup: true,
  SecurityGroupRule: false,
  SnsSubscription: false,
  SnsTopic: true,
  SnsTopicPolicy: false,
  Subnet: true,
  TargetGroup: true,
  TaskDefinition: true,
  Vpc: true,
};

/** Undefined where there are none. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html */
export function renderTags({ kind, tags = {} }: Resource): Json[] | undefined {
  const keys = taggable[kind] ? Object.keys(tags).sort() : [];
  return keys.length === 0
    ? undefined
    : keys.map((key) => ({ Key: key, Value: renderLiteral(tags[key] ?? "") }));
}
