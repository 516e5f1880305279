import type { ContainerLogs, FirelensSettings, RoutedLogs } from "../plan/resources/compute.js";
import { type ObjectCons, object } from "./hcl/tree.js";
import type { Scope } from "./scope.js";
import { renderValue } from "./values.js";

export function renderLogs(logs: ContainerLogs | RoutedLogs, scope: Scope): ObjectCons {
  return "options" in logs
    ? renderRouted(logs, scope)
    : object({ logDriver: "awslogs", options: logOptions(logs, scope) });
}

/** The buffer is one of non-blocking mode; the driver refuses it in blocking mode. */
export function logOptions(logs: ContainerLogs, scope: Scope): ObjectCons {
  return object({
    "awslogs-group": renderValue(logs.logGroup, scope),
    "awslogs-region": renderValue(logs.region, scope),
    "awslogs-stream-prefix": logs.streamPrefix,
    "awslogs-multiline-pattern": logs.multilinePattern,
    mode: logs.mode,
    "max-buffer-size": logs.mode === "blocking" ? undefined : `${logs.maxBufferMiB}m`,
  });
}

function renderRouted({ options, secretOptions }: RoutedLogs, scope: Scope): ObjectCons {
  const rendered = options.map(({ name, value }) => [name, renderValue(value, scope)] as const);
  return object({
    logDriver: "awsfirelens",
    options: rendered.length === 0 ? undefined : object(Object.fromEntries(rendered)),
    secretOptions:
      secretOptions.length === 0
        ? undefined
        : secretOptions.map(({ name, valueFrom }) =>
            object({ name, valueFrom: renderValue(valueFrom, scope) }),
          ),
  });
}

/** Fargate reads a configuration from the image alone. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html */
export function renderFirelens({ enableMetadata, configFile }: FirelensSettings): ObjectCons {
  return object({
    type: "fluentbit",
    options: object({
      "enable-ecs-log-metadata": String(enableMetadata),
      "config-file-type": configFile === undefined ? undefined : "file",
      "config-file-value": configFile,
    }),
  });
}
