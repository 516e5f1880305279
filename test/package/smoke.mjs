// Packs longshore, installs the tarball into an empty project and uses it there as a user would.
// node test/package/smoke.mjs [--matrix]   --matrix (or CI) repeats the use on each Node release line.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const exported = ["parseManifest", "resolve", "renderCloudFormation"];
const nodeLines = ["20", "22", "24", "26"];
const sizeLimit = 25_000_000; // bytes on disk, with dependencies
const attwOptions = ["--profile", "esm-only", "--exclude-entrypoints", "./schema.json"];
const yamlManifest = `application: hello
region: eu-west-1
services: { web: { image: public.ecr.aws/nginx/nginx:1.27, port: 80, route: "/*" } }
`;
const typescriptManifest = `const application: string = "hello";
export default {
  application,
  region: "eu-west-1",
  services: { web: { image: "public.ecr.aws/nginx/nginx:1.27", port: 80, route: "/*" } },
};
`;

const root = fileURLToPath(new URL("../..", import.meta.url));
const wantsMatrix = process.argv.includes("--matrix") || Boolean(process.env.CI);
const execute = promisify(execFile);

const scratch = await realpath(await mkdtemp(join(tmpdir(), "longshore-package-")));
try {
  await main();
} catch (error) {
  console.error(error.stack);
  console.error(`${error.stdout ?? ""}${error.stderr ?? ""}`.trim());
  process.exitCode = 1;
} finally {
  await rm(scratch, { recursive: true, force: true });
}

