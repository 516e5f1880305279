import * as z from "zod/mini";
import type { Shape } from "../fields.js";
import { about, anyNumber, block, field, flag, required, text } from "../fields.js";
import { phrase } from "../phrase.js";
import { adviseQuotes, duration, sized } from "../values.js";
import { backups, databaseEncryption, databaseImport, databaseRemoval, databaseSubnets } from "./database.js";

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html */
const serverless = block({
  min: required(
    "Smallest capacity in Aurora capacity units, in steps of 0.5; 0 pauses it.",
    anyNumber(),
    0.5,
  ),
  max: required("Largest capacity in Aurora capacity units, from 1 to 256.", anyNumber(), 4),
  pauseAfter: field("Time without connections after which it pauses; min is 0 then.", duration("10m"), "10m"),
});

const fields: Shape = {
  version: field(
    "Version of PostgreSQL; of a major version alone AWS chooses the minor one.",
    text("a PostgreSQL version such as 17 or 17.6, in quotes", /^1\d(?:\.\d{1,2})?$/, adviseQuotes),
    "17",
  ),
  serverless: field("Aurora Serverless v2, which follows the load between two capacities.", serverless, {
    min: 0.5,
    max: 4,
  }),
  instance: field(
    "Class of an RDS instance.",
    text(
      "a class of RDS such as db.t4g.micro",
      /^db\.[a-z]+\d[a-z0-9-]*\.(?:micro|small|medium|large|\d*xlarge)$/,
      adviseInstance,
    ),
    "db.t4g.micro",
  ),
  storage: field(
    "Storage of an instance in GiB, from 20; Aurora's grows by itself.",
    sized("a size in GiB such as 20, or a text such as 20 GB", /^\d+ ?Gi?B$/),
    "20 GB",
  ),
  multiZone: field("A second instance in another zone, which takes over when the first fails.", flag()),
  database: field(
    "Name of the database; that of the application when left out.",
    text("a name of letters, digits and underscores, at most 63", /^[a-z][a-z0-9_]{0,62}$/, adviseDatabase),
    "shop",
  ),
  backups: backups("7d"),
  removal: databaseRemoval(),
  deletionProtection: field("Refuse to delete it until this is taken out.", flag()),
  insights: field("Keep seven days of database load, by statement and wait.", flag()),
  subnets: databaseSubnets(),
  encryption: databaseEncryption(),
};

export const postgres: z.ZodMiniObject = z.strictObject(
  {
    type: z
      .literal("postgres")
      .register(about, { description: "A PostgreSQL database: an RDS instance or Aurora." }),
    import: databaseImport("database", 5432),
    ...fields,
  },
  {
    error: phrase("a map", undefined, {
      unrecognized_keys: ["type", "import", ...Object.keys(fields)].join(" "),
    }),
  },
);

function adviseInstance(input: unknown): string | undefined {
  return input === "db.serverless" ? "write serverless: { min: 0.5, max: 4 }" : undefined;
}

function adviseDatabase(input: unknown): string | undefined {
  if (typeof input !== "string") return undefined;
  const meant = input.toLowerCase().replaceAll(/[\s-]/g, "_");
  return /^[a-z][a-z0-9_]{0,62}$/.test(meant) ? `write ${meant}` : undefined;
}
