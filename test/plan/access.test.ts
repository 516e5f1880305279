import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { accessTypes } from "../../src/plan/access/grants.js";
import {
  findWildcards,
  listPermissions,
  type Plan,
  printAccess,
  printPermissions,
} from "../../src/plan/index.js";
import { planOf, resourceOf, tryPlan } from "../support/plan-of.js";
import { plannableArbitrary } from "../support/plannable.js";
import { listSamples, planOfSample } from "../support/samples.js";

/** A worker with this access, and these resources. */
function manifest(access: string, resources: string, more = ""): string {
  return `application: shop
region: eu-west-1
services:
  worker: { image: nginx, kind: worker, exec: false, access: { ${access} }${more} }
resources: { ${resources} }
`;
}

interface Allowed {
  readonly actions: readonly string[];
  readonly on: readonly unknown[];
  readonly if?: readonly unknown[];
}

/** What the task role may do, by the name of the statement. */
function allowed(plan: Plan): Readonly<Record<string, Allowed>> {
  const role = resourceOf(plan, "IamRole", "service/worker/task-role");
  const statements = role.policies.flatMap((policy) => policy.statements);
  return Object.fromEntries(
    statements.map(({ sid, actions, resources = [], conditions }) => [
      sid,
      { actions, on: resources, ...(conditions && { if: conditions }) },
    ]),
  );
}

const arnOf = (name: string): object => ({ ref: `data/${name}`, attribute: "arn" });
const via = (service: string): readonly object[] => [
  {
    operator: "StringEquals",
    key: "kms:ViaService",
    values: [{ join: [`${service}.`, { pseudo: "region" }, ".", { pseudo: "urlSuffix" }] }],
  },
];

// proves RET-3
describe("access to a table", () => {
  const table =
    "Orders: { type: dynamodb, partitionKey: id, indexes: { byCustomer: { partitionKey: customer } } }";

  it("reads and writes it, and reads the indexes that it has", () => {
    expect(allowed(planOf(manifest("Orders: read-write", table)))).toEqual({
      ReadWriteOrders: {
        actions: [
          "dynamodb:BatchGetItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:DeleteItem",
          "dynamodb:DescribeTable",
          "dynamodb:GetItem",
          "dynamodb:PutItem",
          "dynamodb:Query",
          "dynamodb:Scan",
          "dynamodb:UpdateItem",
        ],
        on: [arnOf("Orders")],
      },
      ReadWriteOrdersIndexes: {
        actions: ["dynamodb:Query", "dynamodb:Scan"],
        on: [{ join: [arnOf("Orders"), "/index/byCustomer"] }],
      },
    });
  });

  it("writes it without reading", () => {
    const { WriteOrders, ...others } = allowed(planOf(manifest("Orders: write", table)));
    expect(others).toEqual({});
    expect(WriteOrders?.actions).not.toContain("dynamodb:GetItem");
    expect(WriteOrders?.actions).toContain("dynamodb:DeleteItem");
  });

  it("covers any index of a table that is imported, and the key of its owner", () => {
    const arn = "arn:aws:dynamodb:eu-west-1:111111111111:table/orders";
    const key = "arn:aws:kms:eu-west-1:111111111111:key/1234";
    const plan = planOf(
      manifest("Orders: read", `Orders: { type: dynamodb, import: "${arn}", key: "${key}" }`),
    );
    expect(allowed(plan)).toMatchObject({
      ReadOrders: { on: [arn] },
      ReadOrdersIndexes: { on: [`${arn}/index/*`] },
      ReadOrdersKey: { actions: ["kms:Decrypt", "kms:DescribeKey"], on: [key], if: via("dynamodb") },
    });
  });

  it("finds a table by its name in the account", () => {
    const plan = planOf(manifest("Orders: read", "Orders: { type: dynamodb, import: orders }"));
    const arn = [
      "arn:",
      { pseudo: "partition" },
      ":dynamodb:",
      { pseudo: "region" },
      ":",
      { pseudo: "accountId" },
    ];
    expect(allowed(plan)["ReadOrders"]?.on).toEqual([{ join: [...arn, ":table/orders"] }]);
  });
});

