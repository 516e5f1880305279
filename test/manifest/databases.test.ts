import { describe, expect, it } from "vitest";
import { parseManifest } from "../../src/manifest/index.js";
import { expectFault, faults, type Row, withService, withTop } from "./faults.js";

const invalid = (written: string, field: string, message: string | RegExp, hint: RegExp = /./): Row => [
  written,
  "invalid-value",
  `resources.X${field}`,
  message,
  hint,
];
const postgres = (fields: string): string => `{ type: postgres, ${fields} }`;
const redis = (fields: string): string => `{ type: redis, ${fields} }`;
const imported = "import: { securityGroup: sg-0a1b2c3d }";

const rows: readonly Row[] = [
  invalid(
    postgres("serverless: { min: 1, max: 2 }, instance: db.t4g.micro"),
    ".instance",
    "resources.X has both serverless and instance",
    /remove one of the two/,
  ),
  invalid(
    postgres("serverless: { min: 1, max: 2 }, storage: 20 GB"),
    ".storage",
    /both serverless and storage/,
  ),
  invalid(postgres("storage: 20 GB"), ".storage", /storage and no instance/, /add instance: db\.t4g\.micro/),
  invalid(postgres("instance: db.t4g.micro, storage: 10 GB"), ".storage", /GiB from 20 to 65536, not 10/),
  invalid(postgres("serverless: { min: 4, max: 2 }"), ".serverless.min", /min is 4 and max is 2/),
  invalid(
    postgres("serverless: { min: 0.7, max: 2 }"),
    ".serverless.min",
    /from 0 to 256 in steps of 0\.5, not 0\.7/,
  ),
  invalid(
    postgres("serverless: { min: 0, max: 0.5 }"),
    ".serverless.max",
    /from 1 to 256 in steps of 0\.5, not 0\.5/,
  ),
  invalid(postgres("serverless: { min: 1, max: 300 }"), ".serverless.max", /not 300/),
  invalid(
    postgres("serverless: { min: 0.5, max: 2, pauseAfter: 10m }"),
    ".serverless.pauseAfter",
    /pauseAfter and a min of 0\.5/,
    /set min: 0/,
  ),
  invalid(
    postgres("serverless: { min: 0, max: 2, pauseAfter: 1m }"),
    ".serverless.pauseAfter",
    /from 300s to 86400s/,
  ),
  invalid(postgres("database: user"), ".database", /cannot be "user"/, /such as user_db/),
  invalid(postgres("database: postgres"), ".database", /cannot be "postgres"/),
  invalid(postgres("instance: db.t4g.micro, backups: 36d"), ".backups", /from 0d to 35d, not 36d/),
  invalid(postgres("backups: 12h"), ".backups", /not 12h/, /whole days/),
  invalid(postgres("serverless: { min: 1, max: 2 }, backups: 0d"), ".backups", /from 1d to 35d/),
  invalid(
    postgres(`${imported}, instance: db.t4g.micro`),
    ".instance",
    /is imported and cannot be given instance/,
  ),
  invalid(
    redis(`${imported}, replicas: 1`),
    ".replicas",
    /is imported and cannot be given replicas/,
    /remove import/,
  ),
  invalid(redis("replicas: 0, multiZone: true"), ".multiZone", /several zones and no replica/, /replicas: 1/),
  invalid(redis("serverless: true, node: cache.t4g.micro"), ".node", /both serverless and node/),
  invalid(redis("serverless: { storage: 6000 GB }"), ".serverless.storage", /GB from 1 to 5000, not 6000/),
  invalid(redis('engine: valkey, version: "7.0"'), ".version", /valkey has no version 7\.0/, /from 7\.2/),
  invalid(redis('engine: redis, version: "5.0"'), ".version", /redis has no version 5\.0/),
  invalid(redis('version: "8"'), ".version", /must name a minor version/, /only a serverless cache/),
  [postgres('version: "9.6"'), "invalid-value", "resources.X.version", /a PostgreSQL version such as 17/],
  [postgres('version: "17.1.2"'), "invalid-value", "resources.X.version", /a PostgreSQL version such as 17/],
  [postgres("version: 17"), "wrong-type", "resources.X.version", /in quotes/, /put it in quotes: "17"/],
  [postgres("database: my-shop"), "invalid-value", "resources.X.database", /underscores/, /write my_shop/],
  [postgres("database: 1shop"), "invalid-value", "resources.X.database", /underscores/],
  [postgres("instance: t4g.micro"), "invalid-value", "resources.X.instance", /a class of RDS such as/],
  [
    postgres("instance: db.serverless"),
    ...(["invalid-value", "resources.X.instance", /a class of RDS/, /serverless: \{ min: 0\.5/] as const),
  ],
  [redis("node: cache.large"), "invalid-value", "resources.X.node", /a node type such as/],
  [redis("replicas: 6"), "invalid-value", "resources.X.replicas", /from 0 to 5/],
];

describe("a database or cache that AWS would refuse", () => {
  it.each(rows)("%s", (...row) => {
    expectFault(withTop(`resources: { X: ${row[0]} }`), row);
  });
});

const accepted: readonly (readonly [written: string, read: object])[] = [
  ["{ type: postgres }", { type: "postgres" }],
  [
    postgres('version: "16.9", instance: db.m7g.2xlarge, storage: 100 GB, multiZone: true, backups: 35d'),
    {
      ...{ type: "postgres", version: "16.9", instance: "db.m7g.2xlarge", storageGiB: 100 },
      ...{ multiZone: true, backupDays: 35 },
    },
  ],
  [
    postgres("serverless: { min: 0, max: 256, pauseAfter: 10m }, database: shop_1, removal: delete"),
    {
      ...{ type: "postgres", serverless: { min: 0, max: 256, pauseAfterSeconds: 600 } },
      ...{ database: "shop_1", removal: "delete" },
    },
  ],
  ["{ type: redis, serverless: true }", { type: "redis", serverless: {} }],
  ["{ type: redis, serverless: false, node: cache.r7g.large }", { type: "redis", node: "cache.r7g.large" }],
  [
    redis('serverless: { storage: 10, ecpuPerSecond: 5000 }, version: "8"'),
    { type: "redis", serverless: { storageGB: 10, ecpuPerSecond: 5000 }, version: "8" },
  ],
  [
    `{ type: redis, ${imported} }`,
    {
      type: "redis",
      import: { securityGroup: { from: "literal", value: "sg-0a1b2c3d" }, addRules: false },
    },
  ],
];

describe("a database or cache", () => {
  it.each(accepted)("%s is read", (written, read) => {
    const { manifest } = parseManifest({
      file: "longshore.yaml",
      text: withTop(`resources: { X: ${written} }`),
    });
    expect(manifest?.resources["X"]).toEqual(read);
  });
});

describe("a secret of a resource", () => {
  it.each([
    ["resource:Db#password", { from: "resource", name: "Db", jsonKey: "password" }],
    ["resource:Token", { from: "resource", name: "Token" }],
  ])("%s is read", (written, source) => {
    const text = withService(`secrets: { S: "${written}" }`);
    const { manifest } = parseManifest({ file: "longshore.yaml", text });
    expect(manifest?.services["api"]?.secrets).toEqual({ S: source });
  });

  it.each(["resource:", "resource:a b", "resource:Db#a#b", "resource:Db#"])("%s is refused", (written) => {
    const [fault] = faults(withService(`secrets: { S: "${written}" }`));
    expect(fault).toMatchObject({ code: "secret-looks-like-value", path: "services.api.secrets.S" });
    expect(fault?.hint).toContain("resource:Name#jsonKey");
  });
});
