import { expect, test } from "vitest";
import { createWorkspace, helloManifest } from "./harness.js";

const manifest = `${helloManifest()}environments: { dev: {}, prod: {} }\n`;

test.each(["bash", "zsh", "fish", "powershell"])("a script for %s", async (shell) => {
  const { code, stdout, stderr } = await createWorkspace().run(["completion", shell]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("longshore");
  expect(stdout).toContain("complete");
});

test.each([
  [["va"], ["validate"]],
  [
    ["render", ""],
    ["cloudformation", "help", "terraform"],
  ],
  [
    ["render", "cloudformation", "--fo"],
    ["--format", "--force"],
  ],
  [
    ["render", "cloudformation", "--format", ""],
    ["json", "yaml"],
  ],
  [
    ["plan", "-e", ""],
    ["dev", "prod"],
  ],
  [["validate", "--environment", "p"], ["prod"]],
  [["validate", "-f", "other.yaml", "-e", ""], ["blue"]],
  [["validate", "other.yaml", "-e", ""], ["blue"]],
  [["validate", "-f", "config.ts", "-e", ""], []],
  [
    ["plan", ""],
    ["longshore.yaml", "other.yaml"],
  ],
  [["import", "compose", "o"], ["other.yaml"]],
  [
    ["render", "terraform", "--o"],
    ["--out", "--only"],
  ],
  [
    ["plan", "--file", ""],
    ["longshore.yaml", "other.yaml"],
  ],
  [
    ["completion", ""],
    ["bash", "fish", "powershell", "zsh"],
  ],
])("%j is completed with %j", async (words, expected) => {
  const workspace = createWorkspace({
    "longshore.yaml": manifest,
    "other.yaml": "environments: { blue: {} }",
    "config.ts": "throw new Error('run')",
    "notes.txt": "",
  });
  const { code, stdout, stderr } = await workspace.run(["complete", "--", ...words]);
  const offered = stdout.split("\n").filter((line) => line !== "" && !line.startsWith(":"));

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(offered.map((line) => line.split("\t")[0]).sort()).toEqual([...expected].sort());
});

test("without a manifest, there is nothing to offer and nothing to complain of", async () => {
  const { code, stdout, stderr } = await createWorkspace().run(["complete", "--", "plan", "-e", ""]);

  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: ":4\n", stderr: "" });
});
