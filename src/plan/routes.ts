import { suggest } from "../diagnostics/index.js";
import type { RouteConditions } from "../manifest/index.js";
import type { ResolveContext } from "./context.js";
import { ingressKeyOf } from "./ingress-names.js";
import type { FactsByName } from "./service/facts.js";

/** One rule of the listeners of a load balancer. A route whose conditions no rule can hold is several. */
export interface PlannedRule {
  /** Manifest path of the route, or of the rule of the load balancer itself. */
  readonly origin: string;
  /** Of the parts of one route, from 0. */
  readonly part: number;
  /** Key of the load balancer: its name, empty for the only one. */
  readonly ingress: string;
  /** Service that the route is of; empty for a rule of the load balancer itself. */
  readonly owner: string;
  readonly conditions: RouteConditions;
  /** Where the manifest gives one. */
  readonly priority?: number;
  readonly needsLogin: boolean;
}

/** What a rule holds in all its conditions: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html */
const valuesPerRule = 5;
const wildcardsPerRule = 6;

/** Of all services and load balancers; a route that names no load balancer is reported and left out. */
export function collectRules(context: ResolveContext, services: FactsByName): readonly PlannedRule[] {
  const { ingresses } = context.manifest;
  const own = ingresses.flatMap(({ name = "", rules }) =>
    rules.flatMap(({ origin, priority, answer: _, ...conditions }) =>
      splitConditions(conditions).map((each, part) =>
        withPriority(
          { origin, part, ingress: name, owner: "", conditions: each, needsLogin: false },
          priority,
        ),
      ),
    ),
  );
  const routed = [...services.values()].flatMap(({ name: owner, service }) =>
    service.routes.flatMap((route) => {
      const ingress = ingressKeyOf(ingresses, route);
      if (ingress === undefined) reportUnknown(context, route);
      const { origin, priority } = route;
      const needsLogin = route.auth !== undefined;
      return ingress === undefined
        ? []
        : splitConditions(conditionsOf(route)).map((conditions, part) =>
            withPriority({ origin, part, ingress, owner, conditions, needsLogin }, priority),
          );
    }),
  );
  const rules = [...own, ...routed];
  for (const { origin, conditions } of rules) checkRuleValues(context, origin, conditions);
  return rules;
}

/** Each header and each key of the query needs a value of its own, which no division makes fewer. */
export function checkRuleValues(context: ResolveContext, origin: string, conditions: RouteConditions): void {
  const values = listsOf(conditions).flatMap(({ items }) => items);
  if (values.length <= valuesPerRule) return;
  context.report({
    code: "limit",
    severity: "error",
    path: origin,
    message: `${origin} needs ${values.length} values in one rule`,
    reason: `a rule of a load balancer takes ${valuesPerRule} in all its conditions`,
    hint: "leave some of the headers or parts of the query to the service",
  });
}

/** Conditions alone, without where they lead. */
export function conditionsOf(route: RouteConditions): RouteConditions {
  const { hosts, paths, headers, queries, methods, sources } = route;
  return {
    hosts,
    paths,
    ...(headers && { headers }),
    ...(queries && { queries }),
    ...(methods && { methods }),
    ...(sources && { sources }),
  };
}

/** The same requests in as many rules as it takes: of the longest list, each half becomes a rule of its own. */
export function splitConditions(conditions: RouteConditions): readonly RouteConditions[] {
  const lists = listsOf(conditions);
  const values = lists.flatMap(({ items }) => items);
  const wildcards = values.join("").replace(/[^*?]/g, "").length;
  if (values.length <= valuesPerRule && wildcards <= wildcardsPerRule) return [conditions];
  const [longest] = [...lists].sort((a, b) => b.items.length - a.items.length);
  if (longest === undefined || longest.items.length < 2) return [conditions];
  const middle = Math.ceil(longest.items.length / 2);
  return [longest.items.slice(0, middle), longest.items.slice(middle)].flatMap((items) =>
    splitConditions(longest.with(items)),
  );
}

interface ValueList {
  readonly items: readonly string[];
  readonly with: (items: readonly string[]) => RouteConditions;
}

/** Lists of which any value may hold. Each header and each key of the query has one of its own. */
function listsOf(conditions: RouteConditions): readonly ValueList[] {
  const plain = (["hosts", "paths", "methods", "sources"] as const).map((key) => ({
    items: conditions[key] ?? [],
    with: (items: readonly string[]) => ({ ...conditions, [key]: items }),
  }));
  const named = (["headers", "queries"] as const).flatMap((key) =>
    Object.entries(conditions[key] ?? {}).map(([name, items]) => ({
      items,
      with: (some: readonly string[]) => ({ ...conditions, [key]: { ...conditions[key], [name]: some } }),
    })),
  );
  return [...plain, ...named];
}

function withPriority(rule: PlannedRule, priority: number | undefined): PlannedRule {
  return priority === undefined ? rule : { ...rule, priority: priority + rule.part };
}

function reportUnknown(
  context: ResolveContext,
  { origin, ingress }: { readonly origin: string; readonly ingress?: string },
): void {
  const names = context.manifest.ingresses.flatMap(({ name }) => (name === undefined ? [] : [name]));
  if (ingress === undefined) {
    context.report({
      code: "unknown-ingress",
      severity: "error",
      path: origin,
      message: `${origin} does not say through which load balancer it leads`,
      reason: "there are several, and none is called public",
      hint: `add ingress: ${names.join(" or ")}`,
    });
    return;
  }
  const meant = suggest(ingress, names);
  context.report({
    code: "unknown-ingress",
    severity: "error",
    path: `${origin}.ingress`,
    message: `${origin} leads through the load balancer "${ingress}", which does not exist`,
    hint:
      names.length === 0
        ? "there is a single one, without a name: remove ingress, or give it a name"
        : meant === undefined
          ? `the load balancers are ${names.join(", ")}`
          : `did you mean "${meant}"?`,
  });
}
