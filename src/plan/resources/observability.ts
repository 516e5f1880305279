import type { JsonValue, Value } from "../value.js";
import type { Removal, ResourceBase } from "./base.js";
import type { PolicyStatement } from "./iam.js";

export interface LogGroup extends ResourceBase<"LogGroup"> {
  readonly logGroupName: string;
  readonly retentionDays: number;
  /** `STANDARD` where it is absent. It cannot be changed later. */
  readonly class?: "INFREQUENT_ACCESS";
  /** ARN of a KMS key. */
  readonly key?: Value<string>;
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
  readonly comparison:
    | "GreaterThanThreshold"
    | "GreaterThanOrEqualToThreshold"
    | "LessThanThreshold"
    | "LessThanOrEqualToThreshold";
  readonly threshold: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  /** Of a percentile: whether too few samples change the state. */
  readonly lowSampleCount?: "ignore";
  readonly treatMissingData: "notBreaching" | "breaching" | "ignore" | "missing";
  readonly actions: readonly Value<string>[];
}

/**
 * Tells when one of the alarms does.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 */
export interface CompositeAlarm extends ResourceBase<"CompositeAlarm"> {
  readonly alarmName: string;
  readonly description: string;
  /** Names of alarms; by name and not by reference, as they are in other stacks. */
  readonly anyOf: readonly string[];
  readonly actions: readonly Value<string>[];
}

/** Who may write to log groups of the account. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html */
export interface LogResourcePolicy extends ResourceBase<"LogResourcePolicy"> {
  readonly policyName: string;
  readonly statements: readonly PolicyStatement[];
}

export interface Dashboard extends ResourceBase<"Dashboard"> {
  readonly dashboardName: string;
  readonly body: JsonValue;
}

export interface EventRule extends ResourceBase<"EventRule"> {
  readonly ruleName: string;
  readonly description: string;
  readonly eventPattern: JsonValue;
  readonly targets: readonly { readonly id: string; readonly arn: Value<string> }[];
}
