// The figures as text.

/** One row for each process with the budget of its time, then the budgets that are about something else. */
export function printTable(cases, results, budgets) {
  const timeBudget = (id) => budgets.find((budget) => budget.id === id && budget.what === "wall time");
  const processes = cases.map(({ id, label }) => {
    const { wallMs, fastestMs, cpuMs, peakBytes } = results.get(id);
    const times = [wallMs, fastestMs, cpuMs].map(inMs);
    return [label, ...times, withUnit(peakBytes / 1e6, "MB"), ...verdict(timeBudget(id))];
  });
  const others = budgets
    .filter(({ what }) => what !== "wall time")
    .map((budget) => [budget.what, withUnit(budget.figure, budget.unit), "", "", "", ...verdict(budget)]);
  const header = ["", "median", "fastest", "CPU", "peak", "budget", "of it", "(fastest)", ""];
  console.log(`\n${table([header, ...processes, ...others])}`);
}

/** Side by side, so that it shows whether the two programs do the same work. */
export function printCounts(longshore, cdk) {
  const types = [...new Set([...Object.keys(longshore.byType), ...Object.keys(cdk.byType)])].sort();
  const rows = types.map((type) => {
    const [ours = 0, theirs = 0] = [longshore.byType[type], cdk.byType[type]];
    return [type, String(ours), String(theirs), ours === theirs ? "" : "differs"];
  });
  const totals = [
    ["resources", longshore.resources, cdk.resources],
    ["exports of CloudFormation", longshore.exports, cdk.exports],
    ["stacks", longshore.stacks, cdk.stacks],
    ["kB of templates", Math.round(longshore.bytes / 1000), Math.round(cdk.bytes / 1000)],
  ].map(([what, ...numbers]) => [what, ...numbers.map(String), ""]);
  console.log(`\n${table([["11 services", "Longshore", "CDK", ""], ...totals, ...rows])}`);
}

function verdict(budget) {
  if (budget === undefined) return ["", "", "", ""];
  const { sign, limit, unit, share, fastest, pass } = budget;
  return [`${sign} ${withUnit(limit, unit)}`, inPercent(share), inPercent(fastest), pass ? "pass" : "OVER"];
}

function withUnit(figure, unit) {
  if (unit === "ms") return inMs(figure);
  return unit === "x" ? `${figure.toFixed(figure < 10 ? 2 : 1)} x` : `${figure.toFixed(0)} ${unit}`;
}

function inMs(ms) {
  return `${ms.toFixed(0)} ms`;
}

function inPercent(share) {
  return `${(100 * share).toFixed(0)} %`;
}

/** The first column left, numbers right. */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join("  ")
      .trimEnd();
  return rows.map(line).join("\n");
}
