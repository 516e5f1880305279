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

const secret = z.strictObject(
  {
    type: z
      .literal("secret")
      .register(about, { description: "A secret, made empty; its owner sets the value." }),
  },
  { error: phrase("a map", undefined, { unrecognized_keys: "type" }) },
);

const fileSystem = z.strictObject(
  {
    type: z.literal("efs").register(about, { description: "An EFS file system." }),
    import: field(
      "A file system that exists already.",
      block({
        fileSystem: required("Its id.", external("fileSystem"), "fs-0a1b2c3d4e5f60718"),
        securityGroup: required("Security group of its mount targets.", external("securityGroup")),
        addRules: field("Add rules to the security group, so that services may connect.", flag()),
      }),
    ),
  },
  { error: phrase("a map", undefined, { unrecognized_keys: "type import" }) },
);

const types = "s3, postgres, efs, secret";

export const resource: Schema = define(
  "Resource",
  z.discriminatedUnion("type", [bucket, database, fileSystem, secret], {
    error: phrase(`a map with type, one of ${types}`, undefined, { invalid_union: `one of ${types}` }),
  }),
);
