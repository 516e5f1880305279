import type { Dashboard, EventRule, LogGroup, LogResourcePolicy } from "../plan/resources/observability.js";
import type { Address } from "./address.js";
import { readArgument } from "./attributes.js";
import { renderPolicy } from "./iam.js";
import { identifier } from "./identifier.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderJson, renderValue } from "./values.js";

export function renderLogGroup(group: LogGroup, scope: Scope): Rendered {
  const kept = group.removal === "retain";
  return {
    arguments: {
      name: scope.names.named(group.logGroupName),
      retention_in_days: group.retentionDays,
      log_group_class: group.class,
      kms_key_id: group.key && renderValue(group.key, scope),
      skip_destroy: kept ? true : undefined,
    },
    comments: kept ? { skip_destroy: "What was logged outlives the service." } : {},
  };
}

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_resource_policy */
export function renderLogResourcePolicy(policy: LogResourcePolicy, scope: Scope): Rendered {
  return {
    arguments: {
      policy_name: scope.names.named(policy.policyName),
      policy_document: renderPolicy(policy.statements, scope),
    },
  };
}

export function renderDashboard(dashboard: Dashboard, scope: Scope): Rendered {
  return {
    arguments: {
      dashboard_name: scope.names.named(dashboard.dashboardName),
      dashboard_body: renderJson(dashboard.body, scope),
    },
  };
}

export function renderEventRule(rule: EventRule, scope: Scope, address: Address): Rendered {
  return {
    arguments: {
      name: scope.names.named(rule.ruleName),
      description: rule.description,
      event_pattern: renderJson(rule.eventPattern, scope),
    },
    companions: rule.targets.map(({ id, arn }) => ({
      address: scope.beside(address, "aws_cloudwatch_event_target", identifier(id), id),
      arguments: {
        rule: readArgument(address, "name"),
        target_id: id,
        arn: renderValue(arn, scope),
      },
    })),
  };
}