async function main() {
  const tarball = await pack();
  const project = await createProject("user", { longshore: `file:${tarball}` });
  const { devDependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const peers = Object.fromEntries(
    ["aws-cdk-lib", "constructs"].map((name) => [name, devDependencies[name]]),
  );
  const app = await createProject("app", { longshore: `file:${tarball}`, ...peers });
  const [, , , ...nodes] = await allDone([
    installation(project),
    installation(app),
    judge(tarball),
    ...(wantsMatrix ? nodeLines.map(installNode) : [process.execPath]),
  ]);
  await checkSize(project);
  await checkTypes(project);
  for (const node of nodes) {
    await use(project, node);
    await checkConstruct(node, app);
  }
}

/** Like Promise.all, but nothing is still running, and writing, when it throws. */
async function allDone(promises) {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

async function pack() {
  await access(join(root, "dist/cli/main.js")).catch(() => assert.fail("dist is missing: npm run build"));
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", scratch];
  const packed = Object.values(JSON.parse((await npm(args, root)).stdout))[0];
  const size = (bytes) => `${Math.round(bytes / 1000)} kB`;
  say(
    `${packed.filename}: ${size(packed.size)}, ${packed.files.length} files, ${size(packed.unpackedSize)} unpacked`,
  );
  return join(scratch, packed.filename);
}

async function createProject(name, dependencies) {
  const folder = join(scratch, name);
  const allowScripts = { node: true };
  await mkdir(folder);
  await writeFile(
    join(folder, "package.json"),
    JSON.stringify({ private: true, type: "module", dependencies, allowScripts }),
  );
  return folder;
}

function installation(project) {
  return npm(["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"], project);
}

/** npm's `node` package brings the executable of a release line. */
async function installNode(line) {
  const project = await createProject(`node-${line}`, { node: line });
  await installation(project);
  return join(project, "node_modules/node/bin/node");
}

async function judge(tarball) {
  const publint = join(root, "node_modules/publint/src/cli.js");
  const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  await run(process.execPath, [publint, "run", tarball, "--strict"]);
  await run(process.execPath, [attw, tarball, ...attwOptions]);
  say("publint and attw: nothing to report");
}

async function checkSize(project) {
  const bytes = await sizeOf(join(project, "node_modules"));
  say(`installed with dependencies: ${(bytes / 1e6).toFixed(1)} MB`);
  assert.ok(bytes < sizeLimit, `the installation must stay below ${sizeLimit / 1e6} MB`);
}

async function sizeOf(folder) {
  const paths = (await readdir(folder, { recursive: true })).map((path) => join(folder, path));
  const stats = await Promise.all(paths.map((path) => stat(path)));
  return stats.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}

/** The declarations must stand without the packages that were bundled, such as zod. */
async function checkTypes(project) {
  await writeFile(
    join(project, "use.ts"),
    `import * as longshore from "longshore";\nexport { longshore };\n`,
  );
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "use.ts"];
  for (const compiler of ["typescript", "ts7"]) {
    await run(process.execPath, [join(root, "node_modules", compiler, "bin/tsc"), ...options], {
      cwd: project,
    });
  }
  say("the declarations compile on their own");
}

async function use(project, node) {
  const version = (await run(node, ["--version"])).stdout.trim();
  const inYaml = await manifestFolder(project, `yaml-${version}`, "longshore.yaml", yamlManifest);
  const inTypescript = await manifestFolder(
    project,
    `ts-${version}`,
    "longshore.config.ts",
    typescriptManifest,
  );

  await checkHelp(node, project);
  await checkLibrary(node, project);
  await checkCommands(node, project, inYaml);
  await checkCommands(node, project, inTypescript);
  say(`Node ${version}: library and command line work`);
}

async function manifestFolder(project, name, file, text) {
  const folder = join(project, name);
  await mkdir(folder);
  await writeFile(join(folder, file), text);
  return folder;
}

async function checkHelp(node, project) {
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  assert.match(await longshore(node, project, ["--help"]), /usage: longshore/i);
  assert.equal((await longshore(node, project, ["--version"])).trim(), version);
  assert.equal(
    await exitCode(longshore(node, project, ["no-such-command"])),
    2,
    "an unknown command is a usage error",
  );
}

async function checkLibrary(node, project) {
  const script = `console.log(JSON.stringify(Object.keys(await import("longshore"))))`;
  const { stdout } = await run(node, ["--input-type=module", "--eval", script], { cwd: project });
  const names = JSON.parse(stdout);
  assert.deepEqual(
    exported.filter((name) => !names.includes(name)),
    [],
    "the library lacks exports",
  );
}

/** `longshore/cdk` beside the aws-cdk-lib of its user, from an ESM and from a CommonJS app. */
async function checkConstruct(node, project) {
  const app = `
    const { App, Stack } = cdk;
    const stack = new Stack(new App(), "Stack");
    const manifest = { file: "longshore.yaml", text: ${JSON.stringify(yamlManifest)} };
    new longshore.Longshore(stack, "Hello", { manifest }).service("web");
    const { Resources } = stack.node.root.synth().getStackByName("Stack").template;
    console.log(Resources.ServiceWebService.Type);`;
  const env = { ...process.env, CDK_VALIDATION: "false" };
  const imported = `import * as cdk from "aws-cdk-lib"; import * as longshore from "longshore/cdk"; ${app}`;
  const required = `const cdk = require("aws-cdk-lib"); const longshore = require("longshore/cdk"); ${app}`;
  for (const [type, script] of Object.entries({ module: imported, commonjs: required })) {
    const { stdout } = await run(node, [`--input-type=${type}`, "--eval", script], { cwd: project, env });
    assert.equal(stdout.trim(), "AWS::ECS::Service", `the construct works in a ${type} app`);
  }
}

async function checkCommands(node, project, folder) {
  await longshore(node, project, ["validate"], folder);
  assert.equal(typeof JSON.parse(await longshore(node, project, ["plan", "--json"], folder)), "object");
  await longshore(node, project, ["render", "cloudformation", "--out", "out"], folder);
  const templates = await readdir(join(folder, "out"), { recursive: true });
  assert.ok(templates.length > 0, "render wrote no template");
}

async function longshore(node, project, args, cwd = project) {
  const { stdout } = await run(node, [join(project, "node_modules/longshore/dist/cli/main.js"), ...args], {
    cwd,
  });
  return stdout;
}

function run(command, args, options) {
  return execute(command, args, { maxBuffer: 1 << 26, ...options });
}

function exitCode(running) {
  return running.then(
    () => 0,
    (error) => error.code,
  );
}

function npm(args, cwd) {
  const script = process.env.npm_execpath;
  return script?.endsWith(".js")
    ? run(process.execPath, [script, ...args], { cwd })
    : run("npm", args, { cwd, shell: process.platform === "win32" });
}

function say(line) {
  console.log(`  ${line}`);
}
