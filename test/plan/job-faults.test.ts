import { describe, expect, it } from "vitest";
import { tryPlan } from "../support/plan-of.js";

const resources =
  "resources:\n  Work: { type: s3 }\n  Db: { type: postgres, import: { securityGroup: sg-0a1b2c3d } }\n";
const head = "application: shop\nregion: eu-west-1\n";
const job = (fields: string, more = ""): string =>
  `${head}${resources}${more}jobs:\n  nightly: { image: nginx, ${fields} }\n`;
const over = (address: string): string => job(`parallel: { max: 2, over: "${address}" }`);

const cases: readonly (readonly [
  what: string,
  text: string,
  expected: {
    readonly code: string;
    readonly path: string;
    readonly message: RegExp;
    readonly hint?: RegExp;
  },
])[] = [
  ...["port: 80", "route: /*", "listeners: [1883]", "health: /healthz", "publicIp: true"].map(
    (field) =>
      [
        `a job with ${field}`,
        job(field),
        {
          code: "kind-conflict",
          path: `jobs.nightly.${field.split(":")[0]}`,
          message: /is a job, and a job has no/,
          hint: /make it a service/,
        },
      ] as const,
  ),
  [
    "a job that scales",
    job("scale: { min: 1, max: 2 }"),
    { code: "kind-conflict", path: "jobs.nightly.scale", message: /has no scale/, hint: /parallel: 20/ },
  ],
  [
    "a job that is deployed",
    job("deploy: { breaker: true }"),
    { code: "kind-conflict", path: "jobs.nightly.deploy", message: /has no deploy/ },
  ],
  [
    "a key that nothing has",
    job("retrys: 2"),
    { code: "unknown-key", path: "jobs.nightly.retrys", message: /retrys/, hint: /"retries"/ },
  ],
  [
    "a time-out of nothing",
    job("timeout: 0s"),
    { code: "invalid-value", path: "jobs.nightly.timeout", message: /from 1s to 31536000s/ },
  ],
  [
    "too many attempts",
    job("retries: 11"),
    { code: "invalid-value", path: "jobs.nightly.retries", message: /from 0 to 10/ },
  ],
  [
    "a list that is not in S3",
    over("https://example.com/items.json"),
    { code: "invalid-value", path: "jobs.nightly.parallel.over", message: /is no address of S3/ },
  ],
  [
    "a list without an object",
    over("s3://${resources.Work.name}/"),
    { code: "invalid-value", path: "jobs.nightly.parallel.over", message: /names no object/ },
  ],
  [
    "a list without a bucket",
    over("s3:///items.json"),
    { code: "invalid-value", path: "jobs.nightly.parallel.over", message: /names no bucket/ },
  ],
  [
    "a list of unknown form",
    over("s3://work/items.txt"),
    {
      code: "invalid-value",
      path: "jobs.nightly.parallel.over",
      message: /form of items\.txt/,
      hint: /format/,
    },
  ],
  [
    "a reference in the name of the object",
    over("s3://work/${accountId}.json"),
    { code: "invalid-value", path: "jobs.nightly.parallel.over", message: /name of the bucket only/ },
  ],
  [
    "a list in a resource that is not there",
    over("s3://${resources.Wrok.name}/items.json"),
    { code: "unknown-reference", path: "jobs.nightly.parallel.over", message: /Wrok/, hint: /"Work"/ },
  ],
  [
    "a format without a list",
    job("parallel: { max: 2, format: csv }"),
    { code: "invalid-value", path: "jobs.nightly.parallel.format", message: /a format and no list/ },
  ],
  [
    "more failures than there can be",
    job("parallel: { max: 2, tolerate: 101 % }"),
    { code: "invalid-value", path: "jobs.nightly.parallel.tolerate", message: /from 0 to 100 %/ },
  ],
  [
    "half an item",
    job("parallel: { max: 2, tolerate: 0.5 }"),
    { code: "invalid-value", path: "jobs.nightly.parallel.tolerate", message: /0\.5 items/, hint: /1 %/ },
  ],
  [
    "no task at a time",
    job("parallel: 0"),
    { code: "invalid-value", path: "jobs.nightly.parallel", message: /./ },
  ],
  [
    "a list by a schedule that gives none",
    job("parallel: 20, schedule: rate(1 day)"),
    {
      code: "kind-conflict",
      path: "jobs.nightly.schedule",
      message: /gives no list/,
      hint: /parallel\.over/,
    },
  ],
  [
    "a job and a service of one name",
    job("retries: 1", "services: { nightly: { image: nginx } }\n"),
    { code: "name-collision", path: "jobs.nightly", message: /is a service and a job/, hint: /rename/ },
  ],
  [
    "a service that connects to a job",
    job("retries: 1", "services: { api: { image: nginx, connects: [nightly] } }\n"),
    { code: "kind-conflict", path: "services.api.connects[0]", message: /is a job/, hint: /nightly: invoke/ },
  ],
  [
    "a reference to what jobs do not have",
    job("environment: { A: '${jobs.nightly.url}' }"),
    {
      code: "unknown-reference",
      path: "jobs.nightly.environment.A",
      message: /a job has no "url"/,
      hint: /arn, name/,
    },
  ],
  [
    "a job that connects to nothing known",
    job("connects: [apl]", "services: { api: { image: nginx, port: 80, kind: backend } }\n"),
    { code: "unknown-service", path: "jobs.nightly.connects[0]", message: /"apl"/, hint: /"api"/ },
  ],
  [
    "a size that Fargate has not",
    job("size: { cpu: 256, memory: 4096 }"),
    { code: "fargate-size", path: "jobs.nightly.size", message: /Fargate has no size/ },
  ],
  [
    "a sidecar with the job's name",
    job("containers: { nightly: { image: nginx } }"),
    { code: "name-collision", path: "jobs.nightly.containers.nightly", message: /cannot be called nightly/ },
  ],
  [
    "nothing to run",
    head,
    { code: "missing-key", path: "services", message: /services is missing/, hint: /or a job/ },
  ],
];

describe("a fault in a job", () => {
  it.each(cases)("%s", (_what, text, { code, path, message, hint }) => {
    const { plan, diagnostics } = tryPlan(text);
    expect(plan).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, path }]);
    expect(diagnostics[0]?.message).toMatch(message);
    if (hint !== undefined) expect(diagnostics[0]?.hint).toMatch(hint);
    expect(diagnostics[0]?.span).toBeDefined();
  });

  it("is not that nobody starts it", () => {
    expect(tryPlan(job("command: [a]")).diagnostics).toEqual([]);
  });

  it("is a list in what is no bucket", () => {
    const text = over("s3://${resources.Db.name}/items.json");
    expect(tryPlan(text).diagnostics.map(({ path }) => path)).toContain("jobs.nightly.parallel.over");
  });
});
