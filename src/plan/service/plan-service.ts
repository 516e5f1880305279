import type { Invokable } from "../access/invokable.js";
import type { ResolveContext } from "../context.js";
import { isAwaited, predecessorsOf } from "../deployment/order.js";
import { planDeployment } from "../deployment/plan-deployment.js";
import type { AllocatedRule } from "../listener-rules.js";
import { pascalCase } from "../names.js";
import type { NetworkPart } from "../network.js";
import { planRouterSecrets } from "../observability/log-router.js";
import type { Output, Parameter } from "../plan.js";
import { type Resource, referTo } from "../resource.js";
import type { LoadBalancer, TargetGroup } from "../resources/load-balancing.js";
import type { SecurityGroup, SecurityGroupRule } from "../resources/network.js";
import { planScaling } from "../scaling/plan-scaling.js";
import { decideTaskRange } from "../scaling/range.js";
import type { BalancedTarget } from "../scaling/request-metrics.js";
import { join, type Value } from "../value.js";
import { type AlarmTarget, planAlarms } from "./alarms.js";
import { planContainer } from "./containers.js";
import type { ServiceFacts } from "./facts.js";
import { planRoles } from "./iam.js";
import { planLogGroup } from "./log-group.js";
import { type NetworkRoutingPart, planNetworkRouting } from "./network-routing.js";
import { decideCapacity } from "./placement.js";
import { planContainerSources } from "./plan-containers.js";
import { planRouting, type ServiceTarget, type WebRoutingPart } from "./routing.js";
import { mergeGrants } from "./secrets.js";
import { isBalanced } from "./security.js";
import { planDiscovery, planEcsService } from "./service.js";
import { calledServers, planServiceConnect } from "./service-connect.js";
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
  /** Rules of listeners by the origin of their route. */
  readonly rules: ReadonlyMap<string, readonly AllocatedRule[]>;
  readonly alarmActions: readonly Value<string>[];
  /** The jobs that may be started. */
  readonly invokable: Invokable;
}

/** Everything of one service but its security group, which others name. */
export function planService(context: ResolveContext, facts: ServiceFacts, needs: ServiceNeeds): ServicePart {
  const { network, cluster, volumes } = needs;
  const containers = planContainerSources(context, needs, facts);
  const logGroup = planLogGroup(context, facts);
  const routerSecrets = planRouterSecrets(context, needs.data, facts);
  const roles = planRoles(context, facts, needs.data, {
    logGroup,
    repositoryArns: containers.repositoryArns,
    secrets: routerSecrets === undefined ? containers.grants : mergeGrants([containers, routerSecrets]),
    mounts: volumes.statements,
    invokable: needs.invokable,
  });
  const capacity = decideCapacity(context, facts, cluster);
  const spot = capacity.some((share) => share.provider === "FARGATE_SPOT");
  const taskDefinition = planTaskDefinition(context, facts, {
    roles,
    volumes: volumes.volumes,
    containers: containers.sources.map((source) =>
      planContainer(context, needs, facts, source, {
        logGroup,
        spot,
        ...(routerSecrets && { routerSecrets }),
      }),
    ),
  });
  const web = facts.kind === "web" ? planRouting(context, needs, facts) : undefined;
  const balanced = isBalanced(facts) ? planNetworkRouting(context, network, facts) : undefined;
  const routing = web ?? balanced;
  const discovery = planDiscovery(context, cluster, facts);
  const serviceConnect = planServiceConnect(cluster, facts, logGroup);
  const range = decideTaskRange(context, facts);
  const targets = alarmTargets(web, balanced);
  const deployment = planDeployment(context, facts, {
    cluster,
    data: needs.data,
    serviceName: context.name("ECS service", facts.name, facts.origin),
    targets,
    discovered: discovery !== undefined && facts.connect?.server === undefined,
    served: routing?.targets ?? [],
  });
  const service = planEcsService(context, facts, {
    network,
    cluster,
    taskDefinition,
    securityGroup: needs.securityGroup,
    connections: needs.connections,
    readyWith: [...facts.settings.connects, ...volumes.fileSystems].flatMap(
      (name) => needs.data.readyWith.get(name) ?? [],
    ),
    range,
    capacity,
    ...(routing && { routing }),
    ...(discovery && { discovery }),
    ...(serviceConnect && { serviceConnect }),
    after: [...new Set([...calledServers(facts, needs.services), ...predecessorsOf(facts, needs.services)])],
    awaited: isAwaited(facts, needs.services),
    deployment: deployment.fields,
  });
  const alarms = planAlarms(context, facts, {
    cluster,
    data: needs.data,
    service,
    range,
    actions: needs.alarmActions,
    targets,
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
      ...deployment.resources,
      service,
      ...planScaling(context, facts, range, {
        cluster,
        data: needs.data,
        service,
        ...countedTarget(web),
      }),
      ...alarms,
    ],
    parameters: containers.parameters,
    outputs: planOutputs(facts, needs, balanced?.loadBalancer, [
      ["TaskDefinitionArn", "Task definition", referTo(taskDefinition, "arn")],
      ["ServiceArn", "ECS service", referTo(service, "arn")],
      ["TaskRoleArn", "Role of the code", roles.taskRoleArn],
    ]),
  };
}

/** Requests are counted for the first target: the service's own port, where a route leads there. */
function countedTarget(web: WebRoutingPart | undefined): { readonly target?: BalancedTarget } {
  const [first] = web?.targets ?? [];
  if (first === undefined) return {};
  const { ingress, targetGroup, moved } = first;
  const alternate = moved?.alternate;
  return { target: { loadBalancer: ingress.fullName, targetGroup, ...(alternate && { alternate }) } };
}

function alarmTargets(
  web: WebRoutingPart | undefined,
  balanced: NetworkRoutingPart | undefined,
): readonly AlarmTarget[] {
  if (web !== undefined) {
    return web.targets.flatMap((target) =>
      groupsOf(target).map(({ targetGroup, end }): AlarmTarget => {
        const suffix = `${target.suffix}${end}`;
        return { type: "application", loadBalancer: target.ingress.fullName, targetGroup, suffix };
      }),
    );
  }
  if (balanced === undefined) return [];
  const loadBalancer = referTo(balanced.loadBalancer, "fullName");
  return balanced.targets.flatMap((target) =>
    groupsOf(target).map(({ targetGroup, end }): AlarmTarget => {
      const suffix = `-${targetGroup.port}${targetGroup.protocol === "UDP" ? "-udp" : ""}${end}`;
      return { type: "network", loadBalancer, targetGroup, suffix };
    }),
  );
}

/** Any of them may serve, where ECS moves the requests from one to the other. */
function groupsOf({
  targetGroup,
  moved,
}: ServiceTarget): readonly { readonly targetGroup: TargetGroup; readonly end: string }[] {
  const first = { targetGroup, end: "" };
  return moved === undefined ? [first] : [first, { targetGroup: moved.alternate, end: "-alternate" }];
}

function planOutputs(
  facts: ServiceFacts,
  needs: ServiceNeeds,
  loadBalancer: LoadBalancer | undefined,
  arns: readonly (readonly [string, string, Value<string>])[],
): readonly Output[] {
  const { origin, name } = facts;
  const address = publicAddress(needs.ingresses, facts);
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
