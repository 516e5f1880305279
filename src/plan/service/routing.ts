import type { Route } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { moveRequests, type RoutedRule } from "../deployment/move-requests.js";
import { movesTraffic } from "../deployment/strategy.js";
import { testOrigin } from "../deployment/test-rules.js";
import { alternateOf, forwardToBoth, type MovedTarget } from "../deployment/traffic.js";
import { type IngressesPart, type IngressPart, ingressOf } from "../ingress.js";
import type { IngressListener } from "../ingress-listeners.js";
import type { AllocatedRule } from "../listener-rules.js";
import type { NetworkPart } from "../network.js";
import type { Resource } from "../resource.js";
import type { ListenerRule, TargetGroup } from "../resources/load-balancing.js";
import { ruleConditions } from "../rule-conditions.js";
import { planAuthentication } from "./authentication.js";
import type { FactsByName, ServiceFacts } from "./facts.js";
import { planTargetGroup, targetGroupId } from "./target-group.js";
import { checkTargets, type RouteTarget, targetsOf } from "./targets.js";
import { planForward } from "./weights.js";

export interface RoutingPart {
  readonly resources: readonly Resource[];
  /** Where ECS registers the tasks. */
  readonly targets: readonly ServiceTarget[];
  /** Ids that the service waits for: ECS refuses a target group that no listener uses. */
  readonly waitFor: readonly string[];
}

export interface ServiceTarget {
  readonly containerName: string;
  readonly containerPort: number;
  readonly targetGroup: TargetGroup;
  /** Where ECS moves the requests to a second group. */
  readonly moved?: MovedTarget;
}

export interface WebRoutingPart extends RoutingPart {
  readonly targets: readonly WebTarget[];
}

export interface WebTarget extends ServiceTarget {
  readonly ingress: IngressPart;
  /** As of the target group's id. */
  readonly suffix: string;
}

export interface RoutingNeeds {
  readonly network: NetworkPart;
  readonly ingresses: IngressesPart;
  readonly data: DataPart;
  readonly services: FactsByName;
  /** The rules of each route by its origin. */
  readonly rules: ReadonlyMap<string, readonly AllocatedRule[]>;
}

export function planRouting(
  context: ResolveContext,
  needs: RoutingNeeds,
  facts: ServiceFacts,
): WebRoutingPart {
  const targets = targetsOf(needs.ingresses, facts);
  checkTargets(context, facts, targets);
  const groups = new Map(
    targets.map((target) => [target, planTargetGroup(context, needs.network, facts, target)]),
  );
  const alternates = new Map(
    [...groups].flatMap(([target, group]) =>
      movesTraffic(facts) ? [[target, alternateOf(context, facts, group)] as const] : [],
    ),
  );
  const rules = facts.service.routes.flatMap((route, index) => {
    const target = targets.find(({ routes }) => routes.includes(route));
    const ingress = ingressOf(needs.ingresses, route);
    if (target === undefined || ingress === undefined) return [];
    if (needsHttps(route) && !ingress.https) reportNoHttps(context, route, ingress);
    const alternate = alternates.get(target);
    const placed = { route, target, name: nameOf(facts, route, index), ...(alternate && { alternate }) };
    return ingress.listeners.flatMap((listener): readonly RoutedRule[] => [
      ...planRules(context, needs, facts, { ...placed, listener }),
      ...planTestRules(context, needs, facts, { ...placed, listener }),
    ]);
  });
  const made = [...groups].map(([target, targetGroup]): WebTarget => {
    const { ingress, container, port, suffix } = target;
    const alternate = alternates.get(target);
    const moved = alternate && moveRequests(context, facts, { targetGroup, alternate }, target.routes, rules);
    const served = { containerName: container, containerPort: port, targetGroup, ingress, suffix };
    return moved === undefined ? served : { ...served, moved };
  });
  return {
    resources: [...groups.values(), ...alternates.values(), ...rules.map(({ rule }) => rule)],
    targets: made,
    waitFor: rules.map(({ rule }) => rule.id),
  };
}

