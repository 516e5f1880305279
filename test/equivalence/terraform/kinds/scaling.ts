import { flag, number } from "../../converters.js";
import type { Kinds } from "../../kind.js";
import { as, keyed, pairs, within } from "../../read.js";

export const scaling: Kinds = {
  aws_appautoscaling_target: {
    subject: (get) => `scalable target ${get("resource_id")}`,
    fields: {
      tags_all: as("tags"),
      service_namespace: as("namespace"),
      scalable_dimension: as("dimension"),
      resource_id: as("resource"),
      min_capacity: as("minimum", number),
      max_capacity: as("maximum", number),
    },
  },
  /** Its target is named by three arguments, and two are the same for every ECS service. */
  aws_appautoscaling_scheduled_action: {
    subject: (get) => {
      const kind = `${get("service_namespace")} ${get("scalable_dimension")}`;
      return `scalable target ${get("resource_id")}${kind === "ecs ecs:service:DesiredCount" ? "" : ` of ${kind}`}`;
    },
    fields: {
      service_namespace: as("namespace"),
      scalable_dimension: as("dimension"),
      resource_id: as("resource"),
      name: as("name"),
      schedule: as("schedule"),
      timezone: as("time zone"),
      start_time: as("start"),
      end_time: as("end"),
      scalable_target_action: within({
        min_capacity: as("minimum", number),
        max_capacity: as("maximum", number),
      }),
    },
    wrap: ({ namespace: _, dimension: __, resource: ___, name, ...fact }) => ({
      "scheduled actions": { [String(name)]: fact },
    }),
  },
  /** Its target is named by three arguments; CloudFormation has one reference. */
  aws_appautoscaling_policy: {
    subject: (get) => `scaling policy ${get("name")} of scalable target ${get("resource_id")}`,
    fields: {
      name: as("name"),
      policy_type: as("type"),
      service_namespace: as("namespace"),
      scalable_dimension: as("dimension"),
      resource_id: as("resource"),
      target_tracking_scaling_policy_configuration: within({
        predefined_metric_specification: within({
          predefined_metric_type: as("metric"),
          resource_label: as("resource label"),
        }),
        customized_metric_specification: within({
          metrics: keyed("metrics", "id", {
            id: as("id"),
            expression: as("expression"),
            label: as("label"),
            return_data: as("returned", flag),
            metric_stat: within({
              stat: as("statistic"),
              metric: within({
                namespace: as("namespace"),
                metric_name: as("metric"),
                dimensions: pairs("dimensions", "name", "value"),
              }),
            }),
          }),
        }),
        target_value: as("target value", number),
        scale_in_cooldown: as("scale in cooldown", number),
        scale_out_cooldown: as("scale out cooldown", number),
      }),
      step_scaling_policy_configuration: within({
        adjustment_type: as("adjustment"),
        cooldown: as("cooldown", number),
        metric_aggregation_type: as("aggregation"),
        min_adjustment_magnitude: as("smallest adjustment", number),
        step_adjustment: keyed("steps", "change", {
          metric_interval_lower_bound: as("from", number),
          metric_interval_upper_bound: as("to", number),
          scaling_adjustment: as("change", number),
        }),
      }),
      predictive_scaling_policy_configuration: within({
        mode: as("mode"),
        scheduling_buffer_time: as("ahead", number),
        max_capacity_breach_behavior: as("beyond the maximum"),
        max_capacity_buffer: as("beyond the maximum by", number),
        metric_specification: keyed("forecasts", "metric pair", {
          target_value: as("target value", number),
          predefined_metric_pair_specification: within({
            predefined_metric_type: as("metric pair"),
            resource_label: as("resource label"),
          }),
        }),
      }),
    },
    wrap: ({ namespace, dimension, resource, ...fact }) => ({
      ...fact,
      target:
        namespace === "ecs" && dimension === "ecs:service:DesiredCount"
          ? `[id of scalable target ${String(resource)}]`
          : `${String(namespace)} ${String(dimension)} ${String(resource)}`,
    }),
  },
};
