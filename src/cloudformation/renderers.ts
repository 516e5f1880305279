import type { ResourceKind, ResourceOf } from "../plan/resource.js";
import { renderAlarm, renderCompositeAlarm } from "./alarm.js";
import { renderCacheSubnetGroup, renderReplicationGroup, renderServerlessCache } from "./caches.js";
import { renderCluster, renderDiscoveryService, renderEcsService } from "./compute.js";
import {
  renderDbCluster,
  renderDbClusterInstance,
  renderDbClusterParameterGroup,
  renderDbInstance,
  renderDbParameterGroup,
  renderDbSubnetGroup,
} from "./databases.js";
import { renderAccessPoint, renderFileSystem, renderMountTarget } from "./file-systems.js";
import { renderIamRole } from "./iam.js";
import { renderKey, renderKeyAlias } from "./keys.js";
import {
  renderCertificate,
  renderDnsAlias,
  renderListener,
  renderListenerCertificate,
  renderListenerRule,
  renderLoadBalancer,
  renderTargetGroup,
  renderWebAclAssociation,
} from "./load-balancing.js";
import {
  renderQueue,
  renderQueuePolicy,
  renderSnsSubscription,
  renderSnsTopic,
  renderSnsTopicPolicy,
} from "./messaging.js";
import {
  renderElasticIp,
  renderFlowLog,
  renderGatewayEndpoint,
  renderHttpNamespace,
  renderInterfaceEndpoint,
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
  renderLogResourcePolicy,
} from "./observability.js";
import { renderSchedule, renderStateMachine } from "./orchestration.js";
import { renderEcrRepository } from "./registry.js";
import { renderScalableTarget, renderScalingPolicy } from "./scaling.js";
import type { Scope } from "./scope.js";
import { renderSecurityGroup, renderSecurityGroupRule } from "./security-groups.js";
import { renderBucket, renderBucketPolicy, renderSecret } from "./storage.js";
import { renderTable } from "./tables.js";
import { renderTaskDefinition } from "./task-definition.js";
import type { ResourceBody } from "./template.js";

type Renderer<K extends ResourceKind> = (resource: ResourceOf<K>, scope: Scope) => ResourceBody;

/** One for every kind: a kind that is missing here does not compile. */
const renderers: { readonly [K in ResourceKind]: Renderer<K> } = {
  AccessPoint: renderAccessPoint,
  Alarm: renderAlarm,
  Bucket: renderBucket,
  BucketPolicy: renderBucketPolicy,
  CacheSubnetGroup: renderCacheSubnetGroup,
  Certificate: renderCertificate,
  Cluster: renderCluster,
  CompositeAlarm: renderCompositeAlarm,
  Dashboard: renderDashboard,
  DbCluster: renderDbCluster,
  DbClusterInstance: renderDbClusterInstance,
  DbClusterParameterGroup: renderDbClusterParameterGroup,
  DbInstance: renderDbInstance,
  DbParameterGroup: renderDbParameterGroup,
  DbSubnetGroup: renderDbSubnetGroup,
  DiscoveryService: renderDiscoveryService,
  DnsAlias: renderDnsAlias,
  EcrRepository: renderEcrRepository,
  EcsService: renderEcsService,
  ElasticIp: renderElasticIp,
  EventRule: renderEventRule,
  FileSystem: renderFileSystem,
  FlowLog: renderFlowLog,
  GatewayEndpoint: renderGatewayEndpoint,
  HttpNamespace: renderHttpNamespace,
  IamRole: renderIamRole,
  InterfaceEndpoint: renderInterfaceEndpoint,
  InternetGateway: renderInternetGateway,
  Key: renderKey,
  KeyAlias: renderKeyAlias,
  Listener: renderListener,
  ListenerCertificate: renderListenerCertificate,
  ListenerRule: renderListenerRule,
  LoadBalancer: renderLoadBalancer,
  LogGroup: renderLogGroup,
  LogResourcePolicy: renderLogResourcePolicy,
  MountTarget: renderMountTarget,
  NatGateway: renderNatGateway,
  PrivateDnsNamespace: renderPrivateDnsNamespace,
  Queue: renderQueue,
  QueuePolicy: renderQueuePolicy,
  ReplicationGroup: renderReplicationGroup,
  Route: renderRoute,
  RouteTable: renderRouteTable,
  RouteTableAssociation: renderRouteTableAssociation,
  ScalableTarget: renderScalableTarget,
  ScalingPolicy: renderScalingPolicy,
  Schedule: renderSchedule,
  Secret: renderSecret,
  SecurityGroup: renderSecurityGroup,
  SecurityGroupRule: renderSecurityGroupRule,
  ServerlessCache: renderServerlessCache,
  SnsSubscription: renderSnsSubscription,
  SnsTopic: renderSnsTopic,
  SnsTopicPolicy: renderSnsTopicPolicy,
  StateMachine: renderStateMachine,
  Subnet: renderSubnet,
  Table: renderTable,
  TargetGroup: renderTargetGroup,
  TaskDefinition: renderTaskDefinition,
  Vpc: renderVpc,
  WebAclAssociation: renderWebAclAssociation,
};

/** TypeScript cannot see that the entry found by `resource.kind` takes this very resource, so it is said once here. */
export function renderBody<K extends ResourceKind>(
  resource: ResourceOf<K> & { kind: K },
  scope: Scope,
): ResourceBody {
  const renderer: Renderer<K> = renderers[resource.kind];
  return renderer(resource, scope);
}
