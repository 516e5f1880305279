import * as z from "zod/mini";
import type { Schema, Shape } from "../fields.js";
import { about, anyNumber, block, define, either, field, flag, list, mapOf, text } from "../fields.js";
import { resourceNamePattern } from "../patterns.js";
import { phrase } from "../phrase.js";
import { imported } from "./imported.js";

/** https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html */
const plain = (): Schema => either("a text, a number, true or false", text("a text"), anyNumber(), flag());
const operand = either(
  "a text, a number, true or false, or a list of them",
  plain(),
  list(plain(), "a list of texts, numbers, true or false", 1),
  mapOf(
    /^[a-z-]+$/,
    "an operator such as prefix",
    either("a text, or a list of texts", text("a text"), list(text("a text"), "a list of texts", 1)),
    "a map such as { prefix: shop }",
  ),
);
const condition = either(
  "a text, a number, true, false or an operator such as { prefix: shop }",
  plain(),
  mapOf(/^[a-z-]+$/, "an operator such as prefix", operand, "a map such as { prefix: shop }"),
);

const subscriber: Schema = define(
  "Subscriber",
  block({
    filter: field(
      "Attributes of a message, each with a list of what it may be; other messages do not reach the queue.",
      mapOf(
        /^\S[\s\S]*$/,
        "the name of an attribute",
        list(condition, "a list of what the attribute may be", 1),
        "a map of attributes to lists",
      ),
      { kind: ["created", { prefix: "changed-" }] },
    ),
    raw: field("Deliver the message alone, without what SNS says about it.", flag()),
  }),
);

const fields: Shape = {
  ...imported("topic", "topic", "arn:aws:sns:eu-west-1:111111111111:events"),
  fifo: field("Keep the order of messages, and deliver each once.", flag()),
  encryption: field(
    "A resource of type kms that encrypts the messages while SNS keeps them; not encrypted when left out.",
    text("the name of a resource of type kms", resourceNamePattern),
    "Key",
  ),
  subscribers: field(
    "Queues that receive its messages, by the name of their resource.",
    mapOf(resourceNamePattern, "the name of a resource of type sqs", subscriber, "a map of queues"),
    { Jobs: { raw: true } },
  ),
};

export const topic: z.ZodMiniObject = z.strictObject(
  { type: z.literal("sns").register(about, { description: "An SNS topic." }), ...fields },
  { error: phrase("a map", undefined, { unrecognized_keys: ["type", ...Object.keys(fields)].join(" ") }) },
);
