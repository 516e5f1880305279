import type { JsonSchema } from "../../manifest/index.js";
import { describeType } from "./describe-type.js";

/** Step of a path that the author names: a service, a list's item. */
export const anyName = "<name>";
export const anyItem = "[]";

/** One part of the manifest that has a name in the schema, or one type of resource. */
export interface ReferenceSection {
  readonly title: string;
  /** Where it stands in a manifest, such as `services.<name>.route`. */
  readonly places: readonly SchemaPath[];
  readonly fields: readonly ReferenceField[];
}

export type SchemaPath = readonly string[];

export interface ReferenceField {
  /** Within its section. */
  readonly path: SchemaPath;
  readonly description: string;
  readonly type: string;
  readonly required: boolean;
  /** Written in the schema, or each value of a closed set. */
  readonly examples: readonly unknown[];
}

type Definitions = Readonly<Record<string, JsonSchema>>;

/** Every field of the manifest, by section, in the order of the schema. */
export function referenceSections(schema: JsonSchema): readonly ReferenceSection[] {
  const definitions = schema["definitions"] as Definitions;
  const places = new Map<string, { readonly schema: JsonSchema; readonly places: SchemaPath[] }>();
  collect(definitions, "Manifest", definitions["Manifest"] ?? {}, [], [], places);
  return [...places].map(([title, found]) => ({
    title,
    places: found.places,
    fields: fieldsOf(found.schema, []),
  }));
}

function collect(
  definitions: Definitions,
  title: string,
  schema: JsonSchema,
  at: SchemaPath,
  within: readonly string[],
  found: Map<string, { readonly schema: JsonSchema; readonly places: SchemaPath[] }>,
): void {
  if (within.includes(title) || title.endsWith("Overlay")) return;
  const alternatives = variantsOf(schema);
  if (alternatives !== undefined) {
    for (const { name, schema: each } of alternatives)
      collect(definitions, `${title} ${name}`, each, [...at.slice(0, -1), `<${name}>`], within, found);
    return;
  }
  const known = found.get(title) ?? { schema, places: [] };
  known.places.push(at);
  found.set(title, known);
  eachReference(schema, at, (name, path) =>
    collect(definitions, name, definitions[name] ?? {}, path, [...within, title], found),
  );
}

/** The alternatives that a key named `type` tells apart. */
function variantsOf(schema: JsonSchema): readonly { name: string; schema: JsonSchema }[] | undefined {
  const options = schema["oneOf"] as readonly JsonSchema[] | undefined;
  return options?.map((each) => ({ name: String(propertiesOf(each)["type"]?.["const"]), schema: each }));
}

function eachReference(
  schema: JsonSchema,
  at: SchemaPath,
  visit: (name: string, path: SchemaPath) => void,
): void {
  const name = referenceOf(schema);
  if (name !== undefined) visit(name, at);
  for (const part of alternativesOf(schema)) eachReference(part, at, visit);
  for (const [key, part] of Object.entries(propertiesOf(schema))) eachReference(part, [...at, key], visit);
  for (const [step, part] of innerOf(schema)) eachReference(part, [...at, step], visit);
}

function fieldsOf(schema: JsonSchema, at: SchemaPath): readonly ReferenceField[] {
  const required = (schema["required"] ?? []) as readonly string[];
  const own = Object.entries(propertiesOf(schema)).flatMap(([key, part]) => {
    const path = [...at, key];
    const field: ReferenceField = {
      path,
      description: String(part["description"] ?? ""),
      type: describeType(part),
      required: required.includes(key),
      examples: examplesOf(part),
    };
    return [field, ...fieldsOf(part, path)];
  });
  const inner = innerOf(schema).flatMap(([step, part]) => fieldsOf(part, [...at, step]));
  const others = alternativesOf(schema).flatMap((part) => fieldsOf(part, at));
  return distinct([...own, ...inner, ...others]);
}

/** Alternatives of one field may share keys. */
function distinct(fields: readonly ReferenceField[]): readonly ReferenceField[] {
  const seen = new Map<string, ReferenceField>();
  for (const field of fields) {
    const key = field.path.join(".");
    if (!seen.has(key)) seen.set(key, field);
  }
  return [...seen.values()];
}

function examplesOf(schema: JsonSchema): readonly unknown[] {
  if (Array.isArray(schema["examples"])) return schema["examples"];
  if (Array.isArray(schema["enum"])) return schema["enum"];
  if (schema["const"] !== undefined) return [schema["const"]];
  if (schema["type"] === "boolean") return [true, false];
  return alternativesOf(schema).flatMap(examplesOf);
}

function referenceOf(schema: JsonSchema): string | undefined {
  const reference = schema["$ref"];
  return typeof reference === "string" ? reference.split("/").at(-1) : undefined;
}

function propertiesOf(schema: JsonSchema): Definitions {
  return (schema["properties"] ?? {}) as Definitions;
}

function alternativesOf(schema: JsonSchema): readonly JsonSchema[] {
  return ["anyOf", "oneOf", "allOf"].flatMap((key) => (schema[key] ?? []) as readonly JsonSchema[]);
}

/** What maps and lists hold. */
function innerOf(schema: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  const parts: readonly (readonly [string, unknown])[] = [
    [anyName, schema["additionalProperties"]],
    [anyItem, schema["items"]],
  ];
  return parts.filter(
    (part): part is [string, JsonSchema] => typeof part[1] === "object" && part[1] !== null,
  );
}
