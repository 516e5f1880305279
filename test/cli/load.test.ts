import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace, helloManifest } from "./harness.js";

const isRoot = process.getuid?.() === 0;

test("without a manifest, it says what was looked for and what to do", async () => {
  const workspace = createWorkspace();
  const { code, stdout, stderr } = await workspace.run(["validate"]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toBe(`error: there is no manifest in this folder [file-missing]
  why:  looked for longshore.yaml, longshore.yml, longshore.config.ts, compose.yaml, compose.yml, docker-compose.yaml and docker-compose.yml in ${workspace.path}
  next: run longshore init to write one, or name one with --file

1 error
`);
});

test.each(["longshore.yaml", "longshore.yml"])("%s is found by itself", async (file) => {
  const { code, stdout } = await createWorkspace({ [file]: helloManifest() }).run(["validate"]);

  expect({ code, stdout }).toEqual({ code: 0, stdout: `${file} is valid: 1 service\n` });
});

test("longshore.yaml comes before longshore.yml", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest(), "longshore.yml": "nonsense" });

  expect((await workspace.run(["validate"])).stdout).toBe("longshore.yaml is valid: 1 service\n");
});

test.each([["-f", "shop.yaml"], ["shop.yaml"]])("a manifest is named with %s %s", async (...args) => {
  const workspace = createWorkspace({ "shop.yaml": helloManifest() });

  expect((await workspace.run(["validate", ...args])).stdout).toBe("shop.yaml is valid: 1 service\n");
});

test.each([
  ["two manifests", ["a.yaml", "b.yaml"], "a.yaml is not a compose file"],
  ["a manifest over a compose file", ["-f", "compose.yaml", "-f", "a.yaml"], "a.yaml is not a compose file"],
  ["a config and a compose file", ["a.config.ts", "compose.yaml"], "a.config.ts is not a compose file"],
  ["--name", ["a.yaml", "--name", "x"], "--name is for compose files"],
  ["--profile", ["a.yaml", "--profile", "economy"], "--profile is for profiles of compose files"],
  ["a name that AWS would refuse", ["compose.yaml", "--name", "My Shop"], '"My Shop" cannot name'],
])("%s is a usage error", async (_, args, message) => {
  const compose = "services: { web: { image: nginx } }";
  const workspace = createWorkspace({
    "a.yaml": helloManifest(),
    "b.yaml": helloManifest(),
    "a.config.ts": "export default {};",
    "compose.yaml": compose,
  });
  for (const command of [["validate"], ["plan"], ["render", "cloudformation"], ["render", "terraform"]]) {
    const { code, stdout, stderr } = await workspace.run([...command, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toContain("[usage]");
  }
});

test("a file that does not exist, with the one that was meant", async () => {
  const workspace = createWorkspace({ "infra/shop.yaml": helloManifest() });
  const { code, stderr } = await workspace.run(["validate", "-f", "infra/shp.yaml"]);

  expect(code).toBe(1);
  expect(stderr).toContain("error: infra/shp.yaml does not exist [file-missing]");
  expect(stderr).toContain(`did you mean ${join("infra", "shop.yaml")}?`);
});

test.each([
  ["a missing file", "nothing.yaml", "does not exist [file-missing]"],
  ["a directory", "folder", "is a directory [file-is-directory]"],
  ["a path through a file", "file/x.yaml", "a part of the path is a file [file-unreadable]"],
  ["text that is not UTF-8", "latin.yaml", "is not UTF-8 text [file-unreadable]"],
])("%s is refused", async (_, file, message) => {
  const workspace = createWorkspace({ file: "" });
  workspace.write("latin.yaml", Buffer.from("application: caf\xe9", "latin1"));
  mkdirSync(join(workspace.path, "folder"));
  const { code, stderr } = await workspace.run(["validate", "--file", file]);

  expect(code).toBe(1);
  expect(stderr).toContain(`error: ${file} `);
  expect(stderr).toContain(message);
});

test("a file of 50 MB is refused without being read", async () => {
  const workspace = createWorkspace({ "dump.yaml": "" });
  truncateSync(join(workspace.path, "dump.yaml"), 50 * 1024 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  const { code, stderr } = await workspace.run(["validate", "-f", "dump.yaml"]);

  expect(code).toBe(1);
  expect(stderr).toContain("error: dump.yaml has 50 MiB [file-too-large]");
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024);
});

test.skipIf(process.platform === "win32")("a pipe and an endless device do not hang", async () => {
  const workspace = createWorkspace();
  execFileSync("sh", ["-c", 'mkfifo "$1"', "sh", join(workspace.path, "pipe")]);
  for (const file of ["pipe", "/dev/zero"]) {
    const { code, stderr } = await workspace.run(["validate", "-f", file]);
    expect(code).toBe(1);
    expect(stderr).toContain(`error: ${file} is not a regular file [file-unreadable]`);
  }
});

test.skipIf(isRoot)("a file that may not be read", async () => {
  const workspace = createWorkspace({ "secret.yaml": helloManifest() });
  chmodSync(join(workspace.path, "secret.yaml"), 0o000);
  const { code, stderr } = await workspace.run(["validate", "-f", "secret.yaml"]);

  expect(code).toBe(1);
  expect(stderr).toContain("secret.yaml cannot be read: permission denied [file-unreadable]");
});

test("a byte order mark is no part of the text", async () => {
  const workspace = createWorkspace({ "longshore.yaml": `\ufeff${helloManifest()}` });

  expect((await workspace.run(["validate"])).code).toBe(0);
});

test("- reads the standard input, and its diagnostics have frames", async () => {
  const workspace = createWorkspace();
  const valid = await workspace.run(["validate", "-f", "-"], { stdin: helloManifest() });
  expect(valid).toEqual({ code: 0, stdout: "<stdin> is valid: 1 service\n", stderr: "" });

  const faulty = await workspace.run(["validate", "-f", "-"], { stdin: helloManifest("helth: /x") });
  expect(faulty.code).toBe(1);
  expect(faulty.stderr).toContain("<stdin>:8:5\n");
});

test("the standard input is not read beyond the limit", async () => {
  let pieces = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      pieces += 1;
      yield new Uint8Array(1024 * 1024).fill(0x20);
    }
  }
  const { code, stderr } = await createWorkspace().run(["validate", "-f", "-"], { stdin: endless() });

  expect(code).toBe(1);
  expect(stderr).toContain("<stdin> has more than 10 MiB [file-too-large]");
  expect(pieces).toBe(11);
});
