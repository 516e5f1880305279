import type { Route } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { ListenerRule, TargetGroup } from "../resources/load-balancing.js";
import type { ServiceFacts } from "../service/facts.js";
import { testOrigin } from "./test-rules.js";
import type { MovedRule, MovedTarget } from "./traffic.js";

/** A rule with the route that it is of. */
export interface RoutedRule {
  readonly rule: ListenerRule;
  readonly route: Route;
  readonly purpose: "production" | "redirect" | "test";
}

/**
 * ECS moves the weights of one rule for each target group. Undefined where there is none, or where there are several, of
 * which the others would stay behind with a group that is empty.
 */
export function moveRequests(
  context: ResolveContext,
  facts: ServiceFacts,
  groups: { readonly targetGroup: TargetGroup; readonly alternate: TargetGroup },
  routes: readonly Route[],
  rules: readonly RoutedRule[],
): MovedTarget | undefined {
  const own = rules.filter(({ route }) => routes.includes(route));
  const production = own.filter(({ purpose }) => purpose === "production");
  const test = own.filter(({ purpose }) => purpose === "test");
  const [moved] = production;
  const [tested] = test;
  const shared = routes.find(({ weights }) => weights !== undefined);
  if (shared !== undefined) reportWeights(context, facts, shared);
  if (production.length > 1) reportSeveral(context, facts, production);
  if (test.length > 1) reportSeveralTests(context, facts);
  if (moved === undefined) return undefined;
  if (tested !== undefined && tested.rule.priority >= moved.rule.priority)
    reportLate(context, facts, tested, moved);
  return {
    ...groups,
    production: movedRule(moved),
    ...(tested && { test: movedRule(tested) }),
  };
}

function movedRule({ rule }: RoutedRule): MovedRule {
  return { rule: referTo(rule, "arn"), listener: rule.listener };
}

function reportSeveral(
  context: ResolveContext,
  { origin }: ServiceFacts,
  rules: readonly RoutedRule[],
): void {
  const origins = [...new Set(rules.map(({ rule }) => rule.origin))];
  const listeners = new Set(rules.map(({ rule }) => JSON.stringify(rule.listener)));
  context.report({
    code: "route-conflict",
    severity: "error",
    path: `${origin}.deploy.strategy`,
    message: `${rules.length} rules of the load balancer lead to one port of ${origin}`,
    reason: "ECS moves the requests of one rule for each port; those of the others would be lost",
    hint:
      origins.length === 1 && listeners.size > 1
        ? "let the load balancer redirect HTTP to HTTPS: http: redirect"
        : `join ${origins.join(" and ")} in one route of at most 5 hosts and paths, or use strategy: rolling`,
  });
}

function reportSeveralTests(context: ResolveContext, facts: ServiceFacts): void {
  context.report({
    code: "limit",
    severity: "error",
    path: testOrigin(facts),
    message: `${testOrigin(facts)} needs more values than one rule holds`,
    reason: "a rule of a load balancer takes 5 in all its conditions, and ECS moves the requests of one rule",
    hint: "give the route fewer hosts and paths, or the test fewer headers",
  });
}

function reportWeights(context: ResolveContext, { origin }: ServiceFacts, route: Route): void {
  context.report({
    code: "route-conflict",
    severity: "error",
    path: `${route.origin}.weights`,
    message: `${route.origin} shares requests between services, and ${origin} moves them between versions`,
    reason: "ECS refuses a rule that leads to other target groups than its two",
    hint: "remove weights, or use strategy: rolling",
  });
}

function reportLate(
  context: ResolveContext,
  facts: ServiceFacts,
  { rule: test }: RoutedRule,
  { rule }: RoutedRule,
): void {
  context.report({
    code: "priority-conflict",
    severity: "error",
    path: testOrigin(facts),
    message: `no request would reach ${testOrigin(facts)}: ${rule.origin} comes first`,
    reason: `their priorities are ${test.priority} and ${rule.priority}, and the lower wins`,
    hint: `write test: { priority: ${Math.max(1, rule.priority - 1)} }`,
  });
}
