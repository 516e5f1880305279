// Checks .dependency-cruiser.cjs and prints each violation with the reason of its rule.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { modules, summary } = cruise(["src", "test"].filter(existsSync));

const broken = summary.violations.filter(({ rule }) => rule.severity === "error");
for (const violation of broken) console.error(describe(violation));
assertEverythingWasSeen();
console.log(
  `${summary.totalCruised} modules, ${summary.totalDependenciesCruised} imports, ${broken.length} violations`,
);
process.exit(broken.length === 0 ? 0 : 1);

function cruise(folders) {
  const tool = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs";
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tool, "--config", ".dependency-cruiser.cjs", "--output-type", "json", ...folders],
    { encoding: "utf8", maxBuffer: 1 << 29 },
  );
  if (status === 0) return JSON.parse(stdout);
  console.error(stderr || stdout);
  process.exit(1);
}

function describe({ from, to, rule, cycle }) {
  const path = cycle
    ? [from, ...cycle.map((step) => step.name)].join(" -> ")
    : from === to
      ? from
      : `${from} -> ${to}`;
  const reason = summary.ruleSetUsed.forbidden.find(({ name }) => name === rule.name)?.comment;
  return `${rule.name}: ${path}\n  ${reason}`;
}

/** A cruiser that cannot read TypeScript finds no modules and thus no violations. */
function assertEverythingWasSeen() {
  const seen = new Set(modules.map(({ source }) => source));
  const missed = readdirSync("src", { recursive: true })
    .map((path) => `src/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".ts") && !seen.has(path));
  if (missed.length === 0 && summary.totalCruised > 0 && summary.totalDependenciesCruised > 0) return;
  console.error(
    `dependency-cruiser saw ${seen.size} modules and missed: ${missed.join(", ") || "all imports"}`,
  );
  process.exit(1);
}
