import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace, helloManifest } from "./harness.js";

const render = ["render", "terraform"];
const withWorker = `${helloManifest()}  worker: { image: { build: worker } }\n`;
const withoutRegion = withWorker.replace("region: eu-west-1\n", "");

test("one module, and what to run next", async () => {
  const workspace = createWorkspace({ "longshore.yaml": withWorker });
  const { code, stdout, stderr } = await workspace.run([...render, "--out", "infra/dev"]);
  const files = workspace.files("infra/dev");

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(files).toContain("longshore-render.json");
  expect(files.filter((name) => name.endsWith(".tf"))).toEqual(
    expect.arrayContaining(["network.tf", "outputs.tf", "variables.tf", "versions.tf"]),
  );
  expect(stdout).toContain(`Wrote ${files.length - 1} files\n`);
  expect(stdout).toMatch(/variables\.tf +\d/);
  expect(stdout).toContain(
    "Next\n  cd infra/dev && terraform init && terraform plan -var 'worker_image_tag=<tag>'\n",
  );
});

test("every variable without a default is asked for, and no other", async () => {
  const workspace = createWorkspace({ "longshore.yaml": withoutRegion });
  const { stdout } = await workspace.run([...render, "--out", "two words"]);

  expect(stdout).toContain(
    "cd 'two words' && terraform init && terraform plan -var 'aws_region=<region>' -var 'worker_image_tag=<tag>'\n",
  );
});

test("twice gives the same bytes, whatever the order of the services", async () => {
  const workspace = createWorkspace({ "longshore.yaml": withWorker });
  const first = await workspace.run([...render, "--json"]);
  const reversed = helloManifest().replace("  web:", "  worker: { image: { build: worker } }\n  web:");
  workspace.write("longshore.yaml", reversed);
  const second = await workspace.run([...render, "--json"]);

  expect(second.stdout).toBe(first.stdout);
});

test("stale files are removed, a user's own and Terraform's stay", async () => {
  const own = {
    "infra/backend.tf": 'terraform {\n  backend "local" {}\n}\n',
    "infra/terraform.tfstate": "{}",
    "infra/.terraform.lock.hcl": "",
    "infra/prod.tfvars": 'worker_image_tag = "1"\n',
  };
  const workspace = createWorkspace({ "longshore.yaml": helloManifest(), ...own });
  await workspace.run([...render, "--out", "infra"]);
  workspace.write("infra/marked.tf", "");
  workspace.write(
    "infra/longshore-render.json",
    workspace.read("infra/longshore-render.json").replace('"files": [', '"files": ["marked.tf", "../up.tf",'),
  );
  workspace.write("up.tf", "");
  const { code, stdout } = await workspace.run([...render, "--out", "infra"]);

  expect(code).toBe(0);
  expect(stdout).toContain(`removed ${join("infra", "marked.tf")}`);
  expect(workspace.files("infra")).not.toContain("marked.tf");
  expect(workspace.files()).toContain("up.tf");
  for (const [file, text] of Object.entries(own)) expect(workspace.read(file)).toBe(text);
});

test("a user's own file of the same name is not overwritten, unless it is forced", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest(), "infra/network.tf": "# mine" });
  const refused = await workspace.run([...render, "--out", "infra"]);
  expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 1, stdout: "" });
  expect(refused.stderr).toContain(
    "infra holds network.tf, which no earlier render wrote [output-not-writable]",
  );
  expect(workspace.files("infra")).toEqual(["network.tf"]);
  expect(workspace.read("infra/network.tf")).toBe("# mine");

  expect((await workspace.run([...render, "--out", "infra", "--force"])).code).toBe(0);
  expect(workspace.read("infra/network.tf")).not.toBe("# mine");
});

test("templates and a module may share a folder", async () => {
  const workspace = createWorkspace({ "longshore.yaml": withWorker });
  await workspace.run(["render", "cloudformation", "--out", "infra"]);
  const templates = workspace.files("infra").filter((name) => name !== "longshore-render.json");
  await workspace.run([...render, "--out", "infra"]);
  expect(workspace.files("infra")).toEqual(expect.arrayContaining([...templates, "network.tf"]));

  workspace.write("longshore.yaml", helloManifest());
  await workspace.run(["render", "cloudformation", "--out", "infra"]);
  expect(workspace.files("infra")).not.toContain("service-worker.json");
  expect(workspace.files("infra")).toContain("network.tf");
  expect(JSON.parse(workspace.read("infra/longshore-render.json")).files).toContain("network.tf");
});

test("one file is printed, and several must be chosen from", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() });
  const several = await workspace.run(render);
  expect({ code: several.code, stdout: several.stdout }).toEqual({ code: 2, stdout: "" });
  expect(several.stderr).toMatch(/choose one with --only: .*network\.tf, .*versions\.tf/);

  const unknown = await workspace.run([...render, "--only", "netwrok.tf"]);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('did you mean "network.tf"?');

  const one = await workspace.run([...render, "--only", "network.tf"]);
  await workspace.run([...render, "--out", "infra"]);
  expect(one).toEqual({ code: 0, stdout: workspace.read("infra/network.tf"), stderr: "" });
  expect((await workspace.run([...render, "--only", "network"])).stdout).toBe(one.stdout);
});

test("--json describes what was written, or holds the files", async () => {
  const workspace = createWorkspace({ "longshore.yaml": withoutRegion });
  const written = JSON.parse((await workspace.run([...render, "--out", "infra", "--json"])).stdout);
  expect(written).toMatchObject({
    application: "hello",
    environment: null,
    variables: ["aws_region", "worker_image_tag"],
    removed: [],
    commands: ["cd infra", "terraform init", expect.stringContaining("terraform plan -var ")],
  });
  const network = written.files.find(({ file }: { file: string }) => file === join("infra", "network.tf"));
  expect(network.bytes).toBe(Buffer.byteLength(workspace.read("infra/network.tf")));

  const printed = JSON.parse((await workspace.run([...render, "--json"])).stdout);
  expect(printed.files).toContainEqual({ file: "network.tf", text: workspace.read("infra/network.tf") });
});

test("--quiet prints only the paths", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() });
  const { stdout } = await workspace.run([...render, "--out", "infra", "-q"]);
  const files = workspace.files("infra").filter((name) => name.endsWith(".tf"));

  expect(stdout).toBe(files.map((name) => `${join("infra", name)}\n`).join(""));
});

test("what cannot be planned writes nothing", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest("connects: [db]") });
  const { code, stdout, stderr } = await workspace.run([...render, "--out", "infra"]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("longshore.yaml:8:16");
  expect(workspace.files()).toEqual(["longshore.yaml"]);
});
