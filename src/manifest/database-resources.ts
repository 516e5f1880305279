import type { External } from "./external-value.js";

/** A database or cache that exists already. */
export interface DatabaseImport {
  readonly securityGroup: External;
  readonly host?: External;
  readonly port?: number;
  /** True when this stack may add rules to the imported group. */
  readonly addRules: boolean;
}

/** What databases and caches that are made here have alike. */
interface ManagedDatabase {
  readonly import?: DatabaseImport;
  readonly version?: string;
  readonly multiZone?: boolean;
  /** Days that daily backups are kept; 0 makes none. */
  readonly backupDays?: number;
  readonly removal?: "snapshot" | "delete";
  /** A subnet group of the network. */
  readonly subnets?: string;
  /** Name of a resource of type `kms`. */
  readonly encryption?: string;
}

export interface PostgresResource extends ManagedDatabase {
  readonly type: "postgres";
  readonly serverless?: ServerlessCapacity;
  /** Class of RDS such as `db.t4g.micro`. */
  readonly instance?: string;
  readonly storageGiB?: number;
  readonly database?: string;
  readonly deletionProtection?: boolean;
  readonly insights?: boolean;
}

/** In Aurora capacity units. */
export interface ServerlessCapacity {
  readonly min: number;
  readonly max: number;
  readonly pauseAfterSeconds?: number;
}

export interface RedisResource extends ManagedDatabase {
  readonly type: "redis";
  readonly engine?: "valkey" | "redis";
  /** Limits of a cache without nodes. */
  readonly serverless?: { readonly storageGB?: number; readonly ecpuPerSecond?: number };
  /** Type such as `cache.t4g.micro`. */
  readonly node?: string;
  readonly replicas?: number;
}
