import type { CapacityStrategy, ProfileName } from "../manifest/index.js";
import type { DatabaseDefaults } from "./profile-databases.js";
import { databaseProfiles } from "./profile-databases.js";
import type { Removal } from "./resources/base.js";

/** What a profile decides where the manifest is silent. */
export interface ProfileDefaults extends DatabaseDefaults {
  /** Availability zones of a network that is made here. */
  readonly zones: number;
  readonly nat: "none" | "single" | "per-zone";
  readonly capacity: CapacityStrategy;
  readonly insights: "off" | "on" | "enhanced";
  readonly logRetentionDays: number;
  /** Tasks of a service that says nothing about scaling. */
  readonly minTasks: number;
  readonly accessLogs: boolean;
  readonly accessLogDays: number;
  readonly deletionProtection: boolean;
  /** Log groups and image repositories when their stack goes. */
  readonly removal: Removal;
  /** Buckets, tables, queues, secrets, keys and file systems when their stack goes. */
  readonly dataRemoval: Removal;
  readonly versioning: boolean;
  /** Continuous backup of tables. */
  readonly pointInTimeRecovery: boolean;
  readonly exec: boolean;
  readonly keepImages: number;
  readonly dashboard: boolean;
}

export const defaultProfile: ProfileName = "balanced";

export const profiles: Readonly<Record<ProfileName, ProfileDefaults>> = {
  /** Test environments: spot capacity, one NAT gateway, one task, short logs, nothing kept. */
  economy: {
    ...databaseProfiles.economy,
    zones: 2,
    nat: "single",
    capacity: { FARGATE_SPOT: { weight: 1 } },
    insights: "off",
    logRetentionDays: 7,
    minTasks: 1,
    accessLogs: false,
    accessLogDays: 14,
    deletionProtection: false,
    removal: "delete",
    dataRemoval: "delete",
    versioning: false,
    pointInTimeRecovery: false,
    exec: true,
    keepImages: 10,
    dashboard: false,
  },
  /** Two of everything that fails alone but the NAT gateway; data is kept, logs are not. */
  balanced: {
    ...databaseProfiles.balanced,
    zones: 2,
    nat: "single",
    capacity: { FARGATE: { weight: 1 } },
    insights: "on",
    logRetentionDays: 30,
    minTasks: 2,
    accessLogs: true,
    accessLogDays: 30,
    deletionProtection: false,
    removal: "delete",
    dataRemoval: "retain",
    versioning: false,
    pointInTimeRecovery: false,
    exec: true,
    keepImages: 30,
    dashboard: true,
  },
  /** Three zones with a NAT gateway each, a year of logs, everything kept, no shell into tasks. */
  production: {
    ...databaseProfiles.production,
    zones: 3,
    nat: "per-zone",
    capacity: { FARGATE: { weight: 1 } },
    insights: "on",
    logRetentionDays: 365,
    minTasks: 2,
    accessLogs: true,
    accessLogDays: 365,
    deletionProtection: true,
    removal: "retain",
    dataRemoval: "retain",
    versioning: true,
    pointInTimeRecovery: true,
    exec: false,
    keepImages: 100,
    dashboard: true,
  },
};
