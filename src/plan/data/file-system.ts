import type { FileSystemResource } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import type { NetworkPart } from "../network.js";
import { type Resource, referTo } from "../resource.js";
import type { SecurityGroup } from "../resources/network.js";
import type { FileSystem } from "../resources/storage.js";
import { zoneLetters } from "../subnets.js";
import { arn, join, type Value } from "../value.js";
import { encryptionKey } from "./encryption.js";
import type { FileSystemHandle, PlannedResource } from "./handle.js";

const nfsPort = 2049;

/** A file system with a mount target in every zone that tasks run in. */
export function planFileSystem(
  context: ResolveContext,
  network: NetworkPart,
  name: string,
  resource: FileSystemResource,
): PlannedResource<FileSystemHandle> {
  if (resource.import !== undefined) {
    const fileSystem = external(resource.import.fileSystem);
    const securityGroup = external(resource.import.securityGroup);
    return {
      resources: [],
      handle: {
        type: "efs",
        fileSystem,
        arn: arn("elasticfilesystem", join("file-system/", fileSystem)),
        endpoint: { securityGroup, port: nfsPort, addRules: resource.import.addRules },
      },
    };
  }
  const origin = `resources.${name}`;
  const key = encryptionKey(context, `${origin}.encryption`, resource.encryption);
  const fileSystem: FileSystem = {
    id: `data/${name}`,
    kind: "FileSystem",
    origin,
    backup: true,
    ...(key && { key }),
    removal: context.defaults.dataRemoval,
    tags: context.tags({ name: `${context.prefix}-${name}` }),
  };
  const securityGroup: SecurityGroup = {
    id: `data/${name}/security-group`,
    kind: "SecurityGroup",
    origin,
    vpc: network.vpcId,
    description: `File system ${name} of ${context.prefix}`,
    ingress: [],
    egress: [],
    tags: context.tags({ name: `${context.prefix}-${name}` }),
  };
  return {
    resources: [
      fileSystem,
      securityGroup,
      ...mountTargetSubnets(context, network, origin).map(
        (subnet, index): Resource => ({
          id: `data/${name}/mount-target-${zoneLetters[index]}`,
          kind: "MountTarget",
          origin,
          fileSystem: referTo(fileSystem, "id"),
          subnet,
          securityGroups: [referTo(securityGroup, "id")],
        }),
      ),
    ],
    handle: {
      type: "efs",
      fileSystem: referTo(fileSystem, "id"),
      arn: referTo(fileSystem, "arn"),
      endpoint: { securityGroup: referTo(securityGroup, "id"), port: nfsPort, addRules: true },
    },
  };
}

function mountTargetSubnets(
  context: ResolveContext,
  network: NetworkPart,
  origin: string,
): readonly Value<string>[] {
  const subnets = network.groups.get(network.taskGroup)?.subnets ?? [];
  if (!("importList" in subnets)) return subnets;
  context.report({
    code: "missing-network",
    severity: "error",
    path: origin,
    message: `${origin} needs a mount target in each subnet, and the subnets are one parameter that holds an unknown number`,
    reason: "a template names each mount target",
    hint: "import the subnets as a list of ids, or import the file system",
  });
  return [];
}
