import type { ClusterPart } from "./cluster.js";
import type { ResolveContext } from "./context.js";
import { encryptionKey } from "./data/encryption.js";
import { hashOf } from "./names.js";
import { requireTls } from "./require-tls.js";
import { type Resource, referTo } from "./resource.js";
import type { SnsTopic, SnsTopicPolicy } from "./resources/messaging.js";
import type { EventRule } from "./resources/observability.js";
import { accountId, type Value } from "./value.js";

export interface NotificationsPart {
  readonly resources: readonly Resource[];
  /** Where alarms report; empty when nobody asked to be told. */
  readonly actions: readonly Value<string>[];
  /** Of each alarm by itself; empty where one alarm over all of them reports. */
  readonly alarmActions: readonly Value<string>[];
}

export function planNotifications(context: ResolveContext, cluster: ClusterPart): NotificationsPart {
  const { notify, composite, encryption } = context.manifest.alarms;
  const topics = notify.filter((target) => target.startsWith("arn:"));
  const addresses = notify.filter((target) => !target.startsWith("arn:"));
  const told = (actions: readonly Value<string>[]): Omit<NotificationsPart, "resources"> => ({
    actions,
    alarmActions: composite === true ? [] : actions,
  });
  if (addresses.length === 0) return { resources: [], ...told(topics) };
  const key = encryptionKey(context, "alarms.encryption", encryption);
  const topic: SnsTopic = {
    id: "platform/alarms-topic",
    kind: "SnsTopic",
    origin: "alarms.notify",
    topicName: context.name("SNS topic", "alarms", "alarms.notify"),
    ...(key && { key }),
    tags: context.tags(),
  };
  return {
    resources: [
      topic,
      planTopicPolicy(topic),
      ...addresses.map((endpoint): Resource => {
        const id = `platform/alarms-subscription-${hashOf(endpoint).toString(36)}`;
        const origin = `alarms.notify[${notify.indexOf(endpoint)}]`;
        return {
          id,
          kind: "SnsSubscription",
          origin,
          topic: referTo(topic, "arn"),
          protocol: "email",
          endpoint,
        };
      }),
      planDeploymentRule(context, cluster, topic),
    ],
    ...told([referTo(topic, "arn"), ...topics]),
  };
}

/**
 * A policy of its own replaces the topic's default one, so it says who may publish. EventBridge gets no condition: it
 * is not documented to send the context keys when it publishes to a topic.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
 */
function planTopicPolicy(topic: SnsTopic): SnsTopicPolicy {
  const resources = [referTo(topic, "arn")];
  return {
    id: "platform/alarms-topic-policy",
    kind: "SnsTopicPolicy",
    origin: topic.origin,
    topic: referTo(topic, "arn"),
    statements: [
      {
        sid: "PublishAlarms",
        effect: "Allow",
        principals: [{ service: "cloudwatch.amazonaws.com" }],
        actions: ["sns:Publish"],
        resources,
        conditions: [{ operator: "StringEquals", key: "aws:SourceAccount", values: [accountId] }],
      },
      {
        sid: "PublishEvents",
        effect: "Allow",
        principals: [{ service: "events.amazonaws.com" }],
        actions: ["sns:Publish"],
        resources,
      },
      requireTls(["sns:Publish"], resources),
    ],
  };
}

/**
 * Tells of deployments that fail and are rolled back.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
 */
function planDeploymentRule(context: ResolveContext, cluster: ClusterPart, topic: SnsTopic): EventRule {
  return {
    id: "platform/deployment-failed-rule",
    kind: "EventRule",
    origin: "alarms.notify",
    ruleName: context.name("event rule", "deployment-failed", "alarms.notify"),
    description: "An ECS deployment failed",
    eventPattern: {
      source: ["aws.ecs"],
      "detail-type": ["ECS Deployment State Change"],
      detail: { eventName: ["SERVICE_DEPLOYMENT_FAILED"] },
      // The event names services, not clusters: their ARN holds the cluster's name.
      resources: [{ wildcard: { join: ["arn:*:ecs:*:service/", cluster.clusterName, "/*"] } }],
    },
    targets: [{ id: "alarms-topic", arn: referTo(topic, "arn") }],
    tags: context.tags(),
  };
}
