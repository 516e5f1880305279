import type { TableResource } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { Table, TableIndex, TableKey } from "../resources/table.js";
import { arn, join, type Value } from "../value.js";
import { encryptionKey } from "./encryption.js";
import type { PlannedResource, TableHandle } from "./handle.js";
import { nameInArn } from "./imported-arn.js";

export function planTable(
  context: ResolveContext,
  name: string,
  resource: TableResource,
): PlannedResource<TableHandle> {
  if (resource.import !== undefined) {
    const source = external(resource.import);
    const key = resource.key && external(resource.key);
    return { resources: [], handle: { ...importedHandle(source), ...(key && { key }) } };
  }
  const origin = `resources.${name}`;
  const { capacity, ttl, stream } = resource;
  const key = encryptionKey(context, `${origin}.encryption`, resource.encryption);
  const indexes = Object.keys(resource.indexes).sort();
  const partitionKey = tableKey(resource.partitionKey);
  const sortKey = resource.sortKey && tableKey(resource.sortKey);
  const planned = indexes.flatMap((each) => planIndex(each, resource.indexes[each]));
  const table: Table = {
    id: `data/${name}`,
    kind: "Table",
    origin,
    attributeDefinitions: definitions([{ partitionKey, ...(sortKey && { sortKey }) }, ...planned]),
    partitionKey,
    ...(sortKey && { sortKey }),
    indexes: planned,
    ...(capacity && { capacity: { readUnits: capacity.read, writeUnits: capacity.write } }),
    ...(ttl !== undefined && { timeToLiveAttribute: ttl }),
    pointInTimeRecovery: context.byProfile(
      `${origin}.pointInTimeRecovery`,
      resource.pointInTimeRecovery,
      context.defaults.pointInTimeRecovery,
      "continuous backup is paid for by the gigabyte",
    ),
    deletionProtection: context.byProfile(
      `${origin}.deletionProtection`,
      resource.deletionProtection,
      context.defaults.deletionProtection,
      "whether a table can be deleted by mistake",
    ),
    ...(stream && { stream: streamViews[stream] }),
    ...(key && { key }),
    removal: context.defaults.dataRemoval,
    tags: context.tags(),
  };
  return {
    resources: [table],
    handle: {
      type: "dynamodb",
      name: referTo(table, "name"),
      arn: referTo(table, "arn"),
      indexes,
      ...(key && { key }),
    },
  };
}

/** A table is imported by name or ARN; the other follows from it. A parameter holds the name. */
function importedHandle(source: Value<string>): TableHandle {
  const name = typeof source === "string" ? nameInArn(source) : source;
  const isArn = typeof source === "string" && source !== name;
  const tableArn = isArn ? source : arn("dynamodb", join("table/", name));
  return { type: "dynamodb", name, arn: tableArn, indexes: "unknown" };
}

type Index = Extract<TableResource, { import?: undefined }>["indexes"][string];

function planIndex(indexName: string, index: Index | undefined): readonly TableIndex[] {
  if (index === undefined) return [];
  const { project } = index;
  return [
    {
      indexName,
      partitionKey: tableKey(index.partitionKey),
      ...(index.sortKey && { sortKey: tableKey(index.sortKey) }),
      projection: project === "all" ? "ALL" : project === "keys" ? "KEYS_ONLY" : "INCLUDE",
      attributes: typeof project === "string" ? [] : [...project].sort(),
    },
  ];
}

function tableKey({ name, type }: Index["partitionKey"]): TableKey {
  return { name, type: keyTypes[type] };
}

const keyTypes = { string: "S", number: "N", binary: "B" } as const;

const streamViews = {
  new: "NEW_IMAGE",
  old: "OLD_IMAGE",
  both: "NEW_AND_OLD_IMAGES",
  keys: "KEYS_ONLY",
} as const;

/** Only attributes of keys are declared; the others are the items' own affair. */
function definitions(
  keys: readonly { readonly partitionKey: TableKey; readonly sortKey?: TableKey }[],
): readonly TableKey[] {
  const all = keys.flatMap(({ partitionKey, sortKey }) => [partitionKey, ...(sortKey ? [sortKey] : [])]);
  const byName = new Map(all.map((key) => [key.name, key]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
