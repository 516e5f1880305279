import type { CopilotRow } from "./row.js";

const heading = `# From Copilot's fields to ours

Generated from \`test/copilot\`, where every row is planned and the property that it names is looked up in the printed
template: do not edit. Types: L load-balanced web service, B backend service, W worker service, J scheduled job,
A request-driven web service, T static site. Manifest lines are laid over a web service \`api\`.
`;

/** The table of test/copilot, in Markdown. */
export function printCopilotTable(
  workloads: readonly CopilotRow[],
  environments: readonly CopilotRow[],
): string {
  return [
    heading,
    "## Workload manifests\n",
    printRows(workloads),
    "\n## Environment manifests\n",
    printRows(environments),
    "",
  ].join("\n");
}

function printRows(rows: readonly CopilotRow[]): string {
  return [
    "| Copilot | types | here | CloudFormation | remarks |",
    "| --- | --- | --- | --- | --- |",
    ...rows.map(printRow),
  ].join("\n");
}

function printRow(row: CopilotRow): string {
  const cells =
    "ours" in row
      ? [
          code(row.field),
          row.types,
          code(row.ours.replaceAll("\n", ", ")),
          printProperty(row.becomes),
          row.note ?? "",
        ]
      : [code(row.field), row.types, "none", "", `${row.because}. Instead: ${row.instead}`];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function printProperty([type, property]: readonly [string, string, string?]): string {
  return `${code(type)} ${code(property)}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
