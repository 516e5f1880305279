import type { QueueResource } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import { requireTls } from "../require-tls.js";
import { type Resource, referTo } from "../resource.js";
import type { PolicyStatement } from "../resources/iam.js";
import type { Queue, QueuePolicy } from "../resources/messaging.js";
import type { Value } from "../value.js";
import { encryptionKey } from "./encryption.js";
import type { PlannedResource, QueueHandle } from "./handle.js";
import { partOfArn, queueUrl } from "./imported-arn.js";
import { subscriptionsOf } from "./subscriptions.js";

type CreatedQueue = Extract<QueueResource, { import?: undefined }>;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-best-practices.html */
export function planQueue(
  context: ResolveContext,
  name: string,
  resource: QueueResource,
): PlannedResource<QueueHandle> {
  if (resource.import !== undefined) {
    const arn = external(resource.import);
    const key = resource.key && external(resource.key);
    return {
      resources: [],
      handle: { type: "sqs", name: partOfArn(arn, 5), arn, url: queueUrl(arn), ...(key && { key }) },
    };
  }
  const key = encryptionKey(context, `resources.${name}.encryption`, resource.encryption);
  const deadLetters = planDeadLetters(context, name, resource, key);
  const queue: Queue = {
    ...describeQueue(context, `data/${name}`, name, resource, key),
    visibilityTimeoutSeconds: context.decide(
      `resources.${name}.visibility`,
      resource.visibilitySeconds,
      defaultVisibilitySeconds,
      "AWS's own",
      "s",
    ),
    retentionSeconds: context.decide(
      `resources.${name}.retention`,
      resource.retentionSeconds,
      4 * daySeconds,
      "AWS's own: four days",
      "s",
    ),
    delaySeconds: context.decide(
      `resources.${name}.delay`,
      resource.delaySeconds,
      0,
      "messages are seen at once",
      "s",
    ),
    ...(deadLetters && {
      deadLetter: {
        queueArn: referTo(deadLetters, "arn"),
        maxReceiveCount: typeof resource.retries === "number" ? resource.retries : 5,
      },
    }),
  };
  const resources: readonly Resource[] = [
    queue,
    planPolicy(`${queue.id}/policy`, queue, allowTopics(context, name, queue)),
    ...(deadLetters ? [deadLetters, planPolicy(`${deadLetters.id}-policy`, deadLetters, [])] : []),
  ];
  const handle: QueueHandle = {
    type: "sqs",
    name: referTo(queue, "name"),
    arn: referTo(queue, "arn"),
    url: referTo(queue, "url"),
    ...(key && { key }),
  };
  return { resources, handle };
}

const daySeconds = 86_400;
export const defaultVisibilitySeconds = 30;

/** Kept for as long as SQS can, so that there is time to look at what went wrong. */
function planDeadLetters(
  context: ResolveContext,
  name: string,
  resource: CreatedQueue,
  key: Value<string> | undefined,
): Queue | undefined {
  if (resource.retries === false) return undefined;
  return {
    ...describeQueue(context, `data/${name}/dead-letter-queue`, name, resource, key),
    visibilityTimeoutSeconds: defaultVisibilitySeconds,
    retentionSeconds: 14 * daySeconds,
    delaySeconds: 0,
  };
}

/** Waits for messages as long as SQS lets a receive wait, which spares empty answers. */
function describeQueue(
  context: ResolveContext,
  id: string,
  name: string,
  { fifo }: CreatedQueue,
  key: Value<string> | undefined,
) {
  return {
    id,
    kind: "Queue",
    origin: `resources.${name}`,
    fifo,
    receiveWaitSeconds: 20,
    ...(key && { key }),
    removal: context.defaults.dataRemoval,
    tags: context.tags(),
  } as const;
}

function planPolicy(id: string, queue: Queue, statements: readonly PolicyStatement[]): QueuePolicy {
  return {
    id,
    kind: "QueuePolicy",
    origin: queue.origin,
    queueUrl: referTo(queue, "url"),
    statements: [...statements, requireTls(["sqs:*"], [referTo(queue, "arn")])],
  };
}

/** https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html */
function allowTopics(context: ResolveContext, name: string, queue: Queue): readonly PolicyStatement[] {
  return subscriptionsOf(context)
    .filter((each) => each.queue === name)
    .map(({ topic, topicArn }) => ({
      sid: `Deliver${topic.replaceAll("-", "")}`,
      effect: "Allow",
      principals: [{ service: "sns.amazonaws.com" }],
      actions: ["sqs:SendMessage"],
      resources: [referTo(queue, "arn")],
      conditions: [{ operator: "ArnEquals", key: "aws:SourceArn", values: [topicArn] }],
    }));
}
