import { describe, expect, it } from "vitest";
import { renderWith } from "../../test/judges/small-plan.js";
import type { DbCluster, DbClusterInstance, DbInstance } from "../plan/resources/databases.js";

const shared = {
  origin: "resources.Db",
  databaseName: "shop",
  masterUser: "postgres",
  subnetGroup: "subnets",
  parameterGroup: "settings",
  securityGroups: ["sg-1"],
  backupRetentionDays: 7,
  deletionProtection: true,
  logExports: ["postgresql"],
  removal: "snapshot",
} as const;
const instance: DbInstance = {
  ...{ id: "data/Db", kind: "DbInstance", ...shared, instanceIdentifier: "shop-db", engine: "postgres" },
  ...{ engineVersion: "17", instanceClass: "db.t4g.micro", storageGiB: 20, multiZone: true },
  autoMinorUpgrade: true,
  performanceInsights: false,
};
const cluster: DbCluster = {
  ...{ id: "data/Db", kind: "DbCluster", ...shared, clusterIdentifier: "shop-db", engineVersion: "17" },
  ...{ engine: "aurora-postgresql", minCapacity: 0.5, maxCapacity: 4 },
};

describe("a database", () => {
  it("is encrypted and private, with a password that no template holds", () => {
    expect(renderWith(instance).Properties).toEqual({
      ...{ DBInstanceIdentifier: "shop-db", Engine: "postgres", EngineVersion: "17", DBName: "shop" },
      ...{ MasterUsername: "postgres", ManageMasterUserPassword: true, StorageEncrypted: true },
      ...{ DBSubnetGroupName: "subnets", BackupRetentionPeriod: 7, CopyTagsToSnapshot: true },
      ...{ DeletionProtection: true, EnableCloudwatchLogsExports: ["postgresql"], MultiAZ: true },
      ...{ DBInstanceClass: "db.t4g.micro", AllocatedStorage: "20", StorageType: "gp3" },
      ...{ AutoMinorVersionUpgrade: true, PubliclyAccessible: false, EnablePerformanceInsights: false },
      ...{ DBParameterGroupName: "settings", VPCSecurityGroups: ["sg-1"] },
    });
  });

  it.each([instance, cluster])("has a key of its own for data and password: $kind", (database) => {
    expect(renderWith({ ...database, key: "arn:key" }).Properties).toMatchObject({
      ...{ KmsKeyId: "arn:key", MasterUserSecret: { KmsKeyId: "arn:key" } },
    });
    expect(renderWith(database).Properties).not.toHaveProperty("MasterUserSecret");
  });

  it.each([
    ["snapshot", "Snapshot"],
    ["delete", "Delete"],
  ] as const)("is removed as it is told: %s", (removal, policy) => {
    for (const database of [instance, cluster]) {
      const { DeletionPolicy, UpdateReplacePolicy } = renderWith({ ...database, removal });
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual([policy, policy]);
    }
  });
});

describe("a cluster", () => {
  it("scales between two capacities, and pauses where it is told so", () => {
    const scaling = (more: Partial<DbCluster>): unknown =>
      renderWith({ ...cluster, ...more }).Properties?.["ServerlessV2ScalingConfiguration"];
    expect(scaling({})).toEqual({ MinCapacity: 0.5, MaxCapacity: 4 });
    expect(scaling({ minCapacity: 0, secondsUntilAutoPause: 300 })).toEqual({
      ...{ MinCapacity: 0, MaxCapacity: 4, SecondsUntilAutoPause: 300 },
    });
  });

  it("has instances whose data is its own, so that they are deleted without a snapshot", () => {
    const writer: DbClusterInstance = {
      ...{ id: "data/Db/1", kind: "DbClusterInstance", origin: "resources.Db", cluster: "shop-db" },
      ...{ instanceIdentifier: "shop-db-1", engine: "aurora-postgresql", instanceClass: "db.serverless" },
      autoMinorUpgrade: true,
      performanceInsights: true,
    };
    expect(renderWith(writer)).toMatchObject({
      ...{ DeletionPolicy: "Delete", UpdateReplacePolicy: "Delete" },
      Properties: {
        DBClusterIdentifier: "shop-db",
        DBInstanceClass: "db.serverless",
        PubliclyAccessible: false,
      },
    });
  });
});
