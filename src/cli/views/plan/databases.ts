import type { Catalogue } from "./catalogue.js";

/** One line for each database that is made. */
export function databaseLines(catalogue: Catalogue): readonly string[] {
  return [
    ...catalogue.of("DbCluster").map((cluster) => {
      const own = catalogue.of("DbClusterInstance").filter(({ id }) => id.startsWith(`${cluster.id}/`));
      const { clusterIdentifier, engineVersion, minCapacity, maxCapacity } = cluster;
      const size = `${own.length === 1 ? "1 instance" : `${own.length} instances`} of ${minCapacity} to ${maxCapacity} ACU`;
      return `${clusterIdentifier}: Aurora PostgreSQL ${engineVersion}, ${size}, ${care(cluster)}`;
    }),
    ...catalogue.of("DbInstance").map((instance) => {
      const { instanceIdentifier, engineVersion, instanceClass, storageGiB, multiZone } = instance;
      const standby = multiZone ? " with a standby" : "";
      return `${instanceIdentifier}: PostgreSQL ${engineVersion}, ${instanceClass}${standby}, ${storageGiB} GiB, ${care(instance)}`;
    }),
  ];
}

/** One line for each cache that is made. */
export function cacheLines(catalogue: Catalogue): readonly string[] {
  return [
    ...catalogue.of("ReplicationGroup").map((group) => {
      const { replicationGroupId, engine, engineVersion, nodes, nodeType, removal } = group;
      const end = removal === "snapshot" ? "a last snapshot" : "nothing kept";
      return `${replicationGroupId}: ${engine} ${engineVersion}, ${nodes} x ${nodeType}, ${end}`;
    }),
    ...catalogue
      .of("ServerlessCache")
      .map(({ name, engine, majorVersion }) => `${name}: ${engine} ${majorVersion}, serverless`),
  ];
}

function care(database: {
  readonly backupRetentionDays: number;
  readonly removal: "snapshot" | "delete";
  readonly deletionProtection: boolean;
}): string {
  const { backupRetentionDays: days, removal, deletionProtection } = database;
  const backups = days === 0 ? "no backups" : `backups of ${days === 1 ? "1 day" : `${days} days`}`;
  const end = removal === "snapshot" ? "a last snapshot" : "nothing kept";
  return `${backups}, ${end}${deletionProtection ? ", protected from deletion" : ""}`;
}
