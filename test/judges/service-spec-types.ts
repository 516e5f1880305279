import type { PropertyType, ResourceProperties, SpecDatabase } from "@aws-cdk/service-spec-types";
import type { Json, JsonObject } from "../../src/cloudformation/index.js";
import type { Finding } from "./finding.js";
import { isIntrinsic, isObject } from "./intrinsics.js";

export function checkProperties(
  value: JsonObject,
  properties: ResourceProperties,
  path: string,
  database: SpecDatabase,
): Finding[] {
  const missing = Object.entries(properties)
    .filter(([name, { required }]) => required === true && !Object.hasOwn(value, name))
    .map(([name]) => finding("missing-property", `${path}.${name}`, "is required"));
  const present = Object.entries(value).flatMap(([name, item]) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return property === undefined
      ? [finding("unknown-property", `${path}.${name}`, `is none of ${Object.keys(properties).join(", ")}`)]
      : checkValue(item, property.type, `${path}.${name}`, database);
  });
  return [...missing, ...present];
}

function checkValue(value: Json, type: PropertyType, path: string, database: SpecDatabase): Finding[] {
  if (isIntrinsic(value)) return [];
  switch (type.type) {
    case "json":
      return isObject(value) || Array.isArray(value) ? [] : [wrongType(path, "JSON", value)];
    case "ref": {
      if (!isObject(value)) return [wrongType(path, "map", value)];
      return checkProperties(
        value,
        database.get("typeDefinition", type.reference).properties,
        path,
        database,
      );
    }
    case "tag":
      return isObject(value)
        ? checkProperties(value, tagProperties, path, database)
        : [wrongType(path, "tag", value)];
    case "array":
      if (!Array.isArray(value)) return [wrongType(path, "list", value)];
      return value.flatMap((item: Json, index) =>
        checkValue(item, type.element, `${path}.${index}`, database),
      );
    case "map":
      if (!isObject(value)) return [wrongType(path, "map", value)];
      return Object.entries(value).flatMap(([key, item]) =>
        checkValue(item, type.element, `${path}.${key}`, database),
      );
    case "union":
      return closest(type.types.map((each) => checkValue(value, each, path, database)));
    default:
      return checkPrimitive(value, type, path);
  }
}

function checkPrimitive(value: Json, type: PropertyType, path: string): Finding[] {
  const wanted = primitives[type.type] ?? type.type;
  const isRight = typeof value === wanted && (type.type !== "integer" || Number.isInteger(value));
  if (!isRight) return [wrongType(path, type.type, value)];
  const allowed: readonly unknown[] = "allowedValues" in type ? (type.allowedValues ?? [value]) : [value];
  return allowed.includes(value)
    ? []
    : [finding("wrong-value", path, `${JSON.stringify(value)} is none of ${allowed.join(", ")}`)];
}

const primitives: Readonly<Record<string, string>> = { integer: "number", "date-time": "string" };

const tagProperties: ResourceProperties = {
  Key: { type: { type: "string" }, required: true },
  Value: { type: { type: "string" }, required: true },
};

/** What keeps the value from being the alternative that it resembles most. */
function closest(alternatives: readonly Finding[][]): Finding[] {
  return alternatives.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

function wrongType(path: string, wanted: string, value: Json): Finding {
  return finding("wrong-type", path, `${JSON.stringify(value)} is no ${wanted}`);
}

function finding(rule: string, path: string, message: string): Finding {
  return { severity: "error", rule, path, message };
}
