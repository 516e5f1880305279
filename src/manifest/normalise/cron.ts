import {
  awsWeekdayField,
  type CronField,
  type CronItem,
  cronWeekdayField,
  dayField,
  dayNames,
  hourField,
  minuteField,
  monthField,
  numbersOf,
  readItems,
  yearField,
} from "./cron-fields.js";

/** An expression of AWS and the days on which it may fire, or what is wrong. */
export type ReadCron = CronFacts | CronProblem;

export interface CronFacts {
  readonly expression: string;
  /** Days of the month; undefined when the day of the week or a last day decides. */
  readonly days?: readonly number[];
  readonly months: readonly number[];
  /** Undefined when it is every year. */
  readonly years?: readonly number[];
}

export interface CronProblem {
  readonly problem: string;
  readonly reason?: string;
  readonly hint?: string;
}

const nicknames: Readonly<Record<string, string>> = {
  "@hourly": "0 * * * *",
  "@daily": "0 0 * * *",
  "@midnight": "0 0 * * *",
  "@weekly": "0 0 * * 0",
  "@monthly": "0 0 1 * *",
  "@yearly": "0 0 1 1 *",
  "@annually": "0 0 1 1 *",
};

/**
 * The five fields of cron as AWS's six. Days of the week are counted from 0 in cron and from 1 in AWS, so they become
 * names; a step becomes a start and a step, or a list.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
 */
export function translateCron(text: string): ReadCron {
  const fields = (nicknames[text.trim().toLowerCase()] ?? text.trim()).split(/\s+/);
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = fields;
  if (fields.length !== 5) return { problem: `cron has five fields, and this has ${fields.length}` };
  const minutes = readItems(minuteField, minute);
  const hours = readItems(hourField, hour);
  const days = readItems(dayField, day);
  const months = readItems(monthField, month);
  const weekdays = readItems(cronWeekdayField, weekday);
  for (const read of [minutes, hours, days, months, weekdays]) {
    if (typeof read === "string") return { problem: read };
  }
  const all = { minutes, hours, days, months, weekdays } as Readonly<
    Record<"minutes" | "hours" | "days" | "months" | "weekdays", readonly CronItem[]>
  >;
  const anyDay = isEvery(dayField, all.days);
  const anyWeekday = weekdaysOf(all.weekdays).length === 7;
  if (!anyDay && !anyWeekday) return bothDays;
  const start = `${print(minuteField, all.minutes)} ${print(hourField, all.hours)}`;
  const monthText = print(monthField, all.months);
  const middle = anyWeekday
    ? `${print(dayField, all.days)} ${monthText} ?`
    : `? ${monthText} ${printWeekdays(all.weekdays)}`;
  return {
    expression: `cron(${start} ${middle} *)`,
    ...(anyWeekday && !anyDay && { days: numbersOf(all.days) }),
    months: numbersOf(all.months),
  };
}

const bothDays: CronProblem = {
  problem: "both a day of the month and a day of the week are given",
  reason: "cron runs on either of them, and a schedule of AWS takes only one of the two",
  hint: "make two jobs, one with each",
};

/** The six fields inside `cron(...)`, checked and kept as they are. */
export function readAwsCron(text: string): ReadCron {
  const fields = text.trim().split(/\s+/);
  const [minute = "", hour = "", day = "", month = "", weekday = "", year = ""] = fields;
  if (fields.length !== 6) {
    return {
      problem: `cron(...) has six fields, and this has ${fields.length}`,
      hint: "minute hour day-of-month month day-of-week year; five fields are written without cron(...)",
    };
  }
  const plain: readonly (readonly [CronField, string])[] = [
    [minuteField, minute],
    [hourField, hour],
    [monthField, month],
    [yearField, year],
  ];
  for (const [field, written] of plain) {
    const read = readItems(field, written);
    if (typeof read === "string") return { problem: read };
  }
  if ((day === "?") === (weekday === "?")) {
    return {
      problem: "one of day of the month and day of the week must be ?, and the other not",
      hint:
        weekday === "*"
          ? `cron(${minute} ${hour} ${day} ${month} ? ${year})`
          : "write ? for the one that does not matter",
    };
  }
  const days = day === "?" ? undefined : readDays(day);
  if (typeof days === "string") return { problem: days };
  const wrongWeekday = weekday === "?" ? undefined : checkWeekdays(weekday);
  if (wrongWeekday !== undefined) return { problem: wrongWeekday };
  return {
    expression: `cron(${fields.join(" ")})`,
    ...(days !== undefined && { days }),
    months: allOf(monthField, month),
    ...(year !== "*" && { years: allOf(yearField, year) }),
  };
}

/** Undefined where a last day decides, which every month has. */
function readDays(text: string): readonly number[] | string | undefined {
  if (text === "L" || text === "LW" || /^L-\d{1,2}$/.test(text)) return undefined;
  const nearest = /^(\d{1,2})W$/.exec(text)?.[1];
  const read = readItems(dayField, nearest ?? text);
  return typeof read === "string" ? read : numbersOf(read);
}

function checkWeekdays(text: string): string | undefined {
  if (/^(?:[1-7]|[A-Za-z]{3})#[1-5]$/.test(text) || /^(?:[1-7]|[A-Za-z]{3})?L$/.test(text)) {
    const day = text.replace(/(?:#\d|L)$/, "");
    if (day === "" || /^\d$/.test(day) || dayNames.includes(day.toUpperCase())) return undefined;
  }
  const read = readItems(awsWeekdayField, text);
  return typeof read === "string" ? read : undefined;
}

function allOf(field: CronField, text: string): readonly number[] {
  const read = readItems(field, text);
  return typeof read === "string" ? [] : numbersOf(read);
}

function isEvery(field: CronField, items: readonly CronItem[]): boolean {
  return numbersOf(items).length === field.max - field.min + 1;
}

function print(field: CronField, items: readonly CronItem[]): string {
  if (isEvery(field, items)) return "*";
  return items
    .map(({ from, to, step, stepped }) => {
      if (stepped && to === field.max) return `${from}/${step}`;
      if (stepped) return numbersOf([{ from, to, step, star: false, stepped }]).join(",");
      return from === to ? String(from) : `${from}-${to}`;
    })
    .join(",");
}

/** 7 is Sunday as 0 is. */
function weekdaysOf(items: readonly CronItem[]): readonly number[] {
  return [...new Set(numbersOf(items).map((day) => day % 7))].sort((a, b) => a - b);
}

/** Names, in the order of the week; neighbours become a range. */
function printWeekdays(items: readonly CronItem[]): string {
  const ranges: number[][] = [];
  for (const day of weekdaysOf(items)) {
    const last = ranges.at(-1);
    if (last?.at(-1) === day - 1) last.push(day);
    else ranges.push([day]);
  }
  const name = (day: number | undefined): string => dayNames[day ?? 0] ?? "";
  return ranges
    .flatMap((range) => (range.length > 2 ? [`${name(range[0])}-${name(range.at(-1))}`] : range.map(name)))
    .join(",");
}
