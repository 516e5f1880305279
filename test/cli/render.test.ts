import { mkdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace, helloManifest, type Workspace } from "./harness.js";

const render = ["render", "cloudformation"];
const withWorker = `${helloManifest()}  worker: { image: { build: worker } }\n`;

test("one file for each stack, and how to deploy them", async () => {
  const workspace = createWorkspace({ "longshore.yaml": withWorker });
  const { code, stdout, stderr } = await workspace.run([...render, "--out", "infra/dev"]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(workspace.files("infra/dev")).toEqual([
    "longshore-render.json",
    "network.json",
    "platform.json",
    "registry.json",
    "service-web.json",
    "service-worker.json",
  ]);
  expect(stdout).toContain("Wrote 5 templates\n");
  expect(stdout).toContain(
    `aws cloudformation deploy --stack-name hello-network --template-file ${join("infra/dev", "network.json")} ` +
      "--capabilities CAPABILITY_NAMED_IAM --region eu-west-1\n",
  );
  expect(stdout).toContain("--parameter-overrides 'WorkerImageTag=<tag>'\n");
  expect(stdout.indexOf("hello-network --")).toBeLessThan(stdout.indexOf("hello-service-web --"));
});

test("twice gives the same bytes, whatever the order of the services", async () => {
  const workspace = createWorkspace({ "longshore.yaml": withWorker });
  await workspace.run([...render, "--out", "a"]);
  await workspace.run([...render, "--out", "b"]);
  const reversed = `${helloManifest().replace("  web:", "  worker: { image: { build: worker } }\n  web:")}`;
  workspace.write("longshore.yaml", reversed);
  await workspace.run([...render, "--out", "c"]);

  expect(contentsOf(workspace, "b")).toEqual(contentsOf(workspace, "a"));
  expect(contentsOf(workspace, "c")).toEqual(contentsOf(workspace, "a"));
});

test("the file of a service that is gone is removed, what others put there stays", async () => {
  const workspace = createWorkspace({ "longshore.yaml": withWorker });
  await workspace.run([...render, "--out", "infra"]);
  workspace.write("infra/notes.json", "{}");
  workspace.write("longshore.yaml", helloManifest());
  const { code, stdout } = await workspace.run([...render, "--out", "infra"]);

  expect(code).toBe(0);
  expect(stdout).toContain(`removed ${join("infra", "service-worker.json")}`);
  expect(workspace.files("infra")).toEqual([
    "longshore-render.json",
    "network.json",
    "notes.json",
    "platform.json",
    "service-web.json",
  ]);
  expect(JSON.parse(workspace.read("infra/longshore-render.json")).files).not.toContain(
    "service-worker.json",
  );
});

test("a changed format replaces the files of the other", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() });
  await workspace.run([...render, "--out", "infra"]);
  await workspace.run([...render, "--out", "infra", "--format", "yaml"]);

  expect(workspace.files("infra").filter((name) => name.endsWith(".json"))).toEqual([
    "longshore-render.json",
  ]);
  expect(workspace.read("infra/network.yaml")).toMatch(/^AWSTemplateFormatVersion: /);
});

test("a file that no render wrote is not overwritten, unless it is forced", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest(), "infra/network.json": "mine" });
  const refused = await workspace.run([...render, "--out", "infra"]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain(
    "infra holds network.json, which no earlier render wrote [output-not-writable]",
  );
  expect(workspace.files("infra")).toEqual(["network.json"]);
  expect(workspace.read("infra/network.json")).toBe("mine");

  expect((await workspace.run([...render, "--out", "infra", "--force"])).code).toBe(0);
  expect(workspace.read("infra/network.json")).not.toBe("mine");
});

test("a marker that somebody changed removes nothing outside of the folder", async () => {
  const files = ["../precious.json", "/etc/hosts.json", "sub/x.json", "..", 7, "gone.json"];
  const workspace = createWorkspace({
    "longshore.yaml": helloManifest(),
    "precious.json": "",
    "infra/sub/x.json": "",
    "infra/longshore-render.json": JSON.stringify({ files }),
  });
  expect((await workspace.run([...render, "--out", "infra"])).code).toBe(0);
  expect(workspace.files()).toContain("precious.json");
  expect(workspace.files("infra/sub")).toEqual(["x.json"]);

  for (const broken of ["{", "null", '{ "files": 1 }']) {
    workspace.write("infra/longshore-render.json", broken);
    expect((await workspace.run([...render, "--out", "infra"])).code).toBe(0);
  }
});

