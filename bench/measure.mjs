// Runs whole processes and measures them: wall time from outside, CPU time and memory in runs of their own, since
// the preload that reads them costs a millisecond or two.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const preload = fileURLToPath(new URL("usage.cjs", import.meta.url));

/** As a user's shell has it: NODE_EXTRA_CA_CERTS alone costs Node 20 80 ms at every start. */
const strippedVariables = [
  "NODE_EXTRA_CA_CERTS",
  "NODE_OPTIONS",
  "NODE_COMPILE_CACHE",
  "NODE_V8_COVERAGE",
  "CDK_VALIDATION",
];
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !strippedVariables.includes(name)),
);

/**
 * Measures all cases in turn, one run each per round, so that a machine that slows down slows all of them.
 *
 * @param cases { id, args, env?, out?, runs }: arguments for node; the folder that it writes
 * @param options where to note the usage of a process; the time after which no further round starts
 */
export function measureAll(cases, { folder, deadlineMs, onProgress }) {
  const results = new Map(cases.map(({ id }) => [id, { wallMs: [], usages: [] }]));
  const started = performance.now();
  const rounds = Math.max(...cases.map(({ runs }) => runs));
  const usageFile = join(folder, "usage.json");
  const once = (each, env, nodeArgs = []) => {
    if (each.out) rmSync(each.out, { recursive: true, force: true });
    onProgress(each.id);
    const begin = performance.now();
    run([...nodeArgs, ...each.args], { ...environment, ...each.env, ...env });
    return performance.now() - begin;
  };
  for (const each of cases) once(each); // warms the file cache
  for (let round = 0; round < rounds; round += 1) {
    if (round >= fewestRuns && performance.now() - started > deadlineMs) break;
    for (const each of cases) {
      if (round < each.runs) results.get(each.id).wallMs.push(once(each));
    }
  }
  for (const each of cases) {
    for (let count = 0; count < (each.runs > fewestRuns ? fewestRuns : 1); count += 1) {
      once(each, { BENCH_USAGE: usageFile }, ["--require", preload]);
      results.get(each.id).usages.push(JSON.parse(readFileSync(usageFile, "utf8")));
    }
  }
  return new Map([...results].map(([id, result]) => [id, summarise(result)]));
}

const fewestRuns = 3;

function run(args, env) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, { env, maxBuffer: 1 << 28 });
  if (status === 0) return;
  throw new Error(`node ${args.join(" ")} ended with ${status}: ${error ?? ""}${stdout}${stderr}`);
}

function summarise({ wallMs, usages }) {
  return {
    wallMs: median(wallMs),
    fastestMs: Math.min(...wallMs),
    cpuMs: median(usages.map(({ cpuMs }) => cpuMs)),
    peakBytes: Math.max(...usages.map(({ peakBytes }) => peakBytes)),
    runs: wallMs,
  };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
