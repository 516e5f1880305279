import type { AccessPoint, FileSystem, MountTarget } from "../plan/resources/storage.js";
import { given } from "./properties.js";
import { renderRemoval } from "./removal.js";
import type { Scope } from "./scope.js";
import type { ResourceBody } from "./template.js";
import { renderEach, renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html */
export function renderFileSystem(fileSystem: FileSystem, scope: Scope): ResourceBody {
  return {
    Type: "AWS::EFS::FileSystem",
    ...renderRemoval(fileSystem.removal),
    Properties: {
      Encrypted: true,
      ...given("KmsKeyId", fileSystem.key && renderValue(fileSystem.key, scope)),
      PerformanceMode: "generalPurpose",
      ThroughputMode: "elastic",
      BackupPolicy: { Status: fileSystem.backup ? "ENABLED" : "DISABLED" },
    },
  };
}

export function renderMountTarget(target: MountTarget, scope: Scope): ResourceBody {
  return {
    Type: "AWS::EFS::MountTarget",
    Properties: {
      FileSystemId: renderValue(target.fileSystem, scope),
      SubnetId: renderValue(target.subnet, scope),
      SecurityGroups: renderEach(target.securityGroups, scope),
    },
  };
}

export function renderAccessPoint(point: AccessPoint, scope: Scope): ResourceBody {
  const [uid, gid] = [String(point.userId), String(point.groupId)];
  return {
    Type: "AWS::EFS::AccessPoint",
    Properties: {
      FileSystemId: renderValue(point.fileSystem, scope),
      PosixUser: { Uid: uid, Gid: gid },
      RootDirectory: {
        Path: point.path,
        CreationInfo: { OwnerUid: uid, OwnerGid: gid, Permissions: point.permissions },
      },
    },
  };
}
