import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import type { Resource, SpecDatabase } from "@aws-cdk/service-spec-types";
import type { Template, TemplateResource } from "../../src/cloudformation/index.js";
import type { Finding } from "./finding.js";
import { checkProperties } from "./service-spec-types.js";
import { checkReferences } from "./template-references.js";

/**
 * Compares a template with the resource schemas that AWS CDK is generated from: every type, property, value and
 * attribute that is used must exist there. Intrinsic functions are taken for values of any type.
 */
export function checkAgainstServiceSpec(template: Template): Finding[] {
  return [
    ...Object.entries(template.Resources).flatMap(([id, resource]) => checkResource(id, resource)),
    ...checkReferences(template, (type) => findResource(type)?.attributes),
  ];
}

/** The property that holds the tags of a resource type, undefined where the type takes none. */
export function tagPropertyOf(type: string): string | undefined {
  return findResource(type)?.tagInformation?.tagPropertyName;
}

function checkResource(id: string, { Type, Properties }: TemplateResource): Finding[] {
  const path = `Resources.${id}`;
  const resource = findResource(Type);
  if (resource === undefined) {
    return [
      { severity: "error", rule: "unknown-type", path: `${path}.Type`, message: `there is no type ${Type}` },
    ];
  }
  return checkProperties(Properties ?? {}, resource.properties, `${path}.Properties`, database());
}

function findResource(type: string): Resource | undefined {
  return database().lookup("resource", "cloudFormationType", "equals", type)[0];
}

let loaded: SpecDatabase | undefined;

function database(): SpecDatabase {
  loaded ??= loadAwsServiceSpecSync();
  return loaded;
}
