import type {
  PredictiveScaling,
  ScalableTarget,
  ScalingMetric,
  ScalingPolicy,
  ScheduledAction,
  StepScaling,
} from "../plan/resources/scaling.js";
import { nameMetric } from "./alarm.js";
import { given, listed } from "./properties.js";
import type { Scope } from "./scope.js";
import type { Json, JsonObject, ResourceBody } from "./template.js";
import { renderValue } from "./values.js";

/** Without a role: Application Auto Scaling uses its service-linked one. */
export function renderScalableTarget(target: ScalableTarget, scope: Scope): ResourceBody {
  return {
    Type: "AWS::ApplicationAutoScaling::ScalableTarget",
    Properties: {
      ServiceNamespace: "ecs",
      ScalableDimension: "ecs:service:DesiredCount",
      ResourceId: renderValue(target.resourceId, scope),
      MinCapacity: target.minCapacity,
      MaxCapacity: target.maxCapacity,
      ...listed("ScheduledActions", (target.scheduledActions ?? []).map(renderScheduledAction)),
    },
  };
}

function renderScheduledAction(action: ScheduledAction): JsonObject {
  return {
    ScheduledActionName: action.name,
    Schedule: action.schedule,
    ...given("Timezone", action.timezone),
    ...given("StartTime", action.start),
    ...given("EndTime", action.end),
    ScalableTargetAction: {
      ...given("MinCapacity", action.minCapacity),
      ...given("MaxCapacity", action.maxCapacity),
    },
  };
}

export function renderScalingPolicy(policy: ScalingPolicy, scope: Scope): ResourceBody {
  return {
    Type: "AWS::ApplicationAutoScaling::ScalingPolicy",
    Properties: {
      PolicyName: policy.policyName,
      PolicyType: policy.policyType,
      ScalingTargetId: renderValue(policy.scalableTarget, scope),
      ...renderConfiguration(policy, scope),
    },
  };
}

function renderConfiguration(policy: ScalingPolicy, scope: Scope): JsonObject {
  switch (policy.policyType) {
    case "TargetTrackingScaling":
      return {
        TargetTrackingScalingPolicyConfiguration: {
          ...renderMetric(policy.metric, scope),
          TargetValue: policy.targetValue,
          ScaleInCooldown: policy.scaleInCooldownSeconds,
          ScaleOutCooldown: policy.scaleOutCooldownSeconds,
        },
      };
    case "StepScaling":
      return { StepScalingPolicyConfiguration: renderSteps(policy) };
    case "PredictiveScaling":
      return { PredictiveScalingPolicyConfiguration: renderPredictive(policy, scope) };
  }
}

function renderMetric(metric: ScalingMetric, scope: Scope): JsonObject {
  if (metric.type === "expression") {
    return { CustomizedMetricSpecification: { Metrics: renderExpression(metric, scope) } };
  }
  if (metric.type === "customized") {
    const { label, metric: read } = metric;
    const MetricStat = { Metric: nameMetric(read, scope), Stat: read.statistic };
    return {
      CustomizedMetricSpecification: {
        Metrics: [{ Id: "metric", Label: label, MetricStat, ReturnData: true }],
      },
    };
  }
  return {
    PredefinedMetricSpecification: {
      PredefinedMetricType: metric.type,
      ...given(
        "ResourceLabel",
        "resourceLabel" in metric ? renderValue(metric.resourceLabel, scope) : undefined,
      ),
    },
  };
}

/** Without the period of an alarm: target tracking reads every metric by the minute. */
function renderExpression(
  { expression, label, metrics }: Extract<ScalingMetric, { type: "expression" }>,
  scope: Scope,
): readonly Json[] {
  return [
    ...metrics.map(({ id, metric }) => ({
      Id: id,
      MetricStat: { Metric: nameMetric(metric, scope), Stat: metric.statistic },
      ReturnData: false,
    })),
    { Id: "expression", Expression: expression, Label: label, ReturnData: true },
  ];
}

function renderSteps(policy: StepScaling): JsonObject {
  return {
    AdjustmentType: policy.adjustmentType,
    Cooldown: policy.cooldownSeconds,
    MetricAggregationType: "Average",
    ...given("MinAdjustmentMagnitude", policy.minAdjustmentMagnitude),
    StepAdjustments: policy.steps.map(({ lowerBound, upperBound, change }) => ({
      ...given("MetricIntervalLowerBound", lowerBound),
      ...given("MetricIntervalUpperBound", upperBound),
      ScalingAdjustment: change,
    })),
  };
}

function renderPredictive(policy: PredictiveScaling, scope: Scope): JsonObject {
  const { resourceLabel, maxCapacityBufferPercent } = policy;
  return {
    Mode: policy.mode,
    SchedulingBufferTime: policy.schedulingBufferSeconds,
    MaxCapacityBreachBehavior:
      maxCapacityBufferPercent === undefined ? "HonorMaxCapacity" : "IncreaseMaxCapacity",
    ...given("MaxCapacityBuffer", maxCapacityBufferPercent),
    MetricSpecifications: [
      {
        TargetValue: policy.targetValue,
        PredefinedMetricPairSpecification: {
          PredefinedMetricType: policy.metricPair,
          ...given("ResourceLabel", resourceLabel && renderValue(resourceLabel, scope)),
        },
      },
    ],
  };
}
