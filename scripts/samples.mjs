// Writes every expected artefact of test/samples anew. Read the diff line by line before you commit it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const { status } = spawnSync(process.execPath, ["scripts/run.mjs", "test", "test/samples.test.ts"], {
  cwd: fileURLToPath(new URL("..", import.meta.url)),
  env: { ...process.env, UPDATE_SAMPLES: "1" },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
