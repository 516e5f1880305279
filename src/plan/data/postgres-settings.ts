import { isReservedDatabase, type PostgresResource, type ServerlessCapacity } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { DbInstance } from "../resources/databases.js";
import type { DatabaseSource } from "./database-placement.js";

/** https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html */
export const defaultVersion = "17";

/** GiB of an instance that names none: the least that gp3 takes. */
const smallestStorageGiB = 20;

/** What an RDS instance and an Aurora cluster have alike. */
export type DatabaseSettings = Pick<
  DbInstance,
  | "backupRetentionDays"
  | "databaseName"
  | "deletionProtection"
  | "engineVersion"
  | "key"
  | "logExports"
  | "masterUser"
  | "parameterGroup"
  | "removal"
  | "securityGroups"
  | "subnetGroup"
> & { readonly dependsOn: readonly string[] };

export function databaseSettings(
  context: ResolveContext,
  { name, resource, key }: DatabaseSource<PostgresResource>,
): Omit<DatabaseSettings, "dependsOn" | "parameterGroup" | "securityGroups" | "subnetGroup"> {
  const { defaults } = context;
  const origin = `resources.${name}`;
  return {
    engineVersion: context.decide(
      `${origin}.version`,
      resource.version,
      defaultVersion,
      "a major version: AWS keeps it up to date",
    ),
    databaseName: context.decide(
      `${origin}.database`,
      resource.database,
      nameOfDatabase(context.manifest.application),
      "the application's name, as PostgreSQL takes it",
    ),
    masterUser: "postgres",
    backupRetentionDays: context.byProfile(
      `${origin}.backups`,
      resource.backupDays,
      defaults.postgres.backupDays,
      "any second of these days can be restored",
      "days",
    ),
    deletionProtection: context.byProfile(
      `${origin}.deletionProtection`,
      resource.deletionProtection,
      defaults.deletionProtection,
      "whether a database can be deleted by mistake",
    ),
    logExports: ["postgresql"],
    removal: context.byProfile(
      `${origin}.removal`,
      resource.removal,
      defaults.databaseRemoval,
      "what is left of its data when it goes",
    ),
    ...(key !== undefined && { key }),
  };
}

/** What it runs on: the manifest's choice, else the profile's. */
export function decideCapacity(
  { defaults }: ResolveContext,
  { serverless, instance, storageGiB }: PostgresResource,
): ServerlessCapacity | InstanceCapacity {
  if (serverless !== undefined) return serverless;
  return instance === undefined
    ? defaults.postgres.capacity
    : { instance, storageGiB: storageGiB ?? smallestStorageGiB };
}

export interface InstanceCapacity {
  readonly instance: string;
  readonly storageGiB: number;
}

/** Of a major version alone AWS takes the newest; a minor one that is written stays, or tools would undo the upgrade. */
export function upgradesItself({ version = defaultVersion }: PostgresResource): boolean {
  return !version.includes(".");
}

/** `shop-api` as PostgreSQL takes it, and apart from its key words, such as `order`. */
function nameOfDatabase(application: string): string {
  const name = application.replaceAll("-", "_");
  return isReservedDatabase(name) ? `${name}_db` : name;
}
