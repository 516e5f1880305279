import { expect, test } from "vitest";
import { run } from "../../src/cli/run.js";

/** Printing the version fails, which nobody foresees. */
async function runBroken(env: Readonly<Record<string, string>>): Promise<{ code: number; stderr: string }> {
  let stderr = "";
  const code = await run(["--version"], {
    cwd: "/",
    env,
    stdin: (async function* () {})(),
    stdout: {
      isTerminal: false,
      write: () => {
        throw new RangeError("out of bounds");
      },
    },
    stderr: {
      isTerminal: false,
      write: (text) => {
        stderr += text;
      },
    },
  });
  return { code, stderr };
}

test("an unforeseen failure is ours: 70, a request to report it, and no trace", async () => {
  const { code, stderr } = await runBroken({});

  expect(code).toBe(70);
  expect(stderr).toMatch(
    /^error: longshore \d+\.\d+\.\d+ met a fault of its own: out of bounds \[internal\]\n/,
  );
  expect(stderr).toContain("please report it with this version and the manifest");
  expect(stderr).not.toMatch(/^\s+at /m);
});

test("LONGSHORE_DEBUG=1 adds the trace", async () => {
  expect((await runBroken({ LONGSHORE_DEBUG: "1" })).stderr).toMatch(/^\s+at /m);
  expect((await runBroken({ LONGSHORE_DEBUG: "" })).stderr).not.toMatch(/^\s+at /m);
});
