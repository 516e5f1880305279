import type { PostgresResource, ServerlessCapacity } from "../../database-resources.js";
import type { WrittenResource } from "../../written.generated.js";
import { seconds } from "../duration.js";
import { present } from "../present.js";
import type { Reading } from "../reading.js";
import { ifWritten } from "../reading.js";
import { amount, type Measure } from "../size.js";
import { backupDays, databaseImport, refuseBoth } from "./database.js";
import { isReservedDatabase } from "./reserved-database.js";

type WrittenPostgres = Extract<WrittenResource, { type: "postgres" }>;

export function postgres(
  reading: Reading,
  path: string,
  written: WrittenPostgres,
): PostgresResource | undefined {
  const { version, instance, multiZone, removal, deletionProtection, insights, subnets, encryption } =
    written;
  const imported = databaseImport(reading, path, written);
  if (written.import !== undefined) {
    return imported === undefined ? undefined : { type: "postgres", import: imported };
  }
  refuseBoth(reading, path, written, "serverless", ["instance", "storage"]);
  if (written.storage !== undefined && instance === undefined && written.serverless === undefined) {
    reading.fail("invalid-value", `${path}.storage`, `${path} has storage and no instance`, {
      reason: "the storage of Aurora grows by itself, which the profile may choose",
      hint: "add instance: db.t4g.micro",
    });
  }
  return present({
    type: "postgres" as const,
    version,
    serverless: ifWritten(written.serverless, (each) => capacity(reading, `${path}.serverless`, each)),
    instance,
    storageGiB: amount(reading, `${path}.storage`, written.storage, storage),
    multiZone,
    database: ifWritten(written.database, (name) => databaseName(reading, `${path}.database`, name)),
    // Aurora has backups of at least one day.
    backupDays: backupDays(reading, `${path}.backups`, written.backups, written.serverless ? 1 : 0),
    removal,
    deletionProtection,
    insights,
    subnets,
    encryption,
  });
}

/** Of gp3. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html */
const storage: Measure = {
  pattern: /^(\d+) ?(Gi?B)$/i,
  units: { gb: 1, gib: 1 },
  min: 20,
  max: 65_536,
  unit: "GiB",
  example: '20 or "20 GB"',
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html */
const capacityUnits = { min: 0, max: 256, smallestMax: 1 };

function capacity(
  reading: Reading,
  path: string,
  written: NonNullable<WrittenPostgres["serverless"]>,
): ServerlessCapacity | undefined {
  const { min, max } = written;
  const fits = [
    inSteps(reading, `${path}.min`, min, capacityUnits.min),
    inSteps(reading, `${path}.max`, max, capacityUnits.smallestMax),
  ];
  if (fits.includes(false)) return undefined;
  if (min > max) {
    return reading.fail("invalid-value", `${path}.min`, `${path}: min is ${min} and max is ${max}`, {
      reason: "the smallest capacity cannot be above the largest",
    });
  }
  if (written.pauseAfter !== undefined && min > 0) {
    reading.fail("invalid-value", `${path}.pauseAfter`, `${path} has pauseAfter and a min of ${min}`, {
      reason: "Aurora pauses only where the smallest capacity is 0",
      hint: "set min: 0, or remove pauseAfter",
    });
  }
  const pauseAfterSeconds = seconds(reading, `${path}.pauseAfter`, written.pauseAfter, 300, 86_400);
  return present({ min, max, pauseAfterSeconds });
}

function inSteps(reading: Reading, path: string, value: number, min: number): boolean {
  if (Number.isInteger(value * 2) && value >= min && value <= capacityUnits.max) return true;
  reading.fail(
    "invalid-value",
    path,
    `${path} must be from ${min} to ${capacityUnits.max} in steps of 0.5, not ${value}`,
    { hint: "one Aurora capacity unit is about 2 GiB of memory with its share of CPU" },
  );
  return false;
}

function databaseName(reading: Reading, path: string, name: string): string | undefined {
  if (!isReservedDatabase(name)) return name;
  return reading.fail("invalid-value", path, `${path} cannot be "${name}"`, {
    reason: "PostgreSQL and RDS keep the name for themselves",
    hint: `choose another, such as ${name}_db`,
  });
}
