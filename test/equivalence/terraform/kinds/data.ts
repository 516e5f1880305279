import { flag, number, parsed, set } from "../../converters.js";
import type { Json } from "../../facts.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { as, type Field, inSubject, keyed, read, under, within } from "../../read.js";
import { labelProperty } from "../label.js";
import { policyText } from "./security.js";

const tags = { tags_all: as("tags") };
const named = (value: Json | undefined): string => String(value).replaceAll("_", "-");
const key = (type: "HASH" | "RANGE"): Field => {
  return (attribute) => ({ keys: { [type]: { attribute } } });
};
const units = { read_capacity: as("read units", number), write_capacity: as("write units", number) };
const keys = { hash_key: key("HASH"), range_key: key("RANGE") };

export const data: Kinds = {
  aws_dynamodb_table: {
    subject: (get) => `table ${named(get(labelProperty))}`,
    fields: {
      ...tags,
      ...keys,
      ...units,
      name: as("name"),
      attribute: (value, at) => ({
        attributes: Object.fromEntries(
          Object.values(value as object).map((each: Json, index) => {
            const { name, type } = read(each, { name: as("name"), type: as("type") }, `${at}[${index}]`);
            return [String(name), type ?? ""];
          }),
        ),
      }),
      billing_mode: as("billing"),
      global_secondary_index: keyed("indexes", "name", {
        ...keys,
        ...units,
        name: as("name"),
        projection_type: as("projection"),
        non_key_attributes: as("projected", set),
      }),
      ttl: under("time to live", { attribute_name: as("attribute"), enabled: as("enabled", flag) }),
      point_in_time_recovery: within({ enabled: as("point in time recovery", flag) }),
      deletion_protection_enabled: as("deletion protection", flag),
      stream_enabled: as("stream enabled", flag),
      stream_view_type: as("stream"),
      server_side_encryption: under("encryption", { enabled: as("enabled", flag), kms_key_arn: as("key") }),
    },
    assumed: { removal: "delete" },
  },
  aws_sqs_queue: {
    subject: (get) => `queue ${named(get(labelProperty))}`,
    fields: {
      ...tags,
      name_prefix: as("name prefix"),
      fifo_queue: as("fifo", flag),
      visibility_timeout_seconds: as("visibility timeout", number),
      message_retention_seconds: as("retention", number),
      delay_seconds: as("delay", number),
      receive_wait_time_seconds: as("receive wait", number),
      redrive_policy: (value, at) =>
        under("dead letters", {
          deadLetterTargetArn: as("queue"),
          maxReceiveCount: as("after receives", number),
        })(parsed(value, at), at),
      sqs_managed_sse_enabled: as("encrypted by SQS", flag),
      kms_master_key_id: as("key"),
    },
    assumed: { removal: "delete" },
  },
  aws_sqs_queue_policy: {
    subject: (get) => subjectOf(get("queue_url"), "queue"),
    fields: { queue_url: inSubject("url"), policy: as("policy", policyText) },
  },
  aws_kms_key: {
    subject: (get) => `key ${get("description")}`,
    fields: {
      ...tags,
      description: as("description"),
      enable_key_rotation: as("rotation", flag),
      deletion_window_in_days: as("pending window", number),
      policy: as("policy", policyText),
    },
    assumed: { removal: "delete" },
  },
  aws_kms_alias: {
    subject: (get) => `alias ${get("name")}`,
    fields: { name: as("name"), target_key_id: as("key") },
  },
};
