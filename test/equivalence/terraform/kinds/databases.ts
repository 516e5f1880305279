import { flag, number, set, text } from "../../converters.js";
import type { Json } from "../../facts.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { as, type Convert, type Field, items, read, under, within } from "../../read.js";

const tags = { tags_all: as("tags") };

/** A last snapshot, or none. */
const lastSnapshot: Convert = (value, at) => (flag(value, at) === true ? "delete" : "snapshot");
/** Ends in the time at which it was applied. */
const snapshotName: Field = as("last snapshot", (value) => String(value).replace(/\d{14}$/, "[time]"));

const database = {
  ...tags,
  engine: as("engine"),
  engine_version: as("version"),
  manage_master_user_password: as("password managed", flag),
  master_user_secret_kms_key_id: ((value) => ({ secret: { key: value } })) satisfies Field,
  storage_encrypted: as("encrypted", flag),
  kms_key_id: as("key"),
  db_subnet_group_name: as("subnet group"),
  vpc_security_group_ids: as("security groups", set),
  backup_retention_period: as("backup days", number),
  copy_tags_to_snapshot: as("tags to snapshots", flag),
  deletion_protection: as("deletion protection", flag),
  enabled_cloudwatch_logs_exports: as("log exports", set),
  apply_immediately: as("applied at once", flag),
  skip_final_snapshot: as("removal", lastSnapshot),
  final_snapshot_identifier: snapshotName,
};

const parameterGroup = {
  ...tags,
  name: as("name"),
  description: as("description"),
  family: as("family"),
  parameter: parameters,
};

const cache = {
  ...tags,
  description: as("description"),
  engine: as("engine"),
  kms_key_id: as("key"),
  security_group_ids: as("security groups", set),
  snapshot_retention_limit: as("snapshot days", number),
};

const subnetGroup = {
  ...tags,
  name: as("name"),
  description: as("description"),
  subnet_ids: as("subnets", set),
};

export const databases: Kinds = {
  aws_db_subnet_group: { subject: (get) => `database subnets ${get("name")}`, fields: subnetGroup },
  aws_db_parameter_group: { subject: (get) => `parameter group ${get("name")}`, fields: parameterGroup },
  aws_rds_cluster_parameter_group: {
    subject: (get) => `cluster parameter group ${get("name")}`,
    fields: parameterGroup,
  },
  aws_rds_cluster: {
    subject: (get) => `cluster database ${get("cluster_identifier")}`,
    fields: {
      ...database,
      cluster_identifier: as("name"),
      database_name: as("database"),
      master_username: as("master user"),
      db_cluster_parameter_group_name: as("parameter group"),
      serverlessv2_scaling_configuration: under("capacity", {
        min_capacity: as("min", number),
        max_capacity: as("max", number),
        seconds_until_auto_pause: as("pause after", number),
      }),
    },
  },
  aws_rds_cluster_instance: {
    subject: (get) => `cluster instance ${get("identifier")}`,
    fields: {
      ...tags,
      identifier: as("name"),
      cluster_identifier: as("cluster", (value: Json) => subjectOf(value, "cluster database")),
      engine: as("engine"),
      instance_class: as("class"),
      auto_minor_version_upgrade: as("minor upgrades", flag),
      publicly_accessible: as("public", flag),
      performance_insights_enabled: as("performance insights", flag),
      apply_immediately: as("applied at once", flag),
    },
    assumed: { removal: "delete" },
  },
  aws_db_instance: {
    subject: (get) => `database ${get("identifier")}`,
    fields: {
      ...database,
      identifier: as("name"),
      db_name: as("database"),
      username: as("master user"),
      instance_class: as("class"),
      allocated_storage: as("storage", number),
      storage_type: as("storage type"),
      multi_az: as("standby", flag),
      auto_minor_version_upgrade: as("minor upgrades", flag),
      publicly_accessible: as("public", flag),
      performance_insights_enabled: as("performance insights", flag),
      parameter_group_name: as("parameter group"),
    },
  },
  aws_elasticache_subnet_group: { subject: (get) => `cache subnets ${get("name")}`, fields: subnetGroup },
  aws_elasticache_replication_group: {
    subject: (get) => `cache ${get("replication_group_id")}`,
    fields: {
      ...cache,
      replication_group_id: as("name"),
      engine_version: as("version", text),
      node_type: as("node type"),
      num_cache_clusters: as("nodes", number),
      automatic_failover_enabled: as("failover", flag),
      multi_az_enabled: as("several zones", flag),
      auto_minor_version_upgrade: as("minor upgrades", flag),
      at_rest_encryption_enabled: as("encrypted", flag),
      transit_encryption_enabled: as("encrypted on the way", flag),
      subnet_group_name: as("subnet group"),
      apply_immediately: as("applied at once", flag),
      // A last snapshot is made where it has a name.
      final_snapshot_identifier: (value, at) => ({ ...snapshotName(value, at), removal: "snapshot" }),
    },
    assumed: { removal: "delete" },
  },
  aws_elasticache_serverless_cache: {
    subject: (get) => `serverless cache ${get("name")}`,
    fields: {
      ...cache,
      name: as("name"),
      major_engine_version: as("version", text),
      subnet_ids: as("subnets", set),
      cache_usage_limits: within({
        data_storage: under("storage", { maximum: as("most", number), unit: as("unit") }),
        ecpu_per_second: under("requests", { maximum: as("most", number) }),
      }),
    },
  },
};

function parameters(value: Json, at: string): { readonly parameters: Readonly<Record<string, Json>> } {
  const entries = items(value, at).map((item) => {
    const { name, value: set } = read(item, { name: as("name"), value: as("value") }, at);
    return [String(name), set ?? null] as const;
  });
  return { parameters: Object.fromEntries(entries) };
}
