import type { ResolveContext } from "./context.js";
import { type Resource, referTo } from "./resource.js";
import type { IamRole } from "./resources/iam.js";
import type { FlowLog, Vpc } from "./resources/network.js";
import type { LogGroup } from "./resources/observability.js";
import { accountId, arn, join } from "./value.js";

const origin = "network.flowLogs";

/** https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html */
export function planFlowLog(context: ResolveContext, vpc: Vpc): readonly Resource[] {
  const settings = context.manifest.network.flowLogs;
  if (settings === undefined) return [];
  const logGroup: LogGroup = {
    id: "network/flow-log-group",
    kind: "LogGroup",
    origin,
    logGroupName: `/vpc/${context.prefix}`,
    retentionDays: context.decide(
      "network.flowLogs.retention",
      settings.retentionDays,
      14,
      "two weeks are enough to look into an incident",
      "days",
    ),
    removal: context.defaults.removal,
    tags: context.tags(),
  };
  const role = planRole(context, logGroup);
  const log: FlowLog = {
    id: "network/flow-log",
    kind: "FlowLog",
    origin,
    vpc: referTo(vpc, "id"),
    logGroup: arn("logs", join("log-group:", referTo(logGroup, "name"))),
    role: referTo(role, "arn"),
    aggregationSeconds: 600,
    tags: context.tags({ name: context.prefix }),
  };
  return [logGroup, role, log];
}

function planRole(context: ResolveContext, logGroup: LogGroup): IamRole {
  return {
    id: "network/flow-log-role",
    kind: "IamRole",
    origin,
    roleName: context.name("IAM role", "flow-logs", origin),
    description: `Writes the flow logs of ${context.prefix}`,
    trust: [
      {
        sid: "AssumedByFlowLogs",
        effect: "Allow",
        principals: [{ service: "vpc-flow-logs.amazonaws.com" }],
        actions: ["sts:AssumeRole"],
        conditions: [
          { operator: "StringEquals", key: "aws:SourceAccount", values: [accountId] },
          { operator: "ArnLike", key: "aws:SourceArn", values: [arn("ec2", "vpc-flow-log/*")] },
        ],
      },
    ],
    policies: [
      {
        name: "write-flow-logs",
        statements: [
          {
            sid: "WriteLogs",
            effect: "Allow",
            actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            resources: [referTo(logGroup, "streamsArn")],
          },
          {
            sid: "FindLogGroup",
            effect: "Allow",
            actions: ["logs:DescribeLogGroups"],
            resources: ["*"],
            reason: "logs:DescribeLogGroups lists all groups of a region",
          },
        ],
      },
    ],
    tags: context.tags(),
  };
}
