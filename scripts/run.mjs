// node scripts/run.mjs <install|test|build|longshore|example> [arguments]
// Installs and builds what is missing or stale first, so that it works on a fresh clone with only git and Node.
// What it says about that goes to stderr: stdout belongs to the task.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const inRoot = (path) => join(root, path);
const buildStamp = inRoot("node_modules/.cache/longshore-build");
const buildInputs = ["src", "scripts/build.mjs", "package.json", "package-lock.json", "tsconfig.json"];

const tasks = {
  install: () => 0,
  test: (args) => runNode(["node_modules/vitest/vitest.mjs", "run", ...args]),
  build: () => runNode(["scripts/build.mjs"]),
  longshore: (args) => {
    buildWhenStale();
    return runNode([inRoot("dist/cli/main.js"), ...args], process.cwd());
  },
  example: async ([name = "nonprod-cluster", ...args]) => {
    const inExample = (verb) => [
      "dist/cli/main.js",
      ...verb,
      "--file",
      `examples/${name}/longshore.yaml`,
      ...args,
    ];
    buildWhenStale();
    const status = await runNode(inExample(["plan"]));
    if (status !== 0) return status;
    return runNode([...inExample(["render", "cloudformation"]), "--out", `examples/${name}/cloudformation`]);
  },
};

const [task, ...args] = process.argv.slice(2);
if (task === undefined || !Object.hasOwn(tasks, task)) {
  console.error(`usage: node scripts/run.mjs <${Object.keys(tasks).join("|")}> [arguments]`);
  process.exit(2);
}
installWhenStale();
process.exitCode = await tasks[task](args);

function installWhenStale() {
  if (isInstalled()) return;
  console.error("longshore: installing dependencies (npm ci)");
  // npm names its own script here; without it (plain `node scripts/run.mjs`) npm is found on the PATH.
  const npm = process.env.npm_execpath;
  const options = ["ci", "--include=dev", "--loglevel=error"];
  const result = npm?.endsWith(".js")
    ? quietly(process.execPath, [npm, ...options])
    : quietly("npm", options, { shell: process.platform === "win32" });
  stopUnlessDone("npm ci", result);
}

/** npm keeps a copy of the lock of what it really installed: each required entry must be there at its version. */
function isInstalled() {
  const installed = readPackages("node_modules/.package-lock.json");
  if (installed === undefined) return false;
  return Object.entries(readPackages("package-lock.json") ?? {}).every(
    ([path, wanted]) =>
      path === "" ||
      installed[path]?.integrity === wanted.integrity ||
      (installed[path] === undefined && (wanted.optional || wanted.devOptional || wanted.peer)),
  );
}

function readPackages(path) {
  return existsSync(inRoot(path)) ? JSON.parse(readFileSync(inRoot(path), "utf8")).packages : undefined;
}

function buildWhenStale() {
  const hash = hashOf(buildInputs.flatMap(filesBelow));
  const isFresh = existsSync(inRoot("dist/cli/main.js")) && existsSync(buildStamp);
  if (isFresh && readFileSync(buildStamp, "utf8") === hash) return;
  console.error("longshore: building dist");
  stopUnlessDone("build", quietly(process.execPath, ["scripts/build.mjs"]));
  mkdirSync(dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, hash);
}

function filesBelow(path) {
  if (!existsSync(inRoot(path))) return [];
  if (path.endsWith(".test.ts")) return [];
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(inRoot(path))
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths)
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(inRoot(path)))
      .update("\0");
  return hash.digest("hex");
}

function quietly(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, ...options });
}

function stopUnlessDone(what, { status, stdout, stderr, error }) {
  if (status === 0) return;
  console.error(
    `${stdout ?? ""}${stderr ?? ""}longshore: ${what} failed${error ? `: ${error.message}` : ""}`,
  );
  process.exit(status || 1);
}

/** The exit code. Ctrl-C reaches the child by itself, which then decides when it is done; SIGTERM is handed on. */
function runNode(nodeArgs, cwd = root) {
  const child = spawn(process.execPath, nodeArgs, { cwd, stdio: "inherit" });
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}
