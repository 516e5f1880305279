import { describe, expect, it } from "vitest";
import { renderWith } from "../../test/judges/small-plan.js";
import type { Alarm, Metric } from "../plan/resources/observability.js";

const cpu: Metric = {
  ...{ namespace: "AWS/ECS", metricName: "CPUUtilization", statistic: "Average", periodSeconds: 60 },
  dimensions: [{ name: "ClusterName", value: "shop" }],
};
const named = {
  ...{
    Namespace: "AWS/ECS",
    MetricName: "CPUUtilization",
    Dimensions: [{ Name: "ClusterName", Value: "shop" }],
  },
};
const alarm: Alarm = {
  ...{
    id: "alarm",
    kind: "Alarm",
    origin: "alarms",
    alarmName: "cpu",
    description: "Busy",
    watch: { metric: cpu },
  },
  ...{ comparison: "GreaterThanThreshold", threshold: 80, evaluationPeriods: 5, datapointsToAlarm: 3 },
  ...{ treatMissingData: "notBreaching", actions: ["arn:topic"] },
};
const judged = {
  ...{
    ComparisonOperator: "GreaterThanThreshold",
    Threshold: 80,
    EvaluationPeriods: 5,
    DatapointsToAlarm: 3,
  },
  ...{
    AlarmName: "cpu",
    AlarmDescription: "Busy",
    TreatMissingData: "notBreaching",
    AlarmActions: ["arn:topic"],
  },
};

describe("an alarm", () => {
  it("watches a metric by a statistic", () => {
    expect(renderWith(alarm).Properties).toEqual({ ...judged, ...named, Statistic: "Average", Period: 60 });
  });

  it("calls a percentile an extended statistic", () => {
    const watch = { metric: { ...cpu, statistic: "p99", dimensions: [] } };
    const { Dimensions: _, ...unnamed } = named;
    expect(renderWith({ ...alarm, watch, actions: [] }).Properties).toEqual({
      ...judged,
      ...unnamed,
      ...{ AlarmActions: undefined, ExtendedStatistic: "p99", Period: 60 },
    });
  });

  it("watches an expression, the only one of its metrics that is returned", () => {
    const metrics = [{ id: "m1", metric: { ...cpu, statistic: "p99" } }];
    const watch = { expression: "m1 * 2", label: "Twice", metrics };
    expect(renderWith({ ...alarm, watch }).Properties).toEqual({
      ...judged,
      Metrics: [
        { Id: "expression", Expression: "m1 * 2", Label: "Twice", ReturnData: true },
        { Id: "m1", MetricStat: { Metric: named, Period: 60, Stat: "p99" }, ReturnData: false },
      ],
    });
  });
});

describe("an event rule", () => {
  it("has its pattern as an object", () => {
    const rule = renderWith({
      ...{ id: "rule", kind: "EventRule", origin: "", ruleName: "r", description: "d" },
      eventPattern: { source: ["aws.ecs"], account: [{ pseudo: "accountId" }], detail: { n: [1, true] } },
      targets: [{ id: "t", arn: "arn:topic" }],
    });
    expect(rule.Properties).toEqual({
      ...{ Name: "r", Description: "d" },
      EventPattern: { source: ["aws.ecs"], account: [{ Ref: "AWS::AccountId" }], detail: { n: [1, true] } },
      Targets: [{ Id: "t", Arn: "arn:topic" }],
    });
  });
});

describe("a topic", () => {
  it("has a policy and subscriptions of their own", () => {
    const policy = { id: "p", kind: "SnsTopicPolicy", origin: "", topic: "arn:t", statements: [] } as const;
    const mail = {
      id: "m",
      kind: "SnsSubscription",
      origin: "",
      topic: "arn:t",
      protocol: "email",
      endpoint: "a@b.c",
    } as const;
    expect(renderWith(policy).Properties).toEqual({
      Topics: ["arn:t"],
      PolicyDocument: { Version: "2012-10-17", Statement: [] },
    });
    expect(renderWith(mail).Properties).toEqual({ TopicArn: "arn:t", Protocol: "email", Endpoint: "a@b.c" });
  });
});
