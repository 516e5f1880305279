import { describe, expect, it } from "vitest";
import type { Resource, ResourceKind, ResourceOf } from "../../src/plan/index.js";
import { planOf, resourceOf, resourcesOf, tryPlan } from "../support/plan-of.js";

function manifest(resources: string, service = "", profile = "balanced"): string {
  return `application: shop
region: eu-west-1
profile: ${profile}
services: { worker: { image: nginx, kind: worker${service} } }
resources:
${resources
  .split("; ")
  .map((each) => `  ${each}\n`)
  .join("")}`;
}

function dataOf<K extends ResourceKind>(
  kind: K,
  id: string,
  resources: string,
  profile?: string,
): ResourceOf<K> {
  return resourceOf(planOf(manifest(resources, "", profile)), kind, `data/${id}`);
}

describe("a table", () => {
  it("is paid by request and expires nothing unless told", () => {
    expect(dataOf("Table", "Orders", "Orders: { type: dynamodb, partitionKey: id }")).toMatchObject({
      attributeDefinitions: [{ name: "id", type: "S" }],
      partitionKey: { name: "id", type: "S" },
      indexes: [],
      pointInTimeRecovery: false,
      deletionProtection: false,
      removal: "retain",
    });
    const table = dataOf("Table", "Orders", "Orders: { type: dynamodb, partitionKey: id }");
    expect(["capacity", "key", "stream", "timeToLiveAttribute"].filter((each) => each in table)).toEqual([]);
  });

  it("is backed up and protected in production, and neither kept nor protected in economy", () => {
    const resources = "Orders: { type: dynamodb, partitionKey: id }";
    expect(dataOf("Table", "Orders", resources, "production")).toMatchObject({
      pointInTimeRecovery: true,
      deletionProtection: true,
      removal: "retain",
    });
    expect(dataOf("Table", "Orders", resources, "economy")).toMatchObject({
      pointInTimeRecovery: false,
      deletionProtection: false,
      removal: "delete",
    });
    const told =
      "Orders: { type: dynamodb, partitionKey: id, pointInTimeRecovery: false, deletionProtection: false }";
    expect(dataOf("Table", "Orders", told, "production")).toMatchObject({
      pointInTimeRecovery: false,
      deletionProtection: false,
    });
  });

  it("declares the attributes of all its keys once", () => {
    const keys = "partitionKey: { name: id, type: binary }, sortKey: { name: at, type: number }";
    const indexes =
      "indexes: { late: { partitionKey: state, sortKey: { name: at, type: number } }, all: { partitionKey: state, project: keys } }";
    const table = dataOf("Table", "Orders", `Orders: { type: dynamodb, ${keys}, ${indexes} }`);
    expect(table.attributeDefinitions).toEqual([
      { name: "at", type: "N" },
      { name: "id", type: "B" },
      { name: "state", type: "S" },
    ]);
    expect(table.indexes.map(({ indexName, projection }) => [indexName, projection])).toEqual([
      ["all", "KEYS_ONLY"],
      ["late", "ALL"],
    ]);
  });
});

describe("a queue", () => {
  it("has a queue for what failed, of its own kind and with its key", () => {
    const resources = "Key: { type: kms }; Jobs: { type: sqs, fifo: true, encryption: Key }";
    const key = { ref: "data/Key", attribute: "arn" };
    expect(dataOf("Queue", "Jobs", resources)).toMatchObject({
      fifo: true,
      visibilityTimeoutSeconds: 30,
      retentionSeconds: 345_600,
      delaySeconds: 0,
      deadLetter: { queueArn: { ref: "data/Jobs/dead-letter-queue", attribute: "arn" }, maxReceiveCount: 5 },
      key,
    });
    expect(dataOf("Queue", "Jobs/dead-letter-queue", resources)).toMatchObject({
      fifo: true,
      retentionSeconds: 1_209_600,
      key,
    });
  });

  it("has none when it is told so", () => {
    const plan = planOf(manifest("Jobs: { type: sqs, retries: false }"));
    const queues = resourcesOf(plan).filter(({ kind }) => kind === "Queue");
    expect(queues.map(({ id }) => id)).toEqual(["data/Jobs"]);
    expect(queues[0]).not.toHaveProperty("deadLetter");
  });

  it.each(["Jobs", "Jobs/dead-letter-queue"])("refuses %s without TLS", (id) => {
    const policy = id === "Jobs" ? "Jobs/policy" : `${id}-policy`;
    const { statements } = dataOf("QueuePolicy", policy, "Jobs: { type: sqs }");
    expect(statements).toMatchObject([
      { effect: "Deny", principals: [{ everyone: true }], resources: [{ ref: `data/${id}` }] },
    ]);
  });
});

