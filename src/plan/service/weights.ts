import { suggest } from "../../diagnostics/index.js";
import type { Route } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { membersOfCycles } from "../cycles.js";
import { movesTraffic } from "../deployment/strategy.js";
import type { IngressesPart } from "../ingress.js";
import type { ListenerAction } from "../resources/load-balancing.js";
import type { Value } from "../value.js";
import type { FactsByName, ServiceFacts } from "./facts.js";
import { targetGroupId } from "./target-group.js";
import { type RouteTarget, targetsOf } from "./targets.js";

/** Where a route leads: to the service's own target group, or shared between those of several services. */
export function planForward(
  context: ResolveContext,
  ingresses: IngressesPart,
  services: FactsByName,
  facts: ServiceFacts,
  route: Route,
  own: RouteTarget,
): ListenerAction {
  const groupOf = (owner: ServiceFacts, target: RouteTarget): Value<string> => ({
    ref: targetGroupId(owner, target),
    attribute: "arn",
  });
  if (route.weights === undefined) return { type: "forward", targetGroup: groupOf(facts, own) };
  const path = `${route.origin}.weights`;
  if (route.weights[facts.name] === undefined) reportOwnMissing(context, path, facts);
  const targets = Object.entries(route.weights)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, weight]): readonly WeightedTarget[] => {
      if (name === facts.name) return [{ targetGroup: groupOf(facts, own), weight }];
      const other = services.get(name);
      if (other === undefined) return reportUnknown(context, path, name, services);
      if (movesTraffic(other)) return reportMoving(context, path, name);
      const target = targetsOf(ingresses, other).find(({ ingress }) => ingress === own.ingress);
      if (target === undefined) return reportUnrouted(context, path, name);
      return [{ targetGroup: groupOf(other, target), weight }];
    });
  return {
    type: "weighted-forward",
    targets,
    ...(route.sticky && { stickySeconds: route.sticky.seconds }),
  };
}

interface WeightedTarget {
  readonly targetGroup: Value<string>;
  readonly weight: number;
}

/**
 * The stack of a route with weights follows the stacks of the services that it names, which must not lead back to it. Where
 * services only connect in a circle, their security groups are in a stack that all of theirs follow.
 */
export function checkWeightCircles(context: ResolveContext, services: FactsByName): void {
  if (context.manifest.stacks === "single") return;
  const callees = new Map([...services].map(([name, { callees }]) => [name, callees]));
  const apart = membersOfCycles(callees);
  const named = new Map([...services].map(([name, { service }]) => [name, weighted(service.routes, name)]));
  const edges = new Map(
    [...services].map(([name, facts]) => [
      name,
      [...facts.callees.filter((callee) => !apart.has(callee)), ...(named.get(name) ?? [])],
    ]),
  );
  const circular = membersOfCycles(edges);
  for (const [name, others] of named) {
    const back = others.find((other) => circular.has(name) && circular.has(other));
    if (back !== undefined) reportCircle(context, services, name, back);
  }
}

function weighted(routes: readonly Route[], own: string): readonly string[] {
  return routes.flatMap(({ weights = {} }) => Object.keys(weights)).filter((name) => name !== own);
}

function reportOwnMissing(context: ResolveContext, path: string, { name, origin }: ServiceFacts): void {
  context.report({
    code: "invalid-value",
    severity: "error",
    path,
    message: `${path} does not say how many requests ${origin} keeps`,
    hint: `add ${name} to the weights, with 0 if it keeps none`,
  });
}

function reportUnknown(
  context: ResolveContext,
  path: string,
  name: string,
  services: FactsByName,
): readonly never[] {
  const meant = suggest(name, services.keys());
  context.report({
    code: "unknown-service",
    severity: "error",
    path: `${path}.${name}`,
    message: `${path} names "${name}", which is no service`,
    hint:
      meant === undefined
        ? `the services are ${[...services.keys()].join(", ")}`
        : `did you mean "${meant}"?`,
  });
  return [];
}

function reportMoving(context: ResolveContext, path: string, name: string): readonly never[] {
  context.report({
    code: "route-conflict",
    severity: "error",
    path: `${path}.${name}`,
    message: `services.${name} moves its requests between two target groups`,
    reason:
      "a share of this route would follow only one of them, which is empty after every other deployment",
    hint: `use strategy: rolling for services.${name}, or remove the weights`,
  });
  return [];
}

function reportUnrouted(context: ResolveContext, path: string, name: string): readonly never[] {
  context.report({
    code: "missing-route-target",
    severity: "error",
    path: `${path}.${name}`,
    message: `services.${name} has no route of its own through the same load balancer`,
    reason:
      "ECS refuses to register tasks with a target group that no rule of the service's own stack leads to",
    hint: `give services.${name} a route by which to test it, such as route: { path: /*, header: { X-Version: ${name} } }`,
  });
  return [];
}

function reportCircle(context: ResolveContext, services: FactsByName, name: string, back: string): void {
  const routes = services.get(name)?.service.routes ?? [];
  const route = routes.find(({ weights = {} }) => back in weights);
  context.report({
    code: "route-conflict",
    severity: "error",
    path: `${route?.origin ?? `services.${name}`}.weights`,
    message: `services.${name} shares requests with services.${back}, whose stack must come after its own`,
    reason: `the rule of ${name} needs the target group of ${back}, which connects to ${name} or shares requests with it`,
    hint: `write the weights in the route of ${back}, or use stacks: single`,
  });
}
