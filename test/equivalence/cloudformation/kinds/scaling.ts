import { flag, number } from "../../converters.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { as, keyed, pairs, within } from "../../read.js";

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
      ScheduledActions: keyed("scheduled actions", "name", {
        ScheduledActionName: as("name"),
        Schedule: as("schedule"),
        Timezone: as("time zone"),
        StartTime: as("start"),
        EndTime: as("end"),
        ScalableTargetAction: within({
          MinCapacity: as("minimum", number),
          MaxCapacity: as("maximum", number),
        }),
      }),
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
        CustomizedMetricSpecification: within({
          Metrics: keyed("metrics", "id", {
            Id: as("id"),
            Expression: as("expression"),
            Label: as("label"),
            ReturnData: as("returned", flag),
            MetricStat: within({
              Stat: as("statistic"),
              Metric: within({
                Namespace: as("namespace"),
                MetricName: as("metric"),
                Dimensions: pairs("dimensions", "Name", "Value"),
              }),
            }),
          }),
        }),
        TargetValue: as("target value", number),
        ScaleInCooldown: as("scale in cooldown", number),
        ScaleOutCooldown: as("scale out cooldown", number),
      }),
      StepScalingPolicyConfiguration: within({
        AdjustmentType: as("adjustment"),
        Cooldown: as("cooldown", number),
        MetricAggregationType: as("aggregation"),
        MinAdjustmentMagnitude: as("smallest adjustment", number),
        StepAdjustments: keyed("steps", "change", {
          MetricIntervalLowerBound: as("from", number),
          MetricIntervalUpperBound: as("to", number),
          ScalingAdjustment: as("change", number),
        }),
      }),
      PredictiveScalingPolicyConfiguration: within({
        Mode: as("mode"),
        SchedulingBufferTime: as("ahead", number),
        MaxCapacityBreachBehavior: as("beyond the maximum"),
        MaxCapacityBuffer: as("beyond the maximum by", number),
        MetricSpecifications: keyed("forecasts", "metric pair", {
          TargetValue: as("target value", number),
          PredefinedMetricPairSpecification: within({
            PredefinedMetricType: as("metric pair"),
            ResourceLabel: as("resource label"),
          }),
        }),
      }),
    },
  },
};
