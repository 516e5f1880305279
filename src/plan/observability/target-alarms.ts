import { referTo } from "../resource.js";
import type { TargetGroup } from "../resources/load-balancing.js";
import type { Metric } from "../resources/observability.js";
import type { Value } from "../value.js";
import type { AlarmRule } from "./alarm-rule.js";
import type { AlarmLimits } from "./limits.js";

/** A target group with the full name of its load balancer. */
export interface AlarmTarget {
  readonly type: "application" | "network";
  readonly loadBalancer: Value<string>;
  readonly targetGroup: TargetGroup;
  /** Ends the names of its alarms. */
  readonly suffix: string;
}

/**
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html
 */
export function targetRules(name: string, target: AlarmTarget, limits: AlarmLimits): readonly AlarmRule[] {
  const { suffix, type } = target;
  const unhealthy: AlarmRule = {
    name: `unhealthy-targets${suffix}`,
    description: `${name}: a target fails its health check for 3 minutes`,
    watch: { metric: targetMetric(target, "UnHealthyHostCount", "Maximum") },
    comparison: "GreaterThanThreshold",
    threshold: 0,
    minutes: 3,
    treatMissingData: "notBreaching",
  };
  // A network load balancer sees connections, not answers.
  if (type === "network") return [unhealthy];
  const { errorRatePercent, latencySeconds } = limits;
  return [
    unhealthy,
    ...(errorRatePercent === undefined ? [] : [errorRule(name, target, errorRatePercent)]),
    ...(latencySeconds === undefined ? [] : [latencyRule(name, target, latencySeconds)]),
  ];
}

function errorRule(name: string, target: AlarmTarget, percent: number): AlarmRule {
  return {
    name: `server-errors${target.suffix}`,
    description: `${name}: more than ${percent} % of the answers are 5xx for 5 minutes`,
    watch: {
      expression: "IF(requests > 0, 100 * FILL(errors, 0) / requests, 0)",
      label: "5xx answers in percent",
      metrics: [
        { id: "errors", metric: targetMetric(target, "HTTPCode_Target_5XX_Count", "Sum") },
        { id: "requests", metric: targetMetric(target, "RequestCount", "Sum") },
      ],
    },
    comparison: "GreaterThanThreshold",
    threshold: percent,
    minutes: 5,
    treatMissingData: "notBreaching",
  };
}

/** Without requests there is no time to answer. A percentile of a handful of them says nothing. */
function latencyRule(name: string, target: AlarmTarget, seconds: number): AlarmRule {
  const shown = seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds} s`;
  return {
    name: `latency${target.suffix}`,
    description: `${name}: 1 % of the answers take longer than ${shown} for 5 minutes`,
    watch: { metric: targetMetric(target, "TargetResponseTime", "p99") },
    comparison: "GreaterThanThreshold",
    threshold: seconds,
    minutes: 5,
    treatMissingData: "notBreaching",
    lowSampleCount: "ignore",
  };
}

function targetMetric(target: AlarmTarget, metricName: string, statistic: string): Metric {
  return {
    namespace: target.type === "network" ? "AWS/NetworkELB" : "AWS/ApplicationELB",
    metricName,
    dimensions: [
      { name: "LoadBalancer", value: target.loadBalancer },
      { name: "TargetGroup", value: referTo(target.targetGroup, "fullName") },
    ],
    statistic,
    periodSeconds: 60,
  };
}
