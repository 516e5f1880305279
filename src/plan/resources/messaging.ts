import type { JsonSetting } from "../../manifest/index.js";
import type { Value } from "../value.js";
import type { Removal, ResourceBase } from "./base.js";
import type { PolicyStatement } from "./iam.js";

/** An SQS queue, named by what deploys it. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
export interface Queue extends ResourceBase<"Queue"> {
  readonly fifo: boolean;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly delaySeconds: number;
  /** How long a receive waits for a message. */
  readonly receiveWaitSeconds: number;
  readonly deadLetter?: { readonly queueArn: Value<string>; readonly maxReceiveCount: number };
  /** ARN of a KMS key; absent for the keys of SQS. */
  readonly key?: Value<string>;
  readonly removal: Removal;
}

export interface QueuePolicy extends ResourceBase<"QueuePolicy"> {
  readonly queueUrl: Value<string>;
  readonly statements: readonly PolicyStatement[];
}

export interface SnsTopic extends ResourceBase<"SnsTopic"> {
  /** Ends in `.fifo` for a topic that keeps the order. */
  readonly topicName: string;
  readonly fifo?: boolean;
  /** ARN of a KMS key; absent where messages are not encrypted by one. */
  readonly key?: Value<string>;
}

export interface SnsTopicPolicy extends ResourceBase<"SnsTopicPolicy"> {
  readonly topic: Value<string>;
  readonly statements: readonly PolicyStatement[];
}

/** By attribute, what it may be. */
export type FilterPolicy = JsonSetting;

export interface SnsSubscription extends ResourceBase<"SnsSubscription"> {
  readonly topic: Value<string>;
  readonly protocol: "email" | "sqs";
  /** An address, or the ARN of a queue. */
  readonly endpoint: Value<string>;
  /** On the attributes of a message. https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html */
  readonly filter?: FilterPolicy;
  /** True: the message alone reaches the queue, without what SNS says about it. */
  readonly raw?: boolean;
}
