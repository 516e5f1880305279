import type { CacheSubnetGroup, ReplicationGroup, ServerlessCache } from "../plan/resources/databases.js";
import { snapshotOrDelete } from "./databases.js";
import { given } from "./properties.js";
import type { Scope } from "./scope.js";
import type { JsonObject, ResourceBody } from "./template.js";
import { renderEach, renderValue, renderValues } from "./values.js";

export function renderCacheSubnetGroup(group: CacheSubnetGroup, scope: Scope): ResourceBody {
  return {
    Type: "AWS::ElastiCache::SubnetGroup",
    Properties: {
      CacheSubnetGroupName: group.name,
      Description: group.description,
      SubnetIds: renderValues(group.subnets, scope),
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html */
export function renderReplicationGroup(group: ReplicationGroup, scope: Scope): ResourceBody {
  return {
    Type: "AWS::ElastiCache::ReplicationGroup",
    ...snapshotOrDelete(group.removal),
    Properties: {
      ReplicationGroupId: group.replicationGroupId,
      ReplicationGroupDescription: group.description,
      Engine: group.engine,
      EngineVersion: group.engineVersion,
      CacheNodeType: group.nodeType,
      NumCacheClusters: group.nodes,
      AutomaticFailoverEnabled: group.automaticFailover,
      MultiAZEnabled: group.multiZone,
      AutoMinorVersionUpgrade: true,
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
      ...renderKey(group, scope),
      CacheSubnetGroupName: renderValue(group.subnetGroup, scope),
      SecurityGroupIds: renderEach(group.securityGroups, scope),
      SnapshotRetentionLimit: group.snapshotRetentionDays,
    },
  };
}

/** Always encrypted. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-serverlesscache.html */
export function renderServerlessCache(cache: ServerlessCache, scope: Scope): ResourceBody {
  const limits = renderLimits(cache);
  return {
    Type: "AWS::ElastiCache::ServerlessCache",
    Properties: {
      ServerlessCacheName: cache.name,
      Description: cache.description,
      Engine: cache.engine,
      MajorEngineVersion: cache.majorVersion,
      ...(Object.keys(limits).length === 0 ? {} : { CacheUsageLimits: limits }),
      ...renderKey(cache, scope),
      SubnetIds: renderValues(cache.subnets, scope),
      SecurityGroupIds: renderEach(cache.securityGroups, scope),
      SnapshotRetentionLimit: cache.snapshotRetentionDays,
    },
  };
}

function renderLimits({ maxStorageGB, maxEcpuPerSecond }: ServerlessCache): JsonObject {
  return {
    ...(maxStorageGB === undefined ? {} : { DataStorage: { Maximum: maxStorageGB, Unit: "GB" } }),
    ...(maxEcpuPerSecond === undefined ? {} : { ECPUPerSecond: { Maximum: maxEcpuPerSecond } }),
  };
}

function renderKey({ key }: ReplicationGroup | ServerlessCache, scope: Scope): JsonObject {
  return given("KmsKeyId", key === undefined ? undefined : renderValue(key, scope));
}
