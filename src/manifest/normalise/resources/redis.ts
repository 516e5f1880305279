import type { RedisResource } from "../../database-resources.js";
import type { WrittenResource } from "../../written.generated.js";
import { present } from "../present.js";
import type { Reading } from "../reading.js";
import { amount, type Measure } from "../size.js";
import { backupDays, databaseImport, refuseBoth } from "./database.js";

type WrittenRedis = Extract<WrittenResource, { type: "redis" }>;

export function redis(reading: Reading, path: string, written: WrittenRedis): RedisResource | undefined {
  const { engine, node, replicas, multiZone, removal, subnets, encryption } = written;
  const imported = databaseImport(reading, path, written);
  if (written.import !== undefined) {
    return imported === undefined ? undefined : { type: "redis", import: imported };
  }
  if (written.serverless !== false) {
    refuseBoth(reading, path, written, "serverless", ["node", "replicas", "multiZone", "removal"]);
  }
  if (replicas === 0 && multiZone === true) {
    reading.fail("invalid-value", `${path}.multiZone`, `${path} has several zones and no replica`, {
      reason: "a lone node has nothing that could take over in another zone",
      hint: "set replicas: 1, or remove multiZone",
    });
  }
  return present({
    type: "redis" as const,
    engine,
    version: checkVersion(reading, path, written),
    serverless: limits(reading, `${path}.serverless`, written.serverless),
    node,
    replicas,
    multiZone,
    backupDays: backupDays(reading, `${path}.backups`, written.backups, 0),
    removal,
    subnets,
    encryption,
  });
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DataStorage.html */
const storage: Measure = {
  pattern: /^(\d+) ?(Gi?B)$/i,
  units: { gb: 1, gib: 1 },
  min: 1,
  max: 5000,
  unit: "GB",
  example: '10 or "10 GB"',
};

function limits(
  reading: Reading,
  path: string,
  written: WrittenRedis["serverless"],
): RedisResource["serverless"] {
  if (written === undefined || written === false) return undefined;
  if (written === true) return {};
  const { ecpuPerSecond } = written;
  return present({ storageGB: amount(reading, `${path}.storage`, written.storage, storage), ecpuPerSecond });
}

/** Valkey began at 7.2. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html */
const firstVersion = { valkey: 7.2, redis: 6.2 } as const;

function checkVersion(reading: Reading, path: string, written: WrittenRedis): string | undefined {
  const { engine = "valkey", version } = written;
  if (version === undefined) return undefined;
  const first = firstVersion[engine];
  const isMajor = !version.includes(".");
  if (Number(version) < (isMajor ? Math.floor(first) : first)) {
    return reading.fail("invalid-value", `${path}.version`, `${engine} has no version ${version}`, {
      reason: `ElastiCache offers ${engine} from ${first}`,
    });
  }
  if (isMajor && (written.serverless === undefined || written.serverless === false)) {
    return reading.fail("invalid-value", `${path}.version`, `${path}.version must name a minor version`, {
      reason:
        "the nodes of a cache run one version, such as 8.2; only a serverless cache follows a major one",
    });
  }
  return version;
}
