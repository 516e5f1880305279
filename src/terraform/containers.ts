import type { ContainerDefinition, ContainerHealthCheck, ContainerLogs } from "../plan/resources/compute.js";
import { type Expression, type ObjectCons, object } from "./hcl/tree.js";
import type { Scope } from "./scope.js";
import { renderEach, renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
export function renderContainer(container: ContainerDefinition, scope: Scope): ObjectCons {
  return object({
    name: container.name,
    image: renderValue(container.image, scope),
    essential: container.essential,
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
      container.portMappings.map(({ name, containerPort, protocol }) =>
        object({ name, containerPort, protocol }),
      ),
    ),
    environment: listed(
      container.environment.map(({ name, value }) => object({ name, value: renderValue(value, scope) })),
    ),
    secrets: listed(
      container.secrets.map(({ name, valueFrom }) =>
        object({ name, valueFrom: renderValue(valueFrom, scope) }),
      ),
    ),
    healthCheck: container.healthCheck && renderHealthCheck(container.healthCheck),
    stopTimeout: container.stopTimeoutSeconds,
    linuxParameters: object({ initProcessEnabled: container.initProcess }),
    logConfiguration: renderLogs(container.logs, scope),
  });
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

/** The buffer is one of non-blocking mode; the driver refuses it in blocking mode. */
function renderLogs(logs: ContainerLogs, scope: Scope): ObjectCons {
  return object({
    logDriver: "awslogs",
    options: object({
      "awslogs-group": renderValue(logs.logGroup, scope),
      "awslogs-region": renderValue(logs.region, scope),
      "awslogs-stream-prefix": logs.streamPrefix,
      mode: logs.mode,
      "max-buffer-size": logs.mode === "blocking" ? undefined : `${logs.maxBufferMiB}m`,
    }),
  });
}

/** ECS gives an absent list back as absent: an empty one would be a change at every plan. */
function listed(items: readonly Expression[]): readonly Expression[] | undefined {
  return items.length === 0 ? undefined : items;
}
