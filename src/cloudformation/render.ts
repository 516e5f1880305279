import type { Parameter, Plan, Stack } from "../plan/plan.js";
import { exportLogicalId, renderExport } from "./exports.js";
import { createImportedParameters } from "./imported-parameters.js";
import { indexPlan, type Place, type PlanIndex } from "./plan-index.js";
import { RenderError } from "./render-error.js";
import { addResource, logicalIdsOf } from "./resources.js";
import type { Scope } from "./scope.js";
import type { Template, TemplateOutput, TemplateParameter, TemplateResource } from "./template.js";
import { renderValue } from "./values.js";

export interface RenderedTemplate {
  /** Name of the stack in CloudFormation, such as `shop-dev-network`. */
  readonly stack: string;
  /** Name of the stack inside the application, such as `network`; also the name of its template file. */
  readonly area: string;
  readonly template: Template;
}

/**
 * One template for each stack, in the order of the plan, which is one in which they can be deployed.
 *
 * @throws RenderError where the plan contradicts itself, which is a fault of the planner.
 */
export function renderCloudFormation(plan: Plan): readonly RenderedTemplate[] {
  const index = indexPlan(plan);
  return plan.stacks.map((stack) => ({
    stack: stack.name,
    area: stack.area,
    template: renderStack(stack, index),
  }));
}

function renderStack(stack: Stack, index: PlanIndex): Template {
  const places = stack.resources.map(({ id }) => index.placeOf(id));
  const imports = createImportedParameters(namesOf(stack, places));
  const scope: Scope = { index, stack: stack.name, imports, referred: new Set() };
  const resources: Record<string, TemplateResource> = {};
  for (const place of places) addResource(place, scope, resources);
  for (const entry of stack.exports) resources[exportLogicalId(entry)] = renderExport(entry, scope);
  const outputs: Record<string, TemplateOutput> = {};
  for (const { name, description, value } of stack.outputs) {
    outputs[name] = { Description: description, Value: renderValue(value, scope) };
  }
  const parameters = Object.fromEntries([...stack.parameters.map(renderParameter), ...imports.entries()]);
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: stack.description,
    ...(Object.keys(parameters).length === 0 ? {} : { Parameters: parameters }),
    Resources: resources,
    ...(stack.outputs.length === 0 ? {} : { Outputs: outputs }),
  };
}

/** Resources and parameters share one set of names. */
function namesOf(stack: Stack, places: readonly Place[]): ReadonlySet<string> {
  const names = [
    ...stack.parameters.map(({ name }) => name),
    ...places.flatMap(logicalIdsOf),
    ...stack.exports.map(exportLogicalId),
  ];
  const unique = new Set<string>();
  for (const name of names) {
    if (unique.has(name)) throw new RenderError("name-taken", `${name} in ${stack.name}`);
    unique.add(name);
  }
  return unique;
}

function renderParameter(parameter: Parameter): [name: string, TemplateParameter] {
  const { name, description } = parameter;
  return [
    name,
    {
      Type: "String",
      Description: description,
      ...(parameter.default === undefined ? {} : { Default: parameter.default }),
    },
  ];
}
