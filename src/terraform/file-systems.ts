import type { AccessPoint, FileSystem, MountTarget } from "../plan/resources/storage.js";
import type { Address } from "./address.js";
import { readArgument } from "./attributes.js";
import { block } from "./hcl/tree.js";
import { keptBlocks } from "./removal.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderEach, renderValue } from "./values.js";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system */
export function renderFileSystem(fileSystem: FileSystem, scope: Scope, address: Address): Rendered {
  return {
    arguments: {
      encrypted: true,
      kms_key_id: fileSystem.key && renderValue(fileSystem.key, scope),
      performance_mode: "generalPurpose",
      throughput_mode: "elastic",
    },
    blocks: keptBlocks(fileSystem.removal),
    companions: [
      {
        address: scope.beside(address, "aws_efs_backup_policy"),
        arguments: { file_system_id: readArgument(address, "id") },
        blocks: [block("backup_policy", { status: fileSystem.backup ? "ENABLED" : "DISABLED" })],
      },
    ],
  };
}

export function renderMountTarget(target: MountTarget, scope: Scope): Rendered {
  return {
    arguments: {
      file_system_id: renderValue(target.fileSystem, scope),
      subnet_id: renderValue(target.subnet, scope),
      security_groups: renderEach(target.securityGroups, scope),
    },
  };
}

export function renderAccessPoint(point: AccessPoint, scope: Scope): Rendered {
  const { userId, groupId } = point;
  return {
    arguments: { file_system_id: renderValue(point.fileSystem, scope) },
    blocks: [
      block("posix_user", { uid: userId, gid: groupId }),
      block("root_directory", [
        { name: "path", value: point.path },
        block("creation_info", { owner_uid: userId, owner_gid: groupId, permissions: point.permissions }),
      ]),
    ],
  };
}
