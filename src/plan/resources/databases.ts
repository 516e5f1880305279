import type { Value, ValueList } from "../value.js";
import type { ResourceBase } from "./base.js";

/**
 * What becomes of the data of a database when its stack goes. Nothing is left standing: what stands holds on to its
 * subnets and its security group, so that neither these nor their VPC could go.
 */
export type DatabaseRemoval = "snapshot" | "delete";

export interface DbSubnetGroup extends ResourceBase<"DbSubnetGroup"> {
  readonly name: string;
  readonly description: string;
  readonly subnets: ValueList;
}

interface ParameterGroup {
  readonly name: string;
  readonly description: string;
  /** Engine and major version, such as `postgres17`. */
  readonly family: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface DbParameterGroup extends ResourceBase<"DbParameterGroup">, ParameterGroup {}

export interface DbClusterParameterGroup extends ResourceBase<"DbClusterParameterGroup">, ParameterGroup {}

/** Encrypted, not public; RDS makes and keeps the password of the master user. */
interface Database {
  readonly engineVersion: string;
  readonly databaseName: string;
  readonly masterUser: string;
  readonly subnetGroup: Value<string>;
  readonly parameterGroup: Value<string>;
  readonly securityGroups: readonly Value<string>[];
  readonly backupRetentionDays: number;
  readonly deletionProtection: boolean;
  /** Logs that go to CloudWatch. */
  readonly logExports: readonly string[];
  /** ARN of the KMS key of data and password; AWS's own where absent. */
  readonly key?: Value<string>;
  readonly removal: DatabaseRemoval;
}

/** Aurora Serverless v2. https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.html */
export interface DbCluster extends ResourceBase<"DbCluster">, Database {
  readonly clusterIdentifier: string;
  readonly engine: "aurora-postgresql";
  /** In Aurora capacity units; 0 pauses the cluster after a while without connections. */
  readonly minCapacity: number;
  readonly maxCapacity: number;
  readonly secondsUntilAutoPause?: number;
}

/** The first writes, others read and take over. */
export interface DbClusterInstance extends ResourceBase<"DbClusterInstance"> {
  readonly instanceIdentifier: string;
  readonly cluster: Value<string>;
  readonly engine: "aurora-postgresql";
  readonly instanceClass: string;
  readonly autoMinorUpgrade: boolean;
  readonly performanceInsights: boolean;
}

/** On gp3 storage. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_PostgreSQL.html */
export interface DbInstance extends ResourceBase<"DbInstance">, Database {
  readonly instanceIdentifier: string;
  readonly engine: "postgres";
  readonly instanceClass: string;
  readonly storageGiB: number;
  /** A standby in another zone. */
  readonly multiZone: boolean;
  readonly autoMinorUpgrade: boolean;
  readonly performanceInsights: boolean;
}

export interface CacheSubnetGroup extends ResourceBase<"CacheSubnetGroup"> {
  readonly name: string;
  readonly description: string;
  readonly subnets: ValueList;
}

/** What both kinds of cache have: encrypted at rest and on the way. */
interface Cache {
  readonly description: string;
  readonly engine: "valkey" | "redis";
  readonly securityGroups: readonly Value<string>[];
  /** Days that daily snapshots are kept; 0 makes none. */
  readonly snapshotRetentionDays: number;
  /** ARN of the KMS key; AWS's own where absent. */
  readonly key?: Value<string>;
}

/** One shard. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.html */
export interface ReplicationGroup extends ResourceBase<"ReplicationGroup">, Cache {
  readonly replicationGroupId: string;
  readonly engineVersion: string;
  readonly nodeType: string;
  /** The primary and its replicas. */
  readonly nodes: number;
  /** A replica becomes the primary by itself when that fails. */
  readonly automaticFailover: boolean;
  readonly multiZone: boolean;
  readonly subnetGroup: Value<string>;
  readonly removal: DatabaseRemoval;
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/designing-caching-solutions.html */
export interface ServerlessCache extends ResourceBase<"ServerlessCache">, Cache {
  readonly name: string;
  readonly majorVersion: string;
  readonly maxStorageGB?: number;
  readonly maxEcpuPerSecond?: number;
  readonly subnets: ValueList;
}
