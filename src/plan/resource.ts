import type {
  Cluster,
  DiscoveryService,
  EcrRepository,
  EcsService,
  TaskDefinition,
} from "./resources/compute.js";
import type {
  CacheSubnetGroup,
  DbCluster,
  DbClusterInstance,
  DbClusterParameterGroup,
  DbInstance,
  DbParameterGroup,
  DbSubnetGroup,
  ReplicationGroup,
  ServerlessCache,
} from "./resources/databases.js";
import type { IamRole } from "./resources/iam.js";
import type { Key, KeyAlias } from "./resources/keys.js";
import type {
  Certificate,
  DnsAlias,
  Listener,
  ListenerCertificate,
  ListenerRule,
  LoadBalancer,
  TargetGroup,
  WebAclAssociation,
} from "./resources/load-balancing.js";
import type { Queue, QueuePolicy, SnsSubscription, SnsTopic, SnsTopicPolicy } from "./resources/messaging.js";
import type {
  ElasticIp,
  FlowLog,
  GatewayEndpoint,
  HttpNamespace,
  InterfaceEndpoint,
  InternetGateway,
  NatGateway,
  PrivateDnsNamespace,
  Route,
  RouteTable,
  RouteTableAssociation,
  SecurityGroup,
  SecurityGroupRule,
  Subnet,
  Vpc,
} from "./resources/network.js";
import type {
  Alarm,
  CompositeAlarm,
  Dashboard,
  EventRule,
  LogGroup,
  LogResourcePolicy,
} from "./resources/observability.js";
import type { Schedule, StateMachine } from "./resources/orchestration.js";
import type { ScalableTarget, ScalingPolicy } from "./resources/scaling.js";
import type {
  AccessPoint,
  Bucket,
  BucketPolicy,
  FileSystem,
  MountTarget,
  Secret,
} from "./resources/storage.js";
import type { Table } from "./resources/table.js";
import type { Reference } from "./value.js";

/** Every resource of AWS that a plan may hold, told apart by `kind`. */
export type Resource =
  | AccessPoint
  | Alarm
  | Bucket
  | BucketPolicy
  | CacheSubnetGroup
  | Certificate
  | Cluster
  | CompositeAlarm
  | Dashboard
  | DbCluster
  | DbClusterInstance
  | DbClusterParameterGroup
  | DbInstance
  | DbParameterGroup
  | DbSubnetGroup
  | DiscoveryService
  | DnsAlias
  | EcrRepository
  | EcsService
  | ElasticIp
  | EventRule
  | FileSystem
  | FlowLog
  | GatewayEndpoint
  | HttpNamespace
  | IamRole
  | InterfaceEndpoint
  | InternetGateway
  | Key
  | KeyAlias
  | Listener
  | ListenerCertificate
  | ListenerRule
  | LoadBalancer
  | LogGroup
  | LogResourcePolicy
  | MountTarget
  | NatGateway
  | PrivateDnsNamespace
  | Queue
  | QueuePolicy
  | ReplicationGroup
  | Route
  | RouteTable
  | RouteTableAssociation
  | ScalableTarget
  | ScalingPolicy
  | Schedule
  | Secret
  | SecurityGroup
  | SecurityGroupRule
  | ServerlessCache
  | SnsSubscription
  | SnsTopic
  | SnsTopicPolicy
  | StateMachine
  | Subnet
  | Table
  | TargetGroup
  | TaskDefinition
  | Vpc
  | WebAclAssociation;

export type ResourceKind = Resource["kind"];
export type ResourceOf<K extends ResourceKind> = Extract<Resource, { kind: K }>;

/** What may be read from a resource once it exists. A kind that is not listed offers nothing. */
export interface AttributesByKind {
  AccessPoint: "arn" | "id";
  Alarm: "name";
  Bucket: "name" | "arn";
  CacheSubnetGroup: "name";
  Certificate: "arn";
  Cluster: "name" | "arn";
  /** `host` is that of the instance that writes; `secretArn` the secret of the master user. */
  DbCluster: "host" | "id" | "secretArn";
  DbClusterParameterGroup: "name";
  DbInstance: "host" | "secretArn";
  DbParameterGroup: "name";
  DbSubnetGroup: "name";
  DiscoveryService: "arn";
  EcrRepository: "arn" | "uri";
  EcsService: "arn" | "name";
  ElasticIp: "allocationId";
  FileSystem: "arn" | "id";
  HttpNamespace: "arn";
  IamRole: "arn";
  InternetGateway: "id";
  Key: "arn" | "id";
  Listener: "arn";
  ListenerRule: "arn";
  LoadBalancer: "arn" | "dnsName" | "fullName" | "hostedZoneId";
  /** `streamsArn` ends in `:*` and covers the log streams. */
  LogGroup: "name" | "streamsArn";
  NatGateway: "id";
  PrivateDnsNamespace: "arn" | "id";
  Queue: "arn" | "name" | "url";
  /** `host` is that of the primary. */
  ReplicationGroup: "host";
  RouteTable: "id";
  ScalableTarget: "id";
  ScalingPolicy: "arn";
  Secret: "arn";
  SecurityGroup: "id";
  ServerlessCache: "host";
  SnsTopic: "arn";
  StateMachine: "arn";
  Subnet: "id";
  Table: "arn" | "name";
  TargetGroup: "arn" | "fullName";
  TaskDefinition: "arn";
  Vpc: "id";
}
export type ReferableKind = keyof AttributesByKind;

/** A reference to an attribute that resources of this kind have; any other attribute does not compile. */
export function referTo<K extends ReferableKind>(
  resource: { readonly id: string; readonly kind: K },
  attribute: AttributesByKind[K],
): Reference {
  return { ref: resource.id, attribute };
}
