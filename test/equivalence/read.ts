import { EquivalenceError, isArray, isObject, type Json, type JsonObject } from "./facts.js";

/** What one property says, as entries of a fact. */
export type Field = (value: Json, at: string) => JsonObject;
export type Fields = Readonly<Record<string, Field>>;
export type Convert = (value: Json, at: string) => Json;

/** Every property must be known: one that is not read could differ unseen. */
export function read(value: Json, fields: Fields, at: string): JsonObject {
  if (!isObject(value)) throw new EquivalenceError(`${at} is no object: ${JSON.stringify(value)}`);
  const fact: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) throw new EquivalenceError(`${at}.${key} is not read: ${JSON.stringify(item)}`);
    for (const [name, said] of Object.entries(field(item, `${at}.${key}`))) {
      const before = fact[name];
      if (isObject(before) && isObject(said)) fact[name] = { ...before, ...said };
      else if (before === undefined) fact[name] = said;
      else throw new EquivalenceError(`${at}.${key} says ${name} again`);
    }
  }
  return fact;
}

export function as(name: string, convert: Convert = same): Field {
  return (value, at) => ({ [name]: convert(value, at) });
}

/** The properties of an object, or of a list of one, beside those around it. */
export function within(fields: Fields): Field {
  return (value, at) => read(single(value, at), fields, at);
}

export function under(name: string, fields: Fields): Field {
  return (value, at) => ({ [name]: read(single(value, at), fields, at) });
}

/**
 * Says nothing, for it names the subject. Where it refers to a resource, it must do so by this attribute: the subject
 * would be the same with any other.
 */
export function inSubject(attribute?: string): Field {
  return (value, at) => {
    const referred = /^\[([a-z ]+?) of /.exec(String(value))?.[1];
    if (referred !== undefined && referred !== attribute)
      throw new EquivalenceError(`${at} should be the ${attribute}: ${String(value)}`);
    return {};
  };
}

export function listOf(name: string, fields: Fields): Field {
  return (value, at) => ({
    [name]: items(value, at).map((item, index) => read(item, fields, `${at}[${index}]`)),
  });
}

/** Items whose order means nothing, found by what one property says; `assumed` holds where an item does not say it. */
export function keyed(name: string, key: string, fields: Fields, assumed: JsonObject = {}): Field {
  return (value, at) => {
    const entries = items(value, at).map((item, index) => {
      const { [key]: found, ...fact } = { ...assumed, ...read(item, fields, `${at}[${index}]`) };
      return [String(found), fact] as const;
    });
    return { [name]: uniqueEntries(entries, at) };
  };
}

/** `[{ Name, Value }]` as an object. */
export function pairs(name: string, keyName: string, valueName: string): Field {
  return (value, at) => {
    const entries = items(value, at).map((item, index) => {
      const fields = { [keyName]: as("key"), [valueName]: as("value") };
      const { key, value: said } = read(item, fields, `${at}[${index}]`);
      return [String(key), said ?? ""] as const;
    });
    return { [name]: uniqueEntries(entries, at) };
  };
}

export function uniqueEntries(entries: readonly (readonly [string, Json])[], at: string): JsonObject {
  const found: Record<string, Json> = {};
  for (const [key, value] of entries) {
    if (Object.hasOwn(found, key)) throw new EquivalenceError(`${at} has ${key} twice`);
    found[key] = value;
  }
  return found;
}

export function items(value: Json, at: string): readonly Json[] {
  if (!isArray(value)) throw new EquivalenceError(`${at} is no list: ${JSON.stringify(value)}`);
  return value;
}

function single(value: Json, at: string): Json {
  if (!isArray(value)) return value;
  const [first, ...more] = value;
  if (first === undefined || more.length > 0) throw new EquivalenceError(`${at} has not one item`);
  return first;
}

const same: Convert = (value) => value;
