// node --require ./bench/usage.cjs ...: writes what the process used to the file of BENCH_USAGE when it ends.
// CommonJS, because `--import` would start the loader of ES modules in processes that need none.
const { readFileSync, writeFileSync } = require("node:fs");

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, peakBytes: 1024 * (peakOfLinux() ?? maxRSS) };
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify(usage));
});

/** In KiB. Linux counts in maxRSS what the parent held when it forked; VmHWM is this program's own. */
function peakOfLinux() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) || undefined;
  } catch {
    return undefined;
  }
}
