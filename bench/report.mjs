// The figures as text.

/** One row for each process with the budget of its time, then the budgets that are about something else. */
export function printTable(cases, results, budgets) {
  const timeBudget = (id) => budgets.find((budget) => budget.id === id && budget.what === "wall time");
  const processes = cases.map(({ id, label }) => {
    const { wallMs, fastestMs, cpuMs, peakBytes } = results.get(id);
    return [
      label,
      inMs(wallMs),
      inMs(fastestMs),
      inMs(cpuMs),
      `${(peakBytes / 1e6).toFixed(0)} MB`,
      ...verdict(timeBudget(id)),
    ];
  });
  const others = budgets
    .filter(({ what }) => what !== "wall time")
    .map((budget) => {
      const label = cases.find(({ id }) => id === budget.id)?.label;
      const what = { growth: "cost of one more service, 100 to 1,000 against 11 to 100" }[budget.id];
      return [
        what ?? (label ? `${budget.what} of ${label}` : `${budget.what}, 11 services`),
        withUnit(budget.figure, budget.unit),
        "",
        "",
        "",
        ...verdict(budget),
      ];
    });
  const header = ["", "median", "fastest", "CPU", "peak", "budget", "of budget", ""];
  console.log(`\n${table([header, ...processes, ...others])}`);
}

/** Side by side, so that it shows whether the two programs do the same work. */
export function printCounts(longshore, cdk) {
  const types = [...new Set([...Object.keys(longshore.byType), ...Object.keys(cdk.byType)])].sort();
  const rows = types.map((type) => [
    type,
    String(longshore.byType[type] ?? 0),
    String(cdk.byType[type] ?? 0),
    longshore.byType[type] === cdk.byType[type] ? "" : "differs",
  ]);
  const totals = [
    ["resources", longshore.resources, cdk.resources],
    ["exports of CloudFormation", longshore.exports, cdk.exports],
    ["stacks", longshore.stacks, cdk.stacks],
    ["kB of templates", Math.round(longshore.bytes / 1000), Math.round(cdk.bytes / 1000)],
  ].map(([what, ...numbers]) => [what, ...numbers.map(String), ""]);
  console.log(`\n${table([["11 services", "Longshore", "CDK", ""], ...totals, ...rows])}`);
}

function verdict(budget) {
  if (budget === undefined) return ["", "", ""];
  const { kept, limit, unit, share, pass } = budget;
  const sign = kept === "below" ? "<" : ">=";
  return [`${sign} ${withUnit(limit, unit)}`, `${(100 * share).toFixed(0)} %`, pass ? "pass" : "OVER"];
}

function withUnit(figure, unit) {
  if (unit === "ms") return inMs(figure);
  return unit === "x" ? `${figure.toFixed(figure < 10 ? 2 : 1)} x` : `${figure.toFixed(0)} ${unit}`;
}

function inMs(ms) {
  return `${ms.toFixed(0)} ms`;
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
