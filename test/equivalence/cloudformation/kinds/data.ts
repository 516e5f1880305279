import { flag, number, set } from "../../converters.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { policy } from "../../policy.js";
import { as, inSubject, keyed, pairs, under, within } from "../../read.js";
import { logicalIdProperty } from "../logical-id.js";
import { nameOfLogicalId } from "../made-names.js";

const tags = { Tags: pairs("tags", "Key", "Value") };
const keySchema = { AttributeName: as("attribute"), KeyType: as("type") };
const throughput = within({
  ReadCapacityUnits: as("read units", number),
  WriteCapacityUnits: as("write units", number),
});

export const data: Kinds = {
  "AWS::DynamoDB::Table": {
    subject: (get) => `table ${nameOfLogicalId(String(get(logicalIdProperty)))}`,
    fields: {
      ...tags,
      AttributeDefinitions: pairs("attributes", "AttributeName", "AttributeType"),
      KeySchema: keyed("keys", "type", keySchema),
      BillingMode: as("billing"),
      ProvisionedThroughput: throughput,
      GlobalSecondaryIndexes: keyed("indexes", "name", {
        IndexName: as("name"),
        KeySchema: keyed("keys", "type", keySchema),
        Projection: within({
          ProjectionType: as("projection"),
          NonKeyAttributes: as("projected", set),
        }),
        ProvisionedThroughput: throughput,
      }),
      TimeToLiveSpecification: under("time to live", {
        AttributeName: as("attribute"),
        Enabled: as("enabled", flag),
      }),
      PointInTimeRecoverySpecification: within({
        PointInTimeRecoveryEnabled: as("point in time recovery", flag),
      }),
      DeletionProtectionEnabled: as("deletion protection", flag),
      StreamSpecification: within({ StreamViewType: as("stream") }),
      SSESpecification: under("encryption", {
        SSEEnabled: as("enabled", flag),
        SSEType: as("type"),
        KMSMasterKeyId: as("key"),
      }),
    },
  },
  "AWS::SQS::Queue": {
    subject: (get) => `queue ${nameOfLogicalId(String(get(logicalIdProperty)))}`,
    fields: {
      ...tags,
      FifoQueue: as("fifo", flag),
      VisibilityTimeout: as("visibility timeout", number),
      MessageRetentionPeriod: as("retention", number),
      DelaySeconds: as("delay", number),
      ReceiveMessageWaitTimeSeconds: as("receive wait", number),
      RedrivePolicy: under("dead letters", {
        deadLetterTargetArn: as("queue"),
        maxReceiveCount: as("after receives", number),
      }),
      SqsManagedSseEnabled: as("encrypted by SQS", flag),
      KmsMasterKeyId: as("key"),
    },
  },
  "AWS::SQS::QueuePolicy": {
    subject: (get) => {
      const queues = get("Queues");
      return subjectOf(Array.isArray(queues) && queues.length === 1 ? queues[0] : undefined, "queue");
    },
    fields: { Queues: inSubject("url"), PolicyDocument: as("policy", policy) },
  },
  "AWS::KMS::Key": {
    subject: (get) => `key ${get("Description")}`,
    fields: {
      ...tags,
      Description: as("description"),
      EnableKeyRotation: as("rotation", flag),
      PendingWindowInDays: as("pending window", number),
      KeyPolicy: as("policy", policy),
    },
  },
  "AWS::KMS::Alias": {
    subject: (get) => `alias ${get("AliasName")}`,
    fields: { AliasName: as("name"), TargetKeyId: as("key") },
  },
};
