import type { RedisResource } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { NetworkPart } from "../network.js";
import { type Resource, referTo } from "../resource.js";
import type { CacheSubnetGroup, ReplicationGroup, ServerlessCache } from "../resources/databases.js";
import type { SecurityGroup } from "../resources/network.js";
import { join } from "../value.js";
import {
  type DatabaseSource,
  databaseIdentifier,
  databaseSecurityGroup,
  databaseSubnets,
  importDatabase,
} from "./database-placement.js";
import type { PlannedResource } from "./handle.js";

const redisPort = 6379;

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html */
const defaultVersions = { valkey: "8.2", redis: "7.1" } as const;

/** Nodes, since clients of a serverless cache must speak the protocol of clusters: only where it is asked for. */
export function planRedis(
  context: ResolveContext,
  network: NetworkPart,
  source: DatabaseSource<RedisResource>,
): PlannedResource {
  const { name, resource } = source;
  if (resource.import !== undefined) return importDatabase("redis", resource.import, redisPort);
  const securityGroup = databaseSecurityGroup(context, network, name, "Cache");
  const { cache, others } =
    resource.serverless === undefined
      ? planNodes(context, network, source, securityGroup)
      : { cache: planServerless(context, network, source, resource.serverless, securityGroup), others: [] };
  const host = referTo(cache, "host");
  return {
    resources: [securityGroup, ...others, cache],
    handle: {
      type: "redis",
      host,
      port: String(redisPort),
      url: join("rediss://", host, `:${redisPort}`),
      endpoint: { securityGroup: referTo(securityGroup, "id"), port: redisPort, addRules: true },
    },
  };
}

function planNodes(
  context: ResolveContext,
  network: NetworkPart,
  source: DatabaseSource<RedisResource>,
  securityGroup: SecurityGroup,
): { readonly cache: ReplicationGroup; readonly others: readonly Resource[] } {
  const { name, resource } = source;
  const { redis, databaseRemoval } = context.defaults;
  const replicas = context.byProfile(
    `resources.${name}.replicas`,
    resource.replicas,
    redis.replicas,
    "a replica takes over when the primary fails",
  );
  const automaticFailover = replicas > 0;
  const multiZone = automaticFailover && (resource.multiZone ?? true);
  reportLoneNode(context, source, replicas);
  const replicationGroupId = databaseIdentifier(context, "replication group", source);
  const reason = "a replica in the zone of its primary fails with it";
  const subnetGroup: CacheSubnetGroup = {
    id: `data/${name}/subnet-group`,
    kind: "CacheSubnetGroup",
    origin: `resources.${name}`,
    name: replicationGroupId,
    description: `Subnets of ${name} of ${context.prefix}`,
    subnets: databaseSubnets(context, network, source, { zones: multiZone ? 2 : 1, reason }),
    tags: context.tags(),
  };
  const cache: ReplicationGroup = {
    id: `data/${name}`,
    kind: "ReplicationGroup",
    ...shared(context, source, securityGroup),
    replicationGroupId,
    engineVersion: resource.version ?? defaultVersions[engineOf(resource)],
    nodeType: context.byProfile(
      `resources.${name}.node`,
      resource.node,
      redis.node,
      "the smallest that the profile's load asks for",
    ),
    nodes: 1 + replicas,
    automaticFailover,
    multiZone,
    subnetGroup: referTo(subnetGroup, "name"),
    removal: context.byProfile(
      `resources.${name}.removal`,
      resource.removal,
      databaseRemoval,
      "what is left of its data when it goes",
    ),
  };
  return { cache, others: [subnetGroup] };
}

/** A profile may have no replica, too. */
function reportLoneNode(
  context: ResolveContext,
  { name, resource }: DatabaseSource<RedisResource>,
  replicas: number,
): void {
  if (replicas > 0 || resource.multiZone !== true) return;
  context.report({
    code: "invalid-value",
    severity: "error",
    path: `resources.${name}.multiZone`,
    message: `resources.${name} has several zones and no replica`,
    reason: "a lone node has nothing that could take over in another zone",
    hint: "set replicas: 1, or remove multiZone",
  });
}

function planServerless(
  context: ResolveContext,
  network: NetworkPart,
  source: DatabaseSource<RedisResource>,
  { storageGB, ecpuPerSecond }: NonNullable<RedisResource["serverless"]>,
  securityGroup: SecurityGroup,
): ServerlessCache {
  const { name, resource } = source;
  const [majorVersion = ""] = (resource.version ?? defaultVersions[engineOf(resource)]).split(".");
  const reason = "a serverless cache has an endpoint in two or three zones";
  const subnets = databaseSubnets(context, network, source, { zones: 2, reason });
  return {
    id: `data/${name}`,
    kind: "ServerlessCache",
    ...shared(context, source, securityGroup),
    name: databaseIdentifier(context, "serverless cache", source),
    majorVersion,
    ...(storageGB !== undefined && { maxStorageGB: storageGB }),
    ...(ecpuPerSecond !== undefined && { maxEcpuPerSecond: ecpuPerSecond }),
    // Of more than three zones it takes none. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VPCs.EC.html
    subnets: "importList" in subnets ? subnets : subnets.slice(0, 3),
  };
}

function engineOf({ engine }: RedisResource): "valkey" | "redis" {
  return engine ?? "valkey";
}

function shared(
  context: ResolveContext,
  { name, resource, key }: DatabaseSource<RedisResource>,
  securityGroup: SecurityGroup,
) {
  return {
    origin: `resources.${name}`,
    description: `Cache ${name} of ${context.prefix}`,
    engine: engineOf(resource),
    securityGroups: [referTo(securityGroup, "id")],
    snapshotRetentionDays: context.byProfile(
      `resources.${name}.backups`,
      resource.backupDays,
      context.defaults.redis.backupDays,
      "days of snapshots",
      "days",
    ),
    ...(key !== undefined && { key }),
    tags: context.tags(),
  };
}
