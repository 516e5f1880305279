import { describe, expect, it } from "vitest";
import { renderWith } from "../../test/judges/small-plan.js";
import type { AccessPoint, FileSystem, MountTarget } from "../plan/resources/storage.js";

const fileSystem: FileSystem = {
  ...{ id: "data/Shared", kind: "FileSystem", origin: "resources.Shared", backup: true, removal: "retain" },
};
const shared = { ref: "data/Shared", attribute: "id" };

describe("a file system", () => {
  it.each([
    [true, "ENABLED"],
    [false, "DISABLED"],
  ])("is encrypted and elastic; backed up: %s", (backup, status) => {
    expect(renderWith({ ...fileSystem, backup }).Properties).toEqual({
      ...{ Encrypted: true, PerformanceMode: "generalPurpose", ThroughputMode: "elastic" },
      BackupPolicy: { Status: status },
    });
  });

  it.each([
    ["retain", { DeletionPolicy: "RetainExceptOnCreate", UpdateReplacePolicy: "Retain" }],
    ["delete", { DeletionPolicy: "Delete", UpdateReplacePolicy: "Delete" }],
  ] as const)("is removed as it is told: %s", (removal, policies) => {
    expect(renderWith({ ...fileSystem, removal })).toMatchObject(policies);
  });
});

describe("a mount target", () => {
  it("stands in a subnet", () => {
    const target: MountTarget = {
      ...{ id: "target", kind: "MountTarget", origin: "resources.Shared", fileSystem: shared },
      ...{ subnet: "subnet-1", securityGroups: ["sg-1"] },
    };
    expect(renderWith(target, fileSystem).Properties).toEqual({
      ...{ FileSystemId: { Ref: "DataShared" }, SubnetId: "subnet-1", SecurityGroups: ["sg-1"] },
    });
  });
});

describe("an access point", () => {
  it("makes its folder for the user that enters, whose ids are texts", () => {
    const point: AccessPoint = {
      ...{ id: "point", kind: "AccessPoint", origin: "services.api", fileSystem: shared, path: "/api/data" },
      ...{ userId: 1000, groupId: 1001, permissions: "0750" },
    };
    expect(renderWith(point, fileSystem).Properties).toEqual({
      FileSystemId: { Ref: "DataShared" },
      PosixUser: { Uid: "1000", Gid: "1001" },
      RootDirectory: {
        Path: "/api/data",
        CreationInfo: { OwnerUid: "1000", OwnerGid: "1001", Permissions: "0750" },
      },
    });
  });
});
