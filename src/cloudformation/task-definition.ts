import type {
  ContainerDefinition,
  ContainerHealthCheck,
  ContainerLogs,
  TaskDefinition,
} from "../plan/resources/compute.js";
import { given, listed } from "./properties.js";
import type { Scope } from "./scope.js";
import type { JsonObject, ResourceBody } from "./template.js";
import { renderEach, renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html */
export function renderTaskDefinition(definition: TaskDefinition, scope: Scope): ResourceBody {
  const { ephemeralStorageGiB } = definition;
  return {
    Type: "AWS::ECS::TaskDefinition",
    Properties: {
      Family: definition.family,
      Cpu: String(definition.cpuUnits),
      Memory: String(definition.memoryMiB),
      NetworkMode: "awsvpc",
      RequiresCompatibilities: ["FARGATE"],
      RuntimePlatform: { CpuArchitecture: definition.architecture, OperatingSystemFamily: "LINUX" },
      ...(ephemeralStorageGiB === undefined ? {} : { EphemeralStorage: { SizeInGiB: ephemeralStorageGiB } }),
      ExecutionRoleArn: renderValue(definition.executionRole, scope),
      TaskRoleArn: renderValue(definition.taskRole, scope),
      ContainerDefinitions: definition.containers.map((container) => renderContainer(container, scope)),
    },
  };
}

function renderContainer(container: ContainerDefinition, scope: Scope): JsonObject {
  return {
    Name: container.name,
    Image: renderValue(container.image, scope),
    Essential: container.essential,
    ...(container.command === undefined ? {} : { Command: renderEach(container.command, scope) }),
    ...listed(
      "PortMappings",
      container.portMappings.map(({ name, containerPort, protocol }) => ({
        Name: name,
        ContainerPort: containerPort,
        Protocol: protocol,
      })),
    ),
    ...listed(
      "Environment",
      container.environment.map(({ name, value }) => ({ Name: name, Value: renderValue(value, scope) })),
    ),
    ...listed(
      "Secrets",
      container.secrets.map(({ name, valueFrom }) => ({
        Name: name,
        ValueFrom: renderValue(valueFrom, scope),
      })),
    ),
    ...given("HealthCheck", container.healthCheck && renderHealthCheck(container.healthCheck, scope)),
    StopTimeout: container.stopTimeoutSeconds,
    LinuxParameters: { InitProcessEnabled: container.initProcess },
    LogConfiguration: renderLogs(container.logs, scope),
  };
}

function renderHealthCheck(check: ContainerHealthCheck, scope: Scope): JsonObject {
  return {
    Command: renderEach(check.command, scope),
    Interval: check.intervalSeconds,
    Timeout: check.timeoutSeconds,
    Retries: check.retries,
    StartPeriod: check.startPeriodSeconds,
  };
}

/** The buffer is one of non-blocking mode; the driver refuses it in blocking mode. */
function renderLogs(logs: ContainerLogs, scope: Scope): JsonObject {
  return {
    LogDriver: "awslogs",
    Options: {
      "awslogs-group": renderValue(logs.logGroup, scope),
      "awslogs-region": renderValue(logs.region, scope),
      "awslogs-stream-prefix": logs.streamPrefix,
      mode: logs.mode,
      ...(logs.mode === "blocking" ? {} : { "max-buffer-size": `${logs.maxBufferMiB}m` }),
    },
  };
}
