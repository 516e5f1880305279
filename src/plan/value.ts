/**
 * What a field of the plan may hold instead of a plain value. Each form is plain JSON, so that a plan can be written
 * to a file and read back; renderers translate it to intrinsic functions or HCL expressions.
 */
export type Value<T> = T | Expression;

export type Expression = Reference | ParameterValue | ImportValue | PseudoValue | JoinValue | SelectValue;

/** An attribute of another resource of the plan, in this stack or another; made by `referTo`, which types the attribute. */
export interface Reference {
  readonly ref: string;
  readonly attribute: string;
}

/** Given when the stack is deployed: an image, a tag. */
export interface ParameterValue {
  readonly parameter: string;
}

/** Kept by another owner: an SSM parameter, or the export of a CloudFormation stack. */
export interface ImportValue {
  readonly import: { readonly ssm: string } | { readonly export: string };
}

/** Known to AWS when it deploys. */
export interface PseudoValue {
  readonly pseudo: "accountId" | "region" | "partition" | "urlSuffix";
}

/** The parts one after the other. */
export interface JoinValue {
  readonly join: readonly Value<string>[];
}

/** The item at an index, from 0, of a text split by a separator or of the region's availability zones. */
export interface SelectValue {
  readonly select: number;
  readonly from: { readonly split: Value<string>; readonly by: string } | { readonly zones: true };
}

/** Several values, or one SSM parameter of type StringList that another owner keeps. */
export type ValueList = readonly Value<string>[] | ImportedList;

export interface ImportedList {
  readonly importList: { readonly ssm: string };
}

/** JSON with values in it, for dashboards, event patterns and state machines. */
export type JsonValue =
  | Value<string>
  | number
  | boolean
  | readonly JsonValue[]
  | ImportedList
  | { readonly [key: string]: JsonValue };

export const accountId: PseudoValue = { pseudo: "accountId" };
export const region: PseudoValue = { pseudo: "region" };
export const partition: PseudoValue = { pseudo: "partition" };

/** Joins values; neighbouring texts become one, and a join of texts alone is a text. */
export function join(...parts: readonly Value<string>[]): Value<string> {
  const merged: Value<string>[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === "object" && "join" in part) {
      const inner = join(...merged.splice(0), ...part.join);
      merged.push(...(typeof inner === "object" && "join" in inner ? inner.join : [inner]));
    } else if (typeof part === "string" && typeof last === "string") merged[merged.length - 1] = last + part;
    else if (part !== "") merged.push(part);
  }
  if (merged.length === 0) return "";
  return merged.length === 1 && merged[0] !== undefined ? merged[0] : { join: merged };
}

/** `arn:<partition>:<service>:<region>:<account>:<resource>`, region and account left out where AWS has none. */
export function arn(
  service: string,
  resource: Value<string>,
  scope: { readonly region?: Value<string>; readonly account?: Value<string> } = {},
): Value<string> {
  return join(
    "arn:",
    partition,
    `:${service}:`,
    scope.region ?? region,
    ":",
    scope.account ?? accountId,
    ":",
    resource,
  );
}

/** Tells an expression from an object of the JSON document that it stands in. */
export function isExpression(json: JsonValue): json is Expression {
  if (typeof json !== "object" || Array.isArray(json)) return false;
  const keys = Object.keys(json);
  if (keys.length === 2) return isReference(json) || ("select" in json && "from" in json);
  const [key] = keys;
  const content: unknown = Object.values(json)[0];
  if (keys.length !== 1) return false;
  if (key === "parameter" || key === "pseudo") return typeof content === "string";
  if (key === "join") return Array.isArray(content);
  return key === "import" && typeof content === "object" && !Array.isArray(content);
}

export function isImportedList(json: JsonValue): json is ImportedList {
  if (typeof json !== "object" || !("importList" in json) || Object.keys(json).length !== 1) return false;
  const { importList } = json;
  return typeof importList === "object" && "ssm" in importList && typeof importList.ssm === "string";
}

export function isReference(value: unknown): value is Reference {
  return (
    typeof value === "object" &&
    value !== null &&
    "ref" in value &&
    "attribute" in value &&
    typeof value.ref === "string" &&
    typeof value.attribute === "string"
  );
}
