// npm run bench -- [--runs N] [--full] [--json] [--stages]
// Whole processes against the budgets: Longshore, bare Node, and the same fleet as a CDK app. See README.md.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { judge } from "./budgets.mjs";
import { countTemplates } from "./count.mjs";
import { manifestOf } from "./fleet.mjs";
import { measureAll } from "./measure.mjs";
import { printCounts, printTable } from "./report.mjs";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "9" },
    full: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    stages: { type: "boolean", default: false },
  },
});
const runs = Number(options.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error("usage: npm run bench -- [--runs N] [--full] [--json] [--stages], N at least 1");
  process.exit(2);
}
const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const sizes = [1, 11, 100, 1000];
/** What takes seconds is run less often. */
const fewRuns = Math.min(runs, 3);

buildWhenStale();
if (options.stages) {
  const stages = fileURLToPath(new URL("stages.mjs", import.meta.url));
  process.exit(spawnSync(process.execPath, [stages], { stdio: "inherit" }).status ?? 1);
}
const folder = mkdtempSync(join(tmpdir(), "longshore-bench-"));
try {
  const cases = [...longshoreCases(), ...cdkCases()];
  const deadlineMs = options.full ? 600_000 : 100_000;
  const results = measureAll(cases, { folder, deadlineMs, onProgress: showProgress });
  showProgress("");
  const counts = Object.fromEntries(
    cases.filter(({ out }) => out).map(({ id, out }) => [id, countTemplates(out)]),
  );
  report(cases, results, counts);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function buildWhenStale() {
  const args = [inRoot("scripts/run.mjs"), "longshore", "--version"];
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) process.exit(status ?? 1);
}

function longshoreCases() {
  const main = inRoot("dist/cli/main.js");
  const manifests = new Map(
    sizes.map((size) => {
      const file = join(folder, `fleet-${size}.yaml`);
      writeFileSync(file, manifestOf(size));
      return [size, file];
    }),
  );
  return [
    { id: "node", label: "node -e 0", args: ["-e", "0"], runs },
    { id: "help", label: "longshore --help", args: [main, "--help"], runs },
    {
      id: "validate-11",
      label: "longshore validate, 11 services",
      args: [main, "validate", "-f", manifests.get(11)],
      runs,
    },
    ...sizes.map((size) => {
      const out = folderFor(`longshore-${size}`);
      const args = [main, "render", "cloudformation", "-f", manifests.get(size), "--out", out];
      const label = `longshore render cloudformation, ${counted(size)}`;
      return { id: `render-${size}`, label, args, out, runs };
    }),
    ...sizes.slice(1).map((size) => {
      const args = [
        main,
        "render",
        "terraform",
        "-f",
        manifests.get(size),
        "--out",
        folderFor(`terraform-${size}`),
      ];
      return {
        id: `terraform-${size}`,
        label: `longshore render terraform, ${counted(size)}`,
        args,
        runs: fewRuns,
      };
    }),
  ];
}

function cdkCases() {
  const app = fileURLToPath(new URL("cdk-app.mjs", import.meta.url));
  return [1, 11, ...(options.full ? [100] : [])].flatMap((size) =>
    [
      { id: `cdk-${size}-plain`, how: "no validation", env: { CDK_VALIDATION: "false" } },
      { id: `cdk-${size}`, how: "as it comes", env: {} },
    ].map(({ id, how, env }) => {
      const out = folderFor(id);
      const args = [app, "--services", String(size), "--out", out];
      return { id, label: `CDK app, ${counted(size)}, ${how}`, args, env, out, runs: fewRuns };
    }),
  );
}

function folderFor(id) {
  const path = join(folder, id);
  mkdirSync(path);
  return path;
}

function counted(size) {
  return `${size.toLocaleString("en")} service${size === 1 ? "" : "s"}`;
}

function report(cases, results, counts) {
  const [cpu] = cpus();
  const machine = {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpus: availableParallelism(),
    model: cpu?.model.trim() ?? "unknown",
    load: loadavg()[0],
  };
  const budgets = judge(results);
  if (options.json) {
    const measured = cases.map(({ id, label }) => ({ id, label, ...results.get(id) }));
    console.log(JSON.stringify({ machine, cases: measured, budgets, counts }, null, 2));
    return;
  }
  const { node, platform, model, load } = machine;
  console.log(
    `Node ${node}, ${platform}, ${machine.cpus} CPUs (${model}), load ${load.toFixed(1)} at the end`,
  );
  if (load > machine.cpus) console.log("Other programs kept the machine busy: trust the fastest runs.");
  printTable(cases, results, budgets);
  printCounts(counts["render-11"], counts["cdk-11"]);
}

function showProgress(id) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${id}`);
}
