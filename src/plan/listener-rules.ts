import type { RouteConditions } from "../manifest/index.js";
import type { ResolveContext } from "./context.js";
import { hashOf } from "./names.js";
import type { PlannedRule } from "./routes.js";
import { reportShadowed } from "./shadowed-rules.js";

export interface AllocatedRule extends PlannedRule {
  readonly priority: number;
}

/** Priorities below this are left to the manifest, so that its own never meet an allocated one by chance. */
const firstAllocated = 1001;
const slotsPerBand = 510;
const longestLiteral = 47;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html */
const lastPriority = 50_000;

/**
 * A priority for every rule of each load balancer: its own where the manifest gives one, else one that rests on the rule
 * alone. Rules with a host come before rules without, long literal paths before short ones, further conditions before
 * none, and a hash of the rule picks the place within that band. So a new route leaves the others where they are, in
 * whatever stack they were deployed, and the numbers seldom meet those of other teams on a shared listener.
 */
export function allocatePriorities(
  context: ResolveContext,
  rules: readonly PlannedRule[],
): readonly AllocatedRule[] {
  const byIngress = new Map<string, PlannedRule[]>();
  for (const rule of rules) {
    const known = byIngress.get(rule.ingress);
    if (known === undefined) byIngress.set(rule.ingress, [rule]);
    else known.push(rule);
  }
  return [...byIngress.values()].flatMap((own) => {
    const twins = reportConflicts(context, own);
    const allocated = allocate(context, own);
    reportShadowed(
      context,
      allocated.filter((rule) => !twins.has(rule.origin)),
    );
    return allocated;
  });
}

function allocate(context: ResolveContext, rules: readonly PlannedRule[]): readonly AllocatedRule[] {
  const taken = new Set(rules.flatMap(({ priority }) => priority ?? []));
  const given = rules.flatMap((rule) =>
    rule.priority === undefined ? [] : [{ ...rule, priority: rule.priority }],
  );
  const open = rules.filter(({ priority }) => priority === undefined);
  const chosen = open
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((rule): AllocatedRule => {
      const band = firstAllocated + bandOf(rule.conditions) * slotsPerBand;
      const priority = firstFree(taken, band, placeOf(context, keyOf(rule)) % slotsPerBand);
      taken.add(priority);
      return { ...rule, priority };
    });
  return [...given, ...chosen];
}

/**
 * Previews share a listener and differ by their number alone: the places of a route in pr-12 and pr-13 are next to each
 * other, so that they do not meet.
 */
function placeOf({ manifest }: ResolveContext, key: string): number {
  const { environment = "", pattern } = manifest;
  const number = /\d{1,6}$/.exec(environment)?.[0];
  if (pattern === undefined || number === undefined) return hashOf(key);
  return hashOf(key.replaceAll(environment, pattern)) + Number(number);
}

/** The next free place in the band, else the next one behind it, else any; a listener takes far fewer rules than places. */
function firstFree(taken: ReadonlySet<number>, band: number, slot: number): number {
  for (let step = 0; step < slotsPerBand; step++) {
    const priority = band + ((slot + step) % slotsPerBand);
    if (!taken.has(priority)) return priority;
  }
  for (let priority = band + slotsPerBand; priority <= lastPriority; priority++) {
    if (!taken.has(priority)) return priority;
  }
  let priority = firstAllocated;
  while (taken.has(priority)) priority++;
  return priority;
}

/**
 * A rule without paths takes what `/*` takes. A host with wildcards stands a band behind the same path of a host without,
 * and every further condition a band ahead of the same path without it.
 */
function bandOf({ hosts, paths, headers, queries, methods, sources }: RouteConditions): number {
  const literals = paths.map((path) => path.split(/[*?]/)[0]?.length ?? 0);
  const literal = paths.length === 0 ? 1 : Math.min(longestLiteral, ...literals);
  const further =
    Object.keys({ ...headers }).length +
    Object.keys({ ...queries }).length +
    (methods === undefined ? 0 : 1) +
    (sources === undefined ? 0 : 1);
  if (hosts.length === 0) return longestLiteral + 1 + (longestLiteral - literal) - further;
  const isWide = hosts.every((host) => /[*?]/.test(host));
  return Math.min(longestLiteral, Math.max(0, longestLiteral - literal + (isWide ? 1 : 0) - further));
}

function keyOf({ owner, conditions }: PlannedRule): string {
  return [owner, identityOf(conditions)].join(" ");
}

/** The same for conditions that take the same requests, in whatever order they are written. */
function identityOf({ hosts, paths, ...further }: RouteConditions): string {
  const { headers = {}, queries = {}, methods = [], sources = [] } = further;
  const sorted = (values: readonly string[]): readonly string[] => [...values].sort();
  const named = (map: Readonly<Record<string, readonly string[]>>): unknown =>
    Object.entries(map)
      .map(([name, values]) => [name, sorted(values)])
      .sort();
  const more = [named(headers), named(queries), sorted(methods), sorted(sources)];
  const hasMore = more.some((each) => (each as readonly unknown[]).length > 0);
  return JSON.stringify([sorted(hosts), sorted(paths), ...(hasMore ? more : [])]);
}

/** Origins of routes that ask for the same requests as another. */
function reportConflicts(context: ResolveContext, rules: readonly PlannedRule[]): ReadonlySet<string> {
  const twins = new Set<string>();
  const byConditions = new Map<string, PlannedRule>();
  const byPriority = new Map<number, PlannedRule>();
  for (const rule of rules) {
    const conditions = identityOf(rule.conditions);
    const twin = byConditions.get(conditions);
    if (twin !== undefined && twin.origin !== rule.origin) {
      twins.add(rule.origin);
      context.report({
        code: "route-conflict",
        severity: "error",
        path: rule.origin,
        message: `${rule.origin} asks for the same requests as ${twin.origin}`,
        reason: "the load balancer gives each request to one rule, so that the other would never see any",
        hint: "give one of them another host or path",
      });
    }
    byConditions.set(conditions, rule);
    if (rule.priority === undefined) continue;
    const rival = byPriority.get(rule.priority);
    if (rival !== undefined) reportRival(context, rule, rival);
    byPriority.set(rule.priority, rule);
  }
  return twins;
}

function reportRival(context: ResolveContext, rule: PlannedRule, rival: PlannedRule): void {
  context.report({
    code: "priority-conflict",
    severity: "error",
    path: `${rule.origin}.priority`,
    message: `${rule.origin} and ${rival.origin} both have priority ${rule.priority}`,
    reason:
      rule.part + rival.part === 0
        ? "a priority is used once on a listener"
        : "a route of more conditions than one rule holds takes several priorities, one after the other",
    hint: "change one of them, or leave both out and let Longshore choose",
  });
}
