import type {
  ContainerDefinition,
  ContainerHealthCheck,
  TaskDefinition,
  TaskVolume,
} from "../plan/resources/compute.js";
import { renderFirelens, renderLogs } from "./container-logs.js";
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
      RuntimePlatform: {
        CpuArchitecture: definition.architecture,
        OperatingSystemFamily: definition.operatingSystem,
      },
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
    ...given("RepositoryCredentials", renderCredentials(container, scope)),
    Essential: container.essential,
    ...given("Cpu", container.cpuUnits),
    ...given("Memory", container.memoryMiB),
    ...given("MemoryReservation", container.memoryReservationMiB),
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
      container.portMappings.map(({ name, containerPort, protocol, appProtocol }) => ({
        Name: name,
        ContainerPort: containerPort,
        Protocol: protocol,
        ...given("AppProtocol", appProtocol),
      })),
    ),
    ...listed(
      "Environment",
      container.environment.map(({ name, value }) => ({ Name: name, Value: renderValue(value, scope) })),
    ),
    ...listed(
      "EnvironmentFiles",
      (container.environmentFiles ?? []).map((file) => ({ Type: "s3", Value: renderValue(file, scope) })),
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
    ...given("StartTimeout", container.startTimeoutSeconds),
    ...given("RestartPolicy", renderRestart(container)),
    ...given("LinuxParameters", renderLinux(container)),
    ...listed(
      "SystemControls",
      (container.systemControls ?? []).map(({ namespace, value }) => ({
        Namespace: namespace,
        Value: renderLiteral(value),
      })),
    ),
    ...given("FirelensConfiguration", container.firelens && renderFirelens(container.firelens)),
    LogConfiguration: renderLogs(container.logs, scope),
  };
}

function renderOptional(text: string | undefined): Json | undefined {
  return text === undefined ? undefined : renderLiteral(text);
}

function renderCredentials({ repositoryCredentials }: ContainerDefinition, scope: Scope): Json | undefined {
  return repositoryCredentials && { CredentialsParameter: renderValue(repositoryCredentials, scope) };
}

function renderRestart({ restart }: ContainerDefinition): Json | undefined {
  return (
    restart && {
      Enabled: true,
      ...listed("IgnoredExitCodes", restart.ignoredExitCodes),
      RestartAttemptPeriod: restart.attemptPeriodSeconds,
    }
  );
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html */
function renderLinux({ initProcess, capabilities, tmpfs = [] }: ContainerDefinition): Json | undefined {
  const parameters = {
    ...given("InitProcessEnabled", initProcess),
    ...given(
      "Capabilities",
      capabilities && { ...listed("Add", capabilities.add), ...listed("Drop", capabilities.drop) },
    ),
    ...listed(
      "Tmpfs",
      tmpfs.map(({ containerPath, sizeMiB, mountOptions }) => ({
        ContainerPath: renderLiteral(containerPath),
        Size: sizeMiB,
        ...listed("MountOptions", mountOptions),
      })),
    ),
  };
  return Object.keys(parameters).length === 0 ? undefined : parameters;
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
      AuthorizationConfig: {
        AccessPointId: renderValue(efs.accessPoint, scope),
        IAM: efs.iam ? "ENABLED" : "DISABLED",
      },
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
