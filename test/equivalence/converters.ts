import { EquivalenceError, isArray, type Json } from "./facts.js";
import { as, type Convert, type Field, items } from "./read.js";

export const number: Convert = (value, at) => {
  const found = Number(value);
  if (Number.isNaN(found)) throw new EquivalenceError(`${at} is no number: ${JSON.stringify(value)}`);
  return found;
};

export const text: Convert = (value) => String(value);

export const flag: Convert = (value, at) => {
  if (value === true || value === "true" || value === "ENABLED" || value === "Enabled") return true;
  if (value === false || value === "false" || value === "DISABLED" || value === "Disabled") return false;
  throw new EquivalenceError(`${at} is neither on nor off: ${JSON.stringify(value)}`);
};

/** True: the resource stays when it is taken out. */
export const kept: Field = as("removal", (value, at) => (flag(value, at) === true ? "retain" : "delete"));

/** A list whose order means nothing. */
export const set: Convert = (value, at) => [...items(value, at)].sort(byJson);

export const parsed: Convert = (value, at) => {
  if (typeof value !== "string") throw new EquivalenceError(`${at} is no text: ${JSON.stringify(value)}`);
  const json: unknown = JSON.parse(value);
  return json as Json;
};

/** IAM takes a text for a list of one. */
export function asList(value: Json): readonly Json[] {
  return isArray(value) ? value : [value];
}

export function byJson(a: Json, b: Json): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}
