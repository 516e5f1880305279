import type { RouteConditions } from "../manifest/index.js";
import type { ResolveContext } from "./context.js";
import type { PlannedRule } from "./routes.js";

type Ranked = PlannedRule & { readonly priority: number };

/** Warns of rules that never see a request, because one before them takes all that they would. */
export function reportShadowed(context: ResolveContext, rules: readonly Ranked[]): void {
  const ranked = [...rules].sort((a, b) => a.priority - b.priority);
  const reported = new Set<string>();
  const before = new Map<string, Ranked[]>();
  for (const rule of ranked) {
    const [first = ""] = rule.conditions.paths;
    const segment = segmentOf(first);
    const inside = segment === anywhere ? [] : (before.get(segment) ?? []);
    const candidates = [...(before.get(anywhere) ?? []), ...inside];
    const wide = candidates.find(
      ({ origin, conditions }) => origin !== rule.origin && covers(conditions, rule.conditions),
    );
    if (wide !== undefined && !reported.has(rule.origin)) report(context, rule, wide);
    if (wide !== undefined) reported.add(rule.origin);
    const place = placeOf(rule.conditions);
    const known = before.get(place);
    if (known === undefined) before.set(place, [rule]);
    else known.push(rule);
  }
}

const anywhere = "";

/** A rule with one path takes nothing outside of its first segment, so that a thousand rules are not held against each other. */
function placeOf({ paths }: RouteConditions): string {
  const [only, ...more] = paths;
  return only === undefined || more.length > 0 ? anywhere : segmentOf(only);
}

/** `/api` of `/api/*`; empty where the first segment has wildcards. */
function segmentOf(path: string): string {
  return /^\/[^/*?]+(?=\/|$)/.exec(path)?.[0] ?? anywhere;
}

/** True when every request that the second takes is one that the first takes. */
function covers(wide: RouteConditions, narrow: RouteConditions): boolean {
  return (
    coversAll(wide.paths, narrow.paths.length === 0 ? ["/*"] : narrow.paths) &&
    coversAll(wide.hosts.map(lower), narrow.hosts.map(lower)) &&
    coversNamed(wide.headers, narrow.headers, lower) &&
    coversNamed(wide.queries, narrow.queries, same) &&
    isWithin(narrow.methods, wide.methods) &&
    isWithin(narrow.sources, wide.sources)
  );
}

/** No condition takes everything. */
function coversAll(wide: readonly string[], narrow: readonly string[]): boolean {
  if (wide.length === 0) return true;
  return narrow.length > 0 && narrow.every((each) => wide.some((pattern) => coversText(pattern, each)));
}

function coversNamed(
  wide: RouteConditions["headers"] = {},
  narrow: RouteConditions["headers"] = {},
  spelled: (name: string) => string,
): boolean {
  const known = new Map(Object.entries(narrow).map(([name, values]) => [spelled(name), values]));
  return Object.entries(wide).every(([name, values]) => coversAll(values, known.get(spelled(name)) ?? []));
}

function isWithin(narrow: readonly string[] | undefined, wide: readonly string[] | undefined): boolean {
  return wide === undefined || (narrow?.every((each) => wide.includes(each)) ?? false);
}

/** Holds a pattern against another: its `*` takes any wildcards, its `?` one character or another `?`. */
function coversText(wide: string, narrow: string): boolean {
  const star = wide.indexOf("*");
  const isPrefix = star === wide.length - 1 && !wide.includes("?");
  if (isPrefix) return narrow.startsWith(wide.slice(0, -1));
  if (star < 0 && !wide.includes("?")) return wide === narrow;
  const pattern = wide
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", "[^*]");
  return new RegExp(`^${pattern}$`, "s").test(narrow);
}

function report(context: ResolveContext, rule: Ranked, wide: Ranked): void {
  context.report({
    code: "route-conflict",
    severity: "warning",
    path: rule.origin,
    message: `${rule.origin} would never see a request: ${wide.origin} comes first and takes all of them`,
    reason: `the lower priority wins: ${wide.priority} of ${wide.origin} before ${rule.priority} of ${rule.origin}`,
    hint: "change the priority of one of them, or leave both out: Longshore puts the more specific route first",
  });
  context.report({
    code: "route-conflict",
    severity: "note",
    path: wide.origin,
    message: `${wide.origin} takes all requests of ${rule.origin}`,
  });
}

function lower(text: string): string {
  return text.toLowerCase();
}

function same(text: string): string {
  return text;
}
