import { expect, test } from "vitest";
import { createWorkspace, helloManifest } from "./harness.js";

const environments = `environments:
  dev: { profile: economy }
  test: {}
  prod: { profile: production, services: { web: { size: { cpu: 1024, memory: 2048 } } } }
`;

test("a valid manifest is one line", async () => {
  const outcome = await createWorkspace({ "longshore.yaml": helloManifest() }).run(["validate"]);

  expect(outcome).toEqual({ code: 0, stdout: "longshore.yaml is valid: 1 service\n", stderr: "" });
});

test("every environment is checked, or the one that is asked for", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() + environments });

  expect((await workspace.run(["validate"])).stdout).toBe(
    "longshore.yaml is valid: 1 service, 3 environments\n",
  );
  expect((await workspace.run(["validate", "-e", "dev"])).stdout).toBe(
    "longshore.yaml is valid: 1 service, 1 environment\n",
  );
  const unknown = await workspace.run(["validate", "-e", "prd"]);
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toContain('did you mean "prod"?');
});

test("environments may have different services", async () => {
  const overlay = "  dev: { services: { extra: { image: nginx } } }\n  prod: {}\n";
  const workspace = createWorkspace({ "longshore.yaml": `${helloManifest()}environments:\n${overlay}` });

  expect((await workspace.run(["validate"])).stdout).toBe(
    "longshore.yaml is valid: 1 to 2 services, 2 environments\n",
  );
});

test("a fault is shown with its line, and counted", async () => {
  const workspace = createWorkspace({
    "longshore.yaml": helloManifest("size: { cpu: 300, memory: 512 }", "prt: 1"),
  });
  const { code, stdout, stderr } = await workspace.run(["validate"]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain('error: unknown key "prt" [unknown-key]\n  longshore.yaml:9:5\n');
  expect(stderr).toContain("> 9 |     prt: 1\n");
  expect(stderr).toMatch(/\n\n\d errors?\n$/);
});

test("a fault of every environment is shown once", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest("prt: 1") + environments });
  const { stderr } = await workspace.run(["validate"]);

  expect(stderr.match(/unknown key "prt"/g)).toHaveLength(1);
  expect(stderr).not.toContain("(in ");
});

test("a fault of some environments says which", async () => {
  const manifest = helloManifest() + environments.replace("cpu: 1024", "cpu: 300");
  const { code, stderr } = await createWorkspace({ "longshore.yaml": manifest }).run(["validate"]);

  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: .* \(in prod\) \[/);
  expect(stderr).toContain("longshore.yaml:11:");
});

test("--json is a document for machines, with places", async () => {
  const manifest = helloManifest("prt: 1") + environments.replace("cpu: 1024", "cpu: 300");
  const { code, stdout, stderr } = await createWorkspace({ "longshore.yaml": manifest }).run([
    "validate",
    "--json",
  ]);
  const document = JSON.parse(stdout);

  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(document).toMatchObject({
    valid: false,
    file: "longshore.yaml",
    environments: ["dev", "test", "prod"],
  });
  expect(document.diagnostics).toContainEqual(
    expect.objectContaining({
      code: "unknown-key",
      severity: "error",
      path: "services.web.prt",
      span: expect.objectContaining({ start: { line: 8, column: 5, offset: expect.any(Number) } }),
      environments: ["dev", "test", "prod"],
    }),
  );
});

test("--json of a valid manifest, and of none", async () => {
  const valid = await createWorkspace({ "longshore.yaml": helloManifest() }).run(["validate", "--json"]);
  expect(JSON.parse(valid.stdout)).toEqual({
    valid: true,
    file: "longshore.yaml",
    environments: [],
    diagnostics: [],
  });

  const missing = await createWorkspace().run(["validate", "--json"]);
  expect({ code: missing.code, stderr: missing.stderr }).toEqual({ code: 1, stderr: "" });
  expect(JSON.parse(missing.stdout)).toMatchObject({
    valid: false,
    file: null,
    diagnostics: [{ code: "file-missing" }],
  });
});

test("--quiet says nothing of what is well, and only the faults of what is not", async () => {
  const valid = await createWorkspace({ "longshore.yaml": helloManifest() }).run(["validate", "--quiet"]);
  expect(valid).toEqual({ code: 0, stdout: "", stderr: "" });

  const faulty = await createWorkspace({ "longshore.yaml": helloManifest("prt: 1") }).run(["validate", "-q"]);
  expect(faulty.code).toBe(1);
  expect(faulty.stderr).toContain('unknown key "prt"');
  expect(faulty.stderr).not.toMatch(/^\d+ error/m);
});

test("a secret that is written as a value is shown to nobody", async () => {
  const manifest = helloManifest("secrets: { DATABASE_PASSWORD: hunter2-very-secret }");
  for (const args of [["validate"], ["validate", "--json"], ["plan"]]) {
    const { code, stdout, stderr } = await createWorkspace({ "longshore.yaml": manifest }).run(args);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain("DATABASE_PASSWORD");
    expect(stdout + stderr).not.toContain("hunter2");
  }
});
