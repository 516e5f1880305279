import { checkPolicy } from "../access/check-policy.js";
import { checkConsumer } from "../access/consumers.js";
import type { Invokable } from "../access/invokable.js";
import { planAccess } from "../access/plan-access.js";
import { uniqueSids } from "../access/unique-sids.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { routerStatements } from "../observability/router-statements.js";
import { tracingStatements } from "../observability/tracing.js";
import { referTo } from "../resource.js";
import type { PolicyStatement } from "../resources/iam.js";
import type { LogGroup } from "../resources/observability.js";
import { arn, join, partition, region, type Value } from "../value.js";
import type { Workload } from "./workload.js";

/** What the code in the tasks may do: nothing but what `access` and `exec` say. */
export function taskStatements(
  context: ResolveContext,
  facts: Workload,
  data: DataPart,
  logGroup: LogGroup,
  invokable: Invokable = new Map(),
): readonly PolicyStatement[] {
  const { access } = facts.settings;
  const statements: PolicyStatement[] = [];
  const allow = (sid: string, actions: readonly string[], resources: readonly Value<string>[]): void => {
    statements.push({ sid, effect: "Allow", actions, resources });
  };
  for (const name of Object.keys(access.resources).sort()) {
    const verb = access.resources[name];
    if (verb === undefined) continue;
    const asked = { origin: facts.origin, name, verb };
    statements.push(...planAccess(context, asked, { data, invokable }));
    checkConsumer(context, asked, facts.settings.process?.stopTimeoutSeconds);
  }
  if (access.bedrock !== undefined) statements.push(...bedrockStatements(access.bedrock));
  if (access.logs === "write") {
    allow("WriteOwnLogs", ["logs:CreateLogStream", "logs:PutLogEvents"], [referTo(logGroup, "streamsArn")]);
  }
  if (access.parameters.length > 0) {
    allow(
      "ReadParameters",
      ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
      access.parameters.map((path) => arn("ssm", `parameter${path}`)),
    );
  }
  access.policy.forEach((statement, index) => {
    const { actions, resources, reason } = statement;
    checkPolicy(context, `${facts.origin}.access.policy[${index}]`, statement);
    statements.push({
      sid: `Policy${index + 1}`,
      effect: "Allow",
      actions,
      resources,
      ...(reason && { reason }),
    });
  });
  statements.push(...tracingStatements(facts.settings.tracing));
  statements.push(...routerStatements(facts.settings.logs.router, logGroup));
  if (facts.exec) statements.push(execStatement());
  return uniqueSids(statements);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-required-iam-permissions */
function execStatement(): PolicyStatement {
  return {
    sid: "OpenShell",
    effect: "Allow",
    actions: [
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ],
    resources: ["*"],
    reason: "the ssmmessages actions of ECS Exec support no resources",
  };
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html */
function bedrockStatements(bedrock: {
  readonly models: readonly string[];
  readonly agents: readonly string[];
}): readonly PolicyStatement[] {
  const statements: PolicyStatement[] = [];
  if (bedrock.models.length > 0) {
    statements.push({
      sid: "InvokeModels",
      effect: "Allow",
      actions: ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
      resources: bedrock.models.map((model) =>
        join("arn:", partition, ":bedrock:", region, `::foundation-model/${model}`),
      ),
    });
  }
  if (bedrock.agents.length > 0) {
    statements.push({
      sid: "InvokeAgents",
      effect: "Allow",
      actions: ["bedrock:InvokeAgent"],
      resources: bedrock.agents.map((agent) => arn("bedrock", `agent-alias/${agent}`)),
    });
  }
  return statements;
}
