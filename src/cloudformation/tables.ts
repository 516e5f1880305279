import type { Table, TableKey } from "../plan/resources/table.js";
import { given, listed } from "./properties.js";
import { renderRemoval } from "./removal.js";
import type { Scope } from "./scope.js";
import type { Json, JsonObject, ResourceBody } from "./template.js";
import { renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html */
export function renderTable(table: Table, scope: Scope): ResourceBody {
  const { capacity, key, stream, timeToLiveAttribute } = table;
  const throughput = given(
    "ProvisionedThroughput",
    capacity && { ReadCapacityUnits: capacity.readUnits, WriteCapacityUnits: capacity.writeUnits },
  );
  const indexes = table.indexes.map(({ indexName, projection, attributes, ...keys }) => ({
    IndexName: indexName,
    KeySchema: keySchema(keys),
    Projection: { ProjectionType: projection, ...listed("NonKeyAttributes", attributes) },
    ...throughput,
  }));
  return {
    Type: "AWS::DynamoDB::Table",
    ...renderRemoval(table.removal),
    Properties: {
      AttributeDefinitions: table.attributeDefinitions.map(({ name, type }) => ({
        AttributeName: name,
        AttributeType: type,
      })),
      KeySchema: keySchema(table),
      BillingMode: capacity === undefined ? "PAY_PER_REQUEST" : "PROVISIONED",
      ...throughput,
      ...listed("GlobalSecondaryIndexes", indexes),
      ...given(
        "TimeToLiveSpecification",
        timeToLiveAttribute && { AttributeName: timeToLiveAttribute, Enabled: true },
      ),
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: table.pointInTimeRecovery },
      DeletionProtectionEnabled: table.deletionProtection,
      ...given("StreamSpecification", stream && { StreamViewType: stream }),
      ...given(
        "SSESpecification",
        key && { SSEEnabled: true, SSEType: "KMS", KMSMasterKeyId: renderValue(key, scope) },
      ),
    },
  };
}

interface Keys {
  readonly partitionKey: TableKey;
  readonly sortKey?: TableKey;
}

function keySchema({ partitionKey, sortKey }: Keys): Json[] {
  const item = (name: string, type: string): JsonObject => ({ AttributeName: name, KeyType: type });
  return [item(partitionKey.name, "HASH"), ...(sortKey === undefined ? [] : [item(sortKey.name, "RANGE")])];
}
