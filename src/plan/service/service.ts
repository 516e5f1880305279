import { suggest } from "../../diagnostics/index.js";
import { type ClusterPart, capacityShares } from "../cluster.js";
import type { ResolveContext } from "../context.js";
import type { NetworkPart, SubnetGroup } from "../network.js";
import { referTo } from "../resource.js";
import type {
  CapacityProviderShare,
  DiscoveryService,
  EcsService,
  TaskDefinition,
} from "../resources/compute.js";
import type { SecurityGroup, SecurityGroupRule } from "../resources/network.js";
import type { ServiceFacts } from "./facts.js";
import type { RoutingPart } from "./routing.js";
import type { TaskRange } from "./scaling.js";

export interface EcsServiceNeeds {
  readonly network: NetworkPart;
  readonly cluster: ClusterPart;
  readonly taskDefinition: TaskDefinition;
  readonly securityGroup: SecurityGroup;
  readonly connections: readonly SecurityGroupRule[];
  /** Ids of the mount targets without which a volume cannot be mounted. */
  readonly mountTargets: readonly string[];
  readonly range: TaskRange;
  readonly capacity: readonly CapacityProviderShare[];
  readonly routing?: RoutingPart;
  readonly discovery?: DiscoveryService;
}

export function planEcsService(
  context: ResolveContext,
  facts: ServiceFacts,
  needs: EcsServiceNeeds,
): EcsService {
  const { service, origin, name } = facts;
  const { minHealthyPercent = 100, maxPercent = 200, breaker = true } = service.deploy;
  const group = chooseSubnets(context, needs.network, facts);
  const { routing } = needs;
  return {
    id: `service/${name}/service`,
    kind: "EcsService",
    origin,
    // Tasks that start before these have no way to their image, or fail their first health checks.
    dependsOn: [
      ...needs.network.routes,
      ...needs.connections.map((connection) => connection.id),
      ...(routing?.waitFor ?? []),
      ...needs.mountTargets,
    ],
    serviceName: context.name("ECS service", name, origin),
    cluster: needs.cluster.clusterName,
    taskDefinition: referTo(needs.taskDefinition, "arn"),
    ...(!needs.range.scaled && { desiredCount: needs.range.min }),
    capacityProviderStrategy: needs.capacity,
    network: {
      subnets: group.subnets,
      securityGroups: [referTo(needs.securityGroup, "id")],
      // Without a NAT gateway, an address of its own is a task's only way to its image.
      assignPublicIp: group.public,
    },
    loadBalancers: (routing?.targets ?? []).map(({ containerPort, targetGroup }) => ({
      containerName: name,
      containerPort,
      targetGroup: referTo(targetGroup, "arn"),
    })),
    serviceRegistries: needs.discovery === undefined ? [] : [referTo(needs.discovery, "arn")],
    ...(routing && { healthCheckGracePeriodSeconds: service.health.graceSeconds ?? 60 }),
    minimumHealthyPercent: minHealthyPercent,
    maximumPercent: maxPercent,
    circuitBreaker: { enable: breaker, rollback: breaker },
    // ECS starts the replacement first, which a maximum of 100 % forbids.
    availabilityZoneRebalancing: maxPercent > 100,
    enableExecuteCommand: service.exec ?? context.defaults.exec,
    tags: context.tags({ service: name }),
  };
}

/** Capacity of the service: its own, else the cluster's. */
export function decideCapacity(facts: ServiceFacts, cluster: ClusterPart): readonly CapacityProviderShare[] {
  return capacityShares(facts.service.capacity ?? cluster.capacity);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html */
export function planDiscovery(
  context: ResolveContext,
  cluster: ClusterPart,
  facts: ServiceFacts,
): DiscoveryService | undefined {
  if (!facts.discoverable || cluster.namespace === undefined) return undefined;
  return {
    id: `service/${facts.name}/discovery-service`,
    kind: "DiscoveryService",
    origin: facts.origin,
    name: facts.name,
    namespace: cluster.namespace.id,
    ttlSeconds: 10,
    tags: context.tags({ service: facts.name }),
  };
}

function chooseSubnets(context: ResolveContext, network: NetworkPart, facts: ServiceFacts): SubnetGroup {
  const wanted = facts.service.subnets ?? (facts.service.publicIp === true ? "public" : network.taskGroup);
  const group = network.groups.get(wanted);
  if (group !== undefined) return group;
  const names = [...network.groups.keys()];
  const suggestion = suggest(wanted, names);
  context.report({
    code: "subnet-group-unknown",
    severity: "error",
    path: facts.service.subnets === undefined ? "network.import" : `${facts.origin}.subnets`,
    message: `the network has no subnet group "${wanted}"`,
    hint:
      suggestion === undefined
        ? `its groups are ${names.join(", ") || "none"}`
        : `did you mean "${suggestion}"?`,
  });
  return { subnets: [], public: false };
}
