import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import type { Resource } from "../resource.js";
import type { IamRole, PolicyStatement } from "../resources/iam.js";
import { accountId, arn } from "../value.js";
import { type ExecutionNeeds, executionStatements } from "./execution-role.js";
import type { ServiceFacts } from "./facts.js";
import { taskStatements } from "./task-role.js";

export interface RolesPart {
  readonly resources: readonly Resource[];
  readonly executionRole: IamRole;
  readonly taskRole: IamRole;
}

export function planRoles(
  context: ResolveContext,
  facts: ServiceFacts,
  data: DataPart,
  needs: ExecutionNeeds & { readonly mounts: readonly PolicyStatement[] },
): RolesPart {
  const executionRole: IamRole = {
    id: `service/${facts.name}/execution-role`,
    kind: "IamRole",
    origin: facts.origin,
    roleName: context.name("IAM role", `${facts.name}-execution`, facts.origin),
    description: `Starts the tasks of ${facts.name}: image, logs and secrets`,
    trust: [trustTasks()],
    policies: [{ name: "start-tasks", statements: executionStatements(needs) }],
    tags: context.tags({ service: facts.name }),
  };
  const statements = [...taskStatements(context, facts, data, needs.logGroup), ...needs.mounts];
  const taskRole: IamRole = {
    id: `service/${facts.name}/task-role`,
    kind: "IamRole",
    origin: facts.origin,
    roleName: context.name("IAM role", `${facts.name}-task`, facts.origin),
    description: `What the code of ${facts.name} may do`,
    trust: [trustTasks()],
    policies: statements.length === 0 ? [] : [{ name: "access", statements }],
    tags: context.tags({ service: facts.name }),
  };
  return { resources: [executionRole, taskRole], executionRole, taskRole };
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
