import type { Stack } from "../../../src/plan/plan.js";
import type { Resource } from "../../../src/plan/resource.js";

const origin = "resources.Shared";
const fileSystem = { ref: "data/Shared", attribute: "id" };
const fileSystemArn = { ref: "data/Shared", attribute: "arn" };
const clients = { ref: "data/Shared/security-group", attribute: "id" };
const token = { ref: "data/Token", attribute: "arn" };

const resources: readonly Resource[] = [
  {
    id: "data/Shared",
    kind: "FileSystem",
    origin,
    backup: true,
    removal: "retain",
    tags: { Name: "shop-dev-Shared" },
  },
  {
    id: "data/Scratch",
    kind: "FileSystem",
    origin: "resources.Scratch",
    backup: false,
    removal: "delete",
  },
  ...["a", "b"].map(
    (zone): Resource => ({
      id: `data/Shared/mount-target-${zone}`,
      kind: "MountTarget",
      origin,
      fileSystem,
      subnet: { ref: `network/public-subnet-${zone}`, attribute: "id" },
      securityGroups: [clients],
    }),
  ),
  {
    id: "data/Shared/security-group",
    kind: "SecurityGroup",
    origin,
    vpc: { ref: "network/vpc", attribute: "id" },
    description: "File system Shared of shop-dev",
    ingress: [],
    egress: [],
  },
  {
    id: "data/Token",
    kind: "Secret",
    origin: "resources.Token",
    name: "shop-dev/Token",
    description: "Token of shop-dev; its value is set by its owner",
    removal: "retain",
    tags: { team: "shop" },
  },
];

export const dataStack: Stack = {
  name: "shop-dev-data",
  area: "data",
  description: "Data of shop-dev",
  dependsOn: ["shop-dev-network"],
  parameters: [],
  resources,
  exports: [
    { name: "/shop/dev/data/shared-id", description: "File system", value: fileSystem, origin },
    { name: "/shop/dev/data/shared-arn", description: "File system", value: fileSystemArn, origin },
    { name: "/shop/dev/data/shared-group", description: "Its security group", value: clients, origin },
    { name: "/shop/dev/data/token-arn", description: "Secret", value: token, origin },
  ],
  outputs: [],
};
