import type { Json, JsonObject } from "./facts.js";
import { isArray, isObject } from "./facts.js";
import { type Fields, read } from "./read.js";

/** A property of a resource with everything in it resolved; undefined where it is not given. */
export type Get = (property: string) => Json | undefined;

/** How one type of resource says what it says. */
export interface Kind {
  /** What it is, or is a part of: `subnet 10.0.0.0/24`. */
  readonly subject: (get: Get) => string;
  readonly fields: Fields;
  /** What holds where a property is not given, by the page of its type. */
  readonly assumed?: JsonObject;
  /** Where it is a part of something else, its place in that. */
  readonly wrap?: (fact: JsonObject) => JsonObject;
}

export function factOf({ fields, assumed, wrap }: Kind, properties: JsonObject, at: string): JsonObject {
  const fact = { ...assumed, ...read(properties, fields, at) };
  return wrap === undefined ? fact : wrap(fact);
}

export type Kinds = Readonly<Record<string, Kind>>;

/** `[arn of role shop-api-task]`: what only AWS knows, by what it is. */
export function tokenOf(attribute: string, subject: string): string {
  return `[${attribute} of ${subject}]`;
}

/** `role shop-api-task` of `[arn of role shop-api-task]`; what is kept elsewhere is named by its value. */
export function subjectOf(value: Json | undefined, kind: string): string {
  const match = typeof value === "string" ? /^\[[a-z ]+? of (.+)\]$/s.exec(value) : null;
  return match?.[1] ?? `${kind} ${String(value)}`;
}

/** By the tag `Name`, in either form that tags have. Where there is none it must be the only one of its kind. */
export function nameTag(tags: Json | undefined): string | undefined {
  if (isObject(tags)) return typeof tags["Name"] === "string" ? tags["Name"] : undefined;
  const found = isArray(tags) ? tags.find((tag) => isObject(tag) && tag["Key"] === "Name") : undefined;
  return isObject(found) ? String(found["Value"]) : undefined;
}

export const onlyOne = "(the only one)";

/** `ApiImageTag` is `api_image_tag` in Terraform. */
export function snakeCase(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}
