import type { ScalableTarget, ScalingMetric, ScalingPolicy } from "../plan/resources/compute.js";
import { readArgument } from "./attributes.js";
import { type Block, block } from "./hcl/tree.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { addressIn, renderValue } from "./values.js";

/** Without a role: Application Auto Scaling uses its service-linked one. */
export function renderScalableTarget(target: ScalableTarget, scope: Scope): Rendered {
  return {
    arguments: {
      service_namespace: "ecs",
      scalable_dimension: "ecs:service:DesiredCount",
      resource_id: renderValue(target.resourceId, scope),
      min_capacity: target.minCapacity,
      max_capacity: target.maxCapacity,
    },
  };
}

export function renderScalingPolicy(policy: ScalingPolicy, scope: Scope): Rendered {
  const target = addressIn(policy.scalableTarget, scope);
  return {
    arguments: {
      name: scope.names.named(policy.policyName),
      policy_type: "TargetTrackingScaling",
      service_namespace: readArgument(target, "service_namespace"),
      scalable_dimension: readArgument(target, "scalable_dimension"),
      resource_id: readArgument(target, "resource_id"),
    },
    blocks: [
      block("target_tracking_scaling_policy_configuration", [
        { name: "target_value", value: policy.targetValue },
        { name: "scale_in_cooldown", value: policy.scaleInCooldownSeconds },
        { name: "scale_out_cooldown", value: policy.scaleOutCooldownSeconds },
        renderMetric(policy.metric, scope),
      ]),
    ],
  };
}

function renderMetric(metric: ScalingMetric, scope: Scope): Block {
  return block("predefined_metric_specification", {
    predefined_metric_type: metric.type,
    resource_label: "resourceLabel" in metric ? renderValue(metric.resourceLabel, scope) : undefined,
  });
}
