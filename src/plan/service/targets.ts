import { suggest } from "../../diagnostics/index.js";
import type { Route, TargetHealth } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { type IngressesPart, type IngressPart, ingressOf } from "../ingress.js";
import type { ServiceFacts } from "./facts.js";
import { portOfRoute } from "./routed-ports.js";

/** A port of a container behind a load balancer: what becomes a target group. */
export interface RouteTarget {
  readonly ingress: IngressPart;
  readonly container: string;
  readonly port: number;
  readonly protocol: NonNullable<Route["protocol"]>;
  /** That lead there; at least one. */
  readonly routes: readonly Route[];
  /** Tells ids and names of several targets of a service apart: empty, or such as `-internal-9090`. */
  readonly suffix: string;
}

/** A target group belongs to one load balancer and speaks one protocol. The service's own port comes first. */
export function targetsOf(ingresses: IngressesPart, facts: ServiceFacts): readonly RouteTarget[] {
  const targets = new Map<string, RouteTarget>();
  for (const route of facts.service.routes) {
    const ingress = ingressOf(ingresses, route);
    const port = portOfRoute(facts.service, route);
    if (ingress === undefined || port === undefined) continue;
    const suffix = suffixOf(facts, ingress, route, port);
    const known = targets.get(suffix);
    targets.set(suffix, {
      ingress,
      container: route.container ?? facts.name,
      port,
      protocol: route.protocol ?? "http1",
      routes: [...(known?.routes ?? []), route],
      suffix,
    });
  }
  return [...targets.values()].sort((a, b) => (rankOf(facts, a) < rankOf(facts, b) ? -1 : 1));
}

/** The group is replaced when its protocol changes, and needs another name then. */
function suffixOf(facts: ServiceFacts, ingress: IngressPart, route: Route, port: number): string {
  const { containers = {}, port: own } = facts.service;
  const usual = route.container === undefined ? own : containers[route.container]?.port;
  const { protocol = "http1" } = route;
  const parts = [
    ingress.settings.name,
    route.container,
    port === usual ? undefined : String(port),
    protocol === "http1" ? undefined : protocol,
  ];
  return parts.map((part) => (part === undefined ? "" : `-${part}`)).join("");
}

function rankOf(facts: ServiceFacts, { container, port, suffix }: RouteTarget): string {
  return `${container === facts.name && port === facts.service.port ? 0 : 1} ${suffix}`;
}

/** Health check of a target: what its routes say, else what the service says. */
export function healthOf(facts: ServiceFacts, { routes }: RouteTarget): TargetHealth {
  return Object.assign({}, facts.service.health, ...routes.map(({ health }) => health ?? {})) as TargetHealth;
}

/** The load balancers in front of a service, each with the ports that it must reach: for requests and for checks. */
export function balancersOf(
  facts: ServiceFacts,
  ingresses: IngressesPart,
): readonly { readonly ingress: IngressPart; readonly origin: string; readonly ports: readonly number[] }[] {
  const targets = targetsOf(ingresses, facts);
  return [...new Set(targets.map(({ ingress }) => ingress))].map((ingress) => {
    const own = targets.filter((target) => target.ingress === ingress);
    const ports = own.flatMap((target) => [target.port, healthOf(facts, target).port ?? target.port]);
    const origin = own[0]?.routes[0]?.origin ?? facts.origin;
    return { ingress, origin, ports: [...new Set(ports)] };
  });
}

/** Refuses routes to containers that do not exist or listen on no port, and more targets than ECS takes. */
export function checkTargets(
  context: ResolveContext,
  facts: ServiceFacts,
  targets: readonly RouteTarget[],
): void {
  const { containers = {}, routes } = facts.service;
  for (const { origin, container, port } of routes) {
    if (container === undefined) continue;
    const target = containers[container];
    const names = Object.keys(containers);
    const meant = suggest(container, names);
    if (target === undefined) {
      context.report({
        code: "missing-route-target",
        severity: "error",
        path: `${origin}.container`,
        message: `${origin} leads to the container "${container}", which ${facts.origin} does not have`,
        hint:
          meant === undefined ? `its sidecars are ${names.join(", ") || "none"}` : `did you mean "${meant}"?`,
      });
    } else if (target.port === undefined && port === undefined) {
      context.report({
        code: "missing-route-target",
        severity: "error",
        path: `${origin}.container`,
        message: `${origin} leads to the container ${container}, which has no port`,
        hint: `add port to ${facts.origin}.containers.${container} or to the route`,
      });
    }
  }
  if (targets.length > targetGroupsPerService) reportTooMany(context, facts, targets.length);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/register-multiple-targetgroups.html */
const targetGroupsPerService = 5;

function reportTooMany(context: ResolveContext, { origin }: ServiceFacts, count: number): void {
  context.report({
    code: "limit",
    severity: "error",
    path: `${origin}.routes`,
    message: `the routes of ${origin} lead to ${count} target groups`,
    reason: `ECS takes ${targetGroupsPerService} for a service; each load balancer, container, port and protocol needs one of its own`,
    hint: "move some of the routes to a service of their own",
  });
}
