import { flag, number, parsed, set } from "../../converters.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { policy } from "../../policy.js";
import { as, inSubject, keyed, pairs, within } from "../../read.js";

const tags = { Tags: pairs("tags", "Key", "Value") };

const metric = {
  Namespace: as("namespace"),
  MetricName: as("metric"),
  Dimensions: pairs("dimensions", "Name", "Value"),
};

export const observability: Kinds = {
  "AWS::Logs::LogGroup": {
    subject: (get) => `log group ${get("LogGroupName")}`,
    fields: {
      ...tags,
      LogGroupName: as("name"),
      RetentionInDays: as("retention", number),
      LogGroupClass: as("class"),
      KmsKeyId: as("key"),
    },
  },
  "AWS::CloudWatch::Alarm": {
    subject: (get) => `alarm ${get("AlarmName")}`,
    fields: {
      ...tags,
      ...metric,
      AlarmName: as("name"),
      AlarmDescription: as("description"),
      Statistic: as("statistic"),
      ExtendedStatistic: as("extended statistic"),
      Period: as("period", number),
      Metrics: keyed("metrics", "id", {
        Id: as("id"),
        Expression: as("expression"),
        Label: as("label"),
        ReturnData: as("returned", flag),
        MetricStat: within({ Metric: within(metric), Period: as("period", number), Stat: as("statistic") }),
      }),
      ComparisonOperator: as("comparison"),
      Threshold: as("threshold", number),
      EvaluationPeriods: as("evaluation periods", number),
      DatapointsToAlarm: as("datapoints to alarm", number),
      TreatMissingData: as("missing data"),
      EvaluateLowSampleCountPercentile: as("low sample count"),
      AlarmActions: as("actions", set),
    },
  },
  "AWS::CloudWatch::CompositeAlarm": {
    subject: (get) => `alarm ${get("AlarmName")}`,
    fields: {
      ...tags,
      AlarmName: as("name"),
      AlarmDescription: as("description"),
      AlarmRule: as("rule"),
      AlarmActions: as("actions", set),
    },
  },
  "AWS::Logs::ResourcePolicy": {
    subject: (get) => `log policy ${get("PolicyName")}`,
    fields: {
      PolicyName: as("name"),
      PolicyDocument: as("document", (value, at) => policy(parsed(value, at), at)),
    },
  },
  "AWS::CloudWatch::Dashboard": {
    subject: (get) => `dashboard ${get("DashboardName")}`,
    fields: { DashboardName: as("name"), DashboardBody: as("body", parsed) },
  },
  "AWS::SNS::Topic": {
    subject: (get) => `topic ${get("TopicName")}`,
    fields: {
      ...tags,
      TopicName: as("name"),
      FifoTopic: as("fifo", flag),
      KmsMasterKeyId: as("key"),
    },
  },
  "AWS::SNS::TopicPolicy": {
    subject: (get) => {
      const topics = get("Topics");
      return subjectOf(Array.isArray(topics) && topics.length === 1 ? topics[0] : undefined, "topic");
    },
    fields: { Topics: inSubject("arn"), PolicyDocument: as("policy", policy) },
  },
  "AWS::SNS::Subscription": {
    subject: (get) => `subscription of ${get("Endpoint")} to ${subjectOf(get("TopicArn"), "topic")}`,
    fields: {
      TopicArn: as("topic"),
      Protocol: as("protocol"),
      Endpoint: as("endpoint"),
      FilterPolicy: as("filter"),
      RawMessageDelivery: as("raw", flag),
    },
  },
  "AWS::Events::Rule": {
    subject: (get) => `event rule ${get("Name")}`,
    fields: {
      ...tags,
      Name: as("name"),
      Description: as("description"),
      EventPattern: as("pattern"),
      Targets: keyed("targets", "id", { Id: as("id"), Arn: as("arn") }),
    },
  },
  "AWS::SSM::Parameter": {
    subject: (get) => `export ${get("Name")}`,
    fields: {
      Name: as("name"),
      Description: as("description"),
      Type: as("type"),
      Value: as("value"),
    },
  },
};
