import { appendPath } from "../../../diagnostics/index.js";
import type { KeyAttribute, TableIndexSettings, TableResource } from "../../resource-settings.js";
import type { WrittenResource, WrittenTableIndex } from "../../written.generated.js";
import { present } from "../present.js";
import { ifWritten, type Reading } from "../reading.js";
import { encryptionOf, imported, refuseKey } from "./imported.js";

type WrittenTable = Extract<WrittenResource, { type: "dynamodb" }>;

export function table(reading: Reading, path: string, written: WrittenTable): TableResource | undefined {
  if (written.import !== undefined) {
    const found = imported(reading, path, { ...written, import: written.import }, "table");
    return found && { type: "dynamodb", ...found };
  }
  refuseKey(reading, path, written);
  if (written.partitionKey === undefined) {
    return reading.fail("missing-key", path, `${path} needs partitionKey`, {
      reason: "a table finds its items by it",
      hint: "add partitionKey: id, or import: with the name of a table that exists",
    });
  }
  const keys = {
    partitionKey: keyAttribute(written.partitionKey),
    sortKey: ifWritten(written.sortKey, keyAttribute),
  };
  const indexes = Object.fromEntries(
    Object.entries(written.indexes ?? {}).map(([name, each]) => [name, tableIndex(each)]),
  );
  checkKeys(reading, path, keys);
  for (const [name, each] of Object.entries(indexes)) {
    checkKeys(reading, appendPath(`${path}.indexes`, name), each);
  }
  checkTypes(reading, path, [keys, ...Object.values(indexes)]);
  checkTimeToLive(reading, path, keys, written.ttl);
  checkCount(reading, path, Object.keys(indexes).length);
  return present({
    type: "dynamodb" as const,
    ...keys,
    indexes,
    ttl: written.ttl,
    pointInTimeRecovery: written.pointInTimeRecovery,
    deletionProtection: written.deletionProtection,
    encryption: encryptionOf(written.encryption, "aws"),
    capacity: written.capacity === "on-demand" ? undefined : written.capacity,
    stream: written.stream,
  });
}

interface Keys {
  readonly partitionKey: KeyAttribute;
  readonly sortKey?: KeyAttribute | undefined;
}

function keyAttribute(written: WrittenTableIndex["partitionKey"]): KeyAttribute {
  return typeof written === "string"
    ? { name: written, type: "string" }
    : { name: written.name, type: written.type ?? "string" };
}

function tableIndex({ partitionKey, sortKey, project = "all" }: WrittenTableIndex): TableIndexSettings {
  return present({
    partitionKey: keyAttribute(partitionKey),
    sortKey: ifWritten(sortKey, keyAttribute),
    project,
  });
}

function checkKeys(reading: Reading, path: string, { partitionKey, sortKey }: Keys): void {
  if (sortKey?.name !== partitionKey.name) return;
  reading.fail("invalid-value", `${path}.sortKey`, `${path} has the sort key ${sortKey.name} twice`, {
    reason: "the partition key is the same attribute",
    hint: "name another attribute, or remove sortKey",
  });
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeDefinition.html */
function checkTypes(reading: Reading, path: string, keys: readonly Keys[]): void {
  const types = new Map<string, KeyAttribute["type"]>();
  for (const key of keys.flatMap(({ partitionKey, sortKey }) => [
    partitionKey,
    ...(sortKey ? [sortKey] : []),
  ])) {
    const known = types.get(key.name) ?? key.type;
    types.set(key.name, known);
    if (known === key.type) continue;
    reading.fail("invalid-value", path, `the key ${key.name} of ${path} is a ${known} and a ${key.type}`, {
      reason: "an attribute has one type in every key of a table",
    });
  }
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-before-you-start.html */
function checkTimeToLive(reading: Reading, path: string, keys: Keys, ttl: string | undefined): void {
  if (ttl === undefined || (ttl !== keys.partitionKey.name && ttl !== keys.sortKey?.name)) return;
  reading.fail("invalid-value", `${path}.ttl`, `${path} cannot expire items by ${ttl}, which is a key`, {
    hint: "name an attribute that is not a key of the table",
  });
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
function checkCount(reading: Reading, path: string, count: number): void {
  if (count <= 20) return;
  reading.fail("invalid-value", `${path}.indexes`, `${path} has ${count} indexes`, {
    reason: "a table has at most 20",
  });
}
