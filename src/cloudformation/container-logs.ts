import type { ContainerLogs, FirelensSettings, RoutedLogs } from "../plan/resources/compute.js";
import { renderLiteral } from "./interpolation.js";
import { given, listed } from "./properties.js";
import type { Scope } from "./scope.js";
import type { JsonObject } from "./template.js";
import { renderValue } from "./values.js";

/** The buffer is one of non-blocking mode; the driver refuses it in blocking mode. */
export function renderLogs(logs: ContainerLogs | RoutedLogs, scope: Scope): JsonObject {
  if ("options" in logs) return renderRouted(logs, scope);
  return {
    LogDriver: "awslogs",
    Options: {
      "awslogs-group": renderValue(logs.logGroup, scope),
      "awslogs-region": renderValue(logs.region, scope),
      "awslogs-stream-prefix": logs.streamPrefix,
      ...given("awslogs-multiline-pattern", logs.multilinePattern && renderLiteral(logs.multilinePattern)),
      mode: logs.mode,
      ...(logs.mode === "blocking" ? {} : { "max-buffer-size": `${logs.maxBufferMiB}m` }),
    },
  };
}

function renderRouted({ options, secretOptions }: RoutedLogs, scope: Scope): JsonObject {
  const rendered = options.map(({ name, value }) => [name, renderValue(value, scope)] as const);
  return {
    LogDriver: "awsfirelens",
    ...(rendered.length > 0 && { Options: Object.fromEntries(rendered) }),
    ...listed(
      "SecretOptions",
      secretOptions.map(({ name, valueFrom }) => ({ Name: name, ValueFrom: renderValue(valueFrom, scope) })),
    ),
  };
}

/** Fargate reads a configuration from the image alone. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html */
export function renderFirelens({ enableMetadata, configFile }: FirelensSettings): JsonObject {
  return {
    Type: "fluentbit",
    Options: {
      "enable-ecs-log-metadata": String(enableMetadata),
      ...(configFile !== undefined && {
        "config-file-type": "file",
        "config-file-value": renderLiteral(configFile),
      }),
    },
  };
}
