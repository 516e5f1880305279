import type { Value } from "../value.js";
import type { ResourceBase } from "./base.js";
import type { Metric } from "./observability.js";

export interface ScalableTarget extends ResourceBase<"ScalableTarget"> {
  /** `service/<cluster>/<service>`. */
  readonly resourceId: Value<string>;
  readonly minCapacity: number;
  readonly maxCapacity: number;
  readonly scheduledActions?: readonly ScheduledAction[];
}

/**
 * New bounds by the clock.
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScheduledAction.html
 */
export interface ScheduledAction {
  readonly name: string;
  /** `at(...)`, `rate(...)` or `cron(...)`. */
  readonly schedule: string;
  readonly timezone?: string;
  /** `2027-01-31T00:00:00Z`. */
  readonly start?: string;
  readonly end?: string;
  readonly minCapacity?: number;
  readonly maxCapacity?: number;
}

export type ScalingMetric =
  | { readonly type: "ECSServiceAverageCPUUtilization" }
  | { readonly type: "ECSServiceAverageMemoryUtilization" }
  | { readonly type: "ALBRequestCountPerTarget"; readonly resourceLabel: Value<string> }
  | { readonly type: "customized"; readonly label: string; readonly metric: Metric }
  | {
      /** Over metrics that are named by id. */
      readonly type: "expression";
      readonly expression: string;
      readonly label: string;
      readonly metrics: readonly { readonly id: string; readonly metric: Metric }[];
    };

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html */
export type ScalingPolicy = TargetTracking | StepScaling | PredictiveScaling;

interface PolicyBase extends ResourceBase<"ScalingPolicy"> {
  readonly policyName: string;
  readonly scalableTarget: Value<string>;
}

/** https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking.html */
export interface TargetTracking extends PolicyBase {
  readonly policyType: "TargetTrackingScaling";
  readonly metric: ScalingMetric;
  readonly targetValue: number;
  readonly scaleInCooldownSeconds: number;
  readonly scaleOutCooldownSeconds: number;
}

/** An alarm starts it. https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html */
export interface StepScaling extends PolicyBase {
  readonly policyType: "StepScaling";
  readonly adjustmentType: "ChangeInCapacity" | "PercentChangeInCapacity";
  readonly cooldownSeconds: number;
  /** Fewest tasks that a share stands for. */
  readonly minAdjustmentMagnitude?: number;
  /** Bounds are distances from the alarm's threshold; a change below zero takes tasks away. */
  readonly steps: readonly {
    readonly lowerBound?: number;
    readonly upperBound?: number;
    readonly change: number;
  }[];
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/predictive-auto-scaling.html */
export interface PredictiveScaling extends PolicyBase {
  readonly policyType: "PredictiveScaling";
  readonly mode: "ForecastOnly" | "ForecastAndScale";
  readonly metricPair: "ECSServiceCPUUtilization" | "ECSServiceMemoryUtilization" | "ALBRequestCount";
  /** Of the load balancer and target group whose requests are counted. */
  readonly resourceLabel?: Value<string>;
  readonly targetValue: number;
  readonly schedulingBufferSeconds: number;
  /** Absent: the maximum holds whatever the forecast says. */
  readonly maxCapacityBufferPercent?: number;
}
