import type {
  Dashboard,
  EventRule,
  LogGroup,
  SnsSubscription,
  SnsTopic,
  SnsTopicPolicy,
} from "../plan/resources/observability.js";
import { renderPolicy } from "./iam.js";
import { renderRemoval } from "./removal.js";
import type { Scope } from "./scope.js";
import type { ResourceBody } from "./template.js";
import { renderDocument, renderText, renderValue } from "./values.js";

export function renderLogGroup(group: LogGroup): ResourceBody {
  return {
    Type: "AWS::Logs::LogGroup",
    ...renderRemoval(group.removal),
    Properties: { LogGroupName: group.logGroupName, RetentionInDays: group.retentionDays },
  };
}

export function renderDashboard(dashboard: Dashboard, scope: Scope): ResourceBody {
  return {
    Type: "AWS::CloudWatch::Dashboard",
    Properties: { DashboardName: dashboard.dashboardName, DashboardBody: renderText(dashboard.body, scope) },
  };
}

export function renderSnsTopic(topic: SnsTopic): ResourceBody {
  return { Type: "AWS::SNS::Topic", Properties: { TopicName: topic.topicName } };
}

export function renderSnsTopicPolicy(policy: SnsTopicPolicy, scope: Scope): ResourceBody {
  return {
    Type: "AWS::SNS::TopicPolicy",
    Properties: {
      Topics: [renderValue(policy.topic, scope)],
      PolicyDocument: renderPolicy(policy.statements, scope),
    },
  };
}

export function renderSnsSubscription(subscription: SnsSubscription, scope: Scope): ResourceBody {
  return {
    Type: "AWS::SNS::Subscription",
    Properties: {
      TopicArn: renderValue(subscription.topic, scope),
      Protocol: subscription.protocol,
      Endpoint: subscription.endpoint,
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html */
export function renderEventRule(rule: EventRule, scope: Scope): ResourceBody {
  return {
    Type: "AWS::Events::Rule",
    Properties: {
      Name: rule.ruleName,
      Description: rule.description,
      EventPattern: renderDocument(rule.eventPattern, scope),
      Targets: rule.targets.map(({ id, arn }) => ({ Id: id, Arn: renderValue(arn, scope) })),
    },
  };
}
