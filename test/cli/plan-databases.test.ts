import { expect, test } from "vitest";
import { createWorkspace } from "./harness.js";

const manifest = `application: shop
region: eu-west-1
resources:
  Db: { type: postgres, serverless: { min: 0.5, max: 4 }, multiZone: false, deletionProtection: true }
  Small: { type: postgres, version: "16.9", instance: db.t4g.micro, backups: 0d, removal: delete }
  Cache: { type: redis, node: cache.t4g.micro, replicas: 2 }
  Visits: { type: redis, serverless: true }
services:
  api: { image: nginx, port: 80 }
`;

test("databases and caches are in the view for people", async () => {
  const { code, stdout } = await createWorkspace({ "longshore.yaml": manifest }).run(["plan"]);

  expect(code).toBe(0);
  const flat = stdout.replace(/\s+/g, " ");
  for (const line of [
    "shop-db: Aurora PostgreSQL 17, 1 instance of 0.5 to 4 ACU, backups of 7 days, a last snapshot, protected from deletion",
    "shop-small: PostgreSQL 16.9, db.t4g.micro with a standby, 20 GiB, no backups, nothing kept",
    "shop-cache: valkey 8.2, 3 x cache.t4g.micro, a last snapshot",
    "shop-visits: valkey 8, serverless",
  ]) {
    expect(flat).toContain(line);
  }
});
