import type { ResourceKind, ResourceOf } from "../plan/resource.js";
import { renderAlarm } from "./alarm.js";
import { renderCluster, renderDiscoveryService, renderEcsService } from "./compute.js";
import { renderAccessPoint, renderFileSystem, renderMountTarget } from "./file-systems.js";
import { renderIamRole } from "./iam.js";
import {
  renderCertificate,
  renderDnsAlias,
  renderListener,
  renderListenerCertificate,
  renderListenerRule,
  renderLoadBalancer,
  renderTargetGroup,
} from "./load-balancing.js";
import {
  renderElasticIp,
  renderGatewayEndpoint,
  renderInternetGateway,
  renderNatGateway,
  renderPrivateDnsNamespace,
  renderRoute,
  renderRouteTable,
  renderRouteTableAssociation,
  renderSubnet,
  renderVpc,
} from "./network.js";
import {
  renderDashboard,
  renderEventRule,
  renderLogGroup,
  renderSnsSubscription,
  renderSnsTopic,
  renderSnsTopicPolicy,
} from "./observability.js";
import { renderEcrRepository } from "./registry.js";
import { renderScalableTarget, renderScalingPolicy } from "./scaling.js";
import type { Scope } from "./scope.js";
import { renderSecurityGroup, renderSecurityGroupRule } from "./security-groups.js";
import { renderBucket, renderBucketPolicy, renderSecret } from "./storage.js";
import { renderTaskDefinition } from "./task-definition.js";
import type { ResourceBody } from "./template.js";

type Renderer<K extends ResourceKind> = (resource: ResourceOf<K>, scope: Scope) => ResourceBody;

/** One for every kind: a kind that is missing here does not compile. */
const renderers: { readonly [K in ResourceKind]: Renderer<K> } = {
  AccessPoint: renderAccessPoint,
  Alarm: renderAlarm,
  Bucket: renderBucket,
  BucketPolicy: renderBucketPolicy,
  Certificate: renderCertificate,
  Cluster: renderCluster,
  Dashboard: renderDashboard,
  DiscoveryService: renderDiscoveryService,
  DnsAlias: renderDnsAlias,
  EcrRepository: renderEcrRepository,
  EcsService: renderEcsService,
  ElasticIp: renderElasticIp,
  EventRule: renderEventRule,
  FileSystem: renderFileSystem,
  GatewayEndpoint: renderGatewayEndpoint,
  IamRole: renderIamRole,
  InternetGateway: renderInternetGateway,
  Listener: renderListener,
  ListenerCertificate: renderListenerCertificate,
  ListenerRule: renderListenerRule,
  LoadBalancer: renderLoadBalancer,
  LogGroup: renderLogGroup,
  MountTarget: renderMountTarget,
  NatGateway: renderNatGateway,
  PrivateDnsNamespace: renderPrivateDnsNamespace,
  Route: renderRoute,
  RouteTable: renderRouteTable,
  RouteTableAssociation: renderRouteTableAssociation,
  ScalableTarget: renderScalableTarget,
  ScalingPolicy: renderScalingPolicy,
  Secret: renderSecret,
  SecurityGroup: renderSecurityGroup,
  SecurityGroupRule: renderSecurityGroupRule,
  SnsSubscription: renderSnsSubscription,
  SnsTopic: renderSnsTopic,
  SnsTopicPolicy: renderSnsTopicPolicy,
  Subnet: renderSubnet,
  TargetGroup: renderTargetGroup,
  TaskDefinition: renderTaskDefinition,
  Vpc: renderVpc,
};

/** TypeScript cannot see that the entry found by `resource.kind` takes this very resource, so it is said once here. */
export function renderBody<K extends ResourceKind>(
  resource: ResourceOf<K> & { kind: K },
  scope: Scope,
): ResourceBody {
  const renderer: Renderer<K> = renderers[resource.kind];
  return renderer(resource, scope);
}
