import { ExtData } from "@msgpack/msgpack";
import { contextWithin, placeholder } from "./placeholders.mjs";

/** A value that is not known before apply: MessagePack extension 0, or 12 when Terraform has refined it. */
const UNKNOWN = new ExtData(0, Buffer.of(0));
const isUnknown = (value) => value instanceof ExtData;

/** The planned state: what the configuration asks for, unknown where only AWS can answer. */
export function planState(block, proposed, config, context) {
  const planned = mapBlock(block, proposed, (name, attribute, value) => {
    if (attribute.write_only) return null;
    if (value !== null || !attribute.computed) return value;
    return name === "region" ? context.region : UNKNOWN;
  });
  if (config.tags_all === null && !isUnknown(planned.tags))
    planned.tags_all = { ...context.defaultTags, ...planned.tags };
  if (context.typeName === "aws_acm_certificate" && isUnknown(planned.domain_validation_options))
    planned.domain_validation_options = validationOptions(planned);
  return planned;
}

/** The state after apply, or a data source's result: nothing unknown, nothing computed left out. */
export function completeState(block, state, context) {
  return mapBlock(block, state, (name, attribute, value) => {
    if (attribute.write_only) return null;
    if ((value === null || isUnknown(value)) && attribute.computed)
      return placeholder(name, attribute.type, context, !attribute.optional);
    return complete(name, attribute.type, value, context);
  });
}

/** Names of attributes that a configuration sets though only AWS may: Terraform leaves this check to providers. */
export function unconfigurable(block, config) {
  const found = [];
  mapBlock(block, config, (name, { required, optional }, value) => {
    if (value !== null && !required && !optional) found.push(name);
  });
  return found;
}

/** What an import knows: the id. */
export function importedState(block, id) {
  const absent = Object.entries(block.block_types ?? {}).map(([name, { nesting_mode: mode }]) => [
    name,
    mode === "single" ? null : mode === "map" ? {} : [],
  ]);
  return {
    ...Object.fromEntries(Object.keys(block.attributes ?? {}).map((name) => [name, null])),
    ...Object.fromEntries(absent),
    id,
  };
}

function mapBlock(block, state, mapAttribute) {
  const result = {};
  for (const [name, attribute] of Object.entries(block.attributes ?? {}))
    result[name] = mapAttribute(name, attribute, state[name]);
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    result[name] = mapItems(state[name], nested.nesting_mode, (item) =>
      isUnknown(item) ? item : mapBlock(nested.block, item, mapAttribute),
    );
  }
  return result;
}

function mapItems(value, mode, mapItem) {
  if (value === null || isUnknown(value)) return value;
  if (mode === "single" || mode === "group") return mapItem(value);
  if (Array.isArray(value)) return value.map(mapItem);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapItem(item)]));
}

function complete(name, type, value, context) {
  if (isUnknown(value)) return placeholder(name, type, context, false);
  if (value === null || typeof type === "string") return value;
  const [kind, inner] = type;
  if (kind === "object") {
    // Each domain of a certificate is proven by a record of its own.
    const own = typeof value.domain_name === "string" ? contextWithin(context, value.domain_name) : context;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, complete(key, inner[key], item, own)]),
    );
  }
  return mapItems(value, kind, (item) => complete(name, inner, item, context));
}

// AWS's provider knows these domains when it plans, which lets a configuration use them as for_each keys.
function validationOptions({ domain_name: domain, subject_alternative_names: alternatives }) {
  const names = [domain, ...(Array.isArray(alternatives) ? alternatives : [])];
  if (names.some((name) => name === null || isUnknown(name))) return UNKNOWN;
  return [...new Set(names)].map((name) => ({
    domain_name: name,
    resource_record_name: UNKNOWN,
    resource_record_type: UNKNOWN,
    resource_record_value: UNKNOWN,
  }));
}
