import type { ResolveContext } from "../context.js";
import { ingressKeyOf } from "../ingress-names.js";
import { checkRuleValues, conditionsOf, type PlannedRule, splitConditions } from "../routes.js";
import type { FactsByName, ServiceFacts } from "../service/facts.js";
import { movesTraffic } from "./strategy.js";

/** Where the manifest says which requests reach the new version first. */
export function testOrigin({ origin }: Pick<ServiceFacts, "origin">): string {
  return `${origin}.deploy.test`;
}

/** Beside the rule of the only route of a service, one for its requests that have a header more. */
export function collectTestRules(context: ResolveContext, services: FactsByName): readonly PlannedRule[] {
  return [...services.values()].flatMap((facts) => {
    const { deploy, routes } = facts.service;
    const [route] = routes;
    if (deploy.test === undefined || route === undefined || routes.length > 1 || !movesTraffic(facts))
      return [];
    const ingress = ingressKeyOf(context.manifest.ingresses, route);
    if (ingress === undefined) return [];
    const { headers, priority } = deploy.test;
    const wanted = conditionsOf(route);
    const narrowed = { ...wanted, headers: { ...wanted.headers, ...headers } };
    return splitConditions(narrowed).map((conditions, part): PlannedRule => {
      checkRuleValues(context, testOrigin(facts), conditions);
      return {
        origin: testOrigin(facts),
        part,
        ingress,
        owner: facts.name,
        conditions,
        ...(priority !== undefined && { priority: priority + part }),
        needsLogin: route.auth !== undefined,
      };
    });
  });
}
