import type {
  ContainerDefinition,
  ContainerHealthCheck,
  ContainerLogs,
  TaskDefinition,
  TaskVolume,
} from "../plan/resources/compute.js";
import { renderLiteral } from "./interpolation.js";
import { given, listed } from "./properties.js";
import type { Scope } from "./scope.js";
import type { Json, JsonObject, ResourceBody } from "./template.js";
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
      ...listed(
        "Volumes",
        definition.volumes.map((volume) => renderVolume(volume, scope)),
      ),
    },
  };
}

function renderContainer(container: ContainerDefinition, scope: Scope): JsonObject {
  return {
    Name: container.name,
    Image: renderValue(container.image, scope),
    Essential: container.essential,
    ...given("EntryPoint", container.entryPoint && renderEach(container.entryPoint, scope)),
    ...given("Command", container.command && renderEach(container.command, scope)),
    ...given("User", renderOptional(container.user)),
    ...given("WorkingDirectory", renderOptional(container.workingDirectory)),
    ...given("ReadonlyRootFilesystem", container.readonlyRootFilesystem || undefined),
    ...listed(
      "DependsOn",
      container.dependsOn.map((each) => ({ ContainerName: each.container, Condition: each.condition })),
    ),
    ...listed(
      "MountPoints",
      container.mountPoints.map(({ volume, containerPath, readOnly }) => ({
        SourceVolume: volume,
        ContainerPath: renderLiteral(containerPath),
        ReadOnly: readOnly,
      })),
    ),
    ...given("DockerLabels", renderLabels(container)),
    ...given("Ulimits", renderOpenFiles(container)),
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

function renderOptional(text: string | undefined): Json | undefined {
  return text === undefined ? undefined : renderLiteral(text);
}

function renderLabels({ dockerLabels }: ContainerDefinition): JsonObject | undefined {
  if (dockerLabels.length === 0) return undefined;
  return Object.fromEntries(dockerLabels.map(({ name, value }) => [name, renderLiteral(value)]));
}

function renderOpenFiles({ openFiles }: ContainerDefinition): Json | undefined {
  return openFiles && [{ Name: "nofile", SoftLimit: openFiles.soft, HardLimit: openFiles.hard }];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-efs-config.html */
function renderVolume({ name, efs }: TaskVolume, scope: Scope): JsonObject {
  if (efs === undefined) return { Name: name };
  return {
    Name: name,
    EFSVolumeConfiguration: {
      FilesystemId: renderValue(efs.fileSystem, scope),
      TransitEncryption: "ENABLED",
      AuthorizationConfig: { AccessPointId: renderValue(efs.accessPoint, scope), IAM: "ENABLED" },
    },
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
