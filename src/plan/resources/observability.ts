import type { JsonValue, Value } from "../value.js";
import type { Removal, ResourceBase } from "./base.js";
import type { PolicyStatement } from "./iam.js";

export interface LogGroup extends ResourceBase<"LogGroup"> {
  readonly logGroupName: string;
  readonly retentionDays: number;
  readonly removal: Removal;
}

export interface MetricDimension {
  readonly name: string;
  readonly value: Value<string>;
}

export interface Metric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: readonly MetricDimension[];
  /** `Average`, `Sum`, `SampleCount`, `Maximum`, or a percentile such as `p99`. */
  readonly statistic: string;
  readonly periodSeconds: number;
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
export interface Alarm extends ResourceBase<"Alarm"> {
  readonly alarmName: string;
  readonly description: string;
  /** One metric, or an expression over several that are named by id. */
  readonly watch:
    | { readonly metric: Metric }
    | {
        readonly expression: string;
        readonly label: string;
        readonly metrics: readonly { readonly id: string; readonly metric: Metric }[];
      };
  readonly comparison: "GreaterThanThreshold" | "GreaterThanOrEqualToThreshold" | "LessThanThreshold";
  readonly threshold: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly treatMissingData: "notBreaching" | "breaching" | "ignore" | "missing";
  readonly actions: readonly Value<string>[];
}

export interface Dashboard extends ResourceBase<"Dashboard"> {
  readonly dashboardName: string;
  readonly body: JsonValue;
}

export interface SnsTopic extends ResourceBase<"SnsTopic"> {
  readonly topicName: string;
}

export interface SnsTopicPolicy extends ResourceBase<"SnsTopicPolicy"> {
  readonly topic: Value<string>;
  readonly statements: readonly PolicyStatement[];
}

export interface SnsSubscription extends ResourceBase<"SnsSubscription"> {
  readonly topic: Value<string>;
  readonly protocol: "email";
  readonly endpoint: string;
}

export interface EventRule extends ResourceBase<"EventRule"> {
  readonly ruleName: string;
  readonly description: string;
  readonly eventPattern: JsonValue;
  readonly targets: readonly { readonly id: string; readonly arn: Value<string> }[];
}
