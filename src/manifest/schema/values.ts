import type { Schema } from "./fields.js";
import { anyNumber, either, flag, form, text, whole } from "./fields.js";
import { durationPattern, namePattern, percentPattern, shortDurationPattern } from "./patterns.js";

/** `30s`, `5m`, `2h`, `14d`; the range is checked where it is read. */
export function duration(example = "30s"): Schema {
  return text(`a duration such as ${example}`, durationPattern, adviseUnit);
}

/** `300ms`, `2s`; the range is checked where it is read. */
export function shortDuration(example = "300ms"): Schema {
  return text(`a duration such as ${example}`, shortDurationPattern, adviseShortUnit);
}

/** `70`, `"70 %"` or `"70%"`; the range is checked where it is read. */
export function percent(): Schema {
  return either(
    'a percentage such as 70 or "70 %"',
    anyNumber(),
    text('a percentage such as "70 %"', percentPattern),
  );
}

/** A text, number or true/false; all become text. */
export function scalar(): Schema {
  return either("a text, a number or true/false", text("a text"), anyNumber(), flag());
}

export function port(): Schema {
  return whole(1, 65535, adviseUnquoted);
}

/** A port by its number, or by the name that its service gives it. */
export function portOrName(): Schema {
  return either("a port such as 8080, or the name of one", port(), text("the name of a port", namePattern));
}

/** A size with a unit, or a bare number of the unit that AWS counts in. */
export function sized(expected: string, pattern: RegExp): Schema {
  return either(expected, anyNumber(), form(expected, pattern));
}

export function adviseUnquoted(input: unknown): string | undefined {
  if (typeof input !== "string" || !/^\d{1,9}$/.test(input.trim())) return undefined;
  return `write it without quotes: ${Number(input)}`;
}

export function adviseQuotes(input: unknown): string | undefined {
  if (typeof input !== "number" && typeof input !== "boolean") return undefined;
  return `put it in quotes: "${input}"`;
}

function adviseUnit(input: unknown): string | undefined {
  if (typeof input === "number")
    return `write the unit: ${input}s, or m for minutes, h for hours, d for days`;
  if (typeof input !== "string") return undefined;
  if (/^\d{1,9}$/.test(input)) return `write the unit: ${input}s, or m for minutes, h for hours, d for days`;
  return "the units are s, m, h and d; one number and one unit, without a space";
}

export function adviseShortUnit(input: unknown): string | undefined {
  if (typeof input === "number" || (typeof input === "string" && /^\d{1,9}$/.test(input)))
    return `write the unit: ${input}ms, or s for seconds`;
  return "the units are ms and s; one number and one unit, without a space";
}
