import { expect, test } from "vitest";
import { createWorkspace, helloManifest } from "./harness.js";

const escapeCharacter = String.fromCodePoint(27);
const c1Introducer = String.fromCodePoint(0x9b);
const rightToLeft = String.fromCodePoint(0x202e);

test.each([
  ["a terminal", { columns: 100 }, true],
  ["no terminal", {}, false],
  ["NO_COLOR", { columns: 100, env: { NO_COLOR: "1" } }, false],
  ["NO_COLOR that is empty", { columns: 100, env: { NO_COLOR: "" } }, true],
  ["NO_COLOR against FORCE_COLOR", { env: { NO_COLOR: "1", FORCE_COLOR: "1" } }, false],
  ["FORCE_COLOR", { env: { FORCE_COLOR: "1" } }, true],
  ["FORCE_COLOR of 0", { columns: 100, env: { FORCE_COLOR: "0" } }, false],
  ["a dumb terminal", { columns: 100, env: { TERM: "dumb" } }, false],
])("colours on %s", async (_, surroundings, colored) => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() });
  const { stdout } = await workspace.run(["plan"], surroundings);
  const { stderr } = await workspace.run(["plan", "-e", "NOT A NAME"], surroundings);

  expect(stdout.includes(escapeCharacter)).toBe(colored);
  expect(stderr.includes(escapeCharacter)).toBe(colored);
});

test.each([
  ["before the command", ["--no-color", "plan"]],
  ["behind it", ["plan", "--no-color"]],
])("--no-color %s", async (_, args) => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() });
  const { code, stdout } = await workspace.run(args, { columns: 100 });

  expect(code).toBe(0);
  expect(stdout).not.toContain(escapeCharacter);
});

test("without its colours, a terminal is shown what a file is given", async () => {
  const workspace = createWorkspace({ "longshore.yaml": helloManifest() });
  const { stdout } = await workspace.run(["plan"]);
  const colored = await workspace.run(["plan"], { columns: 100 });

  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the test is about
  expect(colored.stdout.replaceAll(/\u001b\[\d+m/g, "")).toBe(stdout);
});

test("no value of a manifest steers the terminal", async () => {
  const evil = JSON.stringify(`${escapeCharacter}]0;owned${c1Introducer}2J${rightToLeft}`);
  const lines = [
    `command: [${evil}]`,
    `health: { container: { command: [CMD, ${evil}] } }`,
    `environment: { A: ${evil} }`,
  ];
  const workspace = createWorkspace({
    "longshore.yaml": `${helloManifest(...lines)}tags: { a: ${evil} }\n`,
    "compose.yaml": `services: { ${evil}: { image: nginx, ports: ["80:80"], environment: { ${evil}: ${evil} } } }\n`,
    "bad.yaml": `application: a\ncompose: ${evil}\n`,
  });
  const calls = [
    ["validate"],
    ["validate", "--json"],
    ["plan"],
    ["plan", "--json"],
    ["render", "cloudformation", "--json"],
    ["render", "cloudformation", "--stack", "service-web"],
    ["render", "cloudformation", "--stack", "service-web", "--format", "yaml"],
    ["plan", "-e", `dev${escapeCharacter}[31m`],
    ["plan", "-f", `dev${escapeCharacter}[31m${c1Introducer}`],
    [`plan${escapeCharacter}[31m`],
    ["plan", "compose.yaml", "--explain", "--name", "shop"],
    ["plan", "compose.yaml", "--name", `a${escapeCharacter}c`],
    ["plan", "compose.yaml", "--profile", `a${escapeCharacter}c`],
    ["plan", "bad.yaml"],
    ["import", "compose", "compose.yaml", "--explain", "--force", "--out", "longshore.yaml.new"],
    ["import", "compose", `x${escapeCharacter}c`],
    ["render", "terraform", "--json"],
    ["render", "terraform", "--only", "ecs.tf"],
    ["render", "terraform", "--only", `x${escapeCharacter}c`],
    ["plan", `--out=${escapeCharacter}[31m/x`],
    ["render", "cloudformation", "--stack", `x${escapeCharacter}c`],
  ];
  for (const args of calls) {
    const { stdout, stderr } = await workspace.run(args, { columns: 100, env: { NO_COLOR: "1" } });
    for (const text of [stdout, stderr]) {
      expect(text, args.join(" ")).not.toContain(escapeCharacter);
      expect(text, args.join(" ")).not.toContain(c1Introducer);
      expect(text, args.join(" ")).not.toContain(rightToLeft);
    }
  }
});

test("JSON that is escaped for a terminal means the same", async () => {
  const value = `a${c1Introducer}b${rightToLeft}`;
  const workspace = createWorkspace({
    "longshore.yaml": helloManifest(`environment: { A: ${JSON.stringify(value)} }`),
  });
  const onTerminal = await workspace.run(["plan", "--json"], { columns: 100 });
  const inFile = await workspace.run(["plan", "--json"]);

  expect(inFile.stdout).toContain(value);
  expect(onTerminal.stdout).not.toContain(value);
  expect(JSON.parse(onTerminal.stdout)).toEqual(JSON.parse(inFile.stdout));
});
