import type { ResolveContext } from "../context.js";
import {
  describeFargateSize,
  type FargateSize,
  isFargateSize,
  nearestFargateSizes,
  smallestFargateSize,
} from "../fargate-sizes.js";
import { referTo } from "../resource.js";
import type { ContainerDefinition, ContainerHealthCheck, TaskDefinition } from "../resources/compute.js";
import type { LogGroup } from "../resources/observability.js";
import { region, type Value } from "../value.js";
import type { ServiceFacts } from "./facts.js";
import type { RolesPart } from "./iam.js";
import type { SecretsPart } from "./secrets.js";
import { planEnvironmentValue, planText, type Surroundings } from "./text.js";

export interface TaskNeeds {
  readonly image: Value<string>;
  readonly roles: RolesPart;
  readonly secrets: SecretsPart;
  readonly logGroup: LogGroup;
  /** True when a task may run on Spot, where AWS gives two minutes of notice. */
  readonly spot: boolean;
}

export function planTaskDefinition(
  context: ResolveContext,
  around: Surroundings,
  facts: ServiceFacts,
  needs: TaskNeeds,
): TaskDefinition {
  const size = decideSize(context, facts);
  const { diskGiB, architecture } = facts.service.size;
  return {
    id: `service/${facts.name}/task-definition`,
    kind: "TaskDefinition",
    origin: facts.origin,
    family: context.name("task definition family", facts.name, facts.origin),
    ...size,
    ...(diskGiB !== undefined && { ephemeralStorageGiB: diskGiB }),
    architecture: architecture === "arm64" ? "ARM64" : "X86_64",
    executionRole: referTo(needs.roles.executionRole, "arn"),
    taskRole: referTo(needs.roles.taskRole, "arn"),
    containers: [planContainer(context, around, facts, needs)],
    tags: context.tags({ service: facts.name }),
  };
}

function planContainer(
  context: ResolveContext,
  around: Surroundings,
  facts: ServiceFacts,
  needs: TaskNeeds,
): ContainerDefinition {
  const { service, origin, name } = facts;
  const healthCheck = planHealthCheck(facts);
  return {
    name,
    image: needs.image,
    essential: true,
    ...(service.command && {
      command: service.command.map((word, index) =>
        planText(context, around, facts, `${origin}.command[${index}]`, word),
      ),
    }),
    portMappings: facts.port === undefined ? [] : [{ name, containerPort: facts.port, protocol: "tcp" }],
    environment: Object.entries(service.environment)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => ({
        name: key,
        value: planEnvironmentValue(context, around, facts, `${origin}.environment.${key}`, value),
      })),
    secrets: needs.secrets.variables,
    ...(healthCheck && { healthCheck }),
    // Spot tells two minutes ahead, and two minutes are the longest that ECS waits before it kills.
    stopTimeoutSeconds: needs.spot ? 120 : 30,
    initProcess: true,
    logs: {
      logGroup: referTo(needs.logGroup, "name"),
      region,
      streamPrefix: name,
      // A log service that lags must not stop the application; 25 MiB hold about a minute of busy logs.
      mode: "non-blocking",
      maxBufferMiB: 25,
    },
  };
}

function planHealthCheck(facts: ServiceFacts): ContainerHealthCheck | undefined {
  const check = facts.service.health.container;
  if (check === undefined) return undefined;
  return {
    command: check.command,
    intervalSeconds: check.intervalSeconds ?? 30,
    timeoutSeconds: check.timeoutSeconds ?? 5,
    retries: check.retries ?? 3,
    startPeriodSeconds: check.startPeriodSeconds ?? 0,
  };
}

const defaultSize: FargateSize = { cpuUnits: 256, memoryMiB: 512 };

function decideSize(context: ResolveContext, facts: ServiceFacts): FargateSize {
  const { cpuUnits, memoryMiB } = facts.service.size;
  if (cpuUnits === undefined && memoryMiB === undefined) return defaultSize;
  const wanted = {
    ...(cpuUnits !== undefined && { cpuUnits }),
    ...(memoryMiB !== undefined && { memoryMiB }),
  };
  const smallest = smallestFargateSize(wanted);
  const size: FargateSize = {
    cpuUnits: cpuUnits ?? smallest?.cpuUnits ?? defaultSize.cpuUnits,
    memoryMiB: memoryMiB ?? smallest?.memoryMiB ?? defaultSize.memoryMiB,
  };
  if (!isFargateSize(size)) {
    context.report({
      code: "fargate-size",
      severity: "error",
      path: `${facts.origin}.size`,
      message: `Fargate has no size with ${describeFargateSize(size)}`,
      reason: "Fargate runs only certain pairs of CPU and memory",
      hint: `the suggest are ${nearestFargateSizes(size).map(describeFargateSize).join("; ")}`,
    });
  }
  return size;
}
