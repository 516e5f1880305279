import type { IngressSettings, Route } from "../manifest/index.js";
import type { ResolveContext } from "./context.js";
import { nameLimits, shorten } from "./names.js";

type Named = Pick<IngressSettings, "name">;

/** What is not of one load balancer among several stands in `platform` itself. */
export function ingressId({ name }: Named, part: string): string {
  return name === undefined ? `platform/${part}` : `platform/ingress-${name}/${part}`;
}

/** The suffix that tells names of one load balancer among several apart: `internal-errors`, or just `errors`. */
export function ingressSuffix({ name }: Named, suffix: string): string {
  return name === undefined ? suffix : `${name}-${suffix}`;
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
export function loadBalancerName(context: ResolveContext, { name, scheme }: IngressSettings): string {
  const suffix = name ?? (scheme === "internal" ? "internal" : undefined);
  const full = suffix === undefined ? context.prefix : `${context.prefix}-${suffix}`;
  return shorten(full, nameLimits["load balancer"]);
}

/**
 * Key of the load balancer that a route is for: its name, empty for the only one. Undefined where there is no such one,
 * or several and none of them called public.
 */
export function ingressKeyOf(
  ingresses: readonly Named[],
  { ingress }: Pick<Route, "ingress">,
): string | undefined {
  const keys = ingresses.map(({ name = "" }) => name);
  if (ingress !== undefined) return keys.includes(ingress) ? ingress : undefined;
  return keys.length === 1 ? keys[0] : keys.find((key) => key === "public");
}
