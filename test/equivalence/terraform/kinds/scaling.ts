import { number } from "../../converters.js";
import type { Kinds } from "../../kind.js";
import { as, within } from "../../read.js";

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
        target_value: as("target value", number),
        scale_in_cooldown: as("scale in cooldown", number),
        scale_out_cooldown: as("scale out cooldown", number),
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
