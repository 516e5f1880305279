import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace } from "./harness.js";
import { envFile, shopCompose } from "./shop-compose.js";

const manifest = `application: shop
region: eu-west-1
compose: compose/docker-compose.yml
environments:
  dev: {}
  prod: { services: { web: { size: { cpu: 1024, memory: 2048 } } } }
services:
  web: { scale: { min: 2, max: 4 } }
  api:
    environment: { STRIPE_KEY: none }
  worker: { image: nginx, connects: [api] }
`;
const files = { "compose/docker-compose.yml": shopCompose, "compose/.env": envFile };

test("a manifest lies over the compose files that it names", async () => {
  const workspace = createWorkspace({ "longshore.yaml": manifest, ...files });
  const { code, stdout, stderr } = await workspace.run(["plan", "-e", "prod"]);

  expect(code).toBe(0);
  expect(stdout).toContain("Service worker");
  expect(stdout).toContain("1024 CPU units, 2048 MiB");
  expect(stderr).toContain("1 given from outside");
  expect(stderr).toContain(`${join("compose/docker-compose.yml")}:18:5`);
});

test("every environment is checked, and each decision and fault is told once", async () => {
  const workspace = createWorkspace({ "longshore.yaml": manifest, ...files });
  const { code, stdout, stderr } = await workspace.run(["validate", "--explain"]);

  expect(code).toBe(0);
  expect(stdout).toMatch(/^longshore\.yaml is valid: 3 services, 2 environments, \d warnings?, \d notes\n$/);
  expect(stderr.match(/devices is refused/g)).toHaveLength(1);
  expect(stderr.match(/web +SESSION_SECRET +secret/g)).toHaveLength(1);
});

test("what the manifest says overrules, by environment too", async () => {
  const overlay = "  prod: { services: { web: { secrets: { LOG_LEVEL: ssm:/shop/level } } } }\n";
  const workspace = createWorkspace({
    "longshore.yaml": manifest.replace(/ {2}prod: .*\n/, overlay),
    ...files,
  });
  const dev = await workspace.run(["plan", "-e", "dev", "--explain"]);
  expect(dev.stderr).toMatch(/api +STRIPE_KEY +environment +the manifest says so/);
  expect(dev.stderr).toMatch(/web +LOG_LEVEL +environment +neither/);
  expect(dev.stderr).toMatch(/application +the manifest says so/);

  const prod = await workspace.run(["plan", "-e", "prod", "--explain"]);
  expect(prod.stderr).toMatch(/web +LOG_LEVEL +secret +the manifest says so/);
});

test("paths are relative to the manifest, and told as the user knows them", async () => {
  const workspace = createWorkspace({
    "infra/shop.yaml": manifest.replace("compose/", "../compose/"),
    ...files,
  });
  const { code, stdout, stderr } = await workspace.run(["validate", "infra/shop.yaml"]);

  expect(code).toBe(0);
  expect(stdout).toContain("infra/shop.yaml is valid");
  expect(stderr).toContain(`${join("compose/docker-compose.yml")}:18:5\n  17 |       - STRIPE_KEY\n`);
});

test("faults of both are shown, each in its own file", async () => {
  const workspace = createWorkspace({
    "longshore.yaml": manifest.replace("scale:", "scael:"),
    ...files,
    "compose/docker-compose.yml": shopCompose.replace("depends_on", "depends-on"),
  });
  const { code, stderr } = await workspace.run(["validate", "-e", "dev"]);

  expect(code).toBe(1);
  expect(stderr).toMatch(/unknown key "scael".*\n {2}longshore\.yaml:8:10\n(.*\n)?> 8 \| {3}web: \{ scael:/);
  expect(stderr).toMatch(/"depends-on".*\n {2}compose.docker-compose\.yml:5:5\n(.*\n)?> 5 \| {5}depends-on:/);
});

test("what the planner finds in the base is shown in the compose file", async () => {
  const workspace = createWorkspace({
    "longshore.yaml":
      "application: shop\ncompose: c.yaml\nservices: { a: { image: nginx, port: 80, route: /* } }\n",
    "c.yaml": "services:\n  web:\n    image: nginx\n    ports: ['80:80']\n",
  });
  const { code, stderr } = await workspace.run(["validate"]);

  expect(code).toBe(1);
  expect(stderr).toMatch(/\[route-conflict\]\n {2}c\.yaml:4:13\n {2}3 \| {5}image: nginx\n> 4 \| {5}ports:/);
});

test("a config may name compose files", async () => {
  const config = `export default { application: "shop", compose: ["compose/docker-compose.yml"],
  environments: { dev: { services: { api: { environment: { STRIPE_KEY: "none" } } } } } };`;
  const workspace = createWorkspace({ "longshore.config.ts": config, ...files });
  const { code, stdout, stderr } = await workspace.run(["validate", "--explain"]);

  expect(code).toBe(0);
  expect(stdout).toContain("longshore.config.ts is valid: 2 services, 1 environment");
  expect(stderr).toMatch(/api +STRIPE_KEY +environment +the manifest says so/);
  expect(stderr).toContain(`${join("compose/docker-compose.yml")}:18:5`);
});

test("--profile reaches the compose files of a manifest", async () => {
  const workspace = createWorkspace({ "longshore.yaml": manifest, ...files });

  expect((await workspace.run(["validate", "-e", "dev", "--profile", "tools"])).stdout).toContain(
    "4 services",
  );
});

test.each([
  ["missing", "compose: none.yml", "none.yml does not exist [file-missing]"],
  ["a folder", "compose: compose", "compose is a directory [file-is-directory]"],
  ["no path", "compose: 7", "[wrong-type]"],
])("a compose file that is %s is a fault of the manifest", async (_, line, message) => {
  const workspace = createWorkspace({
    "longshore.yaml": manifest.replace("compose: compose/docker-compose.yml", line),
    ...files,
  });
  const { code, stdout, stderr } = await workspace.run(["plan", "-e", "dev"]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
});
