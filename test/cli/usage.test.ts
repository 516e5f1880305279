import { expect, test } from "vitest";
import { createWorkspace } from "./harness.js";

test.each([
  [["valdate"], "unknown command 'valdate'", "did you mean validate?"],
  [["frobnicate"], "unknown command 'frobnicate'", "see longshore --help"],
  [["render", "cloudfromation"], "unknown command 'cloudfromation'", "did you mean cloudformation?"],
  [["validate", "--jsn"], "unknown option '--jsn'", "did you mean --json?"],
  [["--versoin"], "unknown option '--versoin'", "did you mean --version?"],
  [["plan", "--zzz"], "unknown option '--zzz'", "see longshore plan --help"],
  [["schema", "longshore.yaml"], "too many arguments for 'schema'", "see longshore schema --help"],
  [["import", "compoes"], "unknown command 'compoes'", "did you mean compose?"],
  [["render", "terraform", "--only", "network.tf", "--out", "x"], "cannot be used with", "see longshore"],
  [["validate", "-f"], "argument missing", "see longshore validate --help"],
  [["completion"], "missing required argument 'shell'", "see longshore completion --help"],
  [["completion", "tcsh"], "bash, zsh, fish, powershell", "see longshore completion --help"],
  [
    ["render", "cloudformation", "--format", "xml"],
    "json, yaml",
    "see longshore render cloudformation --help",
  ],
  [["render", "cloudformation", "--stack", "network", "--out", "x"], "cannot be used with", "see longshore"],
])("%j is a usage error with a way on", async (args, message, hint) => {
  const { code, stdout, stderr } = await createWorkspace().run(args);

  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain("error: ");
  expect(stderr).toContain(message);
  expect(stderr).toContain(hint);
  expect(stderr).toContain("[usage]");
});

test.each([[[]], [["render"]], [["import"]]])(
  "%j, without a command, prints the help as an error",
  async (args) => {
    const { code, stdout, stderr } = await createWorkspace().run(args);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^Usage: longshore/);
  },
);

test.each([
  ["the whole", ["--help"]],
  ["the whole, briefly", ["-h"]],
  ["the whole, as a command", ["help"]],
])("help for %s goes to the standard output", async (_, args) => {
  const { code, stdout, stderr } = await createWorkspace().run(args);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  await expect(stdout).toMatchFileSnapshot("expected/help.txt");
});

test("every command has help that names its options, and hides what only scripts call", async () => {
  const workspace = createWorkspace();
  const commands = ["init", "import", "validate", "plan", "render", "schema", "completion"];
  for (const command of commands) {
    const { code, stdout } = await workspace.run(["help", command]);
    expect(code, command).toBe(0);
    expect(stdout).toContain(`Usage: longshore ${command}`);
    expect((await workspace.run([command, "--help"])).stdout).toBe(stdout);
  }
  expect((await workspace.run(["--help"])).stdout).not.toContain("complete ");
});

test.each([
  ["render", "cloudformation"],
  ["render", "terraform"],
  ["import", "compose"],
])("help of %s %s", async (...command) => {
  const { code, stdout } = await createWorkspace().run([...command, "--help"]);

  expect(code).toBe(0);
  await expect(stdout).toMatchFileSnapshot(`expected/help-${command.join("-")}.txt`);
});

test.each(["--version", "-V"])("%s prints the version alone", async (option) => {
  const { code, stdout, stderr } = await createWorkspace().run([option]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
