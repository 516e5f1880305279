import type { TaskDefinition, TaskVolume } from "../plan/resources/compute.js";
import { renderContainer } from "./containers.js";
import { type Block, block, call } from "./hcl/tree.js";
import { policiesOf } from "./iam.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderValue } from "./values.js";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition */
export function renderTaskDefinition(definition: TaskDefinition, scope: Scope): Rendered {
  const { ephemeralStorageGiB } = definition;
  const releasedOutside = definition.containers.some((container) => container.imageReleasedOutside);
  return {
    arguments: {
      family: scope.names.named(definition.family),
      requires_compatibilities: ["FARGATE"],
      network_mode: "awsvpc",
      cpu: definition.cpuUnits,
      memory: definition.memoryMiB,
      execution_role_arn: renderValue(definition.executionRole, scope),
      task_role_arn: renderValue(definition.taskRole, scope),
      track_latest: releasedOutside ? true : undefined,
      container_definitions: call(
        "jsonencode",
        definition.containers.map((container) => renderContainer(container, definition, scope)),
      ),
    },
    ...(releasedOutside && {
      comments: {
        track_latest: "Compared with what a pipeline released last, not with what was applied last.",
      },
    }),
    blocks: [
      block("runtime_platform", {
        cpu_architecture: definition.architecture,
        operating_system_family: definition.operatingSystem,
      }),
      ...(ephemeralStorageGiB === undefined
        ? []
        : [block("ephemeral_storage", { size_in_gib: ephemeralStorageGiB })]),
      ...definition.volumes.map((volume) => renderVolume(volume, scope)),
    ],
    // A task that starts before its roles have their policies can neither pull its image nor write logs.
    waitsFor: [definition.executionRole, definition.taskRole].flatMap((role) => policiesOf(role, scope)),
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-efs-config.html */
function renderVolume({ name, efs }: TaskVolume, scope: Scope): Block {
  if (efs === undefined) return block("volume", { name });
  return block("volume", [
    { name: "name", value: name },
    block("efs_volume_configuration", [
      { name: "file_system_id", value: renderValue(efs.fileSystem, scope) },
      { name: "transit_encryption", value: "ENABLED" },
      block("authorization_config", {
        access_point_id: renderValue(efs.accessPoint, scope),
        iam: efs.iam ? "ENABLED" : "DISABLED",
      }),
    ]),
  ]);
}
