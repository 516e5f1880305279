import * as z from "zod/mini";
import { external } from "../external.js";
import { about, block, field, flag, required } from "../fields.js";
import { phrase } from "../phrase.js";
import { port } from "../values.js";

export const postgres: z.ZodMiniObject = z.strictObject(
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
