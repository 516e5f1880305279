import * as z from "zod/mini";
import type { Shape } from "../fields.js";
import { about, block, either, field, flag, oneOf, text, whole } from "../fields.js";
import { phrase } from "../phrase.js";
import { adviseQuotes, sized } from "../values.js";
import { backups, databaseEncryption, databaseImport, databaseRemoval, databaseSubnets } from "./database.js";

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Scaling.html */
const serverless = either(
  "true, or a map of limits",
  flag(),
  block({
    storage: field(
      "Most that it may hold in GB, 1 to 5000.",
      sized("a size in GB such as 10, or a text such as 10 GB", /^\d+ ?Gi?B$/),
      "10 GB",
    ),
    ecpuPerSecond: field(
      "Most ElastiCache processing units in a second; a simple command takes one for each kB.",
      whole(1000, 15_000_000),
      5000,
    ),
  }),
);

const fields: Shape = {
  engine: field("Valkey when left out; redis is Redis OSS.", oneOf("valkey", "redis")),
  version: field(
    "Version of the engine.",
    text("a version such as 8.2, in quotes", /^\d(?:\.\d)?$/, adviseQuotes),
    "8.2",
  ),
  serverless: field(
    "A cache without nodes, that follows the load; clients speak the protocol of clusters.",
    serverless,
    true,
  ),
  node: field(
    "Type of the nodes.",
    text(
      "a node type such as cache.t4g.micro",
      /^cache\.[a-z]+\d[a-z0-9-]*\.(?:micro|small|medium|large|\d*xlarge)$/,
    ),
    "cache.t4g.micro",
  ),
  replicas: field("Nodes beside the first, which follow it and take over.", whole(0, 5), 1),
  multiZone: field("Nodes in several zones; needs a replica, and is on when there is one.", flag()),
  backups: backups("3d"),
  removal: databaseRemoval(),
  subnets: databaseSubnets(),
  encryption: databaseEncryption(),
};

export const redis: z.ZodMiniObject = z.strictObject(
  {
    type: z
      .literal("redis")
      .register(about, { description: "A cache of ElastiCache that speaks the protocol of Redis." }),
    import: databaseImport("cache", 6379),
    ...fields,
  },
  {
    error: phrase("a map", undefined, {
      unrecognized_keys: ["type", "import", ...Object.keys(fields)].join(" "),
    }),
  },
);