interface Placed {
  readonly route: Route;
  readonly target: RouteTarget;
  /** End of the id. */
  readonly name: string;
  readonly listener: IngressListener;
  /** The second group, where ECS moves the requests. */
  readonly alternate?: TargetGroup;
}

function planRules(
  context: ResolveContext,
  needs: RoutingNeeds,
  facts: ServiceFacts,
  { route, target, name, listener, alternate }: Placed,
): readonly RoutedRule[] {
  // Without the rule a plain request would be taken by the next one that fits, perhaps past the login.
  const isPlain = listener.name === "http" && needsHttps(route);
  const { auth } = route;
  return (needs.rules.get(route.origin) ?? []).map(({ part, priority, conditions }) => {
    const rule: ListenerRule = {
      id: `service/${facts.name}/${listener.name}-rule${name}${part === 0 ? "" : `-part-${part + 1}`}`,
      kind: "ListenerRule",
      origin: route.origin,
      listener: listener.arn,
      priority,
      ...ruleConditions(conditions),
      ...(auth && !isPlain && { authenticate: planAuthentication(needs.data, auth) }),
      action: isPlain
        ? { type: "redirect-to-https" }
        : planAction(context, needs, facts, { route, target, ...(alternate && { alternate }) }),
      tags: context.tags({ service: facts.name }),
    };
    return { rule, route, purpose: isPlain ? "redirect" : "production" };
  });
}

function planAction(
  context: ResolveContext,
  needs: RoutingNeeds,
  facts: ServiceFacts,
  { route, target, alternate }: Pick<Placed, "route" | "target" | "alternate">,
): ListenerRule["action"] {
  if (alternate !== undefined && route.weights === undefined) {
    return forwardToBoth({ id: targetGroupId(facts, target), kind: "TargetGroup" }, alternate);
  }
  return planForward(context, needs.ingresses, needs.services, facts, route, target);
}

/** The same requests with a header of their own, and the same login. */
function planTestRules(
  context: ResolveContext,
  needs: RoutingNeeds,
  facts: ServiceFacts,
  { route, target, listener, alternate }: Placed,
): readonly RoutedRule[] {
  if (alternate === undefined || (listener.name === "http" && needsHttps(route))) return [];
  const { auth } = route;
  return (needs.rules.get(testOrigin(facts)) ?? []).map(({ part, priority, conditions }) => {
    const rule: ListenerRule = {
      id: `service/${facts.name}/${listener.name}-rule-test${part === 0 ? "" : `-part-${part + 1}`}`,
      kind: "ListenerRule",
      origin: testOrigin(facts),
      listener: listener.arn,
      priority,
      ...ruleConditions(conditions),
      ...(auth && { authenticate: planAuthentication(needs.data, auth) }),
      action: forwardToBoth({ id: targetGroupId(facts, target), kind: "TargetGroup" }, alternate),
      tags: context.tags({ service: facts.name }),
    };
    return { rule, route, purpose: "test" };
  });
}

/** The only route has no number; the one that a load balancer's default adds is none of the service's own. */
function nameOf(facts: ServiceFacts, route: Route, index: number): string {
  if (!route.origin.startsWith(facts.origin))
    return route.ingress === undefined ? "-default" : `-default-${route.ingress}`;
  const own = facts.service.routes.filter(({ origin }) => origin.startsWith(facts.origin));
  return own.length === 1 ? "" : `-${index + 1}`;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-protocol-version */
function needsHttps({ auth, protocol = "http1" }: Route): boolean {
  return auth !== undefined || protocol !== "http1";
}

function reportNoHttps(context: ResolveContext, { origin, auth }: Route, { settings }: IngressPart): void {
  const key = auth === undefined ? "protocol" : "auth";
  context.report({
    code: "needs-certificate",
    severity: "error",
    path: `${origin}.${key}`,
    message: `${origin}.${key} needs HTTPS, and ${settings.origin} has no HTTPS listener`,
    reason:
      auth === undefined
        ? "a load balancer speaks HTTP/2 and gRPC with targets behind an HTTPS listener alone"
        : "a load balancer asks for a login on an HTTPS listener alone",
    hint: `add ${settings.origin}.domains with a name and its zone`,
  });
}
