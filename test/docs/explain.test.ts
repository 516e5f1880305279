import { describe, expect, test } from "vitest";
import { createWorkspace } from "../cli/harness.js";

const manifest = `application: shop
region: eu-west-1
environments:
  dev: { profile: economy, services: { api: { scale: { max: 6 } } } }
  prod: { profile: production }
services:
  api:
    image: nginx:1.27
    port: 80
    route: /*
    scale: { min: 2, cpu: 60 }
  worker: { image: nginx:1.27, scale: 3 }
jobs:
  nightly: { image: nginx:1.27, schedule: "0 3 * * *", timeout: 5m }
resources:
  Files: { type: s3 }
`;

interface Explained {
  readonly path: string;
  readonly value: unknown;
  readonly from: string;
  readonly file?: string;
  readonly line?: number;
  readonly reason?: string;
}

async function explain(
  environment: string,
  ...args: readonly string[]
): Promise<ReadonlyMap<string, Explained>> {
  const workspace = createWorkspace({ "longshore.yaml": manifest });
  const { code, stdout, stderr } = await workspace.run([
    "plan",
    "-e",
    environment,
    "--json",
    "--explain",
    ...args,
  ]);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return new Map((JSON.parse(stdout) as Explained[]).map((each) => [each.path, each]));
}

describe("plan --explain tells where each value comes from", () => {
  test("the line of the manifest", async () => {
    const fields = await explain("prod");
    expect(fields.get("services.api.port")).toMatchObject({
      value: 80,
      from: "manifest",
      file: "longshore.yaml",
      line: 9,
    });
    expect(fields.get("services.api.scale.min")).toMatchObject({ value: 2, from: "manifest", line: 11 });
    expect(fields.get("jobs.nightly.timeout")).toMatchObject({ value: 300, from: "manifest", line: 14 });
  });

  test("the environment, and its line", async () => {
    const fields = await explain("dev");
    expect(fields.get("services.api.scale.max")).toMatchObject({ value: 6, from: "environment", line: 4 });
    expect((await explain("prod")).get("services.api.scale.max")).toMatchObject({
      value: 8,
      from: "default",
    });
  });

  test.each([
    ["network.nat", "single", "per-zone"],
    ["network.zones", 2, 3],
    ["cluster.capacity", { FARGATE_SPOT: { weight: 1 } }, { FARGATE: { weight: 1 } }],
    ["cluster.insights", "off", "on"],
    ["ingress.accessLogs", false, true],
    ["ingress.deletionProtection", false, true],
    ["services.api.exec", true, false],
    ["services.api.logs.retention", 7, 365],
    ["jobs.nightly.logs.retention", 7, 365],
    ["resources.Files.versioning", false, true],
    ["dashboard", false, true],
  ])("the profile decides %s", async (path, economy, production) => {
    const [dev, prod] = [(await explain("dev")).get(path), (await explain("prod")).get(path)];
    expect(dev).toMatchObject({
      value: economy,
      from: "profile",
      reason: expect.stringMatching(/^profile economy: ./),
    });
    expect(prod).toMatchObject({
      value: production,
      from: "profile",
      reason: expect.stringMatching(/^profile production: ./),
    });
  });

  test.each([
    ["network.cidr", "10.0.0.0/16"],
    ["ingress.idleTimeout", 60],
    ["services.api.kind", "web"],
    ["services.worker.kind", "worker"],
    ["services.api.size.cpu", 256],
    ["services.api.health.path", "/"],
    ["services.api.route.drain", 30],
    ["services.api.egress", "internet"],
    ["jobs.nightly.retries", 0],
    ["jobs.nightly.schedule.timezone", "UTC"],
  ])("a default decides %s, with the reason", async (path, value) => {
    expect((await explain("prod")).get(path)).toMatchObject({
      value,
      from: "default",
      reason: expect.stringMatching(/./),
    });
  });

  test("what is decided is what is planned", async () => {
    const workspace = createWorkspace({ "longshore.yaml": manifest });
    const { stdout } = await workspace.run(["plan", "-e", "dev", "--json"]);
    const { stacks } = JSON.parse(stdout) as {
      stacks: { resources: { id: string; retentionDays?: number }[] }[];
    };
    const group = stacks
      .flatMap(({ resources }) => resources)
      .find(({ id }) => id === "service/api/log-group");
    expect((await explain("dev")).get("services.api.logs.retention")?.value).toBe(group?.retentionDays);
  });
});

test("a path narrows it to what is at and below it", async () => {
  const paths = [...(await explain("dev", "services.api.scale")).keys()];
  expect(paths.sort()).toEqual(
    expect.arrayContaining(["services.api.scale.cpu", "services.api.scale.max", "services.api.scale.min"]),
  );
  expect(paths.filter((path) => !path.startsWith("services.api.scale"))).toEqual([]);
});

test("a path that nothing is at is a fault of the call, with what was meant", async () => {
  const workspace = createWorkspace({ "longshore.yaml": manifest });
  const { code, stdout, stderr } = await workspace.run(["plan", "-e", "dev", "--explain", "services.apo"]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("did you mean services.api?");
});

test("a file after --explain is the manifest", async () => {
  const workspace = createWorkspace({ "other.yaml": manifest });
  const { code, stdout } = await workspace.run(["plan", "-e", "dev", "--explain", "other.yaml"]);
  expect(code).toBe(0);
  expect(stdout).toContain("other.yaml:9");
});

test("people see the field, its value and its source in a line", async () => {
  const workspace = createWorkspace({ "longshore.yaml": manifest });
  const { stdout } = await workspace.run(["plan", "-e", "dev", "--explain", "services.api.logs"], {
    columns: 120,
  });
  expect(stdout).toMatch(/services\.api\.logs\.retention +7 days +profile economy: /);
});

test("values that come from compose files say so, with the reason of the decision", async () => {
  const workspace = createWorkspace({
    "compose.yaml":
      "services:\n  api:\n    image: nginx:1.27\n    ports: ['80:80']\n    environment: { LEVEL: debug }\n",
    "longshore.yaml":
      "application: shop\nregion: eu-west-1\ncompose: compose.yaml\nservices: { api: { scale: 3 } }\n",
  });
  const { stdout } = await workspace.run(["plan", "--json", "--explain", "services.api"]);
  const fields = new Map((JSON.parse(stdout) as Explained[]).map((each) => [each.path, each]));
  expect(fields.get("services.api.image")).toMatchObject({ from: "compose", file: "compose.yaml", line: 3 });
  expect(fields.get("services.api.environment.LEVEL")?.reason).toMatch(/./);
  expect(fields.get("services.api.scale.min")).toMatchObject({ from: "manifest", file: "longshore.yaml" });
});
