import { listPermissions, type Permissions } from "./permissions.js";
import type { Plan } from "./plan.js";
import type { PolicyCondition, PolicyStatement, Principal } from "./resources/iam.js";
import type { Expression, Value } from "./value.js";

/**
 * All permissions of a plan as text that a person can judge. What is known in AWS alone stands in angle brackets
 * (`<data/Orders arn>`) or as CloudFormation writes it (`${region}`).
 */
export function printPermissions(plan: Plan): string {
  return listPermissions(plan).map(printSubject).join("\n");
}

function printSubject({ id, kind, trust, statements }: Permissions): string {
  const lines = [`${headings[kind] ?? "policy"} ${id}`];
  for (const statement of trust ?? []) lines.push(...printStatement(statement, "assumed by"));
  if (statements.length === 0) lines.push("  nothing");
  for (const statement of statements) lines.push(...printStatement(statement));
  return `${lines.join("\n")}\n`;
}

const headings: Readonly<Partial<Record<Permissions["kind"], string>>> = {
  IamRole: "role",
  Key: "policy of key",
  EcrRepository: "policy of repository",
};

function printStatement(statement: PolicyStatement, verb?: string): readonly string[] {
  const { sid, effect, principals, actions, resources, conditions = [], reason } = statement;
  const who = principals?.map(printPrincipal).join(", ");
  const start = effect === "Deny" ? "never" : "may";
  const head =
    verb === undefined ? `${sid}: ${who === undefined ? "" : `${who} `}${start}` : `${verb} ${who}`;
  return [
    `  ${head}`,
    ...(verb === undefined ? actions.map((action) => `    ${action}`) : []),
    ...(resources ?? []).map((resource) => `      on ${printValue(resource)}`),
    ...conditions.map((condition) => `      if ${printCondition(condition)}`),
    ...(reason === undefined ? [] : [`      because ${reason}`]),
  ];
}

function printPrincipal(principal: Principal): string {
  if ("service" in principal) return printValue(principal.service);
  return "account" in principal ? `account ${printValue(principal.account)}` : "everyone";
}

function printCondition({ operator, key, values }: PolicyCondition): string {
  return `${key} ${operator} ${values.map(printValue).join(", ")}`;
}

function printValue(value: Value<string>): string {
  return typeof value === "string" ? value : printExpression(value);
}

function printExpression(value: Expression): string {
  if ("ref" in value) return `<${value.ref} ${value.attribute}>`;
  if ("parameter" in value) return `<parameter ${value.parameter}>`;
  if ("import" in value)
    return "ssm" in value.import ? `<ssm:${value.import.ssm}>` : `<export:${value.import.export}>`;
  if ("pseudo" in value) return `\${${pseudoNames[value.pseudo]}}`;
  if ("join" in value) return value.join.map(printValue).join("");
  if ("zones" in value.from) return `<zone ${value.select + 1}>`;
  return `<part ${value.select + 1} of ${printValue(value.from.split)}>`;
}

const pseudoNames = {
  accountId: "account",
  region: "region",
  partition: "partition",
  urlSuffix: "urlSuffix",
} as const;