test.each([
  ["a file", "longshore.yaml", "longshore.yaml cannot be written: there is a file of that name"],
  ["below a file", "longshore.yaml/infra", "a part of the path is a file"],
  ["a folder whose template is a folder", "blocked", "blocked holds network.json"],
])("--out to %s is refused", async (_, out, message) => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() });
  mkdirSync(join(workspace.path, "blocked/network.json"), { recursive: true });
  const { code, stdout, stderr } = await workspace.run([...render, "--out", out]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
});

test.skipIf(process.platform !== "linux")(
  "a folder that takes no folders is refused, and does not hang",
  async () => {
    const workspace = createWorkspace({ "longshore.yaml": helloManifest() });
    const { code, stderr } = await workspace.run([...render, "--out", "/proc/infra/dev"]);

    expect(code).toBe(1);
    expect(stderr).toContain("/proc/infra/dev cannot be written");
  },
);

test("one stack is printed, and several must be chosen from", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() });
  const several = await workspace.run(render);
  expect({ code: several.code, stdout: several.stdout }).toEqual({ code: 2, stdout: "" });
  expect(several.stderr).toContain("choose one with --stack: network, platform, service-web");

  const unknown = await workspace.run([...render, "--stack", "netwrok"]);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('did you mean "network"?');

  const one = await workspace.run([...render, "--stack", "network"]);
  expect(JSON.parse(one.stdout)).toMatchObject({ AWSTemplateFormatVersion: "2010-09-09" });
  await workspace.run([...render, "--out", "infra"]);
  expect(one.stdout).toBe(workspace.read("infra/network.json"));

  workspace.write("longshore.yaml", `${helloManifest()}stacks: single\n`);
  const single = await workspace.run([...render, "--format", "yaml"]);
  expect(single.code).toBe(0);
  expect(single.stdout).toMatch(/^AWSTemplateFormatVersion: /);
});

test("--json describes what was written, or holds the templates", async () => {
  const workspace = createWorkspace({ "longshore.yaml": withWorker });
  const written = await workspace.run([...render, "--out", "infra", "--json"]);
  const document = JSON.parse(written.stdout);
  expect(document).toMatchObject({ application: "hello", environment: null, removed: [] });
  expect(document.stacks.at(-1)).toMatchObject({
    stack: "hello-service-worker",
    area: "service-worker",
    file: join("infra", "service-worker.json"),
    bytes: Buffer.byteLength(workspace.read("infra/service-worker.json")),
    parameters: [{ name: "WorkerImageTag" }],
    command: expect.stringContaining("--stack-name hello-service-worker"),
  });

  const printed = JSON.parse((await workspace.run([...render, "--json"])).stdout);
  expect(printed.stacks[0]).toMatchObject({ stack: "hello-network", area: "network" });
  expect(printed.stacks[0].template).toEqual(JSON.parse(workspace.read("infra/network.json")));
});

test("--quiet prints only the paths", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() });
  const { stdout } = await workspace.run([...render, "--out", "infra", "-q"]);

  expect(stdout).toBe(
    ["network.json", "platform.json", "service-web.json"].map((name) => `${join("infra", name)}\n`).join(""),
  );
});

function contentsOf(workspace: Workspace, folder: string): Record<string, string> {
  return Object.fromEntries(
    workspace.files(folder).map((name) => [name, workspace.read(`${folder}/${name}`)]),
  );
}

test("files that are as they should be are not touched", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() });
  await workspace.run([...render, "--out", "infra"]);
  const network = join(workspace.path, "infra/network.json");
  utimesSync(network, 1, 1);
  workspace.write("longshore.yaml", helloManifest("size: { cpu: 512, memory: 1024 }"));
  expect((await workspace.run([...render, "--out", "infra"])).code).toBe(0);

  expect(statSync(network).mtimeMs).toBe(1000);
  expect(workspace.read("infra/service-web.json")).toContain('"512"');
});

test("what cannot be removed is an error of the folder, not of longshore", async () => {
  const workspace = createWorkspace({
    "longshore.yaml": helloManifest(),
    "infra/gone.json/file": "",
    "infra/longshore-render.json": '{ "files": ["gone.json"] }',
  });
  const { code, stderr } = await workspace.run([...render, "--out", "infra"]);

  expect(code).toBe(1);
  expect(stderr).toContain(`${join("infra", "gone.json")} cannot be written: `);
});
