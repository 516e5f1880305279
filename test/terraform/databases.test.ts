import { describe, expect, it } from "vitest";
import type { Resource } from "../../src/plan/index.js";
import type { DbInstance, ReplicationGroup } from "../../src/plan/resources/databases.js";
import { renderTerraform } from "../../src/terraform/index.js";
import { planWith } from "../judges/small-plan.js";
import { moduleOf } from "./module.js";

const shared = {
  origin: "resources.Db",
  databaseName: "app",
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
const cache: ReplicationGroup = {
  ...{ id: "data/Cache", kind: "ReplicationGroup", origin: "resources.Cache", removal: "delete" },
  ...{ replicationGroupId: "shop-cache", description: "Cache", engine: "valkey", engineVersion: "8.2" },
  ...{ nodes: 2, nodeType: "cache.t4g.micro", automaticFailover: true, multiZone: true },
  ...{ securityGroups: ["sg-1"], snapshotRetentionDays: 1, subnetGroup: "subnets" },
};

async function bodyOf(resource: Resource, address: string) {
  const { resources, text } = await moduleOf(planWith({ name: "data", resources: [resource] }));
  return { body: resources[address] ?? {}, text };
}

describe("a database in Terraform", () => {
  it("keeps its password with RDS and is made at once", async () => {
    const { body, text } = await bodyOf(instance, "aws_db_instance.db");
    expect(body).toMatchObject({
      ...{ manage_master_user_password: true, storage_encrypted: true, publicly_accessible: false },
      ...{ auto_minor_version_upgrade: true, apply_immediately: true, multi_az: true },
    });
    expect(text).not.toMatch(/\bpassword\s*=/);
  });

  it("leaves a last snapshot whose name is new with each database", async () => {
    const { body } = await bodyOf(instance, "aws_db_instance.db");
    expect(body).toMatchObject({ skip_final_snapshot: false });
    expect(body["final_snapshot_identifier"]).toMatch(
      /-final-\$\{formatdate\("YYYYMMDDhhmmss", plantimestamp\(\)\)\}$/,
    );
    expect(body["lifecycle"]).toEqual([{ ignore_changes: ["${final_snapshot_identifier}"] }]);
  });

  it("leaves none where its data goes with it", async () => {
    const { body } = await bodyOf({ ...instance, removal: "delete" }, "aws_db_instance.db");
    expect(body).toMatchObject({ skip_final_snapshot: true });
    expect(body).not.toHaveProperty("final_snapshot_identifier");
    expect(body).not.toHaveProperty("lifecycle");
  });

  it("moves to the settings of a new version before the old ones go", async () => {
    const group: Resource = {
      ...{ id: "data/Db/parameter-group", kind: "DbParameterGroup", origin: "resources.Db" },
      ...{ name: "shop-db-postgres17", description: "Settings", family: "postgres17" },
      parameters: { "rds.force_ssl": "1" },
    };
    const { body } = await bodyOf(group, "aws_db_parameter_group.db");
    expect(body["parameter"]).toEqual([{ name: "rds.force_ssl", value: "1" }]);
    expect(body["lifecycle"]).toEqual([{ create_before_destroy: true }]);
  });

  it("stands in a file of its own", () => {
    const files = renderTerraform(planWith({ name: "data", resources: [instance, cache] }));
    const { text } = files.find(({ file }) => file === "databases.tf") ?? { text: "" };
    expect(text.match(/^resource "\w+"/gm)).toEqual([
      'resource "aws_db_instance"',
      'resource "aws_elasticache_replication_group"',
    ]);
  });
});

describe("a cache in Terraform", () => {
  it.each([
    ["snapshot", true],
    ["delete", false],
  ] as const)("has a last snapshot only where it is kept: %s", async (removal, isKept) => {
    const { body } = await bodyOf({ ...cache, removal }, "aws_elasticache_replication_group.cache");
    expect(body["final_snapshot_identifier"] !== undefined).toBe(isKept);
    expect(body["lifecycle"] !== undefined).toBe(isKept);
    expect(body).toMatchObject({ at_rest_encryption_enabled: true, transit_encryption_enabled: true });
  });
});
