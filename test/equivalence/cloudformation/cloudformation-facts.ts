import type { Template, TemplateParameter, TemplateResource } from "../../../src/cloudformation/index.js";
import type { RenderedTemplate } from "../../../src/cloudformation/render.js";
import {
  EquivalenceError,
  type Facts,
  isObject,
  type Json,
  type JsonObject,
  type Statement,
  uniteFacts,
} from "../facts.js";
import { factOf, snakeCase } from "../kind.js";
import { type Deployment, evaluate } from "./evaluate.js";
import { kinds } from "./kinds.js";
import { logicalIdProperty } from "./logical-id.js";

/** The facts in all templates of a plan, each deployed where the others are. */
export function factsOfCloudFormation(rendered: readonly Pick<RenderedTemplate, "template">[]): Facts {
  const templates = rendered.map(({ template }) => template);
  for (const template of templates) refuseUnknown(Object.keys(template), templateKeys, "the template");
  const deployments = deployTogether(templates);
  return uniteFacts([
    ...deployments.flatMap(resourceStatements),
    ...deployments.flatMap(outputStatements),
    ...parameterStatements(templates),
  ]);
}

/** Stacks read from each other what is kept in SSM parameters. */
function deployTogether(templates: readonly Template[]): readonly Deployment[] {
  const makers = new Map<string, { readonly deployment: Deployment; readonly value: Json }>();
  const exported = (path: string): Json | undefined => {
    const maker = makers.get(path);
    return maker && evaluate(maker.value, maker.deployment);
  };
  return templates.map((template) => {
    const deployment = { template, exported };
    for (const { Type, Properties = {} } of Object.values(template.Resources)) {
      const { Name = null, Value = null } = Properties;
      if (Type === "AWS::SSM::Parameter") makers.set(String(Name), { deployment, value: Value });
    }
    return deployment;
  });
}

function resourceStatements(deployment: Deployment): readonly Statement[] {
  return Object.entries(deployment.template.Resources).map(([logicalId, resource]) => {
    const kind = kinds[resource.Type];
    if (kind === undefined) throw new EquivalenceError(`${logicalId} is of unknown type ${resource.Type}`);
    refuseUnknown(Object.keys(resource), resourceKeys, logicalId);
    const properties = evaluateAll(resource, deployment);
    const subject = kind.subject((name) => (name === logicalIdProperty ? logicalId : properties[name]));
    const fact = { ...factOf(kind, properties, logicalId), ...removalOf(resource, logicalId) };
    return { subject, place: logicalId, fact };
  });
}

function evaluateAll({ Properties = {} }: TemplateResource, deployment: Deployment): JsonObject {
  const evaluated = evaluate(Properties, deployment);
  return isObject(evaluated) ? evaluated : {};
}

const templateKeys = ["AWSTemplateFormatVersion", "Description", "Parameters", "Resources", "Outputs"];
const resourceKeys = ["Type", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Properties"];

function refuseUnknown(keys: readonly string[], known: readonly string[], at: string): void {
  const unknown = keys.find((key) => !known.includes(key));
  if (unknown !== undefined) throw new EquivalenceError(`${at} has an unknown ${unknown}`);
}

/** What is kept goes when its creation is rolled back, which Terraform has no words for. */
function removalOf({ DeletionPolicy, UpdateReplacePolicy }: TemplateResource, logicalId: string): JsonObject {
  if (DeletionPolicy === undefined && UpdateReplacePolicy === undefined) return {};
  if (DeletionPolicy === "Delete" && UpdateReplacePolicy === "Delete") return { removal: "delete" };
  if (DeletionPolicy === "Snapshot" && UpdateReplacePolicy === "Snapshot") return { removal: "snapshot" };
  if (DeletionPolicy !== "Delete" && UpdateReplacePolicy === "Retain")
    return { removal: "retain", "deletion policy": DeletionPolicy ?? null };
  throw new EquivalenceError(`${logicalId}: ${DeletionPolicy} and ${UpdateReplacePolicy}`);
}

function outputStatements(deployment: Deployment): readonly Statement[] {
  return Object.entries(deployment.template.Outputs ?? {}).map(([name, { Value, Description }]) => ({
    subject: `output ${snakeCase(name)}`,
    place: name,
    fact: { value: evaluate(Value, deployment), description: Description },
  }));
}

/** What is asked for in several templates is one parameter, and must be the same in each. */
function parameterStatements(templates: readonly Template[]): readonly Statement[] {
  const statements = new Map<string, Statement>();
  for (const [name, { Type, Description, Default }] of templates.flatMap(parametersOf)) {
    if (Type !== "String") continue;
    const fact = { description: Description, ...(Default !== undefined && { default: Default }) };
    const statement = { subject: `parameter ${snakeCase(name)}`, place: name, fact };
    const known = statements.get(name) ?? statement;
    if (JSON.stringify(known) !== JSON.stringify(statement))
      throw new EquivalenceError(`${name} differs between templates`);
    statements.set(name, statement);
  }
  return [...statements.values()];
}

function parametersOf({ Parameters = {} }: Template): readonly [string, TemplateParameter][] {
  return Object.entries(Parameters);
}
