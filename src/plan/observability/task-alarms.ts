import type { ClusterPart } from "../cluster.js";
import { referTo } from "../resource.js";
import type { EcsService } from "../resources/compute.js";
import type { Metric } from "../resources/observability.js";
import type { AlarmRule } from "./alarm-rule.js";
import type { AlarmLimits } from "./limits.js";

export interface WatchedTasks {
  readonly name: string;
  readonly cluster: ClusterPart;
  readonly service: EcsService;
  readonly minTasks: number;
}

export function taskRules(
  tasks: WatchedTasks,
  { cpuPercent, memoryPercent }: AlarmLimits,
): readonly AlarmRule[] {
  // Missing where no task runs, which is the other alarm's to say.
  const high = (name: string, metricName: string, what: string, percent: number | undefined): AlarmRule[] =>
    percent === undefined
      ? []
      : [
          {
            name,
            description: `${tasks.name}: ${what} above ${percent} % for 10 minutes`,
            watch: { metric: ecsMetric(tasks, "AWS/ECS", metricName, "Average") },
            comparison: "GreaterThanThreshold",
            threshold: percent,
            minutes: 10,
            treatMissingData: "notBreaching",
          },
        ];
  return [
    ...runningRules(tasks),
    ...high("cpu-high", "CPUUtilization", "CPU", cpuPercent),
    ...high("memory-high", "MemoryUtilization", "memory", memoryPercent),
  ];
}

/**
 * Container Insights counts running and desired tasks. Without it, the number of CPU samples in a minute is the number
 * of running tasks, to be held against the minimum.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-metrics.html#cw_running_task_count
 */
function runningRules(tasks: WatchedTasks): readonly AlarmRule[] {
  const name = "running-below-desired";
  if (tasks.cluster.insights) {
    const metric = (metricName: string): Metric =>
      ecsMetric(tasks, "ECS/ContainerInsights", metricName, "Average");
    return [
      {
        name,
        description: `${tasks.name}: fewer tasks run than desired for 5 minutes`,
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
  if (tasks.minTasks === 0) return [];
  return [
    {
      name,
      description: `${tasks.name}: fewer tasks run than the minimum of ${tasks.minTasks} for 5 minutes`,
      watch: { metric: ecsMetric(tasks, "AWS/ECS", "CPUUtilization", "SampleCount") },
      comparison: "LessThanThreshold",
      threshold: tasks.minTasks,
      minutes: 5,
      treatMissingData: "breaching",
    },
  ];
}

function ecsMetric(
  { cluster, service }: WatchedTasks,
  namespace: string,
  metricName: string,
  statistic: string,
): Metric {
  return {
    namespace,
    metricName,
    dimensions: [
      { name: "ClusterName", value: cluster.clusterName },
      { name: "ServiceName", value: referTo(service, "name") },
    ],
    statistic,
    periodSeconds: 60,
  };
}
