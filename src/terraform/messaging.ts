import type {
  FilterPolicy,
  Queue,
  QueuePolicy,
  SnsSubscription,
  SnsTopic,
  SnsTopicPolicy,
} from "../plan/resources/messaging.js";
import type { Address } from "./address.js";
import { call, type Expression, object } from "./hcl/tree.js";
import { renderPolicy } from "./iam.js";
import { namePrefixOf } from "./made-names.js";
import { keptBlocks } from "./removal.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderValue } from "./values.js";

/** What 80 characters leave beside the 26 that the provider adds, and `.fifo`. */
const longestQueuePrefix = 49;

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue */
export function renderQueue(queue: Queue, scope: Scope, address: Address): Rendered {
  const { deadLetter, key } = queue;
  return {
    arguments: {
      name_prefix: namePrefixOf(address, scope, longestQueuePrefix),
      fifo_queue: queue.fifo ? true : undefined,
      visibility_timeout_seconds: queue.visibilityTimeoutSeconds,
      message_retention_seconds: queue.retentionSeconds,
      delay_seconds: queue.delaySeconds,
      receive_wait_time_seconds: queue.receiveWaitSeconds,
      redrive_policy:
        deadLetter &&
        call(
          "jsonencode",
          object({
            deadLetterTargetArn: renderValue(deadLetter.queueArn, scope),
            maxReceiveCount: deadLetter.maxReceiveCount,
          }),
        ),
      sqs_managed_sse_enabled: key === undefined ? true : undefined,
      kms_master_key_id: key && renderValue(key, scope),
    },
    blocks: keptBlocks(queue.removal),
  };
}

export function renderQueuePolicy(policy: QueuePolicy, scope: Scope): Rendered {
  return {
    arguments: {
      queue_url: renderValue(policy.queueUrl, scope),
      policy: renderPolicy(policy.statements, scope),
    },
  };
}

export function renderSnsTopic(topic: SnsTopic, scope: Scope): Rendered {
  return {
    arguments: {
      name: scope.names.named(topic.topicName),
      fifo_topic: topic.fifo === true ? true : undefined,
      kms_master_key_id: topic.key && renderValue(topic.key, scope),
    },
  };
}

export function renderSnsTopicPolicy(policy: SnsTopicPolicy, scope: Scope): Rendered {
  return {
    arguments: { arn: renderValue(policy.topic, scope), policy: renderPolicy(policy.statements, scope) },
  };
}

export function renderSnsSubscription(subscription: SnsSubscription, scope: Scope): Rendered {
  const { filter, raw } = subscription;
  return {
    arguments: {
      topic_arn: renderValue(subscription.topic, scope),
      protocol: subscription.protocol,
      endpoint: renderValue(subscription.endpoint, scope),
      filter_policy: filter && call("jsonencode", literal(filter)),
      raw_message_delivery: raw,
    },
  };
}

function literal(json: FilterPolicy): Expression {
  if (typeof json !== "object") return json;
  if (isArray(json)) return json.map(literal);
  return object(Object.fromEntries(Object.entries(json).map(([key, item]) => [key, literal(item)])));
}

function isArray(json: FilterPolicy): json is readonly FilterPolicy[] {
  return Array.isArray(json);
}
