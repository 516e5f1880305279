import type { ResolveContext } from "../context.js";
import { pascalCase } from "../names.js";
import type { NetworkPart } from "../network.js";
import type { Output, Parameter } from "../plan.js";
import { type Resource, referTo } from "../resource.js";
import type { SecurityGroup, SecurityGroupRule } from "../resources/network.js";
import type { LogGroup } from "../resources/observability.js";
import { join, type Value } from "../value.js";
import { planAlarms } from "./alarms.js";
import type { ServiceFacts } from "./facts.js";
import { planRoles } from "./iam.js";
import { planImage } from "./image.js";
import { planRouting } from "./routing.js";
import { decideTaskRange, planScaling } from "./scaling.js";
import { planSecrets } from "./secrets.js";
import { decideCapacity, planDiscovery, planEcsService } from "./service.js";
import { planTaskDefinition } from "./task-definition.js";
import { publicAddress, type Surroundings } from "./text.js";

export interface ServicePart {
  readonly resources: readonly Resource[];
  readonly parameter: Parameter;
  readonly outputs: readonly Output[];
}

/** What a service needs from the rest of the plan. */
export interface ServiceNeeds extends Surroundings {
  readonly network: NetworkPart;
  readonly securityGroup: SecurityGroup;
  /** Rules between this service's group and others. */
  readonly connections: readonly SecurityGroupRule[];
  readonly priorities: ReadonlyMap<string, number>;
  readonly alarmActions: readonly Value<string>[];
}

/** Everything of one service but its security group, which others name. */
export function planService(context: ResolveContext, facts: ServiceFacts, needs: ServiceNeeds): ServicePart {
  const { network, cluster, ingress } = needs;
  const image = planImage(context, facts);
  const secrets = planSecrets(facts);
  const logGroup = planLogGroup(context, facts);
  const { repositoryArn } = image;
  const roles = planRoles(context, facts, needs.data, {
    logGroup,
    secrets: secrets.grants,
    ...(repositoryArn !== undefined && { repositoryArn }),
  });
  const capacity = decideCapacity(facts, cluster);
  const spot = capacity.some((share) => share.provider === "FARGATE_SPOT");
  const taskDefinition = planTaskDefinition(context, needs, facts, {
    image: image.image,
    roles,
    secrets,
    logGroup,
    spot,
  });
  const routed = facts.kind === "web" && ingress !== undefined;
  const routing = routed ? planRouting(context, network, ingress, needs.priorities, facts) : undefined;
  const discovery = planDiscovery(context, cluster, facts);
  const range = decideTaskRange(context, facts);
  const service = planEcsService(context, facts, {
    network,
    cluster,
    taskDefinition,
    securityGroup: needs.securityGroup,
    connections: needs.connections,
    range,
    capacity,
    ...(routing && { routing }),
    ...(discovery && { discovery }),
  });
  const loadBalancing = routing && ingress ? { ingress, targetGroup: routing.targetGroup } : undefined;
  const alarms = planAlarms(context, facts, {
    cluster,
    service,
    range,
    actions: needs.alarmActions,
    ...(loadBalancing && { loadBalancing }),
  });
  return {
    resources: [
      ...image.resources,
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
    parameter: image.parameter,
    outputs: planOutputs(facts, needs, [
      ["TaskDefinitionArn", "Task definition", referTo(taskDefinition, "arn")],
      ["ServiceArn", "ECS service", referTo(service, "arn")],
      ["TaskRoleArn", "Role of the code", referTo(roles.taskRole, "arn")],
    ]),
  };
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
