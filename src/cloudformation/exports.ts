import type { Export } from "../plan/plan.js";
import type { Value } from "../plan/value.js";
import { logicalId } from "./logical-id.js";
import type { Scope } from "./scope.js";
import type { TemplateResource } from "./template.js";
import { renderValue } from "./values.js";

/**
 * Stacks talk through the Parameter Store: an export of CloudFormation could not change while another stack uses it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html
 */
export function renderExport(entry: Export, scope: Scope): TemplateResource {
  const { value } = entry;
  const content = isList(value)
    ? { Type: "StringList", Value: renderValue({ join: value.flatMap(afterComma) }, scope) }
    : { Type: "String", Value: renderValue(value, scope) };
  return {
    Type: "AWS::SSM::Parameter",
    Properties: { Name: entry.name, Description: entry.description, ...content },
  };
}

export function exportLogicalId(entry: Export): string {
  return logicalId(`export/${entry.name}`);
}

function isList(value: Export["value"]): value is readonly Value<string>[] {
  return Array.isArray(value);
}

function afterComma(item: Value<string>, index: number): Value<string>[] {
  return index === 0 ? [item] : [",", item];
}
