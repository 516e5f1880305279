import type { ClusterPart } from "../cluster.js";
import type { ResolveContext } from "../context.js";
import { longestMinutes } from "../deployment/duration.js";
import type { DeploymentPart } from "../deployment/plan-deployment.js";
import type { NetworkPart } from "../network.js";
import { referTo } from "../resource.js";
import type {
  CapacityProviderShare,
  DiscoveryService,
  EcsService,
  ServiceConnect,
  TaskDefinition,
} from "../resources/compute.js";
import type { SecurityGroup, SecurityGroupRule } from "../resources/network.js";
import type { TaskRange } from "../scaling/range.js";
import type { ServiceFacts } from "./facts.js";
import { chooseSecurityGroups, chooseSubnets } from "./placement.js";
import type { RoutingPart } from "./routing.js";

export interface EcsServiceNeeds {
  readonly network: NetworkPart;
  readonly cluster: ClusterPart;
  readonly taskDefinition: TaskDefinition;
  readonly securityGroup: SecurityGroup;
  readonly connections: readonly SecurityGroupRule[];
  /** Ids of the mount targets and database instances without which a task cannot start. */
  readonly readyWith: readonly string[];
  readonly range: TaskRange;
  readonly capacity: readonly CapacityProviderShare[];
  readonly routing?: RoutingPart;
  readonly discovery?: DiscoveryService;
  readonly serviceConnect?: ServiceConnect;
  /** Ids of the services that must be steady before, or whose aliases the tasks must know from their start. */
  readonly after: readonly string[];
  /** Others wait for this one. */
  readonly awaited: boolean;
  readonly deployment: DeploymentPart["fields"];
}

export function planEcsService(
  context: ResolveContext,
  facts: ServiceFacts,
  needs: EcsServiceNeeds,
): EcsService {
  const { service, origin, name } = facts;
  const group = chooseSubnets(
    context,
    needs.network,
    facts,
    service.publicIp === true ? "public" : undefined,
  );
  const { routing } = needs;
  const { loadBalancers, ...deployment } = needs.deployment;
  return {
    id: `service/${name}/service`,
    kind: "EcsService",
    origin,
    // Tasks that start before these have no way to their image, or fail their first health checks.
    dependsOn: [
      ...needs.network.routes,
      ...needs.connections.map((connection) => connection.id),
      ...(routing?.waitFor ?? []),
      ...needs.readyWith,
      ...needs.after,
    ],
    serviceName: context.name("ECS service", name, origin),
    cluster: needs.cluster.clusterName,
    taskDefinition: referTo(needs.taskDefinition, "arn"),
    ...(!needs.range.scaled && { desiredCount: needs.range.min }),
    capacityProviderStrategy: needs.capacity,
    network: {
      subnets: group.subnets,
      securityGroups: chooseSecurityGroups(context, facts, needs.securityGroup),
      // Without a NAT gateway, an address of its own is a task's only way to its image.
      assignPublicIp: group.public,
    },
    loadBalancers,
    serviceRegistries: needs.discovery === undefined ? [] : [referTo(needs.discovery, "arn")],
    ...(needs.serviceConnect && { serviceConnect: needs.serviceConnect }),
    ...(routing && {
      healthCheckGracePeriodSeconds: context.decide(
        `${origin}.health.grace`,
        service.health.graceSeconds,
        60,
        "a task that starts within a minute is not stopped for failed checks",
        "s",
      ),
    }),
    ...deployment,
    ...(needs.awaited && { awaitedMinutes: longestMinutes(needs.deployment) }),
    enableExecuteCommand: service.exec ?? context.defaults.exec,
    tags: context.tags({ service: name }),
  };
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
