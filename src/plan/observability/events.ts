import type { ClusterPart } from "../cluster.js";
import type { ResolveContext } from "../context.js";
import { type Resource, referTo } from "../resource.js";
import type { EventRule, LogGroup, LogResourcePolicy } from "../resources/observability.js";
import { arn, join } from "../value.js";

const origin = "alarms.events";

/**
 * Why tasks stopped and how deployments went is gone from ECS after an hour. A log group keeps it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html
 */
export function planEventLog(context: ResolveContext, cluster: ClusterPart): readonly Resource[] {
  const { eventRetentionDays } = context.manifest.alarms;
  if (eventRetentionDays === undefined) return [];
  const logGroup: LogGroup = {
    id: "platform/event-log-group",
    kind: "LogGroup",
    origin,
    logGroupName: `/aws/events/${context.prefix}`,
    retentionDays: eventRetentionDays,
    removal: context.defaults.removal,
    tags: context.tags(),
  };
  return [
    logGroup,
    planPolicy(context, logGroup),
    {
      ...ruleTo(logGroup, context),
      id: "platform/stopped-tasks-rule",
      ruleName: context.name("event rule", "stopped-tasks", origin),
      description: "An ECS task stopped",
      eventPattern: {
        source: ["aws.ecs"],
        "detail-type": ["ECS Task State Change"],
        detail: {
          lastStatus: ["STOPPED"],
          clusterArn: [{ wildcard: { join: ["arn:*:ecs:*:cluster/", cluster.clusterName] } }],
        },
      },
    },
    {
      ...ruleTo(logGroup, context),
      id: "platform/deployments-rule",
      ruleName: context.name("event rule", "deployments", origin),
      description: "An ECS deployment began, ended or failed, or a service could not place a task",
      eventPattern: {
        source: ["aws.ecs"],
        "detail-type": ["ECS Deployment State Change", "ECS Service Action"],
        // The events name services, not clusters: their ARN holds the cluster's name.
        resources: [{ wildcard: { join: ["arn:*:ecs:*:service/", cluster.clusterName, "/*"] } }],
      },
    },
  ];
}

function ruleTo(
  logGroup: LogGroup,
  context: ResolveContext,
): Pick<EventRule, "kind" | "origin" | "targets" | "tags" | "dependsOn"> {
  return {
    kind: "EventRule",
    origin,
    // What arrives before the policy is there is lost.
    dependsOn: ["platform/event-log-policy"],
    // Without the `:*` of its streams.
    targets: [{ id: "event-log", arn: arn("logs", join("log-group:", referTo(logGroup, "name"))) }],
    tags: context.tags(),
  };
}

/**
 * Without conditions, like the example of AWS: no keys are documented for what EventBridge delivers to a log group.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions
 */
function planPolicy(context: ResolveContext, logGroup: LogGroup): LogResourcePolicy {
  return {
    id: "platform/event-log-policy",
    kind: "LogResourcePolicy",
    origin,
    policyName: `${context.prefix}-events`,
    statements: [
      {
        sid: "DeliverEvents",
        effect: "Allow",
        principals: [{ service: "events.amazonaws.com" }, { service: "delivery.logs.amazonaws.com" }],
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: [referTo(logGroup, "streamsArn")],
      },
    ],
  };
}
