import type { ClusterPart } from "./cluster.js";
import type { ResolveContext } from "./context.js";
import type { IngressPart } from "./ingress.js";
import type { Dashboard } from "./resources/observability.js";
import { type JsonValue, join, region, type Value } from "./value.js";

/**
 * One dashboard per application. Each graph searches for its metrics, so that it shows every service, those of later
 * releases too, and the page has the same size for 2 services and for 200.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export function planDashboard(
  context: ResolveContext,
  cluster: ClusterPart,
  ingress: IngressPart | undefined,
): Dashboard | undefined {
  if (!(context.manifest.dashboard ?? context.defaults.dashboard)) return undefined;
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
    ...(ingress === undefined ? [] : trafficGraphs(ingress)),
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
  readonly maximum?: number;
}

function trafficGraphs(ingress: IngressPart): readonly Graph[] {
  const byTarget = (metric: string, statistic: string): Value<string> =>
    search(
      join(
        `{AWS/ApplicationELB,LoadBalancer,TargetGroup} MetricName="${metric}" LoadBalancer="`,
        ingress.fullName,
        '"',
      ),
      statistic,
    );
  return [
    { title: "Requests per minute", expressions: [byTarget("RequestCount", "Sum")] },
    {
      title: "Answers 4xx and 5xx per minute",
      expressions: [
        byTarget("HTTPCode_Target_4XX_Count", "Sum"),
        byTarget("HTTPCode_Target_5XX_Count", "Sum"),
      ],
    },
    {
      title: "Response time p50, p95, p99 (s)",
      expressions: ["p50", "p95", "p99"].map((statistic) => byTarget("TargetResponseTime", statistic)),
    },
    {
      title: "Healthy and unhealthy targets",
      expressions: [byTarget("HealthyHostCount", "Minimum"), byTarget("UnHealthyHostCount", "Maximum")],
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
      metrics: graph.expressions.map((expression, position) => [{ id: `e${position + 1}`, expression }]),
      yAxis: { left: { min: 0, ...(graph.maximum === undefined ? {} : { max: graph.maximum }) } },
    },
  };
}
