import type {
  CapacityProviderShare,
  Cluster,
  DiscoveryService,
  EcsService,
} from "../plan/resources/compute.js";
import type { NetworkPlacement } from "../plan/resources/network.js";
import { renderDeployment, renderShift } from "./deployment.js";
import { given, listed } from "./properties.js";
import type { Scope } from "./scope.js";
import { renderServiceConnect } from "./service-connect.js";
import type { Json, JsonObject, ResourceBody } from "./template.js";
import { renderEach, renderValue, renderValues } from "./values.js";

export function renderCluster(cluster: Cluster): ResourceBody {
  return {
    Type: "AWS::ECS::Cluster",
    Properties: {
      ClusterName: cluster.clusterName,
      ClusterSettings: [{ Name: "containerInsights", Value: cluster.containerInsights }],
      CapacityProviders: cluster.capacityProviders,
      ...listed("DefaultCapacityProviderStrategy", renderStrategy(cluster.defaultCapacityProviderStrategy)),
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html */
export function renderEcsService(service: EcsService, scope: Scope): ResourceBody {
  return {
    Type: "AWS::ECS::Service",
    Properties: {
      ServiceName: service.serviceName,
      Cluster: renderValue(service.cluster, scope),
      TaskDefinition: renderValue(service.taskDefinition, scope),
      ...given("DesiredCount", service.desiredCount),
      PlatformVersion: "LATEST",
      ...listed("CapacityProviderStrategy", renderStrategy(service.capacityProviderStrategy)),
      NetworkConfiguration: { AwsvpcConfiguration: renderPlacement(service.network, scope) },
      ...listed(
        "LoadBalancers",
        service.loadBalancers.map((entry) => ({
          ContainerName: entry.containerName,
          ContainerPort: entry.containerPort,
          TargetGroupArn: renderValue(entry.targetGroup, scope),
          ...given("AdvancedConfiguration", entry.shift && renderShift(entry.shift, scope)),
        })),
      ),
      ...listed(
        "ServiceRegistries",
        service.serviceRegistries.map((registry) => ({ RegistryArn: renderValue(registry, scope) })),
      ),
      ...given(
        "ServiceConnectConfiguration",
        service.serviceConnect && renderServiceConnect(service.serviceConnect, scope),
      ),
      ...given("HealthCheckGracePeriodSeconds", service.healthCheckGracePeriodSeconds),
      DeploymentConfiguration: renderDeployment(service, scope),
      AvailabilityZoneRebalancing: service.availabilityZoneRebalancing ? "ENABLED" : "DISABLED",
      EnableExecuteCommand: service.enableExecuteCommand,
      EnableECSManagedTags: true,
      PropagateTags: "SERVICE",
    },
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html */
export function renderDiscoveryService(service: DiscoveryService, scope: Scope): ResourceBody {
  return {
    Type: "AWS::ServiceDiscovery::Service",
    Properties: {
      Name: service.name,
      NamespaceId: renderValue(service.namespace, scope),
      DnsConfig: { DnsRecords: [{ Type: "A", TTL: service.ttlSeconds }], RoutingPolicy: "MULTIVALUE" },
      HealthCheckCustomConfig: { FailureThreshold: 1 },
    },
  };
}

function renderStrategy(shares: readonly CapacityProviderShare[]): Json[] {
  return shares.map(({ provider, base, weight }) => ({
    CapacityProvider: provider,
    Base: base,
    Weight: weight,
  }));
}

function renderPlacement(network: NetworkPlacement, scope: Scope): JsonObject {
  return {
    Subnets: renderValues(network.subnets, scope),
    SecurityGroups: renderEach(network.securityGroups, scope),
    AssignPublicIp: network.assignPublicIp ? "ENABLED" : "DISABLED",
  };
}
