import type { Invokable } from "../access/invokable.js";
import { external, type ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { type Resource, referTo } from "../resource.js";
import type { IamRole, PolicyStatement } from "../resources/iam.js";
import { accountId, arn, type Value } from "../value.js";
import { type ExecutionNeeds, executionStatements } from "./execution-role.js";
import { taskStatements } from "./task-role.js";
import type { Workload } from "./workload.js";

export interface RolesPart {
  readonly resources: readonly Resource[];
  readonly executionRole: IamRole;
  readonly taskRoleArn: Value<string>;
}

export function planRoles(
  context: ResolveContext,
  facts: Workload,
  data: DataPart,
  needs: ExecutionNeeds & {
    readonly mounts: readonly PolicyStatement[];
    /** The jobs that `access` may name. */
    readonly invokable?: Invokable;
  },
): RolesPart {
  const executionRole: IamRole = {
    id: `${facts.id}/execution-role`,
    kind: "IamRole",
    origin: facts.origin,
    roleName: context.name("IAM role", `${facts.name}-execution`, facts.origin),
    description: `Starts the tasks of ${facts.name}: image, logs and secrets`,
    trust: [trustTasks()],
    policies: [{ name: "start-tasks", statements: executionStatements(needs) }],
    tags: context.tags(facts.owner),
  };
  const statements = [
    ...taskStatements(context, facts, data, needs.logGroup, needs.invokable),
    ...needs.mounts,
  ];
  if (facts.settings.taskRole !== undefined) {
    if (statements.length > 0) reportUnsaid(context, facts, statements);
    return { resources: [executionRole], executionRole, taskRoleArn: external(facts.settings.taskRole) };
  }
  const taskRole: IamRole = {
    id: `${facts.id}/task-role`,
    kind: "IamRole",
    origin: facts.origin,
    roleName: context.name("IAM role", `${facts.name}-task`, facts.origin),
    description: `What the code of ${facts.name} may do`,
    trust: [trustTasks()],
    policies: statements.length === 0 ? [] : [{ name: "access", statements }],
    tags: context.tags(facts.owner),
  };
  return { resources: [executionRole, taskRole], executionRole, taskRoleArn: referTo(taskRole, "arn") };
}

/** A role of another owner gets no policy from here. */
function reportUnsaid(context: ResolveContext, facts: Workload, needed: readonly PolicyStatement[]): void {
  const actions = [...new Set(needed.flatMap((statement) => statement.actions))].sort();
  context.report({
    code: "grant-ignored",
    severity: "warning",
    path: `${facts.origin}.taskRole`,
    message: `the role of ${facts.origin} is another owner's, who must let it do what ${facts.name} needs`,
    reason: `it needs ${actions.join(", ")}`,
    hint: "ask the owner to allow that, or remove taskRole to have a role made that may",
  });
}

/**
 * Only ECS of this account may take the role. A cluster's own ARN is not supported as a condition.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
function trustTasks(): PolicyStatement {
  return {
    sid: "AssumedByTasks",
    effect: "Allow",
    principals: [{ service: "ecs-tasks.amazonaws.com" }],
    actions: ["sts:AssumeRole"],
    conditions: [
      { operator: "StringEquals", key: "aws:SourceAccount", values: [accountId] },
      { operator: "ArnLike", key: "aws:SourceArn", values: [arn("ecs", "*")] },
    ],
  };
}
