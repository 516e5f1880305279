import * as z from "zod/mini";
import type { Schema, Shape } from "../fields.js";
import { about, either, field, flag, whole } from "../fields.js";
import { phrase } from "../phrase.js";
import { duration } from "../values.js";
import { encryption, imported } from "./imported.js";

const time = (description: string, example: string): Schema => field(description, duration(example), example);

const fields: Shape = {
  ...imported("queue", "queue", "arn:aws:sqs:eu-west-1:111111111111:jobs"),
  fifo: field("Keep the order of messages, and deliver each once.", flag()),
  visibility: time("How long a message that was received is hidden from others; 30s when left out.", "30s"),
  retention: time("How long a message is kept; 4d when left out.", "4d"),
  delay: time("How long a new message waits; not at all when left out.", "5s"),
  retries: field(
    "Times that a message is received before it goes to a queue for dead letters, made with it; 5 when left out, false for none.",
    either("a whole number from 1 to 1000, or false", whole(1, 1000), z.literal(false)),
    5,
  ),
  encryption: encryption("sqs", "the messages"),
};

export const queue: z.ZodMiniObject = z.strictObject(
  { type: z.literal("sqs").register(about, { description: "An SQS queue." }), ...fields },
  { error: phrase("a map", undefined, { unrecognized_keys: ["type", ...Object.keys(fields)].join(" ") }) },
);
