import type { ProfileName, ServerlessCapacity } from "../manifest/index.js";
import type { DatabaseRemoval } from "./resources/databases.js";

/** What a profile decides of databases and caches where the manifest is silent. */
export interface DatabaseDefaults {
  /** Of databases, and of caches with nodes. */
  readonly databaseRemoval: DatabaseRemoval;
  readonly postgres: {
    /** A `postgres` that names neither an instance nor `serverless`. */
    readonly capacity: ServerlessCapacity | { readonly instance: string; readonly storageGiB: number };
    readonly multiZone: boolean;
    readonly backupDays: number;
    /** Seven days of database load, which cost nothing. */
    readonly insights: boolean;
  };
  /** A `redis` with nodes in every profile: a serverless one would need another client in some environments. */
  readonly redis: { readonly node: string; readonly replicas: number; readonly backupDays: number };
}

export const databaseProfiles: Readonly<Record<ProfileName, DatabaseDefaults>> = {
  /** The smallest of each, alone, with yesterday's backup; nothing is kept. */
  economy: {
    databaseRemoval: "delete",
    postgres: {
      capacity: { instance: "db.t4g.micro", storageGiB: 20 },
      multiZone: false,
      backupDays: 1,
      insights: false,
    },
    redis: { node: "cache.t4g.micro", replicas: 0, backupDays: 0 },
  },
  /** Small ones with a standby; a week of backups and a last snapshot. */
  balanced: {
    databaseRemoval: "snapshot",
    postgres: {
      capacity: { instance: "db.t4g.small", storageGiB: 20 },
      multiZone: true,
      backupDays: 7,
      insights: true,
    },
    redis: { node: "cache.t4g.small", replicas: 1, backupDays: 1 },
  },
  /** Aurora that follows the load, two of each; a month of backups and a last snapshot. */
  production: {
    databaseRemoval: "snapshot",
    postgres: { capacity: { min: 0.5, max: 8 }, multiZone: true, backupDays: 30, insights: true },
    redis: { node: "cache.m7g.large", replicas: 1, backupDays: 7 },
  },
};
