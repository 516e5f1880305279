import type { ResolveContext } from "../context.js";
import type { IngressPart } from "../ingress.js";
import { pascalCase } from "../names.js";
import type { NetworkPart } from "../network.js";
import type { Output, Parameter } from "../plan.js";
import { type Resource, referTo } from "../resource.js";
import type { LoadBalancer } from "../resources/load-balancing.js";
import type { SecurityGroup, SecurityGroupRule } from "../resources/network.js";
import type { LogGroup } from "../resources/observability.js";
import { join, type Value } from "../value.js";
import { type AlarmTarget, planAlarms } from "./alarms.js";
import { planContainer } from "./containers.js";
import type { ServiceFacts } from "./facts.js";
import { planRoles } from "./iam.js";
import { type NetworkRoutingPart, planNetworkRouting } from "./network-routing.js";
import { planContainerSources } from "./plan-containers.js";
import { planRouting, type WebRoutingPart } from "./routing.js";
import { decideTaskRange, planScaling } from "./scaling.js";
import { isBalanced } from "./security.js";
import { decideCapacity, planDiscovery, planEcsService } from "./service.js";
import { planTaskDefinition } from "./task-definition.js";
import { publicAddress, type Surroundings } from "./text.js";
import type { VolumesPart } from "./volumes.js";

export interface ServicePart {
  readonly resources: readonly Resource[];
  readonly parameters: readonly Parameter[];
  readonly outputs: readonly Output[];
}

/** What a service needs from the rest of the plan. */
export interface ServiceNeeds extends Surroundings {
  readonly network: NetworkPart;
  readonly securityGroup: SecurityGroup;
  /** Rules between this service's group and others. */
  readonly connections: readonly SecurityGroupRule[];
  readonly volumes: VolumesPart;
  readonly priorities: ReadonlyMap<string, number>;
  readonly alarmActions: readonly Value<string>[];
}

/** Everything of one service but its security group, which others name. */
export function planService(context: ResolveContext, facts: ServiceFacts, needs: ServiceNeeds): ServicePart {
  const { network, cluster, ingress, volumes } = needs;
  const containers = planContainerSources(context, needs, facts);
  const logGroup = planLogGroup(context, facts);
  const roles = planRoles(context, facts, needs.data, {
    logGroup,
    repositoryArns: containers.repositoryArns,
    secrets: containers.grants,
    mounts: volumes.statements,
  });
  const capacity = decideCapacity(facts, cluster);
  const spot = capacity.some((share) => share.provider === "FARGATE_SPOT");
  const taskDefinition = planTaskDefinition(context, facts, {
    roles,
    volumes: volumes.volumes,
    containers: containers.sources.map((source) =>
      planContainer(context, needs, facts, source, { logGroup, spot }),
    ),
  });
  const web =
    facts.kind === "web" && ingress !== undefined
      ? planRouting(context, network, ingress, needs.priorities, facts)
      : undefined;
  const balanced = isBalanced(facts) ? planNetworkRouting(context, network, facts) : undefined;
  const routing = web ?? balanced;
  const discovery = planDiscovery(context, cluster, facts);
  const range = decideTaskRange(context, facts);
  const service = planEcsService(context, facts, {
    network,
    cluster,
    taskDefinition,
    securityGroup: needs.securityGroup,
    connections: needs.connections,
    mountTargets: volumes.fileSystems.flatMap((name) => needs.data.mountTargets.get(name) ?? []),
    range,
    capacity,
    ...(routing && { routing }),
    ...(discovery && { discovery }),
  });
  const loadBalancing = web && ingress ? { ingress, targetGroup: web.targetGroup } : undefined;
  const alarms = planAlarms(context, facts, {
    cluster,
    service,
    range,
    actions: needs.alarmActions,
    targets: alarmTargets(ingress, web, balanced),
  });
  return {
    resources: [
      ...containers.resources,
      ...volumes.resources,
      logGroup,
      ...roles.resources,
      taskDefinition,
      ...(routing?.resources ?? []),
      ...(discovery ? [discovery] : []),
      ...needs.connections,
      service,
      ...planScaling(context, facts, range, cluster.clusterName, service, loadBalancing),
      ...alarms,
    ],
    parameters: containers.parameters,
    outputs: planOutputs(facts, needs, balanced?.loadBalancer, [
      ["TaskDefinitionArn", "Task definition", referTo(taskDefinition, "arn")],
      ["ServiceArn", "ECS service", referTo(service, "arn")],
      ["TaskRoleArn", "Role of the code", referTo(roles.taskRole, "arn")],
    ]),
  };
}

function alarmTargets(
  ingress: IngressPart | undefined,
  web: WebRoutingPart | undefined,
  balanced: NetworkRoutingPart | undefined,
): readonly AlarmTarget[] {
  if (web !== undefined && ingress !== undefined) {
    return [{ type: "application", loadBalancer: ingress.fullName, targetGroup: web.targetGroup }];
  }
  if (balanced === undefined) return [];
  const loadBalancer = referTo(balanced.loadBalancer, "fullName");
  return balanced.targets.map(({ targetGroup }) => ({ type: "network", loadBalancer, targetGroup }));
}

function planLogGroup(context: ResolveContext, facts: ServiceFacts): LogGroup {
  return {
    id: `service/${facts.name}/log-group`,
    kind: "LogGroup",
    origin: facts.origin,
    logGroupName: `/ecs/${context.prefix}/${facts.name}`,
    retentionDays: facts.service.logs.retentionDays ?? context.defaults.logRetentionDays,
    removal: context.defaults.removal,
    tags: context.tags({ service: facts.name }),
  };
}

function planOutputs(
  facts: ServiceFacts,
  needs: ServiceNeeds,
  loadBalancer: LoadBalancer | undefined,
  arns: readonly (readonly [string, string, Value<string>])[],
): readonly Output[] {
  const { origin, name } = facts;
  const address = publicAddress(needs.ingress, facts);
  const { namespace } = needs.cluster;
  const outputs = arns.map(
    ([suffix, what, value]): Output => ({
      name: `${pascalCase(name)}${suffix}`,
      description: `${what} of ${name}`,
      value,
      origin,
    }),
  );
  if (address !== undefined) {
    const value = join(`${address.scheme}://`, address.host);
    outputs.push({ name: `${pascalCase(name)}Url`, description: `Where ${name} answers`, value, origin });
  }
  if (loadBalancer !== undefined) {
    const value = referTo(loadBalancer, "dnsName");
    outputs.push({ name: `${pascalCase(name)}Address`, description: `Where ${name} listens`, value, origin });
  }
  if (facts.discoverable && namespace !== undefined) {
    const value = `${name}.${namespace.name}`;
    outputs.push({
      name: `${pascalCase(name)}DnsName`,
      description: `Private name of ${name}`,
      value,
      origin,
    });
  }
  return outputs;
}
