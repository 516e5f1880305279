import { flag, number, set, text } from "../../converters.js";
import type { Json } from "../../facts.js";
import { type Get, type Kinds, subjectOf } from "../../kind.js";
import { as, pairs, under, within } from "../../read.js";

const tags = { Tags: pairs("tags", "Key", "Value") };

const database = {
  ...tags,
  Engine: as("engine"),
  EngineVersion: as("version"),
  MasterUsername: as("master user"),
  ManageMasterUserPassword: as("password managed", flag),
  MasterUserSecret: under("secret", { KmsKeyId: as("key") }),
  StorageEncrypted: as("encrypted", flag),
  KmsKeyId: as("key"),
  DBSubnetGroupName: as("subnet group"),
  BackupRetentionPeriod: as("backup days", number),
  CopyTagsToSnapshot: as("tags to snapshots", flag),
  DeletionProtection: as("deletion protection", flag),
  EnableCloudwatchLogsExports: as("log exports", set),
};

const parameterGroup = {
  ...tags,
  Description: as("description"),
  Family: as("family"),
  Parameters: as("parameters"),
};

const cache = {
  ...tags,
  Engine: as("engine"),
  KmsKeyId: as("key"),
  SecurityGroupIds: as("security groups", set),
  SnapshotRetentionLimit: as("snapshot days", number),
};

/** One within a cluster is a part of it, and its data is the cluster's. */
function instanceSubject(get: Get): string {
  const kind = get("DBClusterIdentifier") === undefined ? "database" : "cluster instance";
  return `${kind} ${get("DBInstanceIdentifier")}`;
}

export const databases: Kinds = {
  "AWS::RDS::DBSubnetGroup": {
    subject: (get) => `database subnets ${get("DBSubnetGroupName")}`,
    fields: {
      ...tags,
      DBSubnetGroupName: as("name"),
      DBSubnetGroupDescription: as("description"),
      SubnetIds: as("subnets", set),
    },
  },
  "AWS::RDS::DBParameterGroup": {
    subject: (get) => `parameter group ${get("DBParameterGroupName")}`,
    fields: { ...parameterGroup, DBParameterGroupName: as("name") },
  },
  "AWS::RDS::DBClusterParameterGroup": {
    subject: (get) => `cluster parameter group ${get("DBClusterParameterGroupName")}`,
    fields: { ...parameterGroup, DBClusterParameterGroupName: as("name") },
  },
  "AWS::RDS::DBCluster": {
    subject: (get) => `cluster database ${get("DBClusterIdentifier")}`,
    fields: {
      ...database,
      DBClusterIdentifier: as("name"),
      DatabaseName: as("database"),
      DBClusterParameterGroupName: as("parameter group"),
      VpcSecurityGroupIds: as("security groups", set),
      ServerlessV2ScalingConfiguration: under("capacity", {
        MinCapacity: as("min", number),
        MaxCapacity: as("max", number),
        SecondsUntilAutoPause: as("pause after", number),
      }),
    },
  },
  "AWS::RDS::DBInstance": {
    subject: instanceSubject,
    fields: {
      ...database,
      DBInstanceIdentifier: as("name"),
      DBClusterIdentifier: as("cluster", clusterOf),
      DBName: as("database"),
      DBInstanceClass: as("class"),
      AllocatedStorage: as("storage", number),
      StorageType: as("storage type"),
      MultiAZ: as("standby", flag),
      AutoMinorVersionUpgrade: as("minor upgrades", flag),
      PubliclyAccessible: as("public", flag),
      EnablePerformanceInsights: as("performance insights", flag),
      DBParameterGroupName: as("parameter group"),
      VPCSecurityGroups: as("security groups", set),
    },
  },
  "AWS::ElastiCache::SubnetGroup": {
    subject: (get) => `cache subnets ${get("CacheSubnetGroupName")}`,
    fields: {
      ...tags,
      CacheSubnetGroupName: as("name"),
      Description: as("description"),
      SubnetIds: as("subnets", set),
    },
  },
  "AWS::ElastiCache::ReplicationGroup": {
    subject: (get) => `cache ${get("ReplicationGroupId")}`,
    fields: {
      ...cache,
      ReplicationGroupId: as("name"),
      ReplicationGroupDescription: as("description"),
      EngineVersion: as("version", text),
      CacheNodeType: as("node type"),
      NumCacheClusters: as("nodes", number),
      AutomaticFailoverEnabled: as("failover", flag),
      MultiAZEnabled: as("several zones", flag),
      AutoMinorVersionUpgrade: as("minor upgrades", flag),
      AtRestEncryptionEnabled: as("encrypted", flag),
      TransitEncryptionEnabled: as("encrypted on the way", flag),
      CacheSubnetGroupName: as("subnet group"),
    },
  },
  "AWS::ElastiCache::ServerlessCache": {
    subject: (get) => `serverless cache ${get("ServerlessCacheName")}`,
    fields: {
      ...cache,
      ServerlessCacheName: as("name"),
      Description: as("description"),
      MajorEngineVersion: as("version", text),
      SubnetIds: as("subnets", set),
      CacheUsageLimits: within({
        DataStorage: under("storage", { Maximum: as("most", number), Unit: as("unit") }),
        ECPUPerSecond: under("requests", { Maximum: as("most", number) }),
      }),
    },
  },
};

function clusterOf(value: Json): Json {
  return subjectOf(value, "cluster database");
}
