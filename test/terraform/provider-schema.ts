import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Body, Module } from "./module.js";

interface BlockSchema {
  readonly attributes?: Readonly<Record<string, { required?: true; optional?: true; computed?: true }>>;
  readonly block_types?: Readonly<
    Record<string, { block: BlockSchema; min_items?: number; max_items?: number }>
  >;
}
type Schemas = Readonly<Record<string, { readonly block: BlockSchema }>>;
interface ProviderSchema {
  readonly resource_schemas: Schemas;
  readonly data_source_schemas: Schemas;
}

const file = join(import.meta.dirname, "../conformance/terraform-standin/aws-schema.json.gz");
const { provider_schemas: providers } = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as {
  provider_schemas: Record<string, ProviderSchema>;
};
const [aws] = Object.values(providers);

/** What `terraform validate` would refuse, as far as a schema and a list of addresses can tell: names, counts, references. */
export function judgeModule(module: Module): readonly string[] {
  return [
    ...Object.entries(module.resources).flatMap(([address, body]) =>
      judgeNamed(aws?.resource_schemas, address, body),
    ),
    ...Object.entries(module.data).flatMap(([address, body]) =>
      judgeNamed(aws?.data_source_schemas, address, body),
    ),
    ...judgeReferences(module),
  ];
}

const metaArguments = new Set(["count", "for_each", "depends_on", "lifecycle"]);

function judgeNamed(schemas: Schemas | undefined, address: string, body: Body): readonly string[] {
  const schema = schemas?.[address.split(".")[0] ?? ""];
  if (schema === undefined) return [`${address}: unknown type`];
  const own = Object.entries(body).filter(([name]) => !metaArguments.has(name));
  return judgeBody(schema.block, address, Object.fromEntries(own));
}

function judgeBody(schema: BlockSchema, path: string, body: Body): readonly string[] {
  const { attributes = {}, block_types: blocks = {} } = schema;
  const problems: string[] = [];
  for (const [name, { required }] of Object.entries(attributes)) {
    if (required && body[name] === undefined) problems.push(`${path}: ${name} is missing`);
  }
  for (const [name, { min_items: min = 0, max_items: max = Number.POSITIVE_INFINITY }] of Object.entries(
    blocks,
  )) {
    const count = ((body[name] ?? []) as unknown[]).length;
    if (count < min || count > max) problems.push(`${path}: ${count} blocks ${name}`);
  }
  for (const [name, value] of Object.entries(body)) {
    const nested = blocks[name];
    const attribute = attributes[name];
    if (nested !== undefined) {
      for (const each of value as Body[]) problems.push(...judgeBody(nested.block, `${path}.${name}`, each));
    } else if (attribute === undefined) problems.push(`${path}: unknown argument ${name}`);
    else if (!attribute.required && !attribute.optional) problems.push(`${path}: AWS decides ${name}`);
  }
  return problems;
}

function judgeReferences({ text, resources, data, locals, variables }: Module): readonly string[] {
  const problems = new Set<string>();
  const code = text.replaceAll(/^\s*#.*$/gm, "");
  const found = code.matchAll(
    /(?<![\w."-])(data\.)?(aws_\w+)\.([\w-]+)(?:\["[^"]*"\]|\[each\.key\]|\)\[\*\])?(?:\.(\w+))?/g,
  );
  for (const [whole, isData, type = "", label, attribute] of found) {
    const known = isData === undefined ? resources : data;
    const schema = (isData === undefined ? aws?.resource_schemas : aws?.data_source_schemas)?.[type];
    if (known[`${type}.${label}`] === undefined) problems.add(`${whole}: nothing is there`);
    else if (attribute !== undefined && schema?.block.attributes?.[attribute] === undefined) {
      problems.add(`${whole}: no such attribute`);
    }
  }
  for (const [whole, kind, name = ""] of code.matchAll(/(?<![\w.])(local|var)\.(\w+)/g)) {
    const known = kind === "local" ? locals : variables;
    if (known[name] === undefined) problems.add(`${whole}: not declared`);
  }
  return [...problems];
}
