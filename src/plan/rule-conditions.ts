import type { RouteConditions } from "../manifest/index.js";
import type { ListenerRule } from "./resources/load-balancing.js";

type Conditions = Pick<ListenerRule, "hosts" | "paths" | "headers" | "queries" | "methods" | "sources">;

/** By name in order, so that the order of the manifest never shows. */
export function ruleConditions({
  hosts,
  paths,
  headers,
  queries,
  methods,
  sources,
}: RouteConditions): Conditions {
  return {
    hosts,
    paths,
    ...(headers && { headers: byName(headers).map(([name, values]) => ({ name, values })) }),
    ...(queries && { queries: byName(queries).map(([key, values]) => ({ key, values })) }),
    ...(methods && { methods }),
    ...(sources && { sources }),
  };
}

function byName<T>(map: Readonly<Record<string, T>>): readonly (readonly [string, T])[] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}
