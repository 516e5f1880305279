import type {
  Queue,
  QueuePolicy,
  SnsSubscription,
  SnsTopic,
  SnsTopicPolicy,
} from "../plan/resources/messaging.js";
import { renderPolicy } from "./iam.js";
import { given } from "./properties.js";
import { renderRemoval } from "./removal.js";
import type { Scope } from "./scope.js";
import type { ResourceBody } from "./template.js";
import { renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html */
export function renderQueue(queue: Queue, scope: Scope): ResourceBody {
  const { deadLetter, key } = queue;
  return {
    Type: "AWS::SQS::Queue",
    ...renderRemoval(queue.removal),
    Properties: {
      // A queue that is not FIFO must not say so.
      ...(queue.fifo && { FifoQueue: true }),
      VisibilityTimeout: queue.visibilityTimeoutSeconds,
      MessageRetentionPeriod: queue.retentionSeconds,
      DelaySeconds: queue.delaySeconds,
      ReceiveMessageWaitTimeSeconds: queue.receiveWaitSeconds,
      ...given(
        "RedrivePolicy",
        deadLetter && {
          deadLetterTargetArn: renderValue(deadLetter.queueArn, scope),
          maxReceiveCount: deadLetter.maxReceiveCount,
        },
      ),
      ...(key === undefined ? { SqsManagedSseEnabled: true } : { KmsMasterKeyId: renderValue(key, scope) }),
    },
  };
}

export function renderQueuePolicy(policy: QueuePolicy, scope: Scope): ResourceBody {
  return {
    Type: "AWS::SQS::QueuePolicy",
    Properties: {
      Queues: [renderValue(policy.queueUrl, scope)],
      PolicyDocument: renderPolicy(policy.statements, scope),
    },
  };
}

export function renderSnsTopic(topic: SnsTopic, scope: Scope): ResourceBody {
  return {
    Type: "AWS::SNS::Topic",
    Properties: {
      TopicName: topic.topicName,
      ...(topic.fifo === true && { FifoTopic: true }),
      ...given("KmsMasterKeyId", topic.key && renderValue(topic.key, scope)),
    },
  };
}

export function renderSnsTopicPolicy(policy: SnsTopicPolicy, scope: Scope): ResourceBody {
  return {
    Type: "AWS::SNS::TopicPolicy",
    Properties: {
      Topics: [renderValue(policy.topic, scope)],
      PolicyDocument: renderPolicy(policy.statements, scope),
    },
  };
}

export function renderSnsSubscription(subscription: SnsSubscription, scope: Scope): ResourceBody {
  const { filter, raw } = subscription;
  return {
    Type: "AWS::SNS::Subscription",
    Properties: {
      TopicArn: renderValue(subscription.topic, scope),
      Protocol: subscription.protocol,
      Endpoint: renderValue(subscription.endpoint, scope),
      ...given("FilterPolicy", filter),
      ...given("RawMessageDelivery", raw),
    },
  };
}
