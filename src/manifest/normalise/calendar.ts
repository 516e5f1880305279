import type { CronFacts } from "./cron.js";

/** `2027-01-31` or `2027-01-31T12:00:00Z` as `2027-01-31T12:00:00Z`; undefined when there is no such moment. */
export function readMoment(text: string): string | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?Z?)?$/.exec(text);
  if (match === null) return undefined;
  const [, year = "", month = "", day = "", hour = "00", minute = "00", second = "00"] = match;
  const exists =
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= daysIn(Number(month), Number(year)) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60;
  return exists ? `${year}-${month}-${day}T${hour}:${minute}:${second}Z` : undefined;
}

/**
 * Why a schedule would never fire, as far as the calendar alone can tell: without a clock, a year that is over looks
 * like any other.
 */
export function neverFires(
  { days, months, years }: CronFacts,
  between: { readonly start?: string | undefined; readonly end?: string | undefined },
): string | undefined {
  const first = between.start === undefined ? undefined : Number(between.start.slice(0, 4));
  const last = between.end === undefined ? undefined : Number(between.end.slice(0, 4));
  const open = years?.filter((year) => (first ?? year) <= year && year <= (last ?? year));
  if (open?.length === 0) return "none of its years is between start and end";
  const exists = months.some((month) =>
    (days ?? [1]).some((day) => (open ?? [leapYear]).some((year) => day <= daysIn(month, year))),
  );
  return exists ? undefined : "none of its days exists in any of its months and years";
}

const leapYear = 2000;

function daysIn(month: number, year: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}
