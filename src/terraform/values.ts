import type { ImportValue, JsonValue, SelectValue, Value, ValueList } from "../plan/value.js";
import { isExpression, isImportedList, isReference } from "../plan/value.js";
import type { Address } from "./address.js";
import { readAttribute } from "./attributes.js";
import { call, type Expression, type Index, isNode, object, template } from "./hcl/tree.js";
import { TerraformRenderError } from "./render-error.js";
import type { Scope } from "./scope.js";

/** https://developer.hashicorp.com/terraform/language/expressions */
export function renderValue(value: Value<string>, scope: Scope): Expression {
  if (typeof value === "string") return value;
  if ("ref" in value) {
    const { kind } = scope.resourceOf(value.ref);
    scope.referred.add(value.ref);
    return readAttribute(kind, value.attribute, scope.addressOf(value.ref));
  }
  if ("parameter" in value) return scope.inputs.parameter(value.parameter);
  if ("import" in value) return renderImport(value, scope);
  if ("pseudo" in value) return scope.inputs.pseudo(value.pseudo);
  if ("join" in value) return template(...value.join.map((part) => renderValue(part, scope)));
  return renderSelect(value, scope);
}

/** All instances of one resource are read together: `values(aws_subnet.private)[*].id`. */
export function renderValues(values: ValueList, scope: Scope): Expression {
  if ("importList" in values) return call("split", ",", scope.inputs.ssm(values.importList.ssm));
  const items = renderEach(values, scope);
  return allOfOne(items, scope) ?? items;
}

export function renderEach(values: readonly Value<string>[], scope: Scope): readonly Expression[] {
  return values.map((value) => renderValue(value, scope));
}

/** A document that AWS takes as JSON text. */
export function renderJson(json: JsonValue, scope: Scope): Expression {
  return call("jsonencode", renderDocument(json, scope));
}

/** The address that a value must refer to, where Terraform needs more of the resource than the value. */
export function addressIn(value: Value<string>, scope: Scope): Address {
  if (!isReference(value)) throw new TerraformRenderError("not-a-reference", JSON.stringify(value));
  scope.referred.add(value.ref);
  return scope.addressOf(value.ref);
}

function renderDocument(json: JsonValue, scope: Scope): Expression {
  if (typeof json === "string" || isExpression(json)) return renderValue(json, scope);
  if (typeof json !== "object") return json;
  if (isImportedList(json)) return renderValues(json, scope);
  if (isArray(json)) return json.map((item) => renderDocument(item, scope));
  return object(
    Object.fromEntries(Object.entries(json).map(([key, item]) => [key, renderDocument(item, scope)])),
  );
}

function renderImport(value: ImportValue, scope: Scope): Expression {
  return "export" in value.import
    ? scope.inputs.stackExport(value.import.export)
    : scope.inputs.ssm(value.import.ssm);
}

function renderSelect(value: SelectValue, scope: Scope): Index {
  const of =
    "zones" in value.from
      ? scope.inputs.zones()
      : call("split", value.from.by, renderValue(value.from.split, scope));
  return { kind: "index", of, at: value.select };
}

/** Undefined unless the items are the same attribute of every instance, in the order of their keys. */
function allOfOne(items: readonly Expression[], scope: Scope): Expression | undefined {
  const [first] = items;
  if (first === undefined || !isNode(first) || first.kind !== "traversal") return undefined;
  const keys = scope.keysOf(first.root);
  if (first.attribute === undefined || keys.length !== items.length || keys.length === 0) return undefined;
  const isAll = items.every(
    (item, at) =>
      isNode(item) &&
      item.kind === "traversal" &&
      item.root === first.root &&
      item.attribute === first.attribute &&
      item.key === keys[at],
  );
  if (!isAll) return undefined;
  const all = call("values", { kind: "traversal", root: first.root });
  return { kind: "index", of: all, at: "*", attribute: first.attribute };
}

function isArray(json: JsonValue): json is readonly JsonValue[] {
  return Array.isArray(json);
}
