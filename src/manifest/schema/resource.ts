import * as z from "zod/mini";
import { external } from "./external.js";
import type { Schema } from "./fields.js";
import { about, block, define, field, flag, required } from "./fields.js";
import { phrase } from "./phrase.js";
import { port } from "./values.js";

const bucket = z.strictObject(
  {
    type: z.literal("s3").register(about, { description: "An S3 bucket." }),
    import: field("A bucket that exists already.", external("bucket"), "shop-files"),
  },
  { error: phrase("a map", undefined, { unrecognized_keys: "type import" }) },
);

const database = z.strictObject(
  {
    type: z.literal("postgres").register(about, { description: "A PostgreSQL database." }),
    import: required(
      "The database, which exists already.",
      block({
        securityGroup: required("Security group of the database.", external("securityGroup")),
        host: field("DNS name of the database.", external("dnsName"), "ssm:/shop/db-host"),
        port: field("Its port; 5432 when left out.", port(), 5432),
        addRules: field("Add rules to the security group, so that services may connect.", flag()),
      }),
    ),
  },
  { error: phrase("a map", undefined, { unrecognized_keys: "type import" }) },
);

export const resource: Schema = define(
  "Resource",
  z.discriminatedUnion("type", [bucket, database], {
    error: phrase("a map with type s3 or postgres", undefined, { invalid_union: "one of s3, postgres" }),
  }),
);
