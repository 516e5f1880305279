import * as z from "zod/mini";
import type { Schema, Shape } from "../fields.js";
import {
  about,
  block,
  define,
  either,
  field,
  flag,
  list,
  mapOf,
  oneOf,
  required,
  text,
  whole,
} from "../fields.js";
import { phrase } from "../phrase.js";
import { encryption, imported } from "./imported.js";

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html */
const attributeName = (): Schema =>
  text("the name of an attribute, at most 255 characters", /^[\s\S]{1,255}$/);

const keyAttribute = (): Schema =>
  either(
    "the name of an attribute, or a map of name and type",
    attributeName(),
    block({
      name: required("Name of the attribute.", attributeName(), "id"),
      type: field("string when left out.", oneOf("string", "number", "binary")),
    }),
  );

const index: Schema = define(
  "TableIndex",
  block({
    partitionKey: required("Attribute that items are found by.", keyAttribute(), "customer"),
    sortKey: field("Attribute that items of one partition are ordered by.", keyAttribute(), "at"),
    project: field(
      "Attributes that the index holds: all, which is the default, keys, or a list of them.",
      either(
        "all, keys, or a list of attributes",
        oneOf("all", "keys"),
        list(attributeName(), "a list of attributes", 1, 100),
      ),
      "all",
    ),
  }),
);

const fields: Shape = {
  ...imported("table", "table", "shop-orders"),
  partitionKey: field(
    "Attribute that items are found by; needed for a table that is made.",
    keyAttribute(),
    "id",
  ),
  sortKey: field("Attribute that items of one partition are ordered by.", keyAttribute(), "at"),
  indexes: field(
    "Global secondary indexes by name.",
    mapOf(
      /^[A-Za-z0-9_.-]{3,255}$/,
      "a name of 3 to 255 letters, digits, _ . and -",
      index,
      "a map of names to indexes",
    ),
    { byCustomer: { partitionKey: "customer" } },
  ),
  ttl: field("Attribute that holds when an item expires, in seconds since 1970.", attributeName(), "expires"),
  pointInTimeRecovery: field("Back up continuously, 35 days back.", flag()),
  encryption: encryption("aws", "the table"),
  deletionProtection: field("Refuse to delete the table.", flag()),
  capacity: field(
    "on-demand, or units that are paid whether used or not; of the table and of each index.",
    either(
      "on-demand, or a map of read and write",
      oneOf("on-demand"),
      block({
        read: required("Read capacity units.", whole(1, 40_000), 5),
        write: required("Write capacity units.", whole(1, 40_000), 5),
      }),
    ),
    "on-demand",
  ),
  stream: field(
    "What the stream of changes holds of an item; there is none when left out.",
    oneOf("new", "old", "both", "keys"),
  ),
};

export const table: z.ZodMiniObject = z.strictObject(
  { type: z.literal("dynamodb").register(about, { description: "A DynamoDB table." }), ...fields },
  { error: phrase("a map", undefined, { unrecognized_keys: ["type", ...Object.keys(fields)].join(" ") }) },
);