describe("access to the rest", () => {
  // proves RET-3
  it("writes a bucket without deleting from it", () => {
    expect(allowed(planOf(manifest("Files: write", "Files: { type: s3 }")))).toEqual({
      WriteFiles: {
        actions: ["s3:AbortMultipartUpload", "s3:PutObject"],
        on: [{ join: [arnOf("Files"), "/*"] }],
      },
    });
  });

  // proves RET-3
  it("reads a secret, made here or imported by name", () => {
    const actions = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"];
    const resources = "Token: { type: secret }, Other: { type: secret, import: partner/token }";
    const { ReadToken, ReadOther } = allowed(planOf(manifest("Token: read, Other: read", resources)));
    expect(ReadToken).toEqual({ actions, on: [arnOf("Token")] });
    expect(JSON.stringify(ReadOther?.on)).toContain(":secret:partner/token-??????");
  });

  it("includes the key that encrypts, through its service alone", () => {
    const resources =
      "Key: { type: kms }, Files: { type: s3, encryption: Key }, Jobs: { type: sqs, encryption: Key }, Events: { type: sns, encryption: Key }, Token: { type: secret, encryption: Key }";
    const found = allowed(
      planOf(manifest("Files: read, Jobs: consume, Events: send, Token: write", resources)),
    );
    const key = (service: string, ...actions: readonly string[]): Allowed => ({
      actions,
      on: [arnOf("Key")],
      if: via(service),
    });
    expect(found).toMatchObject({
      ReadFilesKey: key("s3", "kms:Decrypt"),
      ConsumeJobsKey: key("sqs", "kms:Decrypt"),
      SendEventsKey: key("sns", "kms:Decrypt", "kms:GenerateDataKey"),
      WriteTokenKey: key("secretsmanager", "kms:Decrypt", "kms:GenerateDataKey"),
    });
  });

  it("uses a connection for what reads, with the prefix of its ARN", () => {
    const arn = (service: string): string => `arn:aws:${service}:eu-west-1:111111111111:connection/1234`;
    const resources = `New: { type: codeconnection, import: "${arn("codeconnections")}" }, Old: { type: codeconnection, import: "${arn("codestar-connections")}" }`;
    const condition = (service: string): object => ({
      operator: "StringEquals",
      key: `${service}:ProviderPermissionsRequired`,
      values: ["read_only"],
    });
    expect(allowed(planOf(manifest("New: read, Old: read", resources)))).toEqual({
      ReadNew: {
        actions: ["codeconnections:UseConnection"],
        on: [arn("codeconnections")],
        if: [condition("codeconnections")],
      },
      ReadOld: {
        actions: ["codestar-connections:UseConnection"],
        on: [arn("codestar-connections")],
        if: [condition("codestar-connections")],
      },
    });
  });

  it("tells statements of one name apart", () => {
    const resources = "a-b: { type: sqs }, ab: { type: sqs }";
    expect(Object.keys(allowed(planOf(manifest("a-b: send, ab: send", resources))))).toEqual([
      "Sendab",
      "Sendab2",
    ]);
  });

  it("lets the execution role use the key of a secret", () => {
    const resources = "Key: { type: kms }, Token: { type: secret, encryption: Key }";
    const plan = planOf(manifest("", resources, ', secrets: { T: "secret:Token" }'));
    const role = resourceOf(plan, "IamRole", "service/worker/execution-role");
    expect(role.policies[0]?.statements).toContainEqual({
      sid: "DecryptSecrets",
      effect: "Allow",
      actions: ["kms:Decrypt"],
      resources: [arnOf("Key")],
      conditions: via("secretsmanager"),
    });
  });
});

describe("invoking a job", () => {
  const text = (verb: string): string =>
    `${manifest(`nightly: ${verb}`, "")}jobs: { nightly: { image: nginx } }\n`;

  it("starts it, and looks after its own runs", () => {
    const { Invokenightly, InvokenightlyExecutions } = allowed(planOf(text("invoke")));
    expect(Invokenightly).toMatchObject({ actions: ["states:StartExecution"] });
    expect(JSON.stringify(Invokenightly?.on)).toMatch(/nightly/);
    expect(InvokenightlyExecutions?.actions).toEqual(["states:DescribeExecution", "states:StopExecution"]);
    expect(JSON.stringify(InvokenightlyExecutions?.on)).toMatch(/:execution:shop-nightly:\*"/);
  });

  it("is all that can be done with it", () => {
    expect(tryPlan(text("read")).diagnostics).toMatchObject([
      { code: "access-verb", message: "nightly is a job: invoke" },
    ]);
  });
});

describe("access that there is not", () => {
  const resources =
    "Jobs: { type: sqs }, Events: { type: sns }, Orders: { type: dynamodb, partitionKey: id }, Models: { type: codecommit, import: models }, Shared: { type: efs }";
  it.each([
    ["Jobs: read", "access-verb", /^Jobs is a queue: send or consume$/, /^write Jobs: send or consume$/],
    ["Events: consume", "access-verb", /^Events is a topic: send$/, /^write Events: send$/],
    ["Orders: send", "access-verb", /^Orders is a table: read, write or read-write$/, /write Orders/],
    ["Models: write", "access-verb", /^Models is a code repository: read$/, /write Models: read/],
    ["Shared: read", "access-unknown", /comes with mounting it/, /use volumes/],
    ["Job: send", "access-unknown", /asks for access to "Job"/, /did you mean "Jobs"\?/],
    ["Elsewhere: send", "access-unknown", /which is not a resource/, /add resources\.Elsewhere/],
  ])("%s", (access, code, message, hint) => {
    const { plan, diagnostics } = tryPlan(manifest(access, resources));
    expect(plan).toBeUndefined();
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code,
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
        span: expect.objectContaining({ start: expect.objectContaining({ line: 4 }) }),
      }),
    ]);
  });

  it("warns of a task that works on a message for longer than it is hidden", () => {
    const long = ", stopTimeout: 60s";
    const { plan, diagnostics } = tryPlan(manifest("Jobs: consume", "Jobs: { type: sqs }", long));
    expect(plan).toBeDefined();
    expect(diagnostics.map(({ code, severity, hint }) => [code, severity, hint])).toEqual([
      ["queue-visibility", "warning", "set resources.Jobs.visibility to 60s or more"],
    ]);
    const enough = tryPlan(manifest("Jobs: consume", "Jobs: { type: sqs, visibility: 60s }", long));
    expect(enough.diagnostics).toEqual([]);
  });
});

