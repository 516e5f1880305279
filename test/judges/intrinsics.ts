import type { Json, JsonObject } from "../../src/cloudformation/index.js";

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && !Array.isArray(value);
}

/** `{ Ref: ... }` or `{ "Fn::...": ... }`, whose value is known only to CloudFormation. */
export function isIntrinsic(value: Json): value is JsonObject {
  if (!isObject(value)) return false;
  const [key, ...more] = Object.keys(value);
  return key !== undefined && more.length === 0 && (key === "Ref" || key.startsWith("Fn::"));
}

/** A name that a template reads: of a parameter or resource, or of an attribute of a resource. */
export interface TemplateReference {
  readonly name: string;
  readonly attribute?: string;
  readonly path: string;
}

/** Every `Ref`, `Fn::GetAtt` and variable of an `Fn::Sub` at or below a value. */
export function findReferences(value: Json, path: string): TemplateReference[] {
  if (Array.isArray(value))
    return value.flatMap((item: Json, index) => findReferences(item, `${path}.${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, content]) => {
    const here = `${path}.${key}`;
    if (key === "Ref" && typeof content === "string") return [{ name: content, path: here }];
    if (key === "Fn::GetAtt" && Array.isArray(content)) {
      return [{ name: String(content[0]), attribute: content.slice(1).join("."), path: here }];
    }
    if (key === "Fn::Sub" && typeof content === "string") return variablesOf(content, here);
    return findReferences(content, here);
  });
}

function variablesOf(text: string, path: string): TemplateReference[] {
  return [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, variable = ""]) => {
    const [name = "", ...attribute] = variable.split(".");
    return attribute.length === 0 ? { name, path } : { name, attribute: attribute.join("."), path };
  });
}
