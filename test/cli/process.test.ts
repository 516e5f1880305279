import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { helloManifest } from "./harness.js";
import { type Ended, ended, installProject, start } from "./installed.js";

let project = "";

beforeAll(async () => {
  project = await installProject();
  writeFileSync(join(project, "longshore.yaml"), helloManifest());
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

function longshore(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ended> {
  return ended(start(project, args, env));
}

function shell(command: string): Promise<Ended> {
  const main = join(project, "node_modules/longshore/dist/cli/main.js");
  const script = `longshore() { "${process.execPath}" "${main}" "$@"; }\n${command}`;
  return ended(spawn("bash", ["-o", "pipefail", "-c", script], { cwd: project }));
}

test("the process ends with the exit code", async () => {
  const [valid, faulty, usage] = await Promise.all([
    longshore(["validate"]),
    longshore(["validate", "-f", "nothing.yaml"]),
    longshore(["valdate"]),
  ]);
  expect(valid).toEqual({ code: 0, stdout: "longshore.yaml is valid: 1 service\n", stderr: "" });
  expect(faulty.code).toBe(1);
  expect(usage.code).toBe(2);
});

test("the standard input is read", async () => {
  const child = start(project, ["validate", "-f", "-"]);
  child.stdin?.end(helloManifest());

  expect(await ended(child)).toEqual({ code: 0, stdout: "<stdin> is valid: 1 service\n", stderr: "" });
});

test.skipIf(process.platform === "win32")("a reader that has seen enough is no failure", async () => {
  const outcome = await shell("longshore render cloudformation --json | head -c 1");

  expect(outcome).toEqual({ code: 0, stdout: "{", stderr: "" });
});

test.skipIf(process.platform === "win32")("closed outputs are no failure", async () => {
  expect((await shell("longshore plan >&-")).code).toBe(0);
  expect((await shell("longshore valdate 2>&-")).code).toBe(2);
});

test.skipIf(process.platform !== "linux")("results that cannot be delivered are a failure", async () => {
  const { code, stderr } = await shell("longshore plan --json > /dev/full");

  expect(code).toBe(1);
  expect(stderr).toBe("error: the results cannot be written: no space is left on the device\n");
});

test("a config imports longshore, and may leave timers behind", async () => {
  writeFileSync(
    join(project, "shop.config.ts"),
    `import { defineManifest } from "longshore";
setInterval(() => {}, 1000);
const port: number = 80;
export default defineManifest({ application: "shop", services: { web: { image: "nginx", port, route: "/*" } } });
`,
  );
  const outcome = await longshore(["validate", "-f", "shop.config.ts"]);

  expect(outcome).toEqual({ code: 0, stdout: "shop.config.ts is valid: 1 service\n", stderr: "" });
});

test.each(["export default new Promise(() => {});", "await new Promise(() => {});"])(
  "a config that never settles ends (%s)",
  async (config) => {
    writeFileSync(join(project, "endless.mjs"), config);
    const { code, stderr } = await longshore(["plan", "-f", "endless.mjs"]);

    expect(code).toBe(1);
    expect(stderr).toContain("endless.mjs exports a promise that never settles");
  },
);

test("a fault of ours ends with 70, and shows a trace only when it is asked for", async () => {
  writeFileSync(
    join(project, "broken.mjs"),
    `setTimeout(() => { throw new RangeError("out of bounds"); });\nawait new Promise((done) => setTimeout(done, 500));\nexport default {};\n`,
  );
  const [plain, debug] = await Promise.all([
    longshore(["plan", "-f", "broken.mjs"]),
    longshore(["plan", "-f", "broken.mjs"], { LONGSHORE_DEBUG: "1" }),
  ]);
  expect({ code: plain.code, stdout: plain.stdout }).toEqual({ code: 70, stdout: "" });
  expect(plain.stderr).toMatch(
    /^error: longshore \d+\.\d+\.\d+ met a fault of its own: out of bounds \[internal\]/,
  );
  expect(plain.stderr).toContain("please report it");
  expect(plain.stderr).not.toMatch(/^\s+at /m);
  expect(debug.code).toBe(70);
  expect(debug.stderr).toMatch(/^\s+at /m);
});
