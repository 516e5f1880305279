import type { CacheSubnetGroup, ReplicationGroup, ServerlessCache } from "../plan/resources/databases.js";
import { finalSnapshot, finalSnapshotReason, keepFinalSnapshot } from "./databases.js";
import { type Block, block } from "./hcl/tree.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderEach, renderValue, renderValues } from "./values.js";

export function renderCacheSubnetGroup(group: CacheSubnetGroup, scope: Scope): Rendered {
  return {
    arguments: {
      name: scope.names.named(group.name),
      description: group.description,
      subnet_ids: renderValues(group.subnets, scope),
    },
  };
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group */
export function renderReplicationGroup(group: ReplicationGroup, scope: Scope): Rendered {
  const isKept = group.removal === "snapshot";
  return {
    arguments: {
      replication_group_id: scope.names.named(group.replicationGroupId),
      description: group.description,
      engine: group.engine,
      engine_version: group.engineVersion,
      node_type: group.nodeType,
      num_cache_clusters: group.nodes,
      automatic_failover_enabled: group.automaticFailover,
      multi_az_enabled: group.multiZone,
      auto_minor_version_upgrade: true,
      at_rest_encryption_enabled: true,
      transit_encryption_enabled: true,
      kms_key_id: group.key === undefined ? undefined : renderValue(group.key, scope),
      subnet_group_name: renderValue(group.subnetGroup, scope),
      security_group_ids: renderEach(group.securityGroups, scope),
      snapshot_retention_limit: group.snapshotRetentionDays,
      final_snapshot_identifier: isKept ? finalSnapshot(group.replicationGroupId, scope) : undefined,
      apply_immediately: true,
    },
    ...(isKept && {
      comments: { final_snapshot_identifier: finalSnapshotReason },
      blocks: [keepFinalSnapshot],
    }),
  };
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_serverless_cache */
export function renderServerlessCache(cache: ServerlessCache, scope: Scope): Rendered {
  const limits = renderLimits(cache);
  return {
    arguments: {
      name: scope.names.named(cache.name),
      description: cache.description,
      engine: cache.engine,
      major_engine_version: cache.majorVersion,
      kms_key_id: cache.key === undefined ? undefined : renderValue(cache.key, scope),
      subnet_ids: renderValues(cache.subnets, scope),
      security_group_ids: renderEach(cache.securityGroups, scope),
      snapshot_retention_limit: cache.snapshotRetentionDays,
    },
    blocks: limits.length === 0 ? [] : [block("cache_usage_limits", limits)],
  };
}

function renderLimits({ maxStorageGB, maxEcpuPerSecond }: ServerlessCache): readonly Block[] {
  return [
    ...(maxStorageGB === undefined ? [] : [block("data_storage", { maximum: maxStorageGB, unit: "GB" })]),
    ...(maxEcpuPerSecond === undefined ? [] : [block("ecpu_per_second", { maximum: maxEcpuPerSecond })]),
  ];
}
