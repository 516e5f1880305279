import type {
  ImportValue,
  JsonValue,
  PseudoValue,
  Reference,
  SelectValue,
  Value,
  ValueList,
} from "../plan/value.js";
import { isExpression, isImportedList } from "../plan/value.js";
import { readAttribute } from "./attributes.js";
import { interpolate, renderLiteral } from "./interpolation.js";
import type { ExportedValue } from "./plan-index.js";
import type { Scope } from "./scope.js";
import type { Json } from "./template.js";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
export function renderValue(value: Value<string>, scope: Scope): Json {
  if (typeof value === "string") return renderLiteral(value);
  if ("ref" in value) return renderReference(value, scope);
  if ("parameter" in value) return { Ref: value.parameter };
  if ("import" in value) return renderImport(value, scope);
  if ("pseudo" in value) return { Ref: pseudoParameters[value.pseudo] };
  if ("join" in value) return interpolate(flatten(value.join, scope));
  return renderSelect(value, scope);
}

/** A list that another stack exports as a whole, or another owner keeps, is one parameter of the template. */
export function renderValues(values: ValueList, scope: Scope): Json {
  if ("importList" in values)
    return { Ref: importList(values.importList.ssm, keptElsewhere(values.importList.ssm), scope) };
  const exported = scope.index.exportOfList(values);
  if (exported === undefined || exported.stack === scope.stack)
    return values.map((value) => renderValue(value, scope));
  return { Ref: importList(exported.entry.name, exportedBy(exported), scope) };
}

export function renderEach(values: readonly Value<string>[], scope: Scope): Json[] {
  return values.map((value) => renderValue(value, scope));
}

/** JSON that CloudFormation takes as an object. */
export function renderDocument(json: JsonValue, scope: Scope): Json {
  if (typeof json === "string" || isExpression(json)) return renderValue(json, scope);
  if (typeof json !== "object") return json;
  if (isImportedList(json)) return renderValues(json, scope);
  if (isArray(json)) return json.map((item) => renderDocument(item, scope));
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, renderDocument(item, scope)]));
}

/** JSON that CloudFormation takes as a text. */
export function renderText(json: JsonValue, scope: Scope): Json {
  const parts: Json[] = [];
  writeText(json, scope, parts);
  return interpolate(parts);
}

function renderReference(reference: Reference, scope: Scope): Json {
  const place = scope.index.placeOf(reference.ref);
  if (place.stack === scope.stack) {
    scope.referred.add(reference.ref);
    return readAttribute(place.resource.kind, reference.attribute, place.logicalId);
  }
  const exported = scope.index.exportOf(reference);
  const { name } = exported.entry;
  if (exported.position !== undefined) {
    return { "Fn::Select": [exported.position, { Ref: importList(name, exportedBy(exported), scope) }] };
  }
  return { Ref: scope.imports.nameFor("AWS::SSM::Parameter::Value<String>", name, exportedBy(exported)) };
}

function renderImport(value: ImportValue, scope: Scope): Json {
  if ("export" in value.import) return { "Fn::ImportValue": value.import.export };
  const path = value.import.ssm;
  return { Ref: scope.imports.nameFor("AWS::SSM::Parameter::Value<String>", path, keptElsewhere(path)) };
}

function renderSelect(value: SelectValue, scope: Scope): Json {
  const from: Json =
    "zones" in value.from
      ? { "Fn::GetAZs": "" }
      : { "Fn::Split": [value.from.by, renderValue(value.from.split, scope)] };
  return { "Fn::Select": [value.select, from] };
}

/** The parts of a join, those of a join within it among them. */
function flatten(parts: readonly Value<string>[], scope: Scope): Json[] {
  return parts.flatMap((part) =>
    typeof part === "string"
      ? [part]
      : "join" in part
        ? flatten(part.join, scope)
        : [renderValue(part, scope)],
  );
}

/** JSON as text, cut at the expressions; their own texts are escaped as the rest of the JSON string they stand in. */
function writeText(json: JsonValue, scope: Scope, into: Json[]): void {
  if (typeof json !== "object") into.push(JSON.stringify(json));
  else if (isExpression(json)) {
    const parts = "join" in json ? flatten(json.join, scope) : [renderValue(json, scope)];
    into.push(
      '"',
      ...parts.map((part) => (typeof part === "string" ? JSON.stringify(part).slice(1, -1) : part)),
      '"',
    );
  } else if (isImportedList(json)) {
    into.push('["', { "Fn::Join": ['","', renderValues(json, scope)] }, '"]');
  } else if (isArray(json)) {
    into.push("[");
    for (const [index, item] of json.entries()) {
      if (index > 0) into.push(",");
      writeText(item, scope, into);
    }
    into.push("]");
  } else {
    into.push("{");
    for (const [index, [key, item]] of Object.entries(json).entries()) {
      into.push(`${index === 0 ? "" : ","}${JSON.stringify(key)}:`);
      writeText(item, scope, into);
    }
    into.push("}");
  }
}

function importList(path: string, description: string, scope: Scope): string {
  return scope.imports.nameFor("AWS::SSM::Parameter::Value<List<String>>", path, description);
}

function exportedBy({ stack, entry }: ExportedValue): string {
  return `${entry.description} (from the stack ${stack})`;
}

function keptElsewhere(path: string): string {
  return `Kept by another owner in the SSM parameter ${path}`;
}

function isArray(json: JsonValue): json is readonly JsonValue[] {
  return Array.isArray(json);
}

const pseudoParameters = {
  accountId: "AWS::AccountId",
  region: "AWS::Region",
  partition: "AWS::Partition",
  urlSuffix: "AWS::URLSuffix",
} as const satisfies Record<PseudoValue["pseudo"], string>;
