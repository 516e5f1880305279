import type { Stack } from "../../../src/plan/plan.js";
import type { Resource } from "../../../src/plan/resource.js";

const origin = "resources.Db";
const subnets = ["a", "b"].map((zone) => ({ ref: `network/public-subnet-${zone}`, attribute: "id" }));
const clients = { ref: "data/Shared/security-group", attribute: "id" };
const subnetGroup = { ref: "data/Db/subnet-group", attribute: "name" };
const database = {
  ...{ databaseName: "shop", masterUser: "postgres", subnetGroup, securityGroups: [clients] },
  ...{ backupRetentionDays: 7, deletionProtection: true, logExports: ["postgresql"] },
} as const;

const resources: readonly Resource[] = [
  {
    ...{ id: "data/Db/subnet-group", kind: "DbSubnetGroup", origin, name: "shop-dev-db", subnets },
    ...{ description: "Subnets of Db", tags: { team: "shop" } },
  },
  {
    ...{ id: "data/Db/parameter-group", kind: "DbClusterParameterGroup", origin, name: "shop-dev-db-17" },
    ...{ description: "Settings of Db", family: "aurora-postgresql17", tags: { team: "shop" } },
    parameters: { "rds.force_ssl": "1" },
  },
  {
    ...{ id: "data/Db", kind: "DbCluster", origin, clusterIdentifier: "shop-dev-db", ...database },
    ...{ engine: "aurora-postgresql", engineVersion: "17", minCapacity: 0, maxCapacity: 4.5 },
    ...{ secondsUntilAutoPause: 600, removal: "snapshot", tags: { team: "shop" } },
    key: { import: { ssm: "/keys/shop" } },
    parameterGroup: { ref: "data/Db/parameter-group", attribute: "name" },
  },
  {
    ...{ id: "data/Db/instance-1", kind: "DbClusterInstance", origin, engine: "aurora-postgresql" },
    ...{
      instanceIdentifier: "shop-dev-db-1",
      instanceClass: "db.serverless",
      autoMinorUpgrade: true,
      performanceInsights: true,
    },
    ...{ cluster: { ref: "data/Db", attribute: "id" }, tags: { team: "shop" } },
  },
  {
    ...{ id: "data/Small/parameter-group", kind: "DbParameterGroup", origin, name: "shop-dev-small-16" },
    ...{ description: "Settings of Small", family: "postgres16", tags: { team: "shop" } },
    parameters: { "rds.force_ssl": "1" },
  },
  {
    ...{ id: "data/Small", kind: "DbInstance", origin, instanceIdentifier: "shop-dev-small", ...database },
    ...{ engine: "postgres", engineVersion: "16.9", instanceClass: "db.t4g.micro", storageGiB: 20 },
    ...{
      multiZone: false,
      autoMinorUpgrade: true,
      performanceInsights: false,
      removal: "delete",
      tags: { team: "shop" },
    },
    parameterGroup: { ref: "data/Small/parameter-group", attribute: "name" },
  },
  {
    ...{ id: "data/Cache/subnet-group", kind: "CacheSubnetGroup", origin, name: "shop-dev-cache" },
    ...{ description: "Subnets of Cache", subnets, tags: { team: "shop" } },
  },
  {
    ...{ id: "data/Cache", kind: "ReplicationGroup", origin, replicationGroupId: "shop-dev-cache" },
    ...{ description: "Cache of shop-dev", engine: "valkey", engineVersion: "8.2", nodes: 2 },
    ...{ nodeType: "cache.t4g.micro", automaticFailover: true, multiZone: true, removal: "snapshot" },
    ...{ securityGroups: [clients], snapshotRetentionDays: 1, tags: { team: "shop" } },
    key: { import: { ssm: "/keys/shop" } },
    subnetGroup: { ref: "data/Cache/subnet-group", attribute: "name" },
  },
  {
    ...{ id: "data/Visits", kind: "ServerlessCache", origin, name: "shop-dev-visits", subnets },
    ...{ description: "Visits of shop-dev", engine: "redis", majorVersion: "7", maxStorageGB: 5 },
    ...{ maxEcpuPerSecond: 5000, securityGroups: [clients], snapshotRetentionDays: 0 },
    ...{ key: { import: { ssm: "/keys/shop" } }, tags: { team: "shop" } },
  },
];

export const databaseStack: Stack = {
  name: "shop-dev-databases",
  area: "databases",
  description: "Databases of shop-dev",
  dependsOn: ["shop-dev-data", "shop-dev-network"],
  parameters: [],
  resources,
  exports: [],
  outputs: [
    output("Db", "host", "DbHost"),
    output("Db", "secretArn", "DbSecret"),
    output("Small", "host", "SmallHost"),
    output("Small", "secretArn", "SmallSecret"),
    output("Cache", "host", "CacheHost"),
    output("Visits", "host", "VisitsHost"),
  ],
};

function output(name: string, attribute: string, as: string): Stack["outputs"][number] {
  return {
    name: as,
    description: `${attribute} of ${name}`,
    value: { ref: `data/${name}`, attribute },
    origin,
  };
}
