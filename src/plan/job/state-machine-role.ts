import { viaService } from "../access/targets.js";
import type { ClusterPart } from "../cluster.js";
import type { ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { TaskDefinition } from "../resources/compute.js";
import type { IamRole, PolicyCondition, PolicyStatement } from "../resources/iam.js";
import type { RolesPart } from "../service/iam.js";
import { accountId, arn, join, type Value } from "../value.js";
import { mapLabel } from "./definition.js";
import type { JobFacts } from "./facts.js";
import type { FanOutPart } from "./fan-out.js";

export interface StateMachineRoleNeeds {
  readonly cluster: ClusterPart;
  readonly taskDefinition: TaskDefinition;
  readonly roles: RolesPart;
  readonly fanOut?: FanOutPart;
}

/** What Step Functions may do to run the job. */
export function planStateMachineRole(
  context: ResolveContext,
  facts: JobFacts,
  needs: StateMachineRoleNeeds,
): IamRole {
  return {
    id: `${facts.id}/state-machine-role`,
    kind: "IamRole",
    origin: facts.origin,
    roleName: context.name("IAM role", `${facts.name}-states`, facts.origin),
    description: `Runs the tasks of ${facts.name}`,
    trust: [trustStates()],
    policies: [
      {
        name: "run-tasks",
        statements: [
          ...taskStatements(needs),
          ...logStatements(),
          ...(needs.fanOut === undefined ? [] : fanOutStatements(facts, needs.fanOut)),
        ],
      },
    ],
    tags: context.tags(facts.owner),
  };
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html#prevent-cross-service-confused-deputy */
function trustStates(): PolicyStatement {
  return {
    sid: "AssumedByStepFunctions",
    effect: "Allow",
    principals: [{ service: "states.amazonaws.com" }],
    actions: ["sts:AssumeRole"],
    conditions: [
      { operator: "StringEquals", key: "aws:SourceAccount", values: [accountId] },
      { operator: "ArnLike", key: "aws:SourceArn", values: [arn("states", "stateMachine:*")] },
    ],
  };
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/ecs-iam.html */
function taskStatements(needs: StateMachineRoleNeeds): readonly PolicyStatement[] {
  const { cluster, taskDefinition, roles } = needs;
  const tasks = arn("ecs", join("task/", cluster.clusterName, "/*"));
  const inCluster = {
    operator: "ArnLike",
    key: "ecs:cluster",
    values: [arn("ecs", join("cluster/", cluster.clusterName))],
  } as const;
  return [
    {
      sid: "RunTask",
      effect: "Allow",
      actions: ["ecs:RunTask"],
      resources: [arn("ecs", `task-definition/${taskDefinition.family}:*`)],
      conditions: [inCluster],
    },
    {
      sid: "FollowTasks",
      effect: "Allow",
      actions: ["ecs:DescribeTasks", "ecs:StopTask"],
      resources: [tasks],
      conditions: [inCluster],
    },
    {
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/supported-iam-actions-tagging.html
      sid: "TagTasks",
      effect: "Allow",
      actions: ["ecs:TagResource"],
      resources: [tasks],
      conditions: [{ operator: "StringEquals", key: "ecs:CreateAction", values: ["RunTask"] }],
    },
    {
      sid: "PassRoles",
      effect: "Allow",
      actions: ["iam:PassRole"],
      resources: [referTo(roles.executionRole, "arn"), roles.taskRoleArn],
      conditions: [
        { operator: "StringEquals", key: "iam:PassedToService", values: ["ecs-tasks.amazonaws.com"] },
      ],
    },
    {
      // Step Functions hears of a task's end through a rule of this name, which it makes itself.
      sid: "HearOfTasks",
      effect: "Allow",
      actions: ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
      resources: [arn("events", "rule/StepFunctionsGetEventsForECSTaskRule")],
    },
  ];
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html#cloudwatch-iam-policy */
function logStatements(): readonly PolicyStatement[] {
  return [
    {
      sid: "DeliverLogs",
      effect: "Allow",
      actions: [
        "logs:CreateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:DescribeLogGroups",
        "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:UpdateLogDelivery",
      ],
      resources: ["*"],
      reason: "the log delivery actions support no resources",
    },
  ];
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html */
function fanOutStatements(facts: JobFacts, { list, results }: FanOutPart): readonly PolicyStatement[] {
  const throughS3 = [viaService("s3")];
  const runs = (suffix: string): Value<string> =>
    arn("states", `execution:${facts.stateMachineName}${suffix}`);
  const allow = (
    sid: string,
    actions: readonly string[],
    resources: readonly (Value<string> | undefined)[],
    conditions?: readonly PolicyCondition[],
  ): PolicyStatement[] => {
    const known = resources.filter((resource) => resource !== undefined);
    return known.length === 0
      ? []
      : [{ sid, effect: "Allow", actions, resources: known, ...(conditions && { conditions }) }];
  };
  return [
    ...allow("StartItems", ["states:StartExecution"], [facts.stateMachineArn]),
    ...allow(
      "FollowItems",
      ["states:DescribeExecution", "states:StopExecution"],
      [runs(":*"), runs(`/${mapLabel}:*`)],
    ),
    ...allow("RedriveItems", ["states:RedriveExecution"], [runs(`/${mapLabel}:*`)]),
    ...allow("ReadList", ["s3:GetObject"], [list?.arn]),
    ...allow("DecryptList", ["kms:Decrypt"], [list?.encryptionKey], throughS3),
    ...allow(
      "WriteResults",
      ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
      [results?.arn],
    ),
    ...allow("EncryptResults", ["kms:Decrypt", "kms:GenerateDataKey"], [results?.encryptionKey], throughS3),
  ];
}
