import fc from "fast-check";
import type { WrittenResource } from "../../src/manifest/written.generated.js";

type Postgres = Extract<WrittenResource, { type: "postgres" }>;
type Redis = Extract<WrittenResource, { type: "redis" }>;

const shared = {
  backups: fc.constantFrom("1d", "14d", "35d"),
  removal: fc.constantFrom("snapshot" as const, "delete" as const),
};
const imported = { securityGroup: "sg-0a1b2c3d", host: "ssm:/db/host", addRules: true };

/** Databases and caches that are made here, of every form, and some of another owner. */
export const databaseArbitrary: fc.Arbitrary<Postgres | Redis> = fc.oneof<fc.Arbitrary<Postgres | Redis>[]>(
  fc.constantFrom<Postgres | Redis>(
    { type: "postgres", import: imported },
    { type: "redis", import: { ...imported, port: 6380 } },
    { type: "redis", serverless: true, engine: "redis" },
    { type: "redis", serverless: { storage: "10 GB", ecpuPerSecond: 5000 }, version: "8" },
  ),
  fc.record(
    {
      type: fc.constant("postgres" as const),
      ...shared,
      version: fc.constantFrom("16", "17.6"),
      instance: fc.constantFrom("db.t4g.micro", "db.m7g.2xlarge"),
      storage: fc.constantFrom<20 | "100 GB">(20, "100 GB"),
      multiZone: fc.boolean(),
      database: fc.constant("shop_1"),
      deletionProtection: fc.boolean(),
      insights: fc.boolean(),
    },
    { requiredKeys: ["type", "instance"] },
  ),
  fc.record(
    {
      type: fc.constant("postgres" as const),
      ...shared,
      serverless: fc.constantFrom({ min: 0, max: 1, pauseAfter: "10m" }, { min: 0.5, max: 256 }),
      multiZone: fc.boolean(),
    },
    { requiredKeys: ["type"] },
  ),
  fc.record(
    {
      type: fc.constant("redis" as const),
      ...shared,
      engine: fc.constant("valkey" as const),
      version: fc.constantFrom("7.2", "8.2"),
      node: fc.constantFrom("cache.t4g.micro", "cache.r7g.large"),
      replicas: fc.integer({ min: 0, max: 5 }),
    },
    { requiredKeys: ["type"] },
  ),
);
