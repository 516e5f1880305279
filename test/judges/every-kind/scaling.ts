import type { Resource } from "../../../src/plan/resource.js";
import { join } from "../../../src/plan/value.js";

const origin = "services.api.scale";
const target = { ref: "service/api/scaling", attribute: "id" };
const metric = {
  ...{ namespace: "Shop", metricName: "Sessions", statistic: "p90", periodSeconds: 60 },
  dimensions: [{ name: "Service", value: "api" }],
};

/** The ways to scale beside the predefined metrics: a metric of one's own, steps, forecasts. */
export const scaling: readonly Resource[] = [
  {
    ...{ id: "service/api/scaling/sessions", kind: "ScalingPolicy", origin, scalableTarget: target },
    ...{ policyName: "shop-dev-api-sessions", policyType: "TargetTrackingScaling" },
    metric: { type: "customized", label: "sessions", metric },
    ...{ targetValue: 12.5, scaleInCooldownSeconds: 300, scaleOutCooldownSeconds: 60 },
  },
  {
    ...{ id: "service/api/scaling/steps-out", kind: "ScalingPolicy", origin, scalableTarget: target },
    ...{ policyName: "shop-dev-api-steps-out", policyType: "StepScaling" },
    ...{ adjustmentType: "PercentChangeInCapacity", cooldownSeconds: 60, minAdjustmentMagnitude: 1 },
    steps: [
      { lowerBound: 0, upperBound: 15, change: 10 },
      { lowerBound: 15, change: 30 },
    ],
  },
  {
    ...{ id: "service/api/scaling/steps-in", kind: "ScalingPolicy", origin, scalableTarget: target },
    ...{ policyName: "shop-dev-api-steps-in", policyType: "StepScaling" },
    ...{ adjustmentType: "ChangeInCapacity", cooldownSeconds: 300 },
    steps: [{ upperBound: 0, change: -1 }],
  },
  {
    ...{ id: "service/api/alarm-scale-cpu-steps-out", kind: "Alarm", origin },
    ...{ alarmName: "shop-dev-api-scale-cpu-steps-out", description: "CPU at or above 70" },
    watch: { metric },
    ...{ comparison: "GreaterThanOrEqualToThreshold", threshold: 70 },
    ...{ evaluationPeriods: 3, datapointsToAlarm: 3, treatMissingData: "missing" },
    actions: [{ ref: "service/api/scaling/steps-out", attribute: "arn" }],
  },
  {
    ...{ id: "service/api/alarm-scale-cpu-steps-in", kind: "Alarm", origin },
    ...{ alarmName: "shop-dev-api-scale-cpu-steps-in", description: "CPU at or below 20" },
    watch: { metric },
    ...{ comparison: "LessThanOrEqualToThreshold", threshold: 20 },
    ...{ evaluationPeriods: 15, datapointsToAlarm: 15, treatMissingData: "missing" },
    actions: [{ ref: "service/api/scaling/steps-in", attribute: "arn" }],
  },
  {
    ...{ id: "service/api/scaling/predictive", kind: "ScalingPolicy", origin, scalableTarget: target },
    ...{ policyName: "shop-dev-api-predictive", policyType: "PredictiveScaling" },
    ...{ mode: "ForecastAndScale", metricPair: "ALBRequestCount", targetValue: 1000 },
    resourceLabel: join({ ref: "ingress/load-balancer", attribute: "fullName" }, "/", {
      ref: "service/api/targets",
      attribute: "fullName",
    }),
    ...{ schedulingBufferSeconds: 600, maxCapacityBufferPercent: 10, dependsOn: ["service/api/rule"] },
  },
];
