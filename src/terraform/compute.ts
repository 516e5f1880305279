import type {
  CapacityProviderShare,
  Cluster,
  DiscoveryService,
  EcsService,
} from "../plan/resources/compute.js";
import type { Value } from "../plan/value.js";
import { isReference } from "../plan/value.js";
import type { Address } from "./address.js";
import { rootOf } from "./address.js";
import { readArgument } from "./attributes.js";
import { renderDeployment, renderShift } from "./deployment.js";
import { type Arguments, attributes, type Block, block, traversal } from "./hcl/tree.js";
import { policiesOf } from "./iam.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { inlineRuleAddresses } from "./security-groups.js";
import { renderServiceConnect } from "./service-connect.js";
import { addressIn, renderEach, renderValue, renderValues } from "./values.js";

export function renderCluster(cluster: Cluster, scope: Scope, address: Address): Rendered {
  return {
    arguments: { name: scope.names.named(cluster.clusterName) },
    blocks: [block("setting", { name: "containerInsights", value: cluster.containerInsights })],
    companions: [
      {
        address: capacityProvidersOf(address, scope),
        arguments: {
          cluster_name: readArgument(address, "name"),
          capacity_providers: cluster.capacityProviders,
        },
        blocks: renderStrategy("default_capacity_provider_strategy", cluster.defaultCapacityProviderStrategy),
      },
    ],
  };
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service */
export function renderEcsService(service: EcsService, scope: Scope): Rendered {
  const providers = service.capacityProviderStrategy.length > 0;
  return {
    arguments: {
      name: scope.names.named(service.serviceName),
      cluster: renderValue(service.cluster, scope),
      task_definition: renderValue(service.taskDefinition, scope),
      desired_count: service.desiredCount ?? scope.smallestCounts.get(service.id) ?? 1,
      platform_version: "LATEST",
      deployment_minimum_healthy_percent: service.minimumHealthyPercent,
      deployment_maximum_percent: service.maximumPercent,
      health_check_grace_period_seconds: service.healthCheckGracePeriodSeconds,
      availability_zone_rebalancing: service.availabilityZoneRebalancing ? "ENABLED" : "DISABLED",
      enable_execute_command: service.enableExecuteCommand,
      enable_ecs_managed_tags: true,
      propagate_tags: "SERVICE",
      force_new_deployment: providers ? true : undefined,
      wait_for_steady_state: service.awaitedMinutes === undefined ? undefined : true,
    },
    comments: {
      ...(service.awaitedMinutes !== undefined && {
        wait_for_steady_state: "Other services come after it.",
      }),
      ...(providers && {
        force_new_deployment: "Without it a change of capacity providers would replace the service.",
      }),
    },
    blocks: [
      ...renderStrategy("capacity_provider_strategy", service.capacityProviderStrategy),
      ...serviceBlocks(service, scope),
      ...renderTimeouts(service),
      ...(service.desiredCount === undefined ? [countOfAutoScaling] : []),
    ],
    waitsFor: [
      ...(providers ? clusterReady(service.cluster, scope) : []),
      ...service.network.securityGroups.flatMap((group) => rulesWithin(group, scope)),
      ...rolesOf(service).flatMap((role) => policiesOf(role, scope)),
    ],
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html */
export function renderDiscoveryService(service: DiscoveryService, scope: Scope): Rendered {
  return {
    arguments: { name: service.name },
    blocks: [
      block("dns_config", [
        { name: "namespace_id", value: renderValue(service.namespace, scope) },
        { name: "routing_policy", value: "MULTIVALUE" },
        block("dns_records", { type: "A", ttl: service.ttlSeconds }),
      ]),
      block("health_check_custom_config", { failure_threshold: 1 }),
    ],
  };
}

const countOfAutoScaling: Block = {
  ...block("lifecycle", { ignore_changes: [traversal("desired_count")] }),
  comment: "Auto scaling owns the count; desired_count is where it begins.",
};

function serviceBlocks(service: EcsService, scope: Scope): readonly Block[] {
  const { network } = service;
  return [
    block("network_configuration", {
      subnets: renderValues(network.subnets, scope),
      security_groups: renderEach(network.securityGroups, scope),
      assign_public_ip: network.assignPublicIp,
    }),
    ...service.loadBalancers.map((entry) =>
      block("load_balancer", [
        ...attributes({
          target_group_arn: renderValue(entry.targetGroup, scope),
          container_name: entry.containerName,
          container_port: entry.containerPort,
        }),
        ...(entry.shift === undefined ? [] : [renderShift(entry.shift, scope)]),
      ]),
    ),
    ...service.serviceRegistries.map((registry) =>
      block("service_registries", { registry_arn: renderValue(registry, scope) }),
    ),
    ...(service.serviceConnect === undefined ? [] : [renderServiceConnect(service.serviceConnect, scope)]),
    ...renderDeployment(service, scope),
  ];
}

function renderStrategy(type: string, shares: readonly CapacityProviderShare[]): readonly Block[] {
  return shares.map(({ provider, base, weight }) => {
    const share: Arguments = { capacity_provider: provider, base: base === 0 ? undefined : base, weight };
    return block(type, share);
  });
}

/** The provider would wait 20 minutes, be a deployment as slow as it is meant to be. */
function renderTimeouts({ awaitedMinutes: minutes }: EcsService): readonly Block[] {
  if (minutes === undefined) return [];
  return [block("timeouts", { create: `${minutes}m`, update: `${minutes}m` })];
}

/** What ECS takes on to move requests and to call hooks. */
function rolesOf({ loadBalancers, lifecycleHooks = [] }: EcsService): readonly Value<string>[] {
  const moving = loadBalancers.flatMap(({ shift }) => shift?.role ?? []);
  return [...moving, ...lifecycleHooks.flatMap((hook) => (hook.type === "AWS_LAMBDA" ? [hook.role] : []))];
}

/** Without a way out a task cannot pull its image; inside the group for AWS, the rules are resources of their own here. */
function rulesWithin(group: Value<string>, scope: Scope): readonly string[] {
  const found = isReference(group) ? scope.resourceOf(group.ref) : undefined;
  return found?.kind === "SecurityGroup" ? inlineRuleAddresses(found, scope).map(rootOf) : [];
}

/** ECS refuses a capacity provider that its cluster does not have yet. */
function clusterReady(cluster: Value<string>, scope: Scope): readonly string[] {
  return isReference(cluster) ? [rootOf(capacityProvidersOf(addressIn(cluster, scope), scope))] : [];
}

function capacityProvidersOf(cluster: Address, scope: Scope): Address {
  return scope.beside(cluster, "aws_ecs_cluster_capacity_providers");
}
