import type { Route } from "../manifest/index.js";
import type { ResolveContext } from "./context.js";
import { hashOf } from "./names.js";
import type { FactsByName, ServiceFacts } from "./service/facts.js";

/** Priorities below this are left to the manifest, so that its own never meet an allocated one by chance. */
const firstAllocated = 1001;
const slotsPerBand = 510;
const longestLiteral = 47;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html */
const lastPriority = 50_000;

/**
 * A priority for every route: its own where the manifest gives one, else one that rests on the route alone. Rules with
 * a host come before rules without, long literal paths before short ones, and a hash of the route picks the place
 * within that band. So a new route leaves the others where they are, in whatever stack they were deployed, and the
 * numbers seldom meet those of other teams on a shared listener.
 */
export function allocatePriorities(
  context: ResolveContext,
  services: FactsByName,
): ReadonlyMap<string, number> {
  const routes = [...services.values()].flatMap((facts) =>
    facts.service.routes.map((route) => ({ facts, route })),
  );
  reportConflicts(context, routes);
  const priorities = new Map<string, number>();
  const taken = new Set<number>();
  for (const { route } of routes) {
    if (route.priority === undefined) continue;
    priorities.set(route.origin, route.priority);
    taken.add(route.priority);
  }
  const open = routes.filter(({ route }) => route.priority === undefined);
  for (const { facts, route } of open.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const band = firstAllocated + bandOf(route) * slotsPerBand;
    const priority = firstFree(taken, band, hashOf(keyOf({ facts, route })) % slotsPerBand);
    priorities.set(route.origin, priority);
    taken.add(priority);
  }
  return priorities;
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

interface OwnedRoute {
  readonly facts: ServiceFacts;
  readonly route: Route;
}

function bandOf(route: Route): number {
  const literal = Math.min(longestLiteral, ...route.paths.map((path) => path.split(/[*?]/)[0]?.length ?? 0));
  const withoutHost = route.hosts.length === 0 ? longestLiteral + 1 : 0;
  return withoutHost + (longestLiteral - literal);
}

function keyOf({ facts, route }: OwnedRoute): string {
  return [facts.name, conditionsOf(route)].join(" ");
}

function conditionsOf(route: Route): string {
  return JSON.stringify([[...route.hosts].sort(), [...route.paths].sort()]);
}

function reportConflicts(context: ResolveContext, routes: readonly OwnedRoute[]): void {
  const byConditions = new Map<string, OwnedRoute>();
  const byPriority = new Map<number, OwnedRoute>();
  for (const owned of routes) {
    const conditions = conditionsOf(owned.route);
    const twin = byConditions.get(conditions);
    if (twin !== undefined) {
      context.report({
        code: "route-conflict",
        severity: "error",
        path: owned.route.origin,
        message: `${owned.route.origin} asks for the same requests as ${twin.route.origin}`,
        reason: "the load balancer gives each request to one rule, so that the other would never see any",
        hint: "give one of them another host or path",
      });
    }
    byConditions.set(conditions, owned);
    const { priority } = owned.route;
    const rival = priority === undefined ? undefined : byPriority.get(priority);
    if (priority === undefined) continue;
    if (rival !== undefined) {
      context.report({
        code: "priority-conflict",
        severity: "error",
        path: `${owned.route.origin}.priority`,
        message: `${owned.route.origin} and ${rival.route.origin} both have priority ${priority}`,
        reason: "a priority is used once on a listener",
        hint: "change one of them, or leave both out and let Longshore choose",
      });
    }
    byPriority.set(priority, owned);
  }
}
