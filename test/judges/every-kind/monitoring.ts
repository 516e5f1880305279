import type { Resource } from "../../../src/plan/resource.js";
import type { Metric } from "../../../src/plan/resources/observability.js";
import { accountId, region, type Value } from "../../../src/plan/value.js";

const origin = "services.api";
const topic = { ref: "alarms/topic", attribute: "arn" };
const loadBalancer = { ref: "ingress/load-balancer", attribute: "fullName" };

/** Alarms, dashboard and events of the service, and scaling by a metric of others. */
export const monitoring: readonly Resource[] = [
  {
    id: "service/api/scaling/backlog",
    kind: "ScalingPolicy",
    origin,
    policyName: "shop-dev-api-backlog",
    policyType: "TargetTrackingScaling",
    scalableTarget: { ref: "service/api/scaling", attribute: "id" },
    metric: {
      type: "expression",
      expression: "messages / IF(running > 0, running, 1)",
      label: "Messages for each task",
      metrics: [
        {
          id: "messages",
          metric: {
            ...{ namespace: "AWS/SQS", metricName: "ApproximateNumberOfMessagesVisible" },
            ...{ dimensions: [{ name: "QueueName", value: "jobs" }], statistic: "Sum", periodSeconds: 60 },
          },
        },
        {
          id: "running",
          metric: {
            ...{ namespace: "ECS/ContainerInsights", metricName: "RunningTaskCount", statistic: "Average" },
            dimensions: [
              { name: "ClusterName", value: "shop" },
              { name: "ServiceName", value: "api" },
            ],
            periodSeconds: 60,
          },
        },
      ],
    },
    targetValue: 100,
    scaleInCooldownSeconds: 300,
    scaleOutCooldownSeconds: 60,
  },
  {
    id: "service/api/alarm/errors",
    kind: "Alarm",
    origin,
    alarmName: "shop-dev-api-errors",
    description: "More than 5 in 100 requests failed",
    watch: {
      expression: "100 * errors / MAX([requests, 1])",
      label: "Errors in 100 requests",
      metrics: [
        { id: "errors", metric: targetMetric("HTTPCode_Target_5XX_Count", "Sum") },
        { id: "requests", metric: targetMetric("RequestCount", "Sum") },
      ],
    },
    comparison: "GreaterThanThreshold",
    threshold: 5,
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    treatMissingData: "notBreaching",
    actions: [topic],
  },
  {
    id: "service/api/alarm/slow",
    kind: "Alarm",
    origin,
    alarmName: "shop-dev-api-slow",
    description: "The slowest 1 in 100 requests take over a second",
    watch: { metric: targetMetric("TargetResponseTime", "p99") },
    comparison: "GreaterThanThreshold",
    threshold: 1,
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    treatMissingData: "ignore",
    lowSampleCount: "ignore",
    actions: [topic],
  },
  {
    id: "service/api/alarm/unhealthy",
    kind: "Alarm",
    origin,
    alarmName: "shop-dev-api-unhealthy",
    description: "Targets fail their health check",
    watch: { metric: targetMetric("UnHealthyHostCount", "Maximum") },
    comparison: "GreaterThanOrEqualToThreshold",
    threshold: 1,
    evaluationPeriods: 5,
    datapointsToAlarm: 5,
    treatMissingData: "missing",
    actions: [topic],
  },
  {
    id: "alarms/composite",
    kind: "CompositeAlarm",
    origin,
    dependsOn: ["service/api/alarm/errors", "service/api/alarm/slow"],
    alarmName: "shop-dev-application",
    description: "One of the alarms tells of something",
    anyOf: ["shop-dev-api-errors", "shop-dev-api-slow"],
    actions: [topic],
    tags: { team: "shop" },
  },
  {
    id: "platform/event-log-policy",
    kind: "LogResourcePolicy",
    origin,
    policyName: "shop-dev-events",
    statements: [
      {
        sid: "DeliverEvents",
        effect: "Allow",
        principals: [{ service: "events.amazonaws.com" }],
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: [{ ref: "service/api/logs", attribute: "streamsArn" }],
      },
    ],
  },
  {
    id: "service/api/dashboard",
    kind: "Dashboard",
    origin,
    dashboardName: "shop-dev-api",
    body: {
      widgets: [
        { type: "text", x: 0, y: 0, width: 24, height: 1, properties: { markdown: '# "api" costs ${5}' } },
        {
          type: "metric",
          x: 0,
          y: 1,
          width: 12,
          height: 6,
          properties: {
            region,
            stat: "Sum",
            metrics: [["AWS/ApplicationELB", "RequestCount", "LoadBalancer", loadBalancer]],
          },
        },
      ],
    },
  },
  {
    id: "service/api/events",
    kind: "EventRule",
    origin,
    ruleName: "shop-dev-api-deployments",
    description: "Deployments of api that failed",
    eventPattern: {
      source: ["aws.ecs"],
      account: [accountId],
      "detail-type": ["ECS Deployment State Change"],
      detail: { eventName: ["SERVICE_DEPLOYMENT_FAILED"] },
    },
    targets: [{ id: "alarms", arn: topic }],
  },
];

function targetMetric(metricName: string, statistic: string): Metric {
  const targetGroup: Value<string> = { ref: "service/api/targets", attribute: "fullName" };
  return {
    namespace: "AWS/ApplicationELB",
    metricName,
    dimensions: [
      { name: "LoadBalancer", value: loadBalancer },
      { name: "TargetGroup", value: targetGroup },
    ],
    statistic,
    periodSeconds: 60,
  };
}
