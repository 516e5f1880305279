/** Neutral facts: what a rendering says, in words that belong to neither CloudFormation nor Terraform. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** What is said about each subject, such as `role shop-dev-api-task`. */
export type Facts = Readonly<Record<string, JsonObject>>;

/** A part of one rendering, about a subject that other parts may add to. */
export interface Statement {
  readonly subject: string;
  /** Where it stands, for messages: a logical id, an address. */
  readonly place: string;
  readonly fact: JsonObject;
}

/** Unites what was said about each subject. Nothing may be said twice: that would hide one of the two. */
export function uniteFacts(statements: readonly Statement[]): Facts {
  const facts: Record<string, JsonObject> = {};
  for (const { subject, place, fact } of statements) {
    facts[subject] = unite(facts[subject] ?? {}, fact, `${subject} (${place})`);
  }
  return facts;
}

function unite(known: JsonObject, added: JsonObject, at: string): JsonObject {
  const united: Record<string, Json> = { ...known };
  for (const [key, value] of Object.entries(added)) {
    const before = known[key];
    if (before === undefined) united[key] = value;
    else if (isObject(before) && isObject(value)) united[key] = unite(before, value, `${at}, ${key}`);
    else throw new EquivalenceError(`said twice: ${at}, ${key}: ${JSON.stringify(value)}`);
  }
  return united;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isArray(value);
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** One side says something that the normaliser does not know; nothing is dropped silently. */
export class EquivalenceError extends Error {
  override readonly name: string = "EquivalenceError";
}
