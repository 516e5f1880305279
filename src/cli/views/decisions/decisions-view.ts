import type { Decision } from "../../../compose/index.js";
import type { Palette } from "../../session.js";
import { type Field, field, printFields } from "../fields.js";
import { groupBy } from "../plan/group.js";
import { quantity } from "../quantity.js";
import { type Column, printTable } from "../table.js";
import { type DecidedService, type DecisionGroups, groupDecisions } from "./decision-groups.js";

interface DecisionsViewOptions {
  readonly palette: Palette;
  /** Columns that a line may have. */
  readonly width: number;
}

/** How many decisions of which kind were made, and which services do not run. */
export function printDecisionCounts(
  decisions: readonly Decision[],
  { palette, width }: DecisionsViewOptions,
): string {
  const groups = groupDecisions(decisions);
  const fields: readonly Field[] = [
    ...field("variables", counts(groups.variables.map(({ becomes }) => becomes))),
    ...field("services", describeServices(groups.services)),
    ...field("besides", counts(groups.others.map(({ about }) => about))),
  ];
  const heading = palette.bold(`${quantity(decisions.length, "decision")} on what compose files leave open`);
  const listed = printFields(fields, { width, indent: 2, labelWidth: 9, label: palette.cyan });
  return `${heading}\n${listed}`;
}

/** Every decision and its reason. */
export function printDecisions(decisions: readonly Decision[], options: DecisionsViewOptions): string {
  const { variables, services, others } = groupDecisions(decisions);
  const table = (title: string, columns: readonly string[], rows: readonly (readonly string[])[]): string =>
    rows.length === 0 ? "" : printGroup(title, columns, rows, options);
  return [
    table(
      "Variables",
      ["service", "variable", "becomes", "why"],
      variables.map(({ owner, name, becomes, reason }) => [owner, name, becomes, reason]),
    ),
    table(
      "Services",
      ["service", "fate", "why"],
      services.map(({ name, becomes, reason }) => [name, becomes, reason]),
    ),
    table(
      "Besides",
      ["path", "why"],
      others.map(({ path, reason }) => [path, reason]),
    ),
  ]
    .filter((text) => text !== "")
    .join("\n");
}

function printGroup(
  title: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  { palette, width }: DecisionsViewOptions,
): string {
  const columns: readonly Column[] = titles.map((each) => ({ title: each }));
  return `${palette.bold(title)}\n${printTable(columns, rows, { width, indent: 2, title: palette.dim })}`;
}

/** `2 in the environment, 1 secret`. */
function counts(things: readonly string[]): string {
  const groups = [...groupBy(things, (thing) => thing)];
  return groups.map(([thing, { length }]) => adverbs[thing]?.(length) ?? quantity(length, thing)).join(", ");
}

const adverbs: Readonly<Record<string, (count: number) => string>> = {
  environment: (count) => `${count} in the environment`,
  "left-out": (count) => `${count} left out`,
};

/** Those that run are counted, the others named. */
function describeServices(services: DecisionGroups["services"]): string {
  const fates = groupBy<DecidedService>(services, ({ becomes }) => becomes);
  return [...fates]
    .map(([fate, found]) => {
      const names = fate === "runs" ? "" : ` (${found.map(({ name }) => name).join(", ")})`;
      return `${found.length} ${fate === "runs" && found.length > 1 ? "run" : fate}${names}`;
    })
    .join(", ");
}
