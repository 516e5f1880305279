import type { Field } from "../fields.js";
import type { Column } from "../table.js";

/** One part of the view of a plan, before it is printed. */
export interface Section {
  readonly title: string;
  /** Follows the title in a quieter voice. */
  readonly note?: string;
  readonly content:
    | { readonly type: "fields"; readonly fields: readonly Field[] }
    | {
        readonly type: "table";
        readonly columns: readonly Column[];
        readonly rows: readonly (readonly string[])[];
      };
}

export function fieldSection(
  title: string,
  note: string | undefined,
  fields: readonly Field[],
): readonly Section[] {
  if (fields.length === 0) return [];
  return [{ title, ...(note !== undefined && { note }), content: { type: "fields", fields } }];
}

export function tableSection(
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly Section[] {
  return rows.length === 0 ? [] : [{ title, content: { type: "table", columns, rows } }];
}
