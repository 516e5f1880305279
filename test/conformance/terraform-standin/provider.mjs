import { decode, ExtData, encode } from "@msgpack/msgpack";
import { dataSources } from "./data-sources.mjs";
import { contextOf } from "./placeholders.mjs";
import { completeState, importedState, planState, unconfigurable } from "./states.mjs";

/** The provider's remote procedures: each takes a request and the caller's connection and returns the answer. */
export function providerMethods(schema) {
  const configurations = new Map(); // by connection: Terraform opens one for each provider configuration
  const applied = new Map(); // how often each planned state was applied, so that equal resources get ids of their own
  const resource = (name) => schema.resource_schemas[name].block;
  const dataSource = (name) => schema.data_source_schemas[name].block;
  const providerOf = (peer) => configurations.get(peer) ?? providerConfiguration({});
  return {
    GetSchema: () => encodeSchema(schema),
    PrepareProviderConfig: ({ value }) => ({ value }),
    ValidateResourceTypeConfig: ({ type_name: name, value }) => validation(resource(name), unpack(value)),
    ValidateDataSourceConfig: ({ type_name: name, value }) => validation(dataSource(name), unpack(value)),
    UpgradeResourceState: ({ raw_state: { json } }) => ({ value: { json } }),
    Configure: ({ config }, peer) => {
      configurations.set(peer, providerConfiguration(unpack(config)));
      return {};
    },
    ReadResource: ({ value }) => ({ value }),
    PlanResourceChange: ({ type_name: name, after, config }, peer) => {
      const proposed = unpack(after);
      if (proposed === null) return { value: after };
      return {
        value: pack(
          planState(resource(name), proposed, unpack(config), { typeName: name, ...providerOf(peer) }),
        ),
      };
    },
    ApplyResourceChange: ({ type_name: name, after }, peer) => {
      const planned = unpack(after);
      if (planned === null) return { value: after };
      const seed = JSON.stringify(planned);
      applied.set(seed, (applied.get(seed) ?? 0) + 1);
      return {
        value: pack(
          completeState(resource(name), planned, contextOf(name, providerOf(peer), seed + applied.get(seed))),
        ),
      };
    },
    ImportResourceState: ({ type_name, id }) => ({
      resources: [{ type_name, value: pack(importedState(resource(type_name), id)) }],
    }),
    ReadDataSource: ({ type_name: name, value }, peer) => {
      const config = unpack(value);
      const known = dataSources[name]?.(config, providerOf(peer));
      return {
        value: pack(
          completeState(
            dataSource(name),
            { ...config, ...known },
            contextOf(name, providerOf(peer), JSON.stringify(config)),
          ),
        ),
      };
    },
    Stop: () => ({}),
  };
}

function providerConfiguration({ region, default_tags: blocks }) {
  const known = (value) => (value instanceof ExtData ? undefined : value);
  return {
    region: known(region) ?? process.env.AWS_REGION ?? "us-east-1",
    defaultTags: known(known(blocks)?.[0]?.tags) ?? {},
  };
}

function validation(block, config) {
  const diagnostics = unconfigurable(block, config).map((name) => ({
    severity: "ERROR",
    summary: "Value for unconfigurable attribute",
    detail: `Can't configure a value for "${name}": AWS decides it.`,
    attribute: { steps: [{ attribute_name: name }] },
  }));
  return { diagnostics };
}

const unpack = ({ msgpack, json }) => (msgpack?.length ? decode(msgpack) : JSON.parse(json.toString()));
const pack = (state) => ({ msgpack: encode(state) });

function encodeSchema({ provider, resource_schemas: resources, data_source_schemas: data }) {
  const one = ({ version, block }) => ({ version, block: encodeBlock(block) });
  const all = (schemas) =>
    Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, one(schema)]));
  return {
    provider: one(provider),
    resource_schemas: all(resources),
    data_source_schemas: all(data),
    server_capabilities: { get_provider_schema_optional: true },
  };
}

const encodeBlock = ({ attributes = {}, block_types: nested = {} }) => ({
  attributes: Object.entries(attributes).map(([name, { type, ...flags }]) => ({
    name,
    type: Buffer.from(JSON.stringify(type)),
    ...flags,
  })),
  block_types: Object.entries(nested).map(([type_name, { block, nesting_mode: mode, ...counts }]) => ({
    type_name,
    block: encodeBlock(block),
    nesting: mode.toUpperCase(),
    ...counts,
  })),
});
