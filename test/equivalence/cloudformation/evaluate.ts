import type { Template, TemplateParameter, TemplateResource } from "../../../src/cloudformation/index.js";
import { EquivalenceError, isArray, isObject, type Json, type JsonObject } from "../facts.js";
import { snakeCase } from "../kind.js";
import { world } from "../world.js";
import { readAttribute } from "./attributes.js";

/** Everything that a template may refer to. */
export interface Deployment {
  readonly template: Template;
  /** What the SSM parameters hold that some template makes, by path. */
  readonly exported: (path: string) => Json | undefined;
}

/** What CloudFormation makes of a value: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
export function evaluate(json: Json, deployment: Deployment): Json {
  const value = evaluateIntrinsic(json, deployment);
  return typeof value === "string" ? readSecret(value) : value;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html */
function readSecret(text: string): Json {
  const [, id, key = ""] = /^\{\{resolve:secretsmanager:(.+):SecretString:([^:]*)\}\}$/.exec(text) ?? [];
  if (id === undefined) return text;
  const secret: Json = JSON.parse(world.secret(id));
  return key === "" ? world.secret(id) : ((secret as JsonObject)[key] ?? null);
}

function evaluateIntrinsic(json: Json, deployment: Deployment): Json {
  if (isArray(json)) return json.map((item) => evaluate(item, deployment));
  if (!isObject(json)) return json;
  const [[name, argument] = ["", null], ...more] = Object.entries(json);
  if (more.length === 0 && (name === "Ref" || name.startsWith("Fn::"))) {
    const intrinsic = intrinsics[name];
    if (intrinsic === undefined) throw new EquivalenceError(`there is no ${name}`);
    return intrinsic(argument, deployment);
  }
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, evaluate(item, deployment)]));
}

type Intrinsic = (argument: Json, deployment: Deployment) => Json;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, deployment) => refer(String(argument), deployment),
  "Fn::GetAtt": (argument, deployment) => getAttribute(argument, deployment),
  "Fn::Sub": (argument, deployment) => substitute(argument, deployment),
  "Fn::Join": (argument, deployment) => {
    const [by, parts] = pair(argument);
    return list(evaluate(parts, deployment)).map(text).join(String(by));
  },
  "Fn::Split": (argument, deployment) => {
    const [by, whole] = pair(argument);
    return text(evaluate(whole, deployment)).split(String(by));
  },
  "Fn::Select": (argument, deployment) => {
    const [at, from] = pair(argument);
    const found = list(evaluate(from, deployment))[Number(at)];
    if (found === undefined) throw new EquivalenceError(`nothing at ${JSON.stringify(argument)}`);
    return found;
  },
  "Fn::GetAZs": (argument) => {
    if (argument !== "") throw new EquivalenceError(`zones of ${JSON.stringify(argument)}`);
    return world.zones;
  },
  "Fn::ImportValue": (argument, deployment) => world.stackExport(text(evaluate(argument, deployment))),
};

const pseudoParameters: Readonly<Record<string, string>> = {
  "AWS::AccountId": world.account,
  "AWS::Partition": world.partition,
  "AWS::Region": world.region,
  "AWS::URLSuffix": world.urlSuffix,
};

function refer(name: string, deployment: Deployment): Json {
  const pseudo = pseudoParameters[name];
  if (pseudo !== undefined) return pseudo;
  const parameter = deployment.template.Parameters?.[name];
  if (parameter !== undefined) return parameterValue(name, parameter, deployment);
  return readAttribute(name, "Ref", resourceAt(name, deployment), (json) => evaluate(json, deployment));
}

function parameterValue(
  name: string,
  { Type, Default = "" }: TemplateParameter,
  { exported }: Deployment,
): Json {
  if (Type === "String") return world.parameter(snakeCase(name));
  const value = text(exported(Default) ?? world.ssm(Default));
  if (Type === "AWS::SSM::Parameter::Value<String>") return value;
  if (Type === "AWS::SSM::Parameter::Value<List<String>>") return value.split(",");
  throw new EquivalenceError(`${name} is of unknown type ${String(Type)}`);
}

function getAttribute(argument: Json, deployment: Deployment): Json {
  const [id, attribute] = typeof argument === "string" ? argument.split(".") : pair(argument).map(String);
  if (id === undefined || attribute === undefined)
    throw new EquivalenceError(`Fn::GetAtt of ${JSON.stringify(argument)}`);
  const evaluated = (json: Json): Json => evaluate(json, deployment);
  return readAttribute(id, attribute, resourceAt(id, deployment), evaluated);
}

function substitute(argument: Json, deployment: Deployment): Json {
  const [whole, variables] = isArray(argument) ? pair(argument) : [argument, {}];
  const own: JsonObject = isObject(variables) ? variables : {};
  return text(whole).replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal !== "") return `\${${name}}`;
    const given = own[name];
    if (given !== undefined) return text(evaluate(given, deployment));
    return text(name.includes(".") ? getAttribute(name, deployment) : refer(name, deployment));
  });
}

function resourceAt(name: string, { template }: Deployment): TemplateResource {
  const resource = template.Resources[name];
  if (resource === undefined) throw new EquivalenceError(`the template has no ${name}`);
  return resource;
}

function pair(argument: Json): readonly [Json, Json] {
  const [first, second] = isArray(argument) ? argument : [];
  if (first === undefined || second === undefined)
    throw new EquivalenceError(`two arguments are needed: ${JSON.stringify(argument)}`);
  return [first, second];
}

function list(value: Json): readonly Json[] {
  if (!isArray(value)) throw new EquivalenceError(`no list: ${JSON.stringify(value)}`);
  return value;
}

function text(value: Json): string {
  if (typeof value === "object") throw new EquivalenceError(`no text: ${JSON.stringify(value)}`);
  return String(value);
}
