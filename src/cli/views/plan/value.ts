import type { Expression, Value } from "../../../plan/index.js";

/** A value of the plan in words: a plain one as it is, the others by where they come from. */
export function describeValue(value: Value<string>): string {
  return typeof value === "string" ? value : describeExpression(value);
}

function describeExpression(value: Expression): string {
  if ("ref" in value) return value.ref;
  if ("parameter" in value) return `<${value.parameter}>`;
  if ("import" in value)
    return "ssm" in value.import ? `ssm:${value.import.ssm}` : `export:${value.import.export}`;
  if ("pseudo" in value) return pseudoNames[value.pseudo];
  if ("join" in value) return value.join.map(describeValue).join("");
  if ("zones" in value.from) return `zone ${value.select + 1} of the region`;
  return `part ${value.select + 1} of ${describeValue(value.from.split)}`;
}

const pseudoNames = {
  accountId: "<account>",
  region: "<region>",
  partition: "aws",
  urlSuffix: "amazonaws.com",
} as const;