describe("a topic", () => {
  const resources = "Jobs: { type: sqs }; Events: { type: sns, subscribers: { Jobs: { raw: true } } }";

  it("delivers to a queue whose policy lets in just it", () => {
    const plan = planOf(manifest(resources));
    expect(resourceOf(plan, "SnsSubscription", "data/Events/subscription-Jobs")).toMatchObject({
      protocol: "sqs",
      endpoint: { ref: "data/Jobs", attribute: "arn" },
      raw: true,
    });
    expect(resourceOf(plan, "QueuePolicy", "data/Jobs/policy").statements[0]).toMatchObject({
      effect: "Allow",
      principals: [{ service: "sns.amazonaws.com" }],
      actions: ["sqs:SendMessage"],
      conditions: [
        { operator: "ArnEquals", key: "aws:SourceArn", values: [{ ref: "data/Events", attribute: "arn" }] },
      ],
    });
  });

  it("is let in by no other queue", () => {
    const { statements } = dataOf("QueuePolicy", "Other/policy", `Other: { type: sqs }; ${resources}`);
    expect(statements.map(({ sid }) => sid)).toEqual(["RequireTls"]);
  });

  it("may use the key of the queue, and waits for no key that waits for it", () => {
    const own = (topicKey: string): readonly unknown[] => {
      const text = `Key: { type: kms }; Jobs: { type: sqs, encryption: Key }; Events: { type: sns, ${topicKey}subscribers: { Jobs: {} } }`;
      const statement = dataOf("Key", "Key", text).policy.find(({ sid }) => sid === "UsedByTopics");
      return [statement?.actions, statement?.conditions?.[0]?.values];
    };
    const actions = ["kms:Decrypt", "kms:GenerateDataKey"];
    expect(own("")).toEqual([actions, [{ ref: "data/Events", attribute: "arn" }]]);
    const [, values] = own("encryption: Key, ");
    expect(JSON.stringify(values)).toMatch(/":sns:".*:shop-Events"/);
    expect(JSON.stringify(values)).not.toContain("ref");
  });

  it("leaves a key that no topic needs to the account", () => {
    const { policy } = dataOf("Key", "Key", `Key: { type: kms }; ${resources}`);
    expect(policy.map(({ sid, reason }) => [sid, typeof reason])).toEqual([
      ["AdministeredByTheAccount", "string"],
    ]);
  });

  it("subscribes its own queues to a topic of another owner", () => {
    const arn = "arn:aws:sns:eu-west-1:111111111111:events";
    const plan = planOf(
      manifest(`Jobs: { type: sqs }; Events: { type: sns, import: "${arn}", subscribers: { Jobs: {} } }`),
    );
    expect(resourceOf(plan, "SnsSubscription", "data/Events/subscription-Jobs").topic).toBe(arn);
    const { statements } = resourceOf(plan, "QueuePolicy", "data/Jobs/policy");
    expect(statements[0]?.conditions?.[0]?.values).toEqual([arn]);
    expect(resourcesOf(plan).some(({ kind }) => kind === "SnsTopic")).toBe(false);
  });

  it("keeps the order towards a queue in order and towards one that is not", () => {
    const { diagnostics } = tryPlan(
      manifest(
        "A: { type: sqs, fifo: true }; B: { type: sqs }; T: { type: sns, fifo: true, subscribers: { A: {}, B: {} } }",
      ),
    );
    expect(diagnostics).toEqual([]);
  });
});

describe("a bucket", () => {
  it("ages its objects as told, and drops unfinished uploads in any case", () => {
    const rule =
      "{ prefix: in/, expire: 365d, noncurrent: 7d, transitions: { GLACIER: 90d, STANDARD_IA: 30d } }";
    const bucket = dataOf("Bucket", "Files", `Files: { type: s3, versioning: true, lifecycle: ${rule} }`);
    expect(bucket.lifecycle).toEqual([
      {
        id: "rule-1",
        prefix: "in/",
        transitions: [
          { storageClass: "STANDARD_IA", days: 30 },
          { storageClass: "GLACIER", days: 90 },
        ],
        expireDays: 365,
        noncurrentDays: 7,
      },
      { id: "abort-incomplete-uploads", abortUploadDays: 7 },
    ]);
  });

  it("drops unfinished uploads once", () => {
    const { lifecycle } = dataOf("Bucket", "Files", "Files: { type: s3, lifecycle: [{ abortUploads: 1d }] }");
    expect(lifecycle).toEqual([{ id: "rule-1", abortUploadDays: 1 }]);
  });
});

describe("what is imported", () => {
  const made = (resources: string): readonly Resource[] =>
    resourcesOf(planOf(manifest(resources))).filter(({ id }) => id.startsWith("data/"));

  it.each([
    "A: { type: dynamodb, import: orders }",
    "A: { type: sqs, import: export:JobsArn }",
    "A: { type: sns, import: ssm:/events }",
    "A: { type: secret, import: partner/token }",
    'A: { type: kms, import: "arn:aws:kms:eu-west-1:111111111111:key/1234" }',
    "A: { type: codecommit, import: models }",
  ])("is not made: %s", (resources) => {
    expect(made(resources)).toEqual([]);
  });
});

describe("${resources...}", () => {
  const value = (resources: string, reference: string): unknown => {
    const plan = planOf(manifest(resources, `, environment: { A: "\${resources.${reference}}" }`));
    const { containers } = resourceOf(plan, "TaskDefinition", "service/worker/task-definition");
    return containers[0]?.environment.find(({ name }) => name === "A")?.value;
  };

  it.each([
    ["A: { type: dynamodb, partitionKey: id }", "A.name", { ref: "data/A", attribute: "name" }],
    ["A: { type: sqs }", "A.url", { ref: "data/A", attribute: "url" }],
    ["A: { type: sns }", "A.arn", { ref: "data/A", attribute: "arn" }],
    ["A: { type: sns, fifo: true }", "A.name", "shop-A.fifo"],
    ["A: { type: kms }", "A.name", "alias/shop-A"],
    ["A: { type: secret, import: partner/token }", "A.name", "partner/token"],
    [
      'A: { type: dynamodb, import: "arn:aws:dynamodb:eu-west-1:111111111111:table/orders" }',
      "A.name",
      "orders",
    ],
    ['A: { type: sqs, import: "arn:aws:sqs:eu-west-1:111111111111:jobs" }', "A.name", "jobs"],
    [
      'A: { type: sqs, import: "arn:aws:sqs:eu-west-1:111111111111:jobs" }',
      "A.url",
      { join: ["https://sqs.eu-west-1.", { pseudo: "urlSuffix" }, "/111111111111/jobs"] },
    ],
    [
      "A: { type: sns, import: ssm:/events }",
      "A.name",
      { select: 5, from: { split: { import: { ssm: "/events" } }, by: ":" } },
    ],
  ])("of %s: %s", (resources, reference, expected) => {
    expect(value(resources, reference)).toEqual(expected);
  });

  it.each([
    ["A: { type: dynamodb, partitionKey: id }", "A.url", "it has name, arn"],
    ["A: { type: sqs }", "A.host", "it has name, arn, url"],
    ["A: { type: kms, import: ssm:/key }", "A.name", "it has arn"],
  ])("names what there is: %s has no %s", (resources, reference, hint) => {
    const text = manifest(resources, `, environment: { A: "\${resources.${reference}}" }`);
    expect(tryPlan(text).diagnostics).toMatchObject([{ code: "unknown-reference", hint }]);
  });
});

const keyArn = "arn:aws:kms:eu-west-1:111111111111:key/1234";
type Fault = readonly [resources: string, path: string, message: RegExp, hint?: RegExp];

const faults: readonly Fault[] = [
  ["T: { type: dynamodb }", "T", /needs partitionKey/, /add partitionKey: id, or import/],
  ["T: { type: dynamodb, partitionKey: id, sortKey: id }", "T.sortKey", /has the sort key id twice/],
  ["T: { type: dynamodb, partitionKey: id, ttl: id }", "T.ttl", /cannot expire items by id/],
  [
    "T: { type: dynamodb, partitionKey: id, indexes: { one: { partitionKey: { name: id, type: number } } } }",
    "T",
    /the key id of resources\.T is a string and a number/,
  ],
  [
    "T: { type: dynamodb, partitionKey: id, indexes: { one: { sortKey: at } } }",
    "T.indexes.one.partitionKey",
    /partitionKey/,
  ],
  [
    "T: { type: dynamodb, partitionKey: id, indexes: { one: { partitionKey: a, sortKey: a } } }",
    "T.indexes.one.sortKey",
    /has the sort key a twice/,
  ],
  [
    "T: { type: dynamodb, import: orders, partitionKey: id }",
    "T.partitionKey",
    /is imported and cannot be given partitionKey/,
    /remove partitionKey/,
  ],
  ["T: { type: s3, import: files, versioning: true }", "T.versioning", /cannot be given versioning/],
  ["T: { type: sqs, import: export:Arn, fifo: true }", "T.fifo", /cannot be given fifo/],
  ["T: { type: sns, import: export:Arn, encryption: K }", "T.encryption", /cannot be given encryption/],
  ["T: { type: secret, import: a, encryption: K }", "T.encryption", /cannot be given encryption/],
  [`T: { type: sqs, key: "${keyArn}" }`, "T.key", /is made here and cannot be given key/, /write encryption/],
  ["T: { type: sqs, import: jobs }", "T.import", /must be the ARN of a queue/],
  ["T: { type: kms, import: alias/shop }", "T.import", /must be the ARN of a KMS key/],
  ["T: { type: s3, lifecycle: { prefix: a } }", "T.lifecycle", /does nothing/],
  [
    "T: { type: s3, lifecycle: { expire: 30d, transitions: { GLACIER: 30d } } }",
    "T.lifecycle.expire",
    /objects expire after 30d and move to GLACIER after 30d/,
  ],
  [
    "T: { type: s3, lifecycle: [{ transitions: { GLACIER: 30d, STANDARD_IA: 60d } }] }",
    "T.lifecycle[0].transitions",
    /cannot move from GLACIER after 30d to STANDARD_IA after 60d/,
  ],
  [
    "T: { type: s3, lifecycle: { transitions: { ONEZONE_IA: 30d, GLACIER_IR: 60d } } }",
    "T.lifecycle.transitions",
    /cannot move from ONEZONE_IA/,
  ],
  [
    "T: { type: s3, lifecycle: { transitions: { STANDARD_IA: 29d } } }",
    "T.lifecycle.transitions.STANDARD_IA",
    /must be from 30d/,
  ],
  ["T: { type: s3, lifecycle: { expire: 36h } }", "T.lifecycle.expire", /must be from 1d/],
  ["T: { type: s3, lifecycle: { noncurrent: 7d } }", "T.lifecycle", /keeps no earlier versions/],
  ["T: { type: sqs, visibility: 13h }", "T.visibility", /must be from 0s to 43200s/],
  ["T: { type: sqs, visibility: 2m, retention: 60s }", "T.visibility", /hides a message for longer/],
  ["T: { type: sqs, visibility: 1s, delay: 15m, retention: 5m }", "T.delay", /delays a message for longer/],
  ["T: { type: sqs, encryption: K }", "T.encryption", /names no resource: "K"/, /add resources\.K/],
  ["T: { type: sqs, encryption: Q }; Q: { type: sqs }", "T.encryption", /a resource of type sqs/],
  ["T: { type: sqs, encryption: Keyy }; Key: { type: kms }", "T.encryption", /names no resource/, /"Key"/],
  [
    "T: { type: sns, subscribers: { Q: {} } }",
    "T.subscribers.Q",
    /names no resource: "Q"/,
    /add resources\.Q/,
  ],
  ["T: { type: sns, subscribers: { B: {} } }; B: { type: s3 }", "T.subscribers.B", /a resource of type s3/],
  [
    "T: { type: sns, subscribers: { Q: {} } }; Q: { type: sqs, fifo: true }",
    "T.subscribers.Q",
    /the queue Q is fifo and the topic T is not/,
    /set resources\.T\.fifo: true/,
  ],
  [
    "files: { type: s3 }; Files: { type: s3 }",
    "files",
    /would both make a resource called DataFiles/,
    /rename/,
  ],
];

describe("a contradiction in resources", () => {
  it.each(faults.map(([resources, path, message, hint = /^/]) => ({ resources, path, message, hint })))(
    "$resources",
    ({ resources, path, message, hint }) => {
      const { plan, diagnostics } = tryPlan(manifest(resources));
      expect(plan).toBeUndefined();
      expect(diagnostics).toEqual([
        expect.objectContaining({
          path: `resources.${path}`,
          message: expect.stringMatching(message),
          span: expect.anything(),
        }),
      ]);
      expect(`${diagnostics[0]?.hint}`).toMatch(hint);
    },
  );

  it.each([
    [
      "Q: { type: sqs, import: export:Arn }; T: { type: sns, subscribers: { Q: {} } }",
      /owner of the queue Q/,
    ],
    [
      `K: { type: kms, import: "${keyArn}" }; Q: { type: sqs, encryption: K }; T: { type: sns, subscribers: { Q: {} } }`,
      /owner of the key K/,
    ],
  ])("warns of what only another owner can allow: %s", (resources, message) => {
    const { plan, diagnostics } = tryPlan(manifest(resources));
    expect(plan).toBeDefined();
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: "foreign-policy",
        severity: "warning",
        message: expect.stringMatching(message),
      }),
    ]);
  });
});

describe("a statement in the words of IAM", () => {
  const policy = (statement: string): string =>
    manifest("A: { type: sqs }", `, access: { policy: [{ ${statement} }] }`);

  it.each([
    ['actions: ["s3:Get*"], resources: ["arn:aws:s3:::a/*"]', "actions", /allows s3:Get\* and/],
    ['actions: [s3:ListAllMyBuckets], resources: ["*"]', "resources", /allows \* and/],
  ])("needs a reason for a wildcard: %s", (statement, field, message) => {
    expect(tryPlan(policy(statement)).diagnostics).toMatchObject([
      {
        code: "access-wide",
        path: `services.worker.access.policy[0].${field}`,
        message: expect.stringMatching(message),
      },
    ]);
    expect(tryPlan(policy(`${statement}, reason: it lists`)).diagnostics).toEqual([]);
  });
});
