import { expect, test } from "vitest";
import { createWorkspace } from "./harness.js";

const manifest = '{ application: "hello", services: { web: { image: "nginx", port: 80, route: "/*" } } }';

test.each([
  ["a default export", "longshore.config.ts", `const port: number = 80;\nexport default ${manifest};`],
  ["an export named manifest", "a.mjs", `export const manifest = ${manifest};`],
  ["a promise", "a.mts", `export default Promise.resolve(${manifest});`],
  [
    "types of TypeScript",
    "b.mts",
    `interface X { a: 1 }\nexport default ${manifest} satisfies object as object;`,
  ],
  ["JavaScript", "a.js", `export default ${manifest};`],
])("%s is read", async (_, file, text) => {
  const workspace = createWorkspace({ [file]: text, "package.json": '{ "type": "module" }' });
  const { code, stdout, stderr } = await workspace.run(["validate", "-f", file]);

  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${file} is valid: 1 service\n`, stderr: "" });
});

test("longshore.config.ts is found by itself", async () => {
  const workspace = createWorkspace({ "longshore.config.ts": `export default ${manifest};` });

  expect((await workspace.run(["validate"])).stdout).toBe("longshore.config.ts is valid: 1 service\n");
});

test.each([
  ["a function", "export default () => ({});", "exports a function [not-plain-data]"],
  ["nothing", "export const other = 1;", "exports no manifest [empty-document]"],
  ["a failure", 'throw new TypeError("no database");', "failed: no database [config-failed]"],
  ["a failure without an error", "throw null;", "failed: null [config-failed]"],
  ["a rejected promise", 'export default Promise.reject(new Error("no"));', "failed: no [config-failed]"],
  ["a missing import", 'import "no-such-package";', "no-such-package"],
  ["no program", "export default {{", "failed: "],
])("a config with %s is a fault of the config", async (_, text, message) => {
  const { code, stdout, stderr } = await createWorkspace({ "faulty.mjs": text }).run([
    "plan",
    "-f",
    "faulty.mjs",
  ]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("error: faulty.mjs ");
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test("faults of the manifest are named by file and path, those of the planner too", async () => {
  const text = `export default { application: "hello", services: { web: { image: "nginx", prt: 80, route: "/*" } } };`;
  const unknown = await createWorkspace({ "a.mjs": text }).run(["validate", "-f", "a.mjs"]);
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toContain("a.mjs (services.web.prt)");

  const unplannable = text.replace("prt: 80", 'port: 80, connects: ["db"]');
  const planned = await createWorkspace({ "a.mjs": unplannable }).run(["validate", "-f", "a.mjs"]);
  expect(planned.code).toBe(1);
  expect(planned.stderr).toContain("a.mjs (services.web.connects[0])");
});
