import * as z from "zod/mini";
import type { Advice } from "./phrase.js";
import { phrase } from "./phrase.js";

/**
 * The few kinds of schema that the manifest is made of. Each carries in words what it expects: the words become the
 * message of a diagnostic, the checks and descriptions become the JSON Schema.
 */
export type Schema = z.ZodMiniType;
export type Shape = Readonly<Record<string, Schema>>;

export interface About {
  description?: string;
  examples?: readonly unknown[];
  /** Makes the schema a named definition of the JSON Schema and a named type. */
  id?: string;
  /** For a text whose form is checked with a better message than a pattern gives. */
  pattern?: string;
  minProperties?: number;
}

/** What the editor shows beside a field, by schema. */
export const about: z.core.$ZodRegistry<About> = z.registry<About>();

/** A key that may be left out. */
export function field(description: string, schema: Schema, ...examples: readonly unknown[]): Schema {
  return required(description, z.optional(schema), ...examples);
}

/** A key that must be written; also describes a schema that is no field. */
export function required(description: string, schema: Schema, ...examples: readonly unknown[]): Schema {
  const known = about.get(schema);
  return schema.register(about, { ...known, description, ...(examples.length === 0 ? {} : { examples }) });
}

export function define(id: string, schema: Schema): Schema {
  return schema.register(about, { id });
}

// Schemas are made with their checks: zod's `check()` would make each of them twice, and they are made at every start.

export function text(expected: string, pattern?: RegExp, advice?: Advice): Schema {
  const error = phrase(expected, advice);
  const checks = pattern === undefined ? [] : [z.regex(pattern, { error })];
  return new z.ZodMiniString({ type: "string", error, checks });
}

/** A text whose form is checked while it is read, for a message of its own; the pattern is for editors. */
export function form(expected: string, pattern: RegExp, advice?: Advice): Schema {
  return text(expected, undefined, advice).register(about, { pattern: pattern.source });
}

export function whole(min: number, max: number, advice?: Advice): Schema {
  const error = phrase(`a whole number from ${min} to ${max}`, advice);
  const checks = [z.gte(min, { error }), z.lte(max, { error })];
  return new z.ZodMiniNumberFormat({
    type: "number",
    check: "number_format",
    format: "safeint",
    abort: false,
    error,
    checks,
  });
}

export function anyNumber(): Schema {
  return z.number({ error: phrase("a number") });
}

export function flag(): Schema {
  return z.boolean({ error: phrase("true or false") });
}

/** A key with nothing behind it. */
export function empty(): Schema {
  return z.null({ error: phrase("nothing") });
}

export function oneOf(...values: readonly [string, ...string[]]): Schema {
  const expected = values.length === 1 ? values[0] : `one of ${values.join(", ")}`;
  return z.enum(values, { error: phrase(expected) });
}

export function list(item: Schema, expected: string, min = 0, max?: number): Schema {
  const error = phrase(expected);
  const checks = [
    ...(min > 0 ? [z.minLength(min, { error })] : []),
    ...(max === undefined ? [] : [z.maxLength(max, { error })]),
  ];
  return new z.ZodMiniArray({ type: "array", element: item, error, checks });
}

/** A map whose keys the author chooses. */
export function mapOf(key: RegExp, keyExpected: string, value: Schema, expected: string): Schema {
  const error = phrase(expected, undefined, { invalid_key: keyExpected });
  return z.record(new z.ZodMiniString({ type: "string", checks: [z.regex(key)] }), value, { error });
}

/** A map of known keys; `x-` keys are taken out before. */
export function block(shape: Shape, expected = "a map"): Schema {
  return z.strictObject(shape, {
    error: phrase(expected, undefined, { unrecognized_keys: Object.keys(shape).join(" ") }),
  });
}

/** A map of known keys whose other keys the author chooses. */
export function openBlock(shape: Shape, other: Schema, expected = "a map"): Schema {
  return z.catchall(z.object(shape, { error: phrase(expected) }), other);
}

export function either(expected: string, first: Schema, ...others: readonly Schema[]): Schema {
  return z.union([first, ...others], { error: phrase(expected) });
}

/**
 * One thing, or a map of several by name; told apart by the keys of the one, so that a fault is explained in the form that
 * was meant. What is no map is judged against both.
 */
export function oneOrSeveral(
  expected: string,
  known: readonly string[],
  one: Schema,
  several: Schema,
): Schema {
  const union = either(expected, one, several);
  const judgeBoth = union._zod.run;
  union._zod.run = (payload, context) => {
    const { value } = payload;
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return judgeBoth(payload, context);
    const entries = Object.entries(value);
    const isOne =
      entries.length === 0 ||
      entries.some(([key, item]) => known.includes(key) || typeof item !== "object" || item === null);
    return (isOne ? one : several)._zod.run(payload, context);
  };
  return union;
}

/** With advice for a value that is of no kind the alternatives take. */
export function eitherAdvised(
  expected: string,
  advice: Advice,
  first: Schema,
  ...others: readonly Schema[]
): Schema {
  return z.union([first, ...others], { error: phrase(expected, advice) });
}
