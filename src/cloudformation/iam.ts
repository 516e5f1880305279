import type { IamRole, PolicyCondition, PolicyStatement, Principal } from "../plan/resources/iam.js";
import type { JsonValue, Value } from "../plan/value.js";
import { join, partition } from "../plan/value.js";
import { given } from "./properties.js";
import type { Scope } from "./scope.js";
import type { Json, JsonObject, ResourceBody } from "./template.js";
import { renderDocument, renderText } from "./values.js";

export function renderIamRole(role: IamRole, scope: Scope): ResourceBody {
  const policies = role.policies.map(({ name, statements }) => ({
    PolicyName: name,
    PolicyDocument: renderPolicy(statements, scope),
  }));
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      RoleName: role.roleName,
      ...given("Path", role.path),
      ...given("PermissionsBoundary", role.permissionsBoundary),
      Description: role.description,
      AssumeRolePolicyDocument: renderPolicy(role.trust, scope),
      ...(policies.length === 0 ? {} : { Policies: policies }),
    },
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export function renderPolicy(statements: readonly PolicyStatement[], scope: Scope): JsonObject {
  return renderDocument(policyDocument(statements), scope) as JsonObject;
}

/** For the types that take a policy as a text. */
export function renderPolicyText(statements: readonly PolicyStatement[], scope: Scope): Json {
  return renderText(policyDocument(statements), scope);
}

function policyDocument(statements: readonly PolicyStatement[]): JsonValue {
  return { Version: "2012-10-17", Statement: statements.map(statementOf) };
}

function statementOf(statement: PolicyStatement): JsonValue {
  const { principals, resources, conditions } = statement;
  return {
    Sid: statement.sid,
    Effect: statement.effect,
    ...(principals && { Principal: principalsOf(principals) }),
    Action: statement.actions,
    ...(resources && { Resource: resources }),
    ...(conditions && { Condition: conditionsOf(conditions) }),
  };
}

function principalsOf(principals: readonly Principal[]): JsonValue {
  if (principals.some((principal) => "everyone" in principal)) return "*";
  const services = principals.flatMap((each) => ("service" in each ? [each.service] : []));
  const accounts = principals.flatMap((each) => ("account" in each ? [rootOf(each.account)] : []));
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
function conditionsOf(conditions: readonly PolicyCondition[]): JsonValue {
  const blocks: Record<string, Record<string, JsonValue>> = {};
  for (const { operator, key, values } of conditions) {
    blocks[operator] = { ...blocks[operator], [key]: oneOrAll(values) };
  }
  return blocks;
}

/** As people write them, and as scanners of templates expect them. */
function oneOrAll(values: readonly Value<string>[]): JsonValue {
  return values.length === 1 && values[0] !== undefined ? values[0] : values;
}
