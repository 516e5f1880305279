import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project in a folder of its own, in which longshore is installed as npm would: bundled, beside jiti. */
export async function installProject(): Promise<string> {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "longshore-project-")));
  const installed = join(project, "node_modules/longshore");
  mkdirSync(installed, { recursive: true });
  writeFileSync(
    join(installed, "package.json"),
    JSON.stringify({ name: "longshore", type: "module", exports: "./dist/index.js" }),
  );
  symlinkSync(join(root, "node_modules/jiti"), join(project, "node_modules/jiti"), "junction");
  await build({
    absWorkingDir: root,
    entryPoints: ["src/cli/main.ts", "src/index.ts"],
    outdir: join(installed, "dist"),
    outbase: "src",
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["jiti"],
    banner: {
      js: 'import { createRequire as $createRequire } from "node:module";\nconst require = $createRequire(import.meta.url);',
    },
    logLevel: "error",
  });
  return project;
}

export function start(project: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const main = join(project, "node_modules/longshore/dist/cli/main.js");
  return spawn(process.execPath, [main, ...args], { cwd: project, env: { ...process.env, ...env } });
}

export async function ended(child: ChildProcess): Promise<Ended> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new TypeError("the output of the process is not piped");
  const [code, out, errors] = await Promise.all([
    new Promise<number | null>((resolve) => child.once("close", resolve)),
    text(stdout),
    text(stderr),
  ]);
  return { code, stdout: out, stderr: errors };
}
