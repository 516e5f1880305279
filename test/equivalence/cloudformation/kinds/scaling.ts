import { number } from "../../converters.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { as, pairs, within } from "../../read.js";

export const scaling: Kinds = {
  "AWS::ApplicationAutoScaling::ScalableTarget": {
    subject: (get) => `scalable target ${get("ResourceId")}`,
    fields: {
      Tags: pairs("tags", "Key", "Value"),
      ServiceNamespace: as("namespace"),
      ScalableDimension: as("dimension"),
      ResourceId: as("resource"),
      MinCapacity: as("minimum", number),
      MaxCapacity: as("maximum", number),
    },
  },
  "AWS::ApplicationAutoScaling::ScalingPolicy": {
    subject: (get) =>
      `scaling policy ${get("PolicyName")} of ${subjectOf(get("ScalingTargetId"), "scalable target")}`,
    fields: {
      PolicyName: as("name"),
      PolicyType: as("type"),
      ScalingTargetId: as("target"),
      TargetTrackingScalingPolicyConfiguration: within({
        PredefinedMetricSpecification: within({
          PredefinedMetricType: as("metric"),
          ResourceLabel: as("resource label"),
        }),
        TargetValue: as("target value", number),
        ScaleInCooldown: as("scale in cooldown", number),
        ScaleOutCooldown: as("scale out cooldown", number),
      }),
    },
  },
};
