import type { ClusterPart } from "../cluster.js";
import type { ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { EcsService } from "../resources/compute.js";
import type { TargetGroup } from "../resources/load-balancing.js";
import type { Alarm, Metric } from "../resources/observability.js";
import type { Value } from "../value.js";
import type { ServiceFacts } from "./facts.js";
import type { TaskRange } from "./scaling.js";

export interface AlarmNeeds {
  readonly cluster: ClusterPart;
  readonly service: EcsService;
  readonly range: TaskRange;
  readonly targets: readonly AlarmTarget[];
  readonly actions: readonly Value<string>[];
}

/** A target group with the full name of its load balancer. */
export interface AlarmTarget {
  readonly type: "application" | "network";
  readonly loadBalancer: Value<string>;
  readonly targetGroup: TargetGroup;
}

type AlarmRule = Pick<Alarm, "watch" | "comparison" | "threshold" | "treatMissingData"> & {
  readonly name: string;
  readonly description: string;
  readonly minutes: number;
};

const minute = 60;

export function planAlarms(
  context: ResolveContext,
  facts: ServiceFacts,
  needs: AlarmNeeds,
): readonly Alarm[] {
  if (facts.service.alarms === false) return [];
  const rules = [
    ...taskRules(facts, needs),
    ...needs.targets.flatMap((target) => targetRules(facts, target)),
  ];
  return rules.map(({ name, description, minutes, watch, comparison, threshold, treatMissingData }) => ({
    id: `service/${facts.name}/alarm-${name}`,
    kind: "Alarm",
    origin: facts.service.alarms === undefined ? facts.origin : `${facts.origin}.alarms`,
    alarmName: context.name("alarm", `${facts.name}-${name}`, facts.origin),
    description,
    watch,
    comparison,
    threshold,
    evaluationPeriods: minutes,
    datapointsToAlarm: minutes,
    treatMissingData,
    actions: needs.actions,
    tags: context.tags({ service: facts.name }),
  }));
}

function taskRules(facts: ServiceFacts, needs: AlarmNeeds): readonly AlarmRule[] {
  const utilization = (metricName: string): Metric => ecsMetric(needs, "AWS/ECS", metricName, "Average");
  const high = (name: string, metricName: string, what: string): AlarmRule => ({
    name,
    description: `${facts.name}: ${what} above 90 % for 10 minutes`,
    watch: { metric: utilization(metricName) },
    comparison: "GreaterThanThreshold",
    threshold: 90,
    minutes: 10,
    treatMissingData: "notBreaching",
  });
  return [
    ...runningRules(facts, needs),
    high("cpu-high", "CPUUtilization", "CPU"),
    high("memory-high", "MemoryUtilization", "memory"),
  ];
}

/**
 * Container Insights counts running and desired tasks. Without it, the number of CPU samples in a minute is the number
 * of running tasks, to be held against the minimum.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html#cw_running_task_count
 */
function runningRules(facts: ServiceFacts, needs: AlarmNeeds): readonly AlarmRule[] {
  const name = "running-below-desired";
  if (needs.cluster.insights) {
    const metric = (metricName: string): Metric =>
      ecsMetric(needs, "ECS/ContainerInsights", metricName, "Average");
    return [
      {
        name,
        description: `${facts.name}: fewer tasks run than desired for 5 minutes`,
        watch: {
          expression: "desired - running",
          label: "Missing tasks",
          metrics: [
            { id: "desired", metric: metric("DesiredTaskCount") },
            { id: "running", metric: metric("RunningTaskCount") },
          ],
        },
        comparison: "GreaterThanThreshold",
        threshold: 0,
        minutes: 5,
        treatMissingData: "notBreaching",
      },
    ];
  }
  if (needs.range.min === 0) return [];
  return [
    {
      name,
      description: `${facts.name}: fewer tasks run than the minimum of ${needs.range.min} for 5 minutes`,
      watch: { metric: ecsMetric(needs, "AWS/ECS", "CPUUtilization", "SampleCount") },
      comparison: "LessThanThreshold",
      threshold: needs.range.min,
      minutes: 5,
      treatMissingData: "breaching",
    },
  ];
}

/**
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html
 */
function targetRules(facts: ServiceFacts, target: AlarmTarget): readonly AlarmRule[] {
  const network = target.type === "network";
  const metric = (metricName: string, statistic: string): Metric => ({
    namespace: network ? "AWS/NetworkELB" : "AWS/ApplicationELB",
    metricName,
    dimensions: [
      { name: "LoadBalancer", value: target.loadBalancer },
      { name: "TargetGroup", value: referTo(target.targetGroup, "fullName") },
    ],
    statistic,
    periodSeconds: minute,
  });
  const { port, protocol } = target.targetGroup;
  const suffix = network ? `-${port}${protocol === "UDP" ? "-udp" : ""}` : "";
  const unhealthy: AlarmRule = {
    name: `unhealthy-targets${suffix}`,
    description: `${facts.name}: a target fails its health check for 3 minutes`,
    watch: { metric: metric("UnHealthyHostCount", "Maximum") },
    comparison: "GreaterThanThreshold",
    threshold: 0,
    minutes: 3,
    treatMissingData: "notBreaching",
  };
  if (network) return [unhealthy];
  return [
    unhealthy,
    {
      name: "server-errors",
      description: `${facts.name}: more than 5 % of the answers are 5xx for 5 minutes`,
      watch: {
        expression: "IF(requests > 0, 100 * FILL(errors, 0) / requests, 0)",
        label: "5xx answers in percent",
        metrics: [
          { id: "errors", metric: metric("HTTPCode_Target_5XX_Count", "Sum") },
          { id: "requests", metric: metric("RequestCount", "Sum") },
        ],
      },
      comparison: "GreaterThanThreshold",
      threshold: 5,
      minutes: 5,
      treatMissingData: "notBreaching",
    },
  ];
}

function ecsMetric(needs: AlarmNeeds, namespace: string, metricName: string, statistic: string): Metric {
  return {
    namespace,
    metricName,
    dimensions: [
      { name: "ClusterName", value: needs.cluster.clusterName },
      { name: "ServiceName", value: referTo(needs.service, "name") },
    ],
    statistic,
    periodSeconds: minute,
  };
}
