import { suggest } from "../../diagnostics/index.js";
import type { DataResource, TopicResource } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import { requireTls } from "../require-tls.js";
import { type Resource, referTo } from "../resource.js";
import type { SnsSubscription, SnsTopic } from "../resources/messaging.js";
import type { Value } from "../value.js";
import { encryptionKey } from "./encryption.js";
import type { PlannedResource, TopicHandle } from "./handle.js";
import { partOfArn } from "./imported-arn.js";
import { topicName } from "./subscriptions.js";

/** https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html */
export function planTopic(
  context: ResolveContext,
  name: string,
  resource: TopicResource,
): PlannedResource<TopicHandle> {
  if (resource.import !== undefined) {
    const arn = external(resource.import);
    const key = resource.key && external(resource.key);
    return {
      resources: planSubscriptions(context, name, resource, arn),
      handle: { type: "sns", name: partOfArn(arn, 5), arn, ...(key && { key }) },
    };
  }
  const origin = `resources.${name}`;
  const key = encryptionKey(context, `${origin}.encryption`, resource.encryption);
  const topic: SnsTopic = {
    id: `data/${name}`,
    kind: "SnsTopic",
    origin,
    topicName: topicName(context, name, resource.fifo),
    ...(resource.fifo && { fifo: true }),
    ...(key && { key }),
    tags: context.tags(),
  };
  const arn = referTo(topic, "arn");
  const policy: Resource = {
    id: `${topic.id}/policy`,
    kind: "SnsTopicPolicy",
    origin,
    topic: arn,
    statements: [requireTls(["sns:Publish"], [arn])],
  };
  return {
    resources: [topic, policy, ...planSubscriptions(context, name, resource, arn)],
    handle: { type: "sns", name: topic.topicName, arn, ...(key && { key }) },
  };
}

function planSubscriptions(
  context: ResolveContext,
  name: string,
  resource: TopicResource,
  topic: Value<string>,
): readonly SnsSubscription[] {
  return Object.entries(resource.subscribers).flatMap(([queue, { filter, raw }]) => {
    const origin = `resources.${name}.subscribers.${queue}`;
    const found = Object.hasOwn(context.manifest.resources, queue)
      ? context.manifest.resources[queue]
      : undefined;
    if (found?.type !== "sqs") {
      reportNoQueue(context, origin, queue, found);
      return [];
    }
    if (isFifo(found) && isFifo(resource) === false) reportOrder(context, origin, name, queue);
    warnOfForeignPolicy(context, origin, queue, found);
    const endpoint: Value<string> =
      found.import === undefined
        ? referTo({ id: `data/${queue}`, kind: "Queue" }, "arn")
        : external(found.import);
    return [
      {
        id: `data/${name}/subscription-${queue}`,
        kind: "SnsSubscription",
        origin,
        topic,
        protocol: "sqs",
        endpoint,
        ...(filter !== undefined && { filter }),
        ...(raw !== undefined && { raw }),
      } as const,
    ];
  });
}

/** Unknown for one whose ARN is known only in AWS. */
function isFifo(resource: Extract<DataResource, { type: "sqs" | "sns" }>): boolean | undefined {
  if (resource.import === undefined) return resource.fifo;
  return resource.import.from === "literal" ? resource.import.value.endsWith(".fifo") : undefined;
}

function reportNoQueue(
  context: ResolveContext,
  path: string,
  queue: string,
  found: DataResource | undefined,
): void {
  const { resources } = context.manifest;
  const queues = Object.keys(resources).filter((each) => resources[each]?.type === "sqs");
  const meant = suggest(queue, queues);
  context.report({
    code: "unknown-reference",
    severity: "error",
    path,
    message:
      found === undefined
        ? `${path} names no resource: "${queue}"`
        : `${path} names a resource of type ${found.type}`,
    reason: "a topic delivers to resources of type sqs",
    hint: meant === undefined ? `add resources.${queue}: { type: sqs }` : `did you mean "${meant}"?`,
  });
}

/** https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html */
function reportOrder(context: ResolveContext, path: string, topic: string, queue: string): void {
  context.report({
    code: "kind-conflict",
    severity: "error",
    path,
    message: `the queue ${queue} is fifo and the topic ${topic} is not`,
    reason: "a topic that keeps no order cannot deliver to a queue that does",
    hint: `set resources.${topic}.fifo: true, or take fifo from ${queue}`,
  });
}

function warnOfForeignPolicy(
  context: ResolveContext,
  path: string,
  queue: string,
  found: Extract<DataResource, { type: "sqs" }>,
): void {
  const { resources } = context.manifest;
  const key = found.import === undefined && found.encryption ? resources[found.encryption] : undefined;
  if (found.import !== undefined) {
    warn(context, path, `the owner of the queue ${queue} must let the topic send to it`, "queue");
  } else if (key?.type === "kms" && key.import !== undefined) {
    warn(context, path, `the owner of the key ${found.encryption} must let sns.amazonaws.com use it`, "key");
  }
}

function warn(context: ResolveContext, path: string, message: string, thing: string): void {
  context.report({
    code: "foreign-policy",
    severity: "warning",
    path,
    message,
    reason: `the policy of a ${thing} that is imported is its owner's to change`,
    hint:
      thing === "queue"
        ? "it needs sqs:SendMessage for sns.amazonaws.com with the topic as aws:SourceArn"
        : "it needs kms:Decrypt and kms:GenerateDataKey with the topic as aws:SourceArn",
  });
}
