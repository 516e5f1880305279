import { suggest } from "../../diagnostics/index.js";
import type { ScaleBacklog } from "../../manifest/index.js";
import type { ClusterPart } from "../cluster.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { referTo } from "../resource.js";
import type { EcsService } from "../resources/compute.js";
import type { Metric } from "../resources/observability.js";
import type { ScalingMetric } from "../resources/scaling.js";
import type { ServiceFacts } from "./facts.js";

/**
 * Messages that wait for each running task. With no task at all the whole queue counts as the backlog of one, so that
 * nothing is divided by zero and a single message is above the target of a service that stands at none.
 *
 * No FILL: a task count that is a minute late would be taken for zero, and the service would be scaled out for it. A
 * missing datapoint makes the result missing, which target tracking takes for no reason to act.
 * https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html
 */
export function planBacklog(
  context: ResolveContext,
  facts: ServiceFacts,
  backlog: ScaleBacklog,
  needs: { readonly cluster: ClusterPart; readonly data: DataPart; readonly service: EcsService },
): ScalingMetric | undefined {
  const { cluster, data, service } = needs;
  const path = `${facts.origin}.scale.backlog`;
  if (!cluster.insights) reportNoInsights(context, facts, path);
  const queue = data.handles.get(backlog.queue);
  if (queue?.type !== "sqs") {
    reportNoQueue(context, data, path, backlog.queue);
    return undefined;
  }
  const messages: Metric = {
    namespace: "AWS/SQS",
    metricName: "ApproximateNumberOfMessagesVisible",
    dimensions: [{ name: "QueueName", value: queue.name }],
    statistic: "Sum",
    periodSeconds: 60,
  };
  const running: Metric = {
    namespace: "ECS/ContainerInsights",
    metricName: "RunningTaskCount",
    dimensions: [
      { name: "ClusterName", value: cluster.clusterName },
      { name: "ServiceName", value: referTo(service, "name") },
    ],
    statistic: "Average",
    periodSeconds: 60,
  };
  return {
    type: "expression",
    expression: "messages / IF(running > 0, running, 1)",
    label: `Messages in ${backlog.queue} for each task`,
    metrics: [
      { id: "messages", metric: messages },
      { id: "running", metric: running },
    ],
  };
}

function reportNoInsights(context: ResolveContext, facts: ServiceFacts, path: string): void {
  context.report({
    code: "kind-conflict",
    severity: "error",
    path,
    message: `${facts.origin} scales on its backlog, and nothing counts the tasks of the cluster`,
    reason: "the number of running tasks is a metric of Container Insights",
    hint: "add cluster: { insights: on }",
  });
}

function reportNoQueue(context: ResolveContext, data: DataPart, path: string, wanted: string): void {
  const known = data.handles.get(wanted);
  const queues = [...data.handles].filter(([, handle]) => handle.type === "sqs").map(([name]) => name);
  const meant = suggest(wanted, queues);
  context.report({
    code: known === undefined ? "unknown-service" : "kind-conflict",
    severity: "error",
    path: `${path}.queue`,
    message:
      known === undefined
        ? `there is no queue "${wanted}"`
        : `${wanted} is a resource of type ${known.type}, not a queue`,
    hint: meant === undefined ? `add resources.${wanted}: { type: sqs }` : `did you mean "${meant}"?`,
  });
}
