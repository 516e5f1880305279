import type { Invokable } from "../access/invokable.js";
import type { ResolveContext } from "../context.js";
import { pascalCase } from "../names.js";
import type { NetworkPart } from "../network.js";
import { planRouterSecrets } from "../observability/log-router.js";
import type { Output } from "../plan.js";
import { referTo } from "../resource.js";
import type { SecurityGroup, SecurityGroupRule } from "../resources/network.js";
import type { LogGroup } from "../resources/observability.js";
import type { StateMachine } from "../resources/orchestration.js";
import { planContainer } from "../service/containers.js";
import { planRoles } from "../service/iam.js";
import { planLogGroup } from "../service/log-group.js";
import { chooseSecurityGroups, chooseSubnets, decideCapacity } from "../service/placement.js";
import { planContainerSources } from "../service/plan-containers.js";
import type { ServicePart } from "../service/plan-service.js";
import { mergeGrants } from "../service/secrets.js";
import { planTaskDefinition } from "../service/task-definition.js";
import type { Surroundings } from "../service/text.js";
import type { VolumesPart } from "../service/volumes.js";
import type { Value } from "../value.js";
import { planJobAlarm } from "./alarm.js";
import { planDefinition } from "./definition.js";
import type { JobFacts } from "./facts.js";
import { planFanOut } from "./fan-out.js";
import { planSchedule } from "./schedule.js";
import { planStateMachineRole } from "./state-machine-role.js";

/** What a job needs from the rest of the plan. */
export interface JobNeeds extends Surroundings {
  readonly network: NetworkPart;
  readonly securityGroup: SecurityGroup;
  readonly connections: readonly SecurityGroupRule[];
  readonly volumes: VolumesPart;
  readonly alarmActions: readonly Value<string>[];
  readonly invokable: Invokable;
}

/** Everything of one job but its security group, which others name. */
export function planJob(context: ResolveContext, facts: JobFacts, needs: JobNeeds): ServicePart {
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
  const fanOut = planFanOut(context, needs, facts);
  const optional = fanOut && { fanOut };
  const role = planStateMachineRole(context, facts, { cluster, taskDefinition, roles, ...optional });
  const runLog = planRunLog(context, facts, logGroup);
  const stateMachine: StateMachine = {
    id: `${facts.id}/state-machine`,
    kind: "StateMachine",
    origin: facts.origin,
    // A schedule that fires before these are there would start tasks that fail.
    dependsOn: [
      taskDefinition.id,
      ...network.routes,
      ...needs.connections.map((connection) => connection.id),
      ...[...facts.settings.connects, ...volumes.fileSystems].flatMap(
        (name) => needs.data.readyWith.get(name) ?? [],
      ),
    ],
    stateMachineName: facts.stateMachineName,
    definition: planDefinition(facts, {
      cluster,
      taskDefinition,
      capacity,
      securityGroups: chooseSecurityGroups(context, facts, needs.securityGroup),
      subnets: chooseSubnets(context, network, facts),
      ...optional,
    }),
    role: referTo(role, "arn"),
    // Inputs may hold what is nobody's business; how the containers ended is in their own log.
    logs: { logGroup: referTo(runLog, "streamsArn"), level: "ERROR", executionData: false },
    tags: context.tags(facts.owner),
  };
  return {
    resources: [
      ...containers.resources,
      ...volumes.resources,
      logGroup,
      ...roles.resources,
      taskDefinition,
      ...needs.connections,
      role,
      runLog,
      stateMachine,
      ...planSchedule(context, facts, stateMachine),
      ...planJobAlarm(context, facts, stateMachine, needs.alarmActions),
    ],
    parameters: containers.parameters,
    outputs: planOutputs(facts, [
      ["StateMachineArn", "What starts", referTo(stateMachine, "arn")],
      ["TaskDefinitionArn", "Task definition of", referTo(taskDefinition, "arn")],
      ["TaskRoleArn", "Role of the code of", roles.taskRoleArn],
    ]),
  };
}

/**
 * The prefix keeps the account's policy for log delivery short, which AWS limits to 5,120 characters.
 * https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 */
function planRunLog(context: ResolveContext, facts: JobFacts, like: LogGroup): LogGroup {
  return {
    ...like,
    id: `${facts.id}/run-log-group`,
    logGroupName: `/aws/vendedlogs/states/${context.prefix}-${facts.name}`,
  };
}

function planOutputs(
  { name, origin }: JobFacts,
  arns: readonly (readonly [string, string, Value<string>])[],
): readonly Output[] {
  return arns.map(([suffix, what, value]) => ({
    name: `${pascalCase(name)}${suffix}`,
    description: `${what} ${name}`,
    value,
    origin,
  }));
}
