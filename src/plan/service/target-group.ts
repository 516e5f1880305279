import type { Route } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import { nameLimits, shorten } from "../names.js";
import type { NetworkPart } from "../network.js";
import type { TargetGroup, TargetHealthCheck, TargetStickiness } from "../resources/load-balancing.js";
import type { ServiceFacts } from "./facts.js";
import { healthOf, type RouteTarget } from "./targets.js";

/** Default health check: fails a task after a minute, trusts a recovered one after 20 s. */
const healthDefaults = {
  path: "/",
  // A page that redirects to a login is healthy too.
  codes: "200-399",
  intervalSeconds: 10,
  timeoutSeconds: 5,
  healthyCount: 2,
  unhealthyCount: 3,
};

const healthReasons: Readonly<Record<string, string>> = {
  path: "a path that most servers answer",
  codes: "a page that redirects to a login is healthy too",
  interval: "with three failures, a task that fails is out after half a minute",
  timeout: "a request that takes longer is no answer for a person either",
  healthy: "one answer may be luck",
  unhealthy: "one failure may be bad luck",
};

/** A path that no service has; a server that speaks gRPC says so, which is answer enough. */
const grpcDefaults = { path: "/AWS.ALB/healthcheck", codes: "12" };

export function planTargetGroup(
  context: ResolveContext,
  network: NetworkPart,
  facts: ServiceFacts,
  target: RouteTarget,
): TargetGroup {
  const { routes, protocol, suffix } = target;
  const drains = routes.flatMap(({ drainSeconds }) => drainSeconds ?? []);
  const sticky = agreed(context, routes, "sticky");
  const slowStart = agreed(context, routes, "slowStartSeconds", "slowStart");
  const algorithm = agreed(context, routes, "algorithm");
  if (slowStart !== undefined && algorithm !== undefined && algorithm !== "round-robin")
    reportSlowStart(context, routes, algorithm);
  return {
    id: targetGroupId(facts, target),
    kind: "TargetGroup",
    origin: suffix === "" ? facts.origin : (routes[0]?.origin ?? facts.origin),
    name: shorten(`${context.prefix}-${facts.name}${suffix}`, nameLimits["target group"]),
    vpc: network.vpcId,
    protocol: "HTTP",
    ...(protocol !== "http1" && { protocolVersion: protocol === "grpc" ? "GRPC" : "HTTP2" }),
    // Always 80: ECS registers every task with its container's own port, and a target group whose port changes is
    // replaced, which its fixed name would not survive.
    port: 80,
    deregistrationDelaySeconds: context.decide(
      `${routes[0]?.origin ?? facts.origin}.drain`,
      drains.length === 0 ? undefined : Math.max(...drains),
      30,
      "requests that last longer are rare, and a release waits for them",
      "s",
    ),
    ...(sticky && { sticky: stickiness(sticky) }),
    ...(slowStart !== undefined && { slowStartSeconds: slowStart }),
    ...(algorithm !== undefined && algorithm !== "round-robin" && { algorithm: algorithms[algorithm] }),
    healthCheck: planHealthCheck(context, facts, target),
    tags: context.tags({ service: facts.name }),
  };
}

export function targetGroupId({ name }: ServiceFacts, { suffix }: RouteTarget): string {
  return `service/${name}/target-group${suffix}`;
}

const algorithms = {
  "least-outstanding": "least_outstanding_requests",
  "weighted-random": "weighted_random",
} as const;

function stickiness({ cookie, seconds }: NonNullable<Route["sticky"]>): TargetStickiness {
  return cookie === undefined ? { type: "lb_cookie", seconds } : { type: "app_cookie", cookie, seconds };
}

function planHealthCheck(
  context: ResolveContext,
  facts: ServiceFacts,
  target: RouteTarget,
): TargetHealthCheck {
  const health = healthOf(facts, target);
  const { path, codes, intervalSeconds, timeoutSeconds, healthyCount, unhealthyCount } = health;
  const isGrpc = target.protocol === "grpc";
  const decide = <Value extends string | number>(
    key: string,
    written: Value | undefined,
    otherwise: Value,
    unit?: string,
  ): Value =>
    context.decide(`${facts.origin}.health.${key}`, written, otherwise, healthReasons[key] ?? "", unit);
  const hasGrpcCodes = codes !== undefined && Number.parseInt(codes, 10) < 200;
  if (codes !== undefined && hasGrpcCodes !== isGrpc) reportCodes(context, facts, target, codes);
  const otherwise = isGrpc
    ? { path: grpcDefaults.path, codes: path === undefined ? grpcDefaults.codes : "0" }
    : { path: healthDefaults.path, codes: healthDefaults.codes };
  const http = {
    path: decide("path", path, otherwise.path),
    codes: decide("codes", codes, otherwise.codes),
  };
  return {
    http,
    ...(health.port !== undefined && health.port !== target.port && { port: health.port }),
    intervalSeconds: decide("interval", intervalSeconds, healthDefaults.intervalSeconds, "s"),
    timeoutSeconds: decide("timeout", timeoutSeconds, healthDefaults.timeoutSeconds, "s"),
    healthyCount: decide("healthy", healthyCount, healthDefaults.healthyCount),
    unhealthyCount: decide("unhealthy", unhealthyCount, healthDefaults.unhealthyCount),
  };
}

/** What the routes of one target say; they share its target group, so that they must say the same. */
function agreed<Key extends "sticky" | "slowStartSeconds" | "algorithm">(
  context: ResolveContext,
  routes: readonly Route[],
  key: Key,
  written: string = key,
): Route[Key] | undefined {
  const saying = routes.filter((route) => route[key] !== undefined);
  const [first] = saying;
  const other = saying.find((route) => JSON.stringify(route[key]) !== JSON.stringify(first?.[key]));
  if (first !== undefined && other !== undefined) {
    context.report({
      code: "route-conflict",
      severity: "error",
      path: `${other.origin}.${written}`,
      message: `${other.origin} and ${first.origin} lead to one port and differ in ${written}`,
      reason: "they share a target group, which has one setting",
      hint: "write it in one of them, or let one lead to another port",
    });
  }
  return first?.[key];
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html */
function reportSlowStart(context: ResolveContext, routes: readonly Route[], algorithm: string): void {
  const origin = routes.find(({ slowStartSeconds }) => slowStartSeconds !== undefined)?.origin ?? "";
  context.report({
    code: "invalid-value",
    severity: "error",
    path: `${origin}.slowStart`,
    message: `${origin} has a slow start and the algorithm ${algorithm}`,
    reason: "a load balancer starts targets slowly with round-robin only",
    hint: "remove slowStart or algorithm; least-outstanding gives a slow new task fewer requests by itself",
  });
}

function reportCodes(
  context: ResolveContext,
  facts: ServiceFacts,
  { routes, protocol }: RouteTarget,
  codes: string,
): void {
  const route = routes.find(({ health }) => health?.codes !== undefined);
  context.report({
    code: "health-invalid",
    severity: "error",
    path: `${route?.origin ?? facts.origin}.health.codes`,
    message: `the health check of ${facts.origin} passes ${codes}, and its target speaks ${protocol}`,
    reason: "gRPC has codes from 0 to 99, HTTP from 200 to 499",
    hint: protocol === "grpc" ? "write codes: 0, or leave it out" : "write codes: 200-299",
  });
}