describe("docs/access.md", () => {
  it("is what the table prints", async () => {
    await expect(printAccess()).toMatchFileSnapshot("../../docs/access.md");
  });

  it("names every action of the table, and no wildcard", () => {
    const actions = Object.values(accessTypes).flatMap(({ verbs }) =>
      Object.values(verbs).flatMap((grants) => grants.flatMap((grant) => grant.actions)),
    );
    expect(actions.length).toBeGreaterThan(50);
    for (const action of actions) {
      expect(action).toMatch(/^(?:[a-z0-9-]+:)?[A-Z][A-Za-z]+$/);
      expect(printAccess()).toContain(`\`${action}\``);
    }
  });
});

describe("no permission is wider than what it names", () => {
  const widened = (plan: Plan): readonly string[] =>
    findWildcards(listPermissions(plan)).map(({ id, statement, value }) => `${id} ${statement.sid} ${value}`);

  it.each(
    listSamples().flatMap((sample) =>
      sample.environments.map((each) => [sample.name, each, sample] as const),
    ),
  )("in sample %s, environment %s", (_name, environment, sample) => {
    const plan = planOfSample(sample, environment);
    expect(listPermissions(plan).length).toBeGreaterThan(0);
    expect(widened(plan)).toEqual([]);
  });

  it("in any manifest that can be planned", () => {
    let granted = 0;
    fc.assert(
      fc.property(plannableArbitrary(), (written) => {
        const { plan } = tryPlan(stringify(written));
        if (plan === undefined) return;
        granted += listPermissions(plan).length;
        expect(widened(plan)).toEqual([]);
      }),
    );
    expect(granted).toBeGreaterThan(100);
  });

  it.each([
    ["an action of a whole service", { actions: ["s3:*"], resources: ["arn:aws:s3:::a"] }, ["s3:*"]],
    ["a start of actions", { actions: ["s3:Get*"], resources: ["arn:aws:s3:::a"] }, ["s3:Get*"]],
    ["every resource", { actions: ["s3:GetObject"], resources: ["*"] }, ["*"]],
    ["a reason for it", { actions: ["s3:Get*"], resources: ["*"], reason: "asked for" }, []],
  ])("finds %s", (_what, statement, found) => {
    const permissions = [
      { id: "x", kind: "IamRole", statements: [{ sid: "S", effect: "Allow", ...statement }] } as const,
    ];
    expect(findWildcards(permissions).map(({ value }) => value)).toEqual(found);
  });
});

describe("the list of permissions", () => {
  it("says who may do what, on what, on which condition and why", () => {
    const resources = "Key: { type: kms }, Files: { type: s3, encryption: Key }";
    const text = printPermissions(planOf(manifest("Files: read", resources)));
    expect(text).toContain(`role service/worker/task-role
  assumed by ecs-tasks.amazonaws.com
      if aws:SourceAccount StringEquals \${account}
      if aws:SourceArn ArnLike arn:\${partition}:ecs:\${region}:\${account}:*
  ReadFilesList: may
    s3:ListBucket
      on <data/Files arn>
  ReadFiles: may
    s3:GetObject
      on <data/Files arn>/*
  ReadFilesKey: may
    kms:Decrypt
      on <data/Key arn>
      if kms:ViaService StringEquals s3.\${region}.\${urlSuffix}
`);
    expect(text).toContain(`policy of key data/Key
  AdministeredByTheAccount: account \${account} may
    kms:*
      on *
      because `);
    expect(text).toContain("  RequireTls: everyone never\n    s3:*\n");
  });

  it("lists the same whatever the order of the manifest", () => {
    const one = manifest("A: send, B: send", "A: { type: sqs }, B: { type: sqs }");
    const other = manifest("B: send, A: send", "B: { type: sqs }, A: { type: sqs }");
    expect(printPermissions(planOf(one))).toBe(printPermissions(planOf(other)));
  });
});
