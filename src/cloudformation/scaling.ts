import type { ScalableTarget, ScalingMetric, ScalingPolicy } from "../plan/resources/compute.js";
import { given } from "./properties.js";
import type { Scope } from "./scope.js";
import type { JsonObject, ResourceBody } from "./template.js";
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
    },
  };
}

export function renderScalingPolicy(policy: ScalingPolicy, scope: Scope): ResourceBody {
  return {
    Type: "AWS::ApplicationAutoScaling::ScalingPolicy",
    Properties: {
      PolicyName: policy.policyName,
      PolicyType: "TargetTrackingScaling",
      ScalingTargetId: renderValue(policy.scalableTarget, scope),
      TargetTrackingScalingPolicyConfiguration: {
        PredefinedMetricSpecification: renderMetric(policy.metric, scope),
        TargetValue: policy.targetValue,
        ScaleInCooldown: policy.scaleInCooldownSeconds,
        ScaleOutCooldown: policy.scaleOutCooldownSeconds,
      },
    },
  };
}

function renderMetric(metric: ScalingMetric, scope: Scope): JsonObject {
  return {
    PredefinedMetricType: metric.type,
    ...given(
      "ResourceLabel",
      "resourceLabel" in metric ? renderValue(metric.resourceLabel, scope) : undefined,
    ),
  };
}
