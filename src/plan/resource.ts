import type {
  Cluster,
  DiscoveryService,
  EcrRepository,
  EcsService,
  ScalableTarget,
  ScalingPolicy,
  TaskDefinition,
} from "./resources/compute.js";
import type { IamRole } from "./resources/iam.js";
import type {
  Certificate,
  DnsAlias,
  Listener,
  ListenerCertificate,
  ListenerRule,
  LoadBalancer,
  TargetGroup,
} from "./resources/load-balancing.js";
import type {
  ElasticIp,
  GatewayEndpoint,
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
  Dashboard,
  EventRule,
  LogGroup,
  SnsSubscription,
  SnsTopic,
  SnsTopicPolicy,
} from "./resources/observability.js";
import type {
  AccessPoint,
  Bucket,
  BucketPolicy,
  FileSystem,
  MountTarget,
  Secret,
} from "./resources/storage.js";
import type { Reference } from "./value.js";

/** Every resource of AWS that a plan may hold, told apart by `kind`. */
export type Resource =
  | AccessPoint
  | Alarm
  | Bucket
  | BucketPolicy
  | Certificate
  | Cluster
  | Dashboard
  | DiscoveryService
  | DnsAlias
  | EcrRepository
  | EcsService
  | ElasticIp
  | EventRule
  | FileSystem
  | GatewayEndpoint
  | IamRole
  | InternetGateway
  | Listener
  | ListenerCertificate
  | ListenerRule
  | LoadBalancer
  | LogGroup
  | MountTarget
  | NatGateway
  | PrivateDnsNamespace
  | Route
  | RouteTable
  | RouteTableAssociation
  | ScalableTarget
  | ScalingPolicy
  | Secret
  | SecurityGroup
  | SecurityGroupRule
  | SnsSubscription
  | SnsTopic
  | SnsTopicPolicy
  | Subnet
  | TargetGroup
  | TaskDefinition
  | Vpc;

export type ResourceKind = Resource["kind"];
export type ResourceOf<K extends ResourceKind> = Extract<Resource, { kind: K }>;

/** What may be read from a resource once it exists. A kind that is not listed offers nothing. */
export interface AttributesByKind {
  AccessPoint: "arn" | "id";
  Bucket: "name" | "arn";
  Certificate: "arn";
  Cluster: "name" | "arn";
  DiscoveryService: "arn";
  EcrRepository: "arn" | "uri";
  EcsService: "arn" | "name";
  ElasticIp: "allocationId";
  FileSystem: "arn" | "id";
  IamRole: "arn";
  InternetGateway: "id";
  Listener: "arn";
  LoadBalancer: "arn" | "dnsName" | "fullName" | "hostedZoneId";
  /** `streamsArn` ends in `:*` and covers the log streams. */
  LogGroup: "name" | "streamsArn";
  NatGateway: "id";
  PrivateDnsNamespace: "id";
  RouteTable: "id";
  ScalableTarget: "id";
  Secret: "arn";
  SecurityGroup: "id";
  SnsTopic: "arn";
  Subnet: "id";
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
