import type { Stack } from "../../../src/plan/plan.js";
import type { Resource } from "../../../src/plan/resource.js";
import type { PolicyStatement } from "../../../src/plan/resources/iam.js";
import { accountId, arn } from "../../../src/plan/value.js";

const key = { ref: "store/Key", attribute: "arn" };
const keyId = { ref: "store/Key", attribute: "id" };
const orders = { ref: "store/Orders", attribute: "arn" };
const ordersName = { ref: "store/Orders", attribute: "name" };
const jobs = { ref: "store/Jobs", attribute: "arn" };
const jobsUrl = { ref: "store/Jobs", attribute: "url" };
const jobsName = { ref: "store/Jobs", attribute: "name" };
const dead = { ref: "store/Jobs/dead-letter-queue", attribute: "arn" };
const events = { ref: "store/Events", attribute: "arn" };

const requireTls = (actions: readonly string[], on: typeof jobs): PolicyStatement => ({
  sid: "RequireTls",
  effect: "Deny",
  principals: [{ everyone: true }],
  actions,
  resources: [on],
  conditions: [{ operator: "Bool", key: "aws:SecureTransport", values: ["false"] }],
});

/** With everything that each kind can say, and once with as little as it can. */
const resources: readonly Resource[] = [
  {
    id: "store/Key",
    kind: "Key",
    origin: "resources.Key",
    description: "Key of shop-dev",
    policy: [
      {
        sid: "AdministeredByTheAccount",
        effect: "Allow",
        principals: [{ account: accountId }],
        actions: ["kms:*"],
        resources: ["*"],
        reason: "the default policy of KMS",
      },
      {
        sid: "UsedByTopics",
        effect: "Allow",
        principals: [{ service: "sns.amazonaws.com" }],
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"],
        conditions: [
          { operator: "ArnEquals", key: "aws:SourceArn", values: [arn("sns", "shop-dev-Events.fifo")] },
        ],
        reason: "in the policy of a key, * is that key",
      },
    ],
    pendingWindowDays: 30,
    removal: "retain",
    tags: { team: "shop" },
  },
  {
    id: "store/Key/alias",
    kind: "KeyAlias",
    origin: "resources.Key",
    aliasName: "alias/shop-dev-Key",
    keyId,
  },
  {
    id: "store/Orders",
    kind: "Table",
    origin: "resources.Orders",
    attributeDefinitions: [
      { name: "at", type: "N" },
      { name: "customer", type: "S" },
      { name: "id", type: "S" },
    ],
    partitionKey: { name: "id", type: "S" },
    sortKey: { name: "at", type: "N" },
    indexes: [
      {
        indexName: "byCustomer",
        partitionKey: { name: "customer", type: "S" },
        sortKey: { name: "at", type: "N" },
        projection: "INCLUDE",
        attributes: ["state", "total"],
      },
      {
        indexName: "byTime",
        partitionKey: { name: "at", type: "N" },
        projection: "KEYS_ONLY",
        attributes: [],
      },
    ],
    capacity: { readUnits: 5, writeUnits: 2 },
    timeToLiveAttribute: "expires",
    pointInTimeRecovery: true,
    deletionProtection: true,
    stream: "NEW_AND_OLD_IMAGES",
    key,
    removal: "retain",
    tags: { team: "shop" },
  },
  {
    id: "store/Sessions",
    kind: "Table",
    origin: "resources.Sessions",
    attributeDefinitions: [{ name: "id", type: "B" }],
    partitionKey: { name: "id", type: "B" },
    indexes: [],
    pointInTimeRecovery: false,
    deletionProtection: false,
    removal: "delete",
  },
  {
    id: "store/Jobs",
    kind: "Queue",
    origin: "resources.Jobs",
    fifo: true,
    visibilityTimeoutSeconds: 120,
    retentionSeconds: 345_600,
    delaySeconds: 5,
    receiveWaitSeconds: 20,
    deadLetter: { queueArn: dead, maxReceiveCount: 5 },
    key,
    removal: "retain",
    tags: { team: "shop" },
  },
  {
    id: "store/Jobs/dead-letter-queue",
    kind: "Queue",
    origin: "resources.Jobs",
    fifo: true,
    visibilityTimeoutSeconds: 30,
    retentionSeconds: 1_209_600,
    delaySeconds: 0,
    receiveWaitSeconds: 20,
    key,
    removal: "retain",
  },
  {
    id: "store/Mail",
    kind: "Queue",
    origin: "resources.Mail",
    fifo: false,
    visibilityTimeoutSeconds: 30,
    retentionSeconds: 345_600,
    delaySeconds: 0,
    receiveWaitSeconds: 20,
    removal: "delete",
  },
  {
    id: "store/Jobs/policy",
    kind: "QueuePolicy",
    origin: "resources.Jobs",
    queueUrl: jobsUrl,
    statements: [
      {
        sid: "DeliverEvents",
        effect: "Allow",
        principals: [{ service: "sns.amazonaws.com" }],
        actions: ["sqs:SendMessage"],
        resources: [jobs],
        conditions: [
          { operator: "ArnEquals", key: "aws:SourceArn", values: [arn("sns", "shop-dev-Events.fifo")] },
        ],
      },
      requireTls(["sqs:*"], jobs),
    ],
  },
  {
    id: "store/Events",
    kind: "SnsTopic",
    origin: "resources.Events",
    topicName: "shop-dev-Events.fifo",
    fifo: true,
    key,
    tags: { team: "shop" },
  },
  {
    id: "store/Events/policy",
    kind: "SnsTopicPolicy",
    origin: "resources.Events",
    topic: events,
    statements: [requireTls(["sns:Publish"], events)],
  },
  {
    id: "store/Events/subscription-Jobs",
    kind: "SnsSubscription",
    origin: "resources.Events.subscribers.Jobs",
    topic: events,
    protocol: "sqs",
    endpoint: jobs,
    filter: { kind: ["created", { prefix: "changed-" }], size: [{ numeric: [">", 5] }] },
    raw: true,
  },
  {
    id: "store/Files",
    kind: "Bucket",
    origin: "resources.Files",
    versioning: true,
    key,
    lifecycle: [
      {
        id: "rule-1",
        prefix: "logs/",
        transitions: [
          { storageClass: "STANDARD_IA", days: 30 },
          { storageClass: "GLACIER", days: 90 },
        ],
        expireDays: 365,
        noncurrentDays: 30,
        abortUploadDays: 3,
      },
    ],
    removal: "delete",
  },
  {
    id: "store/Vault",
    kind: "Secret",
    origin: "resources.Vault",
    name: "shop-dev/Vault",
    description: "Vault of shop-dev; its value is set by its owner",
    key,
    removal: "retain",
  },
  {
    id: "store/Home",
    kind: "FileSystem",
    origin: "resources.Home",
    backup: true,
    key,
    removal: "retain",
    tags: { Name: "shop-dev-Home" },
  },
];

export const messagingStack: Stack = {
  name: "shop-dev-store",
  area: "store",
  description: "Tables, queues, topics and keys of shop-dev",
  dependsOn: [],
  parameters: [],
  resources,
  exports: [
    { name: "/shop/dev/store/key-arn", description: "Key", value: key, origin: "resources.Key" },
    { name: "/shop/dev/store/orders-arn", description: "Table", value: orders, origin: "resources.Orders" },
    {
      name: "/shop/dev/store/orders-name",
      description: "Table",
      value: ordersName,
      origin: "resources.Orders",
    },
    { name: "/shop/dev/store/jobs-arn", description: "Queue", value: jobs, origin: "resources.Jobs" },
    { name: "/shop/dev/store/jobs-name", description: "Queue", value: jobsName, origin: "resources.Jobs" },
    { name: "/shop/dev/store/jobs-url", description: "Queue", value: jobsUrl, origin: "resources.Jobs" },
  ],
  outputs: [],
};
