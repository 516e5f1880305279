import type { Export } from "../plan/plan.js";
import type { Value } from "../plan/value.js";
import type { Draft } from "./drafts.js";
import { call, type Expression } from "./hcl/tree.js";
import type { Scope } from "./scope.js";
import { renderValue, renderValues } from "./values.js";

/** Other teams find values in the Parameter Store; within the module references stay direct. */
export function draftExport(entry: Export, scope: Scope): Draft {
  const { value } = entry;
  const { ownPath } = scope.names;
  const isOwn = entry.name.startsWith(ownPath);
  const key = isOwn ? entry.name.slice(ownPath.length) : entry.name;
  const type = isList(value) ? "StringList" : "String";
  const label = `${isList(value) ? "list_exports" : "exports"}${isOwn ? "" : "_elsewhere"}`;
  return {
    address: { type: "aws_ssm_parameter", label, key },
    body: [
      { name: "name", value: scope.names.path(entry.name) },
      { name: "description", value: entry.description },
      { name: "type", value: type },
      { name: "value", value: renderExported(value, scope) },
    ],
    dependsOn: [],
  };
}

function renderExported(value: Export["value"], scope: Scope): Expression {
  return isList(value) ? call("join", ",", renderValues(value, scope)) : renderValue(value, scope);
}

function isList(value: Export["value"]): value is readonly Value<string>[] {
  return Array.isArray(value);
}
