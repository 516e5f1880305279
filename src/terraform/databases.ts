import type {
  DatabaseRemoval,
  DbCluster,
  DbClusterInstance,
  DbClusterParameterGroup,
  DbInstance,
  DbParameterGroup,
  DbSubnetGroup,
} from "../plan/resources/databases.js";
import { type Arguments, type Block, block, call, type Expression, template, traversal } from "./hcl/tree.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderEach, renderValue, renderValues } from "./values.js";

export function renderDbSubnetGroup(group: DbSubnetGroup, scope: Scope): Rendered {
  return {
    arguments: {
      name: scope.names.named(group.name),
      description: group.description,
      subnet_ids: renderValues(group.subnets, scope),
    },
  };
}

/** The one of a new major version must be there before the database moves to it. */
export function renderDbParameterGroup(
  group: DbParameterGroup | DbClusterParameterGroup,
  scope: Scope,
): Rendered {
  return {
    arguments: {
      name: scope.names.named(group.name),
      description: group.description,
      family: group.family,
    },
    blocks: [
      ...Object.entries(group.parameters).map(([name, value]) => block("parameter", { name, value })),
      block("lifecycle", { create_before_destroy: true }),
    ],
  };
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster */
export function renderDbCluster(cluster: DbCluster, scope: Scope): Rendered {
  const removed = renderRemoved(cluster.removal, cluster.clusterIdentifier, scope);
  return {
    arguments: {
      cluster_identifier: scope.names.named(cluster.clusterIdentifier),
      ...renderDatabase(cluster, scope),
      database_name: cluster.databaseName,
      master_username: cluster.masterUser,
      db_cluster_parameter_group_name: renderValue(cluster.parameterGroup, scope),
      backup_retention_period: cluster.backupRetentionDays,
      ...removed.arguments,
    },
    comments: removed.comments,
    blocks: [
      block("serverlessv2_scaling_configuration", {
        min_capacity: cluster.minCapacity,
        max_capacity: cluster.maxCapacity,
        seconds_until_auto_pause: cluster.secondsUntilAutoPause,
      }),
      ...removed.blocks,
    ],
  };
}

export function renderDbClusterInstance(instance: DbClusterInstance, scope: Scope): Rendered {
  return {
    arguments: {
      identifier: scope.names.named(instance.instanceIdentifier),
      cluster_identifier: renderValue(instance.cluster, scope),
      engine: instance.engine,
      instance_class: instance.instanceClass,
      auto_minor_version_upgrade: instance.autoMinorUpgrade,
      publicly_accessible: false,
      performance_insights_enabled: instance.performanceInsights,
      apply_immediately: true,
    },
  };
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance */
export function renderDbInstance(instance: DbInstance, scope: Scope): Rendered {
  const removed = renderRemoved(instance.removal, instance.instanceIdentifier, scope);
  return {
    arguments: {
      identifier: scope.names.named(instance.instanceIdentifier),
      ...renderDatabase(instance, scope),
      db_name: instance.databaseName,
      username: instance.masterUser,
      instance_class: instance.instanceClass,
      allocated_storage: instance.storageGiB,
      storage_type: "gp3",
      multi_az: instance.multiZone,
      auto_minor_version_upgrade: instance.autoMinorUpgrade,
      publicly_accessible: false,
      performance_insights_enabled: instance.performanceInsights,
      parameter_group_name: renderValue(instance.parameterGroup, scope),
      backup_retention_period: instance.backupRetentionDays,
      ...removed.arguments,
    },
    comments: removed.comments,
    blocks: removed.blocks,
  };
}

/** The password is made and kept by RDS: it is in no state. Changes are made at once, as CloudFormation makes them. */
function renderDatabase(database: DbCluster | DbInstance, scope: Scope): Arguments {
  const key = database.key === undefined ? undefined : renderValue(database.key, scope);
  return {
    engine: database.engine,
    engine_version: database.engineVersion,
    manage_master_user_password: true,
    master_user_secret_kms_key_id: key,
    storage_encrypted: true,
    kms_key_id: key,
    db_subnet_group_name: renderValue(database.subnetGroup, scope),
    vpc_security_group_ids: renderEach(database.securityGroups, scope),
    copy_tags_to_snapshot: true,
    deletion_protection: database.deletionProtection,
    enabled_cloudwatch_logs_exports: [...database.logExports],
    apply_immediately: true,
  };
}

interface Removed {
  readonly arguments: Arguments;
  readonly comments: Readonly<Record<string, string>>;
  readonly blocks: readonly Block[];
}

function renderRemoved(removal: DatabaseRemoval, name: string, scope: Scope): Removed {
  if (removal === "delete") {
    return {
      arguments: { skip_final_snapshot: true },
      comments: { skip_final_snapshot: "Its data goes with it." },
      blocks: [],
    };
  }
  return {
    arguments: { skip_final_snapshot: false, final_snapshot_identifier: finalSnapshot(name, scope) },
    comments: { final_snapshot_identifier: finalSnapshotReason },
    blocks: [keepFinalSnapshot],
  };
}

export const finalSnapshotReason =
  "Made when it is destroyed. The time is that of its creation, so that another by this name gets one, too.";

/** The name that the state has is the one that counts. */
export const keepFinalSnapshot: Block = block("lifecycle", {
  ignore_changes: [traversal("final_snapshot_identifier")],
});

/** A snapshot of the same name would stop the next `destroy`. https://developer.hashicorp.com/terraform/language/functions/plantimestamp */
export function finalSnapshot(name: string, scope: Scope): Expression {
  return template(
    scope.names.named(name),
    "-final-",
    call("formatdate", "YYYYMMDDhhmmss", call("plantimestamp")),
  );
}
