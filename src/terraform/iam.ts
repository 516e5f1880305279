import type { IamRole, PolicyCondition, PolicyStatement, Principal } from "../plan/resources/iam.js";
import type { Value } from "../plan/value.js";
import { isReference, join, partition } from "../plan/value.js";
import type { Address } from "./address.js";
import { rootOf } from "./address.js";
import { readArgument } from "./attributes.js";
import { call, type Entry, type Expression, type ObjectCons, object } from "./hcl/tree.js";
import { identifier } from "./identifier.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderEach } from "./values.js";

/** Who may take a role on is the same for most roles, and written once. */
export function renderIamRole(role: IamRole, scope: Scope, address: Address): Rendered {
  const trust = identifier(...role.trust.map(({ sid }) => sid));
  return {
    arguments: {
      name: scope.names.named(role.roleName),
      path: role.path,
      permissions_boundary: role.permissionsBoundary,
      description: role.description,
      assume_role_policy: scope.trustPolicies.share(trust, role.trust, () =>
        policyDocument(role.trust, scope),
      ),
    },
    companions: role.policies.map(({ name, statements }) => ({
      address: rolePolicyAddress(address, name, scope),
      arguments: {
        name,
        role: readArgument(address, "name"),
        policy: renderPolicy(statements, scope),
      },
    })),
  };
}

/** A role's policies are resources of their own, and the role may do nothing before they are there. */
export function policiesOf(role: Value<string>, scope: Scope): readonly string[] {
  const found = isReference(role) ? scope.resourceOf(role.ref) : undefined;
  if (found?.kind !== "IamRole") return [];
  const address = scope.addressOf(found.id);
  return found.policies.map(({ name }) => rootOf(rolePolicyAddress(address, name, scope)));
}

function rolePolicyAddress(role: Address, policy: string, scope: Scope): Address {
  return scope.beside(role, "aws_iam_role_policy", identifier(policy), policy);
}

/** The text of a policy. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export function renderPolicy(statements: readonly PolicyStatement[], scope: Scope): Expression {
  return call("jsonencode", policyDocument(statements, scope));
}

function policyDocument(statements: readonly PolicyStatement[], scope: Scope): ObjectCons {
  return object({
    Version: "2012-10-17",
    Statement: statements.map((statement) => renderStatement(statement, scope)),
  });
}

function renderStatement(statement: PolicyStatement, scope: Scope): ObjectCons {
  const { principals, resources, conditions, reason } = statement;
  const { entries } = object({
    Sid: statement.sid,
    Effect: statement.effect,
    Principal: principals && renderPrincipals(principals, scope),
    Action: statement.actions,
    Resource: resources && renderEach(resources, scope),
    Condition: conditions && renderConditions(conditions, scope),
  });
  if (reason === undefined) return { kind: "object", entries };
  const explained = entries.map(
    (entry): Entry => (entry.key === "Resource" ? { ...entry, comment: sentence(reason) } : entry),
  );
  return { kind: "object", entries: explained };
}

/** Reasons are clauses in the plan; the name of an action stays as it is. */
function sentence(reason: string): string {
  const start = /^[a-z]+:/.test(reason) ? reason : reason.charAt(0).toUpperCase() + reason.slice(1);
  return start.endsWith(".") ? start : `${start}.`;
}

function renderPrincipals(principals: readonly Principal[], scope: Scope): Expression {
  if (principals.some((principal) => "everyone" in principal)) return "*";
  const services = principals.flatMap((each) => ("service" in each ? [each.service] : []));
  const accounts = principals.flatMap((each) => ("account" in each ? [rootOfAccount(each.account)] : []));
  return object({
    Service: services.length === 0 ? undefined : oneOrAll(renderEach(services, scope)),
    AWS: accounts.length === 0 ? undefined : oneOrAll(renderEach(accounts, scope)),
  });
}

function oneOrAll(items: readonly Expression[]): Expression {
  const [first = null] = items;
  return items.length === 1 ? first : items;
}

/** Stands for the whole account: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function rootOfAccount(account: Value<string>): Value<string> {
  return join("arn:", partition, ":iam::", account, ":root");
}

/** Conditions with the same operator stand in one block. */
function renderConditions(conditions: readonly PolicyCondition[], scope: Scope): ObjectCons {
  const operators = [...new Set(conditions.map(({ operator }) => operator))];
  const blocks = operators.map((operator): [string, ObjectCons] => {
    const same = conditions.filter((condition) => condition.operator === operator);
    const keys = same.map(({ key, values }): [string, Expression] => [
      key,
      oneOrAll(renderEach(values, scope)),
    ]);
    return [operator, object(Object.fromEntries(keys))];
  });
  return object(Object.fromEntries(blocks));
}
