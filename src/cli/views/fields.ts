import { displayWidth, padEndToWidth } from "./display-width.js";
import { printableLine } from "./printable.js";
import { wrap } from "./wrap.js";

/** A name and what is to be said of it, each text on lines of its own. */
export interface Field {
  readonly label: string;
  readonly values: readonly string[];
}

/** Nothing to say is no field. */
export function field(label: string, ...values: readonly (string | undefined)[]): readonly Field[] {
  const said = values.flatMap((value) => (value === undefined || value === "" ? [] : [value]));
  return said.length === 0 ? [] : [{ label, values: said }];
}

/** Labels to the left, values wrapped in a column to the right. */
export function printFields(
  fields: readonly Field[],
  options: {
    readonly width: number;
    readonly indent: number;
    readonly labelWidth: number;
    readonly label: (text: string) => string;
  },
): string {
  const before =
    options.indent + Math.max(options.labelWidth, ...fields.map((each) => displayWidth(each.label))) + 2;
  const lines = fields.flatMap(({ label, values }) =>
    values
      .flatMap((value) => wrap(printableLine(value), Math.max(20, options.width - before)))
      .map((line, index) => {
        const start = padEndToWidth(index === 0 ? label : "", before - options.indent);
        return `${" ".repeat(options.indent)}${options.label(start)}${line}`;
      }),
  );
  return lines.map((line) => `${line}\n`).join("");
}
