import type { TopicResource } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import { arn, type Value } from "../value.js";

/** A queue of the manifest that receives the messages of a topic. */
export interface TopicSubscription {
  readonly topic: string;
  readonly queue: string;
  readonly topicArn: Value<string>;
  /** The same by name alone, for what the topic itself must wait for. */
  readonly knownArn: Value<string>;
}

/** All subscriptions of the manifest, by topic and queue. */
export function subscriptionsOf(context: ResolveContext): readonly TopicSubscription[] {
  return Object.entries(context.manifest.resources)
    .flatMap(([topic, resource]) =>
      resource.type === "sns"
        ? Object.keys(resource.subscribers).map((queue) => ({
            topic,
            queue,
            topicArn: topicArn(topic, resource),
            knownArn: knownArn(context, topic, resource),
          }))
        : [],
    )
    .sort((a, b) => (`${a.topic} ${a.queue}` < `${b.topic} ${b.queue}` ? -1 : 1));
}

/**
 * `<prefix>-<name>`, with the ending that AWS demands of a topic in order. The name is fixed, so that the policy of a key
 * may say the ARN before the topic exists: a topic may be encrypted by the key that lets it in.
 */
export function topicName(context: ResolveContext, name: string, fifo: boolean): string {
  return context.name("SNS topic", `${name}${fifo ? ".fifo" : ""}`, `resources.${name}`);
}

function topicArn(name: string, resource: TopicResource): Value<string> {
  if (resource.import !== undefined) return external(resource.import);
  return referTo({ id: `data/${name}`, kind: "SnsTopic" }, "arn");
}

function knownArn(context: ResolveContext, name: string, resource: TopicResource): Value<string> {
  if (resource.import !== undefined) return external(resource.import);
  return arn("sns", `${context.prefix}-${name}${resource.fifo ? ".fifo" : ""}`);
}
