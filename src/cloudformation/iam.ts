import type { IamRole, PolicyCondition, PolicyStatement, Principal } from "../plan/resources/iam.js";
import type { Value } from "../plan/value.js";
import { join, partition } from "../plan/value.js";
import { given } from "./properties.js";
import type { Scope } from "./scope.js";
import type { Json, JsonObject, ResourceBody } from "./template.js";
import { renderEach, renderValue } from "./values.js";

export function renderIamRole(role: IamRole, scope: Scope): ResourceBody {
  const policies = role.policies.map(({ name, statements }) => ({
    PolicyName: name,
    PolicyDocument: renderPolicy(statements, scope),
  }));
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: role.roleName,
      Description: role.description,
      AssumeRolePolicyDocument: renderPolicy(role.trust, scope),
      ...(policies.length === 0 ? {} : { Policies: policies }),
    },
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export function renderPolicy(statements: readonly PolicyStatement[], scope: Scope): JsonObject {
  return {
    Version: "2012-10-17",
    Statement: statements.map((statement) => renderStatement(statement, scope)),
  };
}

function renderStatement(statement: PolicyStatement, scope: Scope): JsonObject {
  const { principals, resources, conditions } = statement;
  return {
    Sid: statement.sid,
    Effect: statement.effect,
    ...given("Principal", principals && renderPrincipals(principals, scope)),
    Action: statement.actions,
    ...given("Resource", resources && renderEach(resources, scope)),
    ...given("Condition", conditions && renderConditions(conditions, scope)),
  };
}

function renderPrincipals(principals: readonly Principal[], scope: Scope): Json {
  if (principals.some((principal) => "everyone" in principal)) return "*";
  const services: string[] = [];
  const accounts: Json[] = [];
  for (const principal of principals) {
    if ("service" in principal) services.push(principal.service);
    else if ("account" in principal) accounts.push(renderValue(rootOf(principal.account), scope));
  }
  return {
    ...(services.length > 0 && { Service: services }),
    ...(accounts.length > 0 && { AWS: accounts }),
  };
}

/** Stands for the whole account: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function rootOf(account: Value<string>): Value<string> {
  return join("arn:", partition, ":iam::", account, ":root");
}

/** Conditions with the same operator stand in one block. */
function renderConditions(conditions: readonly PolicyCondition[], scope: Scope): JsonObject {
  const blocks: Record<string, JsonObject> = {};
  for (const { operator, key, values } of conditions) {
    blocks[operator] = { ...blocks[operator], [key]: renderEach(values, scope) };
  }
  return blocks;
}
