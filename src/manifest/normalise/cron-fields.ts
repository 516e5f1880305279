/** A field of a cron expression: its bounds, and names that stand for numbers. */
export interface CronField {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Number of the first name. */
  readonly names?: readonly string[];
  readonly firstName?: number;
}

const monthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
/** In the order of both: 0 in cron, 1 in AWS. */
export const dayNames: readonly string[] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

export const minuteField: CronField = { name: "minute", min: 0, max: 59 };
export const hourField: CronField = { name: "hour", min: 0, max: 23 };
export const dayField: CronField = { name: "day of the month", min: 1, max: 31 };
export const monthField: CronField = { name: "month", min: 1, max: 12, names: monthNames, firstName: 1 };
/** 0 and 7 are Sunday. */
export const cronWeekdayField: CronField = {
  name: "day of the week",
  min: 0,
  max: 7,
  names: dayNames,
  firstName: 0,
};
/** 1 is Sunday. */
export const awsWeekdayField: CronField = {
  name: "day of the week",
  min: 1,
  max: 7,
  names: dayNames,
  firstName: 1,
};
export const yearField: CronField = { name: "year", min: 1970, max: 2199 };

/** One of the items between commas: from, to, step. */
export interface CronItem {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** Written with `*`. */
  readonly star: boolean;
  /** Written with a slash. */
  readonly stepped: boolean;
}

/** The items of a field, or what is wrong with it. */
export function readItems(field: CronField, text: string): readonly CronItem[] | string {
  const items: CronItem[] = [];
  for (const part of text.split(",")) {
    const item = readItem(field, part);
    if (typeof item === "string") return item;
    items.push(item);
  }
  return items;
}

/** Every number that the items stand for, in order. */
export function numbersOf(items: readonly CronItem[]): readonly number[] {
  const found = new Set<number>();
  for (const { from, to, step } of items) for (let value = from; value <= to; value += step) found.add(value);
  return [...found].sort((a, b) => a - b);
}

function readItem(field: CronField, text: string): CronItem | string {
  const match = /^(\*|[0-9A-Za-z]+)(?:-([0-9A-Za-z]+))?(?:\/(\d{1,4}))?$/.exec(text);
  const wrong = `the ${field.name} cannot be "${text}"`;
  if (match === null) return wrong;
  const [, first = "", last, by] = match;
  const star = first === "*";
  const step = by === undefined ? 1 : Number(by);
  if (step < 1) return `${wrong}: a step is 1 or more`;
  if (star && last !== undefined) return wrong;
  const from = star ? field.min : numberOf(field, first);
  // A number with a step goes on to the end of the field.
  const to = last === undefined ? (star || by !== undefined ? field.max : from) : numberOf(field, last);
  if (from === undefined || to === undefined)
    return `${wrong}: it goes from ${field.min} to ${field.max}${field.names ? `, or ${field.names[0]} to ${field.names.at(-1)}` : ""}`;
  if (from > to) return `${wrong}: a range goes from the smaller to the larger`;
  return { from, to, step, star, stepped: by !== undefined };
}

function numberOf(field: CronField, text: string): number | undefined {
  const { names = [], firstName = 0 } = field;
  const named = names.indexOf(text.toUpperCase());
  if (named >= 0) return named + firstName;
  if (!/^\d{1,4}$/.test(text)) return undefined;
  const value = Number(text);
  return value < field.min || value > field.max ? undefined : value;
}
