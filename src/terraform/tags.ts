import type { Resource } from "../plan/resource.js";
import type { Expression, ObjectCons } from "./hcl/tree.js";
import { kinds } from "./kinds.js";
import type { Scope } from "./scope.js";

/** Those that not all have; undefined where there are none. */
export function renderOwnTags({ kind, tags = {} }: Resource, scope: Scope): ObjectCons | undefined {
  if (!kinds[kind].taggable) return undefined;
  const own: string[] = [];
  for (const key in tags) if (!Object.hasOwn(scope.commonTags, key)) own.push(key);
  if (own.length === 0) return undefined;
  const entries = own.sort().map((key) => ({ key, value: renderTag(key, tags[key] ?? "", scope) }));
  return { kind: "object", entries };
}

function renderTag(key: string, value: string, scope: Scope): Expression {
  return key === "Name" ? scope.names.named(value) : value;
}
