import type { Metric } from "../plan/resources/observability.js";
import type {
  PredictiveScaling,
  ScalableTarget,
  ScalingMetric,
  ScalingPolicy,
  StepScaling,
} from "../plan/resources/scaling.js";
import type { Address } from "./address.js";
import { readArgument } from "./attributes.js";
import { attributes, type Block, block, type Expression, traversal } from "./hcl/tree.js";
import { identifier } from "./identifier.js";
import type { Companion, Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { addressIn, renderValue } from "./values.js";

/** Without a role: Application Auto Scaling uses its service-linked one. */
export function renderScalableTarget(target: ScalableTarget, scope: Scope, address: Address): Rendered {
  return {
    arguments: {
      service_namespace: "ecs",
      scalable_dimension: "ecs:service:DesiredCount",
      resource_id: renderValue(target.resourceId, scope),
      min_capacity: target.minCapacity,
      max_capacity: target.maxCapacity,
    },
    blocks: keepBounds(target),
    companions: renderSchedule(target, scope, address),
  };
}

/** Or each apply would set them to those of the manifest, whatever the hour. */
function keepBounds({ scheduledActions = [] }: ScalableTarget): readonly Block[] {
  const moved = [
    ...(scheduledActions.some(({ minCapacity }) => minCapacity !== undefined) ? ["min_capacity"] : []),
    ...(scheduledActions.some(({ maxCapacity }) => maxCapacity !== undefined) ? ["max_capacity"] : []),
  ];
  if (moved.length === 0) return [];
  const comment = "The schedule changes them; what stands here is where they begin.";
  return [{ ...block("lifecycle", { ignore_changes: moved.map((name) => traversal(name)) }), comment }];
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appautoscaling_scheduled_action */
function renderSchedule(
  { scheduledActions = [] }: ScalableTarget,
  scope: Scope,
  address: Address,
): readonly Companion[] {
  return scheduledActions.map((action): Companion => {
    const suffix = identifier(action.name.split("-at-").at(-1) ?? action.name);
    return {
      address: scope.beside(address, "aws_appautoscaling_scheduled_action", suffix, action.name),
      arguments: {
        name: scope.names.named(action.name),
        ...identityOf(address),
        schedule: action.schedule,
        timezone: action.timezone,
        start_time: action.start,
        end_time: action.end,
      },
      blocks: [
        block("scalable_target_action", {
          min_capacity: text(action.minCapacity),
          max_capacity: text(action.maxCapacity),
        }),
      ],
    };
  });
}

export function renderScalingPolicy(policy: ScalingPolicy, scope: Scope): Rendered {
  return {
    arguments: {
      name: scope.names.named(policy.policyName),
      policy_type: policy.policyType,
      ...identityOf(addressIn(policy.scalableTarget, scope)),
    },
    blocks: [renderConfiguration(policy, scope)],
  };
}

/** What names a scalable target. */
function identityOf(target: Address): Readonly<Record<string, Expression>> {
  return {
    service_namespace: readArgument(target, "service_namespace"),
    scalable_dimension: readArgument(target, "scalable_dimension"),
    resource_id: readArgument(target, "resource_id"),
  };
}

function renderConfiguration(policy: ScalingPolicy, scope: Scope): Block {
  switch (policy.policyType) {
    case "TargetTrackingScaling":
      return block("target_tracking_scaling_policy_configuration", [
        { name: "target_value", value: policy.targetValue },
        { name: "scale_in_cooldown", value: policy.scaleInCooldownSeconds },
        { name: "scale_out_cooldown", value: policy.scaleOutCooldownSeconds },
        renderMetric(policy.metric, scope),
      ]);
    case "StepScaling":
      return renderSteps(policy);
    case "PredictiveScaling":
      return renderPredictive(policy, scope);
  }
}

function renderMetric(metric: ScalingMetric, scope: Scope): Block {
  if (metric.type === "expression") {
    return block("customized_metric_specification", renderExpression(metric, scope));
  }
  if (metric.type === "customized") {
    const query = block("metrics", [
      ...attributes({ id: "metric", label: metric.label }),
      renderStat(metric.metric, scope),
      { name: "return_data", value: true },
    ]);
    return block("customized_metric_specification", [query]);
  }
  return block("predefined_metric_specification", {
    predefined_metric_type: metric.type,
    resource_label: "resourceLabel" in metric ? renderValue(metric.resourceLabel, scope) : undefined,
  });
}

function renderExpression(
  { expression, label, metrics }: Extract<ScalingMetric, { type: "expression" }>,
  scope: Scope,
): readonly Block[] {
  return [
    ...metrics.map(({ id, metric }) =>
      block("metrics", [
        { name: "id", value: id },
        renderStat(metric, scope),
        { name: "return_data", value: false },
      ]),
    ),
    block("metrics", { id: "expression", expression, label, return_data: true }),
  ];
}

/** Each dimension is a block here, where it is an entry of a map on an alarm. */
function renderStat(metric: Metric, scope: Scope): Block {
  return block("metric_stat", [
    { name: "stat", value: metric.statistic },
    block("metric", [
      { name: "namespace", value: metric.namespace },
      { name: "metric_name", value: metric.metricName },
      ...metric.dimensions.map((each) =>
        block("dimensions", { name: each.name, value: renderValue(each.value, scope) }),
      ),
    ]),
  ]);
}

function renderSteps(policy: StepScaling): Block {
  return block("step_scaling_policy_configuration", [
    ...attributes({
      adjustment_type: policy.adjustmentType,
      cooldown: policy.cooldownSeconds,
      metric_aggregation_type: "Average",
      min_adjustment_magnitude: policy.minAdjustmentMagnitude,
    }),
    ...policy.steps.map(({ lowerBound, upperBound, change }) =>
      block("step_adjustment", {
        metric_interval_lower_bound: text(lowerBound),
        metric_interval_upper_bound: text(upperBound),
        scaling_adjustment: change,
      }),
    ),
  ]);
}

function renderPredictive(policy: PredictiveScaling, scope: Scope): Block {
  const { resourceLabel, maxCapacityBufferPercent } = policy;
  return block("predictive_scaling_policy_configuration", [
    ...attributes({
      mode: policy.mode,
      scheduling_buffer_time: policy.schedulingBufferSeconds,
      max_capacity_breach_behavior:
        maxCapacityBufferPercent === undefined ? "HonorMaxCapacity" : "IncreaseMaxCapacity",
      max_capacity_buffer: maxCapacityBufferPercent,
    }),
    block("metric_specification", [
      { name: "target_value", value: text(policy.targetValue) ?? null },
      block("predefined_metric_pair_specification", {
        predefined_metric_type: policy.metricPair,
        resource_label: resourceLabel && renderValue(resourceLabel, scope),
      }),
    ]),
  ]);
}

/** A number that the provider's schema has as a text. */
function text(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
