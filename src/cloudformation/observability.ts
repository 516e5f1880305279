import type { Dashboard, EventRule, LogGroup, LogResourcePolicy } from "../plan/resources/observability.js";
import { renderPolicyText } from "./iam.js";
import { given } from "./properties.js";
import { renderRemoval } from "./removal.js";
import type { Scope } from "./scope.js";
import type { ResourceBody } from "./template.js";
import { renderDocument, renderText, renderValue } from "./values.js";

export function renderLogGroup(group: LogGroup, scope: Scope): ResourceBody {
  return {
    Type: "AWS::Logs::LogGroup",
    ...renderRemoval(group.removal),
    Properties: {
      LogGroupName: group.logGroupName,
      RetentionInDays: group.retentionDays,
      ...given("LogGroupClass", group.class),
      ...given("KmsKeyId", group.key && renderValue(group.key, scope)),
    },
  };
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-resourcepolicy.html */
export function renderLogResourcePolicy(policy: LogResourcePolicy, scope: Scope): ResourceBody {
  return {
    Type: "AWS::Logs::ResourcePolicy",
    Properties: {
      PolicyName: policy.policyName,
      PolicyDocument: renderPolicyText(policy.statements, scope),
    },
  };
}

export function renderDashboard(dashboard: Dashboard, scope: Scope): ResourceBody {
  return {
    Type: "AWS::CloudWatch::Dashboard",
    Properties: { DashboardName: dashboard.dashboardName, DashboardBody: renderText(dashboard.body, scope) },
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
