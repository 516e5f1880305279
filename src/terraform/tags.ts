import type { Resource } from "../plan/resource.js";
import { type Expression, type ObjectCons, object } from "./hcl/tree.js";
import { kinds } from "./kinds.js";
import type { Scope } from "./scope.js";

/** Those that not all have; undefined where there are none. */
export function renderOwnTags({ kind, tags = {} }: Resource, scope: Scope): ObjectCons | undefined {
  const own = Object.keys(tags).filter((key) => !Object.hasOwn(scope.commonTags, key));
  if (own.length === 0 || !kinds[kind].taggable) return undefined;
  return object(Object.fromEntries(own.sort().map((key) => [key, renderTag(key, tags[key] ?? "", scope)])));
}

function renderTag(key: string, value: string, scope: Scope): Expression {
  return key === "Name" ? scope.names.named(value) : value;
}
