import { flag, kept, number, parsed, set } from "../../converters.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { as, type Field, inSubject, keyed, within } from "../../read.js";
import { policyText } from "./security.js";

const tags = { tags_all: as("tags") };

const metric = {
  namespace: as("namespace"),
  metric_name: as("metric"),
  dimensions: as("dimensions"),
  period: as("period", number),
};

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_metric_alarm#return_data-1 */
const query = {
  id: as("id"),
  expression: as("expression"),
  label: as("label"),
  return_data: as("returned", flag),
  metric: within({ ...metric, stat: as("statistic") }),
};

/** A null in a `for_each` leaves it to the provider, which takes STANDARD; the stand-in makes a value up for that. */
const writtenClass: Field = (value) =>
  typeof value === "string" && value.startsWith("log_group_class-") ? {} : { class: value };

export const observability: Kinds = {
  aws_cloudwatch_log_group: {
    subject: (get) => `log group ${get("name")}`,
    fields: {
      ...tags,
      name: as("name"),
      retention_in_days: as("retention", number),
      log_group_class: writtenClass,
      kms_key_id: as("key"),
      skip_destroy: kept,
    },
    assumed: { removal: "delete" },
  },
  aws_cloudwatch_metric_alarm: {
    subject: (get) => `alarm ${get("alarm_name")}`,
    fields: {
      ...tags,
      ...metric,
      alarm_name: as("name"),
      alarm_description: as("description"),
      statistic: as("statistic"),
      extended_statistic: as("extended statistic"),
      metric_query: keyed("metrics", "id", query, { returned: false }),
      comparison_operator: as("comparison"),
      threshold: as("threshold", number),
      evaluation_periods: as("evaluation periods", number),
      datapoints_to_alarm: as("datapoints to alarm", number),
      treat_missing_data: as("missing data"),
      evaluate_low_sample_count_percentiles: as("low sample count"),
      alarm_actions: as("actions", set),
    },
  },
  aws_cloudwatch_composite_alarm: {
    subject: (get) => `alarm ${get("alarm_name")}`,
    fields: {
      ...tags,
      alarm_name: as("name"),
      alarm_description: as("description"),
      alarm_rule: as("rule"),
      alarm_actions: as("actions", set),
    },
  },
  aws_cloudwatch_log_resource_policy: {
    subject: (get) => `log policy ${get("policy_name")}`,
    fields: { policy_name: as("name"), policy_document: as("document", policyText) },
  },
  aws_cloudwatch_dashboard: {
    subject: (get) => `dashboard ${get("dashboard_name")}`,
    fields: { dashboard_name: as("name"), dashboard_body: as("body", parsed) },
  },
  aws_sns_topic: {
    subject: (get) => `topic ${get("name")}`,
    fields: { ...tags, name: as("name"), fifo_topic: as("fifo", flag), kms_master_key_id: as("key") },
  },
  aws_sns_topic_policy: {
    subject: (get) => subjectOf(get("arn"), "topic"),
    fields: { arn: inSubject("arn"), policy: as("policy", policyText) },
  },
  aws_sns_topic_subscription: {
    subject: (get) => `subscription of ${get("endpoint")} to ${subjectOf(get("topic_arn"), "topic")}`,
    fields: {
      topic_arn: as("topic"),
      protocol: as("protocol"),
      endpoint: as("endpoint"),
      filter_policy: as("filter", parsed),
      raw_message_delivery: as("raw", flag),
    },
  },
  aws_cloudwatch_event_rule: {
    subject: (get) => `event rule ${get("name")}`,
    fields: {
      ...tags,
      name: as("name"),
      description: as("description"),
      event_pattern: as("pattern", parsed),
    },
  },
  aws_cloudwatch_event_target: {
    subject: (get) => `event rule ${get("rule")}`,
    fields: { rule: inSubject(), target_id: as("id"), arn: as("arn") },
    wrap: ({ id, ...fact }) => ({ targets: { [String(id)]: fact } }),
  },
  aws_ssm_parameter: {
    subject: (get) => `export ${get("name")}`,
    fields: {
      ...tags,
      name: as("name"),
      description: as("description"),
      type: as("type"),
      value: as("value"),
    },
  },
};
