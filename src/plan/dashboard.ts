import type { ClusterPart } from "./cluster.js";
import type { ResolveContext } from "./context.js";
import type { DataPart } from "./data/plan-data.js";
import type { IngressesPart, IngressPart } from "./ingress.js";
import type { JobFacts } from "./job/facts.js";
import type { Dashboard } from "./resources/observability.js";
import { type JsonValue, join, region, type Value } from "./value.js";

/** What has no name that a search would find it by. */
export interface Watched {
  readonly data: DataPart;
  readonly jobs: readonly JobFacts[];
}

/**
 * One dashboard per application. Each graph of services searches for its metrics, so that it shows every service, those of later
 * releases too, and the page has the same size for 2 services and for 200.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export function planDashboard(
  context: ResolveContext,
  cluster: ClusterPart,
  { byName }: IngressesPart,
  watched: Watched,
): Dashboard | undefined {
  if (
    !context.byProfile(
      "dashboard",
      context.manifest.dashboard,
      context.defaults.dashboard,
      "three dashboards of an account are free of charge",
    )
  )
    return undefined;
  const ecs = (namespace: string, metric: string): Value<string> =>
    search(
      join(
        `{${namespace},ClusterName,ServiceName} MetricName="${metric}" ClusterName="`,
        cluster.clusterName,
        '"',
      ),
      "Average",
    );
  const graphs: Graph[] = [
    { title: "CPU by service (%)", expressions: [ecs("AWS/ECS", "CPUUtilization")], maximum: 100 },
    { title: "Memory by service (%)", expressions: [ecs("AWS/ECS", "MemoryUtilization")], maximum: 100 },
    ...(cluster.insights
      ? [
          { title: "Running tasks", expressions: [ecs("ECS/ContainerInsights", "RunningTaskCount")] },
          { title: "Desired tasks", expressions: [ecs("ECS/ContainerInsights", "DesiredTaskCount")] },
        ]
      : []),
    ...(byName.size === 0 ? [] : trafficGraphs([...byName.values()])),
    ...queueGraphs(watched.data),
    ...jobGraphs(watched.jobs),
  ];
  return {
    id: "platform/dashboard",
    kind: "Dashboard",
    origin: context.manifest.dashboard === undefined ? "application" : "dashboard",
    dashboardName: context.name("dashboard", "", "dashboard"),
    body: { widgets: graphs.map(planWidget) },
  };
}

interface Graph {
  readonly title: string;
  readonly expressions: readonly Value<string>[];
  /** Metrics that are named instead of searched for. */
  readonly metrics?: readonly JsonValue[];
  readonly stat?: string;
  readonly maximum?: number;
}

function queueGraphs({ handles }: DataPart): readonly Graph[] {
  const queues = [...handles.values()].flatMap((handle) => (handle.type === "sqs" ? [handle.name] : []));
  if (queues.length === 0) return [];
  const metrics = (metric: string): readonly JsonValue[] =>
    queues.map((name) => ["AWS/SQS", metric, "QueueName", name]);
  return [
    {
      title: "Messages that wait",
      expressions: [],
      metrics: metrics("ApproximateNumberOfMessagesVisible"),
      stat: "Maximum",
    },
    {
      title: "Age of the oldest message (s)",
      expressions: [],
      metrics: metrics("ApproximateAgeOfOldestMessage"),
      stat: "Maximum",
    },
  ];
}

function jobGraphs(jobs: readonly JobFacts[]): readonly Graph[] {
  if (jobs.length === 0) return [];
  const metrics = (names: readonly string[]): readonly JsonValue[] =>
    jobs.flatMap(({ stateMachineArn }) =>
      names.map((name) => ["AWS/States", name, "StateMachineArn", stateMachineArn]),
    );
  return [
    {
      title: "Runs of jobs that succeeded",
      expressions: [],
      metrics: metrics(["ExecutionsSucceeded"]),
      stat: "Sum",
    },
    {
      title: "Runs of jobs that failed or took too long",
      expressions: [],
      metrics: metrics(["ExecutionsFailed", "ExecutionsTimedOut"]),
      stat: "Sum",
    },
  ];
}

function trafficGraphs(ingresses: readonly IngressPart[]): readonly Graph[] {
  const byTarget = (metric: string, statistic: string): readonly Value<string>[] =>
    ingresses.map(({ fullName }) =>
      search(
        join(
          `{AWS/ApplicationELB,LoadBalancer,TargetGroup} MetricName="${metric}" LoadBalancer="`,
          fullName,
          '"',
        ),
        statistic,
      ),
    );
  return [
    { title: "Requests per minute", expressions: byTarget("RequestCount", "Sum") },
    { title: "Answers 5xx per minute", expressions: byTarget("HTTPCode_Target_5XX_Count", "Sum") },
    { title: "Answers 4xx per minute", expressions: byTarget("HTTPCode_Target_4XX_Count", "Sum") },
    {
      title: "Response time p50, p90, p99 (s)",
      expressions: ["p50", "p90", "p99"].flatMap((statistic) => byTarget("TargetResponseTime", statistic)),
    },
    {
      title: "Healthy and unhealthy targets",
      expressions: [...byTarget("HealthyHostCount", "Minimum"), ...byTarget("UnHealthyHostCount", "Maximum")],
    },
  ];
}

function search(query: Value<string>, statistic: string): Value<string> {
  return join("SEARCH('", query, `', '${statistic}', 60)`);
}

const width = 12;
const height = 6;

function planWidget(graph: Graph, index: number): JsonValue {
  return {
    type: "metric",
    x: (index % 2) * width,
    y: Math.floor(index / 2) * height,
    width,
    height,
    properties: {
      title: graph.title,
      view: "timeSeries",
      stacked: false,
      region,
      period: 60,
      ...(graph.stat !== undefined && { stat: graph.stat }),
      metrics: [
        ...(graph.metrics ?? []),
        ...graph.expressions.map((expression, position) => [{ id: `e${position + 1}`, expression }]),
      ],
      yAxis: { left: { min: 0, ...(graph.maximum === undefined ? {} : { max: graph.maximum }) } },
    },
  };
}
