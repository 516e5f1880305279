import type { ContainerDefinition, ContainerHealthCheck, TaskDefinition } from "../plan/resources/compute.js";
import type { Value } from "../plan/value.js";
import { renderFirelens, renderLogs } from "./container-logs.js";
import { type Expression, type ObjectCons, object } from "./hcl/tree.js";
import type { Scope } from "./scope.js";
import { renderEach, renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
export function renderContainer(
  container: ContainerDefinition,
  definition: TaskDefinition,
  scope: Scope,
): ObjectCons {
  return object({
    name: container.name,
    image: renderImage(definition, container, scope),
    repositoryCredentials:
      container.repositoryCredentials &&
      object({ credentialsParameter: renderValue(container.repositoryCredentials, scope) }),
    essential: container.essential,
    cpu: container.cpuUnits,
    memory: container.memoryMiB,
    memoryReservation: container.memoryReservationMiB,
    ...renderProcess(container, scope),
    dependsOn: listed(
      container.dependsOn.map((each) => object({ containerName: each.container, condition: each.condition })),
    ),
    mountPoints: listed(
      container.mountPoints.map(({ volume, containerPath, readOnly }) =>
        object({ sourceVolume: volume, containerPath, readOnly }),
      ),
    ),
    portMappings: listed(
      container.portMappings.map(({ name, containerPort, protocol, appProtocol }) =>
        object({ name, containerPort, protocol, appProtocol }),
      ),
    ),
    environment: listed(
      container.environment.map(({ name, value }) => object({ name, value: renderValue(value, scope) })),
    ),
    environmentFiles: listed(
      (container.environmentFiles ?? []).map((file) =>
        object({ type: "s3", value: renderValue(file, scope) }),
      ),
    ),
    secrets: listed(
      container.secrets.map(({ name, valueFrom }) =>
        object({ name, valueFrom: renderValue(valueFrom, scope) }),
      ),
    ),
    healthCheck: container.healthCheck && renderHealthCheck(container.healthCheck),
    stopTimeout: container.stopTimeoutSeconds,
    startTimeout: container.startTimeoutSeconds,
    restartPolicy: renderRestart(container),
    linuxParameters: renderLinux(container),
    systemControls: listed(
      (container.systemControls ?? []).map(({ namespace, value }) => object({ namespace, value })),
    ),
    firelensConfiguration: container.firelens && renderFirelens(container.firelens),
    logConfiguration: renderLogs(container.logs, scope),
  });
}

/** The image that a pipeline released is read from the task definition, and kept unless another one is given. */
function renderImage(definition: TaskDefinition, container: ContainerDefinition, scope: Scope): Expression {
  const wanted = renderValue(container.image, scope);
  const parameter = container.imageReleasedOutside ? parameterIn(container.image) : undefined;
  if (parameter === undefined) return wanted;
  const variable = scope.inputs.parameter(parameter);
  const family = scope.names.named(definition.family);
  return {
    kind: "conditional",
    isNull: variable,
    whenNull: scope.inputs.releasedImage({ family, container: container.name, variable }),
    otherwise: wanted,
  };
}

/** The parameter of `<uri>:<tag>`. */
function parameterIn(image: Value<string>): string | undefined {
  const parts = typeof image === "object" && "join" in image ? image.join : [image];
  return parts.flatMap((part) =>
    typeof part === "object" && "parameter" in part ? [part.parameter] : [],
  )[0];
}

function renderRestart({ restart }: ContainerDefinition): ObjectCons | undefined {
  return (
    restart &&
    object({
      enabled: true,
      ignoredExitCodes: listed(restart.ignoredExitCodes),
      restartAttemptPeriod: restart.attemptPeriodSeconds,
    })
  );
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html */
function renderLinux({ initProcess, capabilities, tmpfs = [] }: ContainerDefinition): ObjectCons | undefined {
  const parameters = object({
    initProcessEnabled: initProcess,
    capabilities: capabilities && object({ add: listed(capabilities.add), drop: listed(capabilities.drop) }),
    tmpfs: listed(
      tmpfs.map(({ containerPath, sizeMiB, mountOptions }) =>
        object({ containerPath, size: sizeMiB, mountOptions: listed(mountOptions) }),
      ),
    ),
  });
  return parameters.entries.length === 0 ? undefined : parameters;
}

/** How the process runs. */
function renderProcess(
  container: ContainerDefinition,
  scope: Scope,
): Readonly<Record<string, Expression | undefined>> {
  const { openFiles, dockerLabels } = container;
  return {
    entryPoint: container.entryPoint && renderEach(container.entryPoint, scope),
    command: container.command && renderEach(container.command, scope),
    user: container.user,
    workingDirectory: container.workingDirectory,
    readonlyRootFilesystem: container.readonlyRootFilesystem ? true : undefined,
    ulimits: openFiles && [object({ name: "nofile", softLimit: openFiles.soft, hardLimit: openFiles.hard })],
    dockerLabels:
      dockerLabels.length === 0
        ? undefined
        : object(Object.fromEntries(dockerLabels.map(({ name, value }) => [name, value]))),
  };
}

function renderHealthCheck(check: ContainerHealthCheck): ObjectCons {
  return object({
    command: check.command,
    interval: check.intervalSeconds,
    timeout: check.timeoutSeconds,
    retries: check.retries,
    startPeriod: check.startPeriodSeconds,
  });
}

/** ECS gives an absent list back as absent: an empty one would be a change at every plan. */
function listed(items: readonly Expression[]): readonly Expression[] | undefined {
  return items.length === 0 ? undefined : items;
}
