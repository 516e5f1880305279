import type { Table } from "../plan/resources/table.js";
import type { Address } from "./address.js";
import { type Block, block } from "./hcl/tree.js";
import { nameOf } from "./made-names.js";
import { keptBlocks } from "./removal.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderValue } from "./values.js";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table */
export function renderTable(table: Table, scope: Scope, address: Address): Rendered {
  const { partitionKey, sortKey, capacity, stream, key, timeToLiveAttribute } = table;
  const units = { read_capacity: capacity?.readUnits, write_capacity: capacity?.writeUnits };
  return {
    arguments: {
      name: nameOf(address, scope),
      billing_mode: capacity === undefined ? "PAY_PER_REQUEST" : "PROVISIONED",
      hash_key: partitionKey.name,
      range_key: sortKey?.name,
      ...units,
      stream_enabled: stream === undefined ? undefined : true,
      stream_view_type: stream,
      deletion_protection_enabled: table.deletionProtection,
    },
    blocks: [
      ...table.attributeDefinitions.map(({ name, type }) => block("attribute", { name, type })),
      ...table.indexes.map((index) =>
        block("global_secondary_index", {
          name: index.indexName,
          hash_key: index.partitionKey.name,
          range_key: index.sortKey?.name,
          projection_type: index.projection,
          non_key_attributes: index.attributes.length === 0 ? undefined : index.attributes,
          ...units,
        }),
      ),
      ...(timeToLiveAttribute === undefined
        ? []
        : [block("ttl", { attribute_name: timeToLiveAttribute, enabled: true })]),
      block("point_in_time_recovery", { enabled: table.pointInTimeRecovery }),
      ...(key === undefined
        ? []
        : [block("server_side_encryption", { enabled: true, kms_key_arn: renderValue(key, scope) })]),
      ...keptBlocks(table.removal),
    ] satisfies readonly Block[],
  };
}
