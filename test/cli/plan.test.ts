import { mkdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { decodePlan, encodePlan, type Plan } from "../../src/index.js";
import { createWorkspace, helloManifest } from "./harness.js";

/** A bit of everything that the view shows. */
const shop = `application: shop
region: eu-west-1
environments:
  dev: { profile: economy }
ingress:
  domains: [{ name: shop.example.com, zone: Z0123456789ABCDEFGHIJ, certificate: request }]
  accessLogs: true
services:
  web:
    image: public.ecr.aws/nginx/nginx:1.27
    port: 80
    route: /*
    connects: [api]
    environment: { API: "\${services.api.url}", MODE: fast }
  api:
    image: { build: api }
    port: 8080
    size: { cpu: 512, memory: 1024, disk: 30 GB }
    health: { container: { command: [CMD-SHELL, "curl -f http://localhost:8080/healthz"] } }
    scale: { min: 2, max: 10, cpu: 70, memory: 80 }
    capacity: { FARGATE: { base: 1, weight: 1 }, FARGATE_SPOT: 3 }
    secrets: { DATABASE_URL: "secret:database#url" }
    access: { Files: read-write }
  mailer: { image: { build: mailer }, scale: 1, alarms: false }
resources:
  Files: { type: s3 }
alarms: { notify: [ops@example.com] }
`;

test("the view for people", async () => {
  const { code, stdout, stderr } = await createWorkspace({ "longshore.yaml": shop }).run([
    "plan",
    "-e",
    "dev",
  ]);

  expect(code).toBe(0);
  expect(stderr).toBe("Next: longshore render cloudformation -e dev --out infra\n");
  await expect(stdout).toMatchFileSnapshot("expected/plan.txt");
});

test.each([undefined, 200, 100, 80])("no line is wider than it should be (%s columns)", async (columns) => {
  const surroundings = { env: { NO_COLOR: "1" }, ...(columns !== undefined && { columns }) };
  const { stdout } = await createWorkspace({ "longshore.yaml": shop }).run(
    ["plan", "-e", "dev"],
    surroundings,
  );
  const longest = Math.max(...stdout.split("\n").map((line) => line.length));

  expect(longest).toBeLessThanOrEqual(Math.min(columns ?? 100, 100));
  expect(stdout).not.toMatch(/ $/m);
});

test("the view shows no value of a variable or a secret", async () => {
  const manifest = helloManifest("environment: { TOKEN_HINT: hunter2 }", "secrets: { KEY: ssm:/hello/key }");
  const { stdout } = await createWorkspace({ "longshore.yaml": manifest }).run(["plan"]);

  expect(stdout).toContain("TOKEN_HINT");
  expect(stdout).toContain("KEY");
  expect(stdout).not.toContain("hunter2");
});

test("--json is the plan, which decodes to itself", async () => {
  const workspace = createWorkspace({ "longshore.yaml": shop });
  const { code, stdout, stderr } = await workspace.run(["plan", "-e", "dev", "--json"]);
  const decoded = decodePlan(stdout);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(decoded.ok && encodePlan(decoded.value)).toBe(stdout);
  expect(countKinds(decoded)).toBeGreaterThan(20);
});

test("--out writes the plan, and nothing else stays", async () => {
  const workspace = createWorkspace({ "longshore.yaml": shop, "real.json": "old" });
  symlinkSync("real.json", join(workspace.path, "plan.json"));
  const { code, stderr } = await workspace.run(["plan", "-e", "dev", "-o", "plan.json"]);
  const { stdout } = await workspace.run(["plan", "-e", "dev", "--json"]);

  expect(code).toBe(0);
  expect(stderr).toContain("Wrote the plan to plan.json.");
  expect(workspace.read("real.json")).toBe(stdout);
  expect(workspace.files()).toEqual(["longshore.yaml", "plan.json", "real.json"]);
});

test.each([
  ["a folder", "folder", "folder cannot be written: it is a directory"],
  ["a folder that does not exist", "none/plan.json", "none/plan.json cannot be written: it does not exist"],
  ["below a file", "longshore.yaml/x", "a part of the path is a file"],
])("--out to %s is refused", async (_, out, message) => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() });
  mkdirSync(join(workspace.path, "folder"));
  const { code, stdout, stderr } = await workspace.run(["plan", "-o", out]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).toContain("[output-not-writable]");
});

test.skipIf(process.platform === "win32")("--out to a device does not replace the device", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() });

  expect((await workspace.run(["plan", "-q", "-o", "/dev/null"])).code).toBe(0);
  expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});

test("--quiet is the totals", async () => {
  const outcome = await createWorkspace({ "longshore.yaml": shop }).run(["plan", "-e", "dev", "-q"]);

  expect(outcome.stdout).toMatch(/^\d+ stacks, \d+ resources\n$/);
  expect(outcome.stderr).toBe("");
});

test("what cannot be planned is shown with its line, and nothing is printed", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest("connects: [db]") });
  for (const args of [["plan"], ["plan", "--json"]]) {
    const { code, stdout, stderr } = await workspace.run(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("longshore.yaml:8:16");
  }
});

test("an environment must be chosen where some are declared", async () => {
  const { code, stderr } = await createWorkspace({ "longshore.yaml": shop }).run(["plan"]);

  expect(code).toBe(1);
  expect(stderr).toContain("[environment-required]");
});

function countKinds(decoded: ReturnType<typeof decodePlan>): number {
  const plan: Plan | undefined = decoded.ok ? decoded.value : undefined;
  return new Set(plan?.stacks.flatMap((stack) => stack.resources.map(({ kind }) => kind))).size;
}
