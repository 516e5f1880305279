import { appendPath } from "../../diagnostics/index.js";
import type { RouteConditions } from "../ingress-settings.js";
import { cidr } from "./cidr.js";
import { present } from "./present.js";
import type { Reading } from "./reading.js";
import { ifWritten } from "./reading.js";

type OneOrMore = string | readonly string[];
type ByName = Readonly<Record<string, OneOrMore>>;

export interface WrittenConditions {
  readonly host?: OneOrMore;
  readonly path?: OneOrMore;
  readonly header?: ByName;
  readonly query?: ByName;
  readonly methods?: OneOrMore;
  readonly sources?: OneOrMore;
}

/** What a rule of a load balancer takes in all its conditions: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const wildcardsPerRule = 6;

/** Undefined when there is none, or one that no rule can hold; a rule that needs more values becomes several in the plan. */
export function conditions(
  reading: Reading,
  origin: string,
  written: WrittenConditions,
): RouteConditions | undefined {
  const read = present({
    hosts: asList(written.host),
    paths: asList(written.path),
    headers: ifWritten(written.header, listed),
    queries: ifWritten(written.query, listed),
    methods: ifWritten(written.methods, asList),
    sources: ifWritten(written.sources, (sources) => ranges(reading, `${origin}.sources`, asList(sources))),
  });
  const { hosts, paths, headers = {}, queries = {}, methods = [], sources = [] } = read;
  const named = [...Object.values(headers), ...Object.values(queries)].flat();
  if (hosts.length + paths.length + methods.length + sources.length + named.length === 0) {
    return reading.fail("invalid-value", origin, `${origin} has neither a host nor a path`, {
      hint: "to take every request write path: /*",
    });
  }
  for (const each of [...hosts, ...paths, ...named]) {
    const wildcards = each.replace(/[^*?]/g, "").length;
    if (wildcards <= wildcardsPerRule) continue;
    return reading.fail("limit", origin, `${origin} has ${wildcards} wildcards in one value`, {
      reason: `a rule of a load balancer takes ${wildcardsPerRule} wildcards in all its conditions`,
      hint: "use fewer wildcards: * stands for any number of characters",
    });
  }
  return read;
}

function ranges(reading: Reading, path: string, written: readonly string[]): string[] {
  return written.flatMap((range, index) => cidr(reading, appendPath(path, index), range) ?? []);
}

function listed(written: ByName): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(written).map(([name, values]) => [name, asList(values)]));
}

function asList(written: OneOrMore | undefined): readonly string[] {
  if (written === undefined) return [];
  return typeof written === "string" ? [written] : [...new Set(written)];
}
