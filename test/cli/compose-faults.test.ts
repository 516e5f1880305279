import { execFileSync } from "node:child_process";
import { mkdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWorkspace, type Workspace } from "./harness.js";

const web = "services: { web: { image: nginx, ports: ['80:80'] } }\n";

/** Every way to give a compose file: as it is, beneath a manifest, and to be imported. */
const ways: readonly (readonly [string, readonly string[]])[] = [
  ["plan", ["plan", "compose.yaml"]],
  ["validate", ["validate", "compose.yaml"]],
  ["a manifest", ["plan", "-f", "shop.yaml"]],
  ["render", ["render", "terraform", "compose.yaml", "--out", "out"]],
  ["import", ["import", "compose", "compose.yaml"]],
];

function withManifest(files: Readonly<Record<string, string>>): Workspace {
  return createWorkspace({ "shop.yaml": "application: shop\ncompose: compose.yaml\n", ...files });
}

const faults: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
  ["does not exist", {}, "compose.yaml does not exist"],
  ["is not YAML", { "compose.yaml": "services: [\n  web: {" }, "compose.yaml:"],
  ["is no map", { "compose.yaml": "- a\n- b\n" }, "compose.yaml:1:1"],
  ["is empty", { "compose.yaml": "" }, "[empty-document]"],
  ["has no services", { "compose.yaml": "services: {}\n" }, "[missing-key]"],
  ["is a manifest", { "compose.yaml": "application: shop\nregion: eu-west-1\n" }, "compose.yaml:1:1"],
  ["includes what is missing", { "compose.yaml": `include: [gone.yml]\n${web}` }, "gone.yml does not exist"],
  ["includes itself", { "compose.yaml": `include: [compose.yaml]\n${web}` }, "[compose-cycle]"],
  [
    "includes in a circle",
    { "compose.yaml": `include: [b.yml]\n${web}`, "b.yml": `include: [compose.yaml]\n${web}` },
    "b.yml:1:11",
  ],
  [
    "extends in a circle",
    { "compose.yaml": "services: { a: { extends: b }, b: { extends: a } }\n" },
    "[compose-cycle]",
  ],
];

test.each(
  faults.flatMap(([fault, files, message]) =>
    ways.map(([way, args]) => [fault, way, files, args, message] as const),
  ),
)("a compose file that %s is refused by %s", async (_, __, files, args, message) => {
  const workspace = withManifest(files);
  const before = workspace.files();
  const { code, stdout, stderr } = await workspace.run(args);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("[internal]");
  expect(workspace.files()).toEqual(before);
});

test.each(ways)("a folder, a huge file and other text are refused by %s", async (_, args) => {
  const folder = withManifest({});
  mkdirSync(join(folder.path, "compose.yaml"));
  expect(await folder.run(args)).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("compose.yaml is a directory [file-is-directory]"),
  });

  const huge = withManifest({ "compose.yaml": "" });
  truncateSync(join(huge.path, "compose.yaml"), 50 * 1024 * 1024);
  expect(await huge.run(args)).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("compose.yaml has 50 MiB [file-too-large]"),
  });

  const latin = withManifest({});
  latin.write("compose.yaml", Buffer.from("name: caf\xe9", "latin1"));
  expect(await latin.run(args)).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringContaining("compose.yaml is not UTF-8 text [file-unreadable]"),
  });
});

test.skipIf(process.platform === "win32").each(ways)("a pipe does not hang %s", async (_, args) => {
  const workspace = withManifest({});
  execFileSync("sh", ["-c", 'mkfifo "$1"', "sh", join(workspace.path, "compose.yaml")]);
  const { code, stderr } = await workspace.run(args);

  expect(code).toBe(1);
  expect(stderr).toContain("compose.yaml is not a regular file [file-unreadable]");
});

test("a file that is included by a folder's name is refused where it is written", async () => {
  const workspace = withManifest({ "compose.yaml": `include: [parts]\n${web}`, "parts/x": "" });
  const { code, stderr } = await workspace.run(["plan", "compose.yaml"]);

  expect(code).toBe(1);
  expect(stderr).toContain(
    "parts is a directory [file-is-directory]\n  compose.yaml:1:11\n> 1 | include: [parts]\n",
  );
});

test("without any file, both kinds were looked for; an import looks for compose files", async () => {
  const workspace = createWorkspace();
  const plan = await workspace.run(["plan"]);
  expect(plan).toMatchObject({ code: 1, stderr: expect.stringContaining("docker-compose.yml in") });

  const { code, stdout, stderr } = await workspace.run(["import", "compose"]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("error: there is no compose file in this folder [file-missing]");
  expect(stderr).toContain("longshore import compose path/to/docker-compose.yml");
});
