import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace } from "./harness.js";
import { envFile, shopCompose } from "./shop-compose.js";

const files = { "compose.yaml": `name: shop\n${shopCompose}`, ".env": envFile };
const importCompose = ["import", "compose"];

test("a commented manifest is written, and what to do next is said", async () => {
  const workspace = createWorkspace(files);
  const { code, stdout, stderr } = await workspace.run(importCompose);

  expect({ code, stdout }).toEqual({ code: 0, stdout: "longshore.yaml\n" });
  expect(stderr).toContain("15 decisions on what compose files leave open\n");
  expect(stderr).toMatch(/Next:\n {2}longshore validate\n {2}longshore plan\n$/);
  const text = workspace.read("longshore.yaml");
  expect(text).toMatch(/^application: shop # .*name: of the compose file/m);
  expect(text).toMatch(/^ {6}SESSION_SECRET: secret:session-secret # the name says secret$/m);
});

test("what is written is planned as the compose file itself", async () => {
  const workspace = createWorkspace(files);
  const direct = await workspace.run(["plan", "--json"]);
  await workspace.run(importCompose);
  const imported = await workspace.run(["plan", "--json"]);

  expect(imported.code).toBe(0);
  expect(imported.stderr).toBe("");
  expect(imported.stdout).toBe(direct.stdout);
});

test("--explain prints what each variable becomes, and why", async () => {
  const workspace = createWorkspace(files);
  const { code, stdout } = await workspace.run([...importCompose, "--explain"]);

  expect(code).toBe(0);
  await expect(stdout).toMatchFileSnapshot("expected/import-explain.txt");
});

test("paths in the manifest are relative to it", async () => {
  const workspace = createWorkspace({
    "apps/shop/compose.yaml": files["compose.yaml"],
    "apps/shop/.env": envFile,
  });
  mkdirSync(join(workspace.path, "infra"));
  const args = [...importCompose, "apps/shop/compose.yaml", "--out", "infra/shop.yaml"];
  const { code, stdout, stderr } = await workspace.run(args);

  expect({ code, stdout }).toEqual({ code: 0, stdout: "infra/shop.yaml\n" });
  expect(workspace.read("infra/shop.yaml")).toContain("build: ../apps/shop/web");
  expect(stderr).toContain(`${join("apps/shop/compose.yaml")}:19:5\n  18 |`);
  expect(stderr).toContain("  longshore plan -f infra/shop.yaml\n");
});

test.each([
  [[], "longshore.yaml"],
  [[], "longshore.yml"],
  [[], "longshore.config.ts"],
  [["--out", "mine.yaml"], "mine.yaml"],
])("with %j, %s is never overwritten", async (args, existing) => {
  const workspace = createWorkspace({ ...files, [existing]: "mine" });
  const { code, stdout, stderr } = await workspace.run([...importCompose, ...args]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(`error: ${existing} exists already [output-not-writable]`);
  expect(stderr).toContain("--force");
  expect(workspace.read(existing)).toBe("mine");
  expect(workspace.files()).toHaveLength(3);
});

test("--force overwrites, and --quiet prints only the path", async () => {
  const workspace = createWorkspace({ ...files, "longshore.yaml": "mine" });
  const outcome = await workspace.run([...importCompose, "--force", "--quiet"]);

  expect(outcome).toEqual({ code: 0, stdout: "longshore.yaml\n", stderr: "" });
  expect(workspace.read("longshore.yaml")).toContain("services:");
});

test.each([
  ["a folder", "folder", "it is a directory"],
  ["a folder that does not exist", "none/shop.yaml", "it does not exist"],
  ["below a file", "compose.yaml/x", "a part of the path is a file"],
])("--out to %s is refused, and nothing stays", async (_, out, message) => {
  const workspace = createWorkspace(files);
  mkdirSync(join(workspace.path, "folder"));
  const { code, stdout, stderr } = await workspace.run([...importCompose, "--out", out, "--force"]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
  expect(workspace.files()).toEqual([".env", "compose.yaml", "folder"]);
  expect(statSync(join(workspace.path, "folder")).isDirectory()).toBe(true);
});

test("a compose file with errors writes nothing", async () => {
  const workspace = createWorkspace({ "compose.yaml": "services: { web: 7 }\n" });
  const { code, stdout, stderr } = await workspace.run(importCompose);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("compose.yaml:1:");
  expect(workspace.files()).toEqual(["compose.yaml"]);
});

test("--name, --profile, several files and the standard input", async () => {
  const workspace = createWorkspace(files);
  const refused = await workspace.run([...importCompose, "--name", "My Shop"]);
  expect(refused).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("[usage]") });

  const args = ["-", "-f", "compose.yaml", "--name", "mine", "--profile", "tools"];
  const { code } = await workspace.run([...importCompose, ...args], {
    stdin: "services: { more: { image: nginx } }\n",
  });
  const text = workspace.read("longshore.yaml");
  expect(code).toBe(0);
  expect(text).toContain("application: mine # --name says so");
  for (const service of ["more", "web", "debug"]) expect(text).toContain(`  ${service}:\n`);
});
