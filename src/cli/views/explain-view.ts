import type { ExplainedField } from "../explain/explain-fields.js";
import type { Palette } from "../session.js";
import { printTable } from "./table.js";

interface ExplainViewOptions {
  readonly palette: Palette;
  /** Columns that a line may have. */
  readonly width: number;
  readonly environment?: string | undefined;
}

/** Each field in a line: its value, and where it comes from. */
export function printExplanation(fields: readonly ExplainedField[], options: ExplainViewOptions): string {
  const rows = fields.map((field) => [
    field.path,
    printValue(field),
    printSource(field, options.environment),
  ]);
  const columns = [{ title: "field" }, { title: "value" }, { title: "from" }];
  return printTable(columns, rows, { width: options.width, indent: 0, title: options.palette.dim });
}

/** A field as data: the place in the words of an editor. */
export function describeExplained({ span, ...field }: ExplainedField): object {
  return {
    ...field,
    ...(span !== undefined && { file: span.file, line: span.start.line, column: span.start.column }),
  };
}

const longest = 60;

function printValue({ value, unit }: ExplainedField): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const short = text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
  return unit === undefined ? short : `${short} ${unit}`;
}

function printSource({ from, span, reason }: ExplainedField, environment: string | undefined): string {
  const place = span === undefined ? "" : `${span.file}:${span.start.line}`;
  if (from === "profile" || from === "default")
    return from === "default" ? `default: ${reason}` : `${reason}`;
  const who = from === "environment" ? `environment ${environment}` : from === "compose" ? "compose" : "";
  const where = [place, who === "" ? "" : `(${who})`].filter((part) => part !== "").join(" ");
  return [where === "" ? from : where, ...(reason === undefined ? [] : [reason])].join(": ");
}
