import type { Schema } from "./fields.js";
import { block, define, either, field, list, text, whole } from "./fields.js";
import { routeHostPattern, routePathPattern } from "./patterns.js";
import { duration } from "./values.js";

const path = (): Schema =>
  text("a path such as /api/*, at most 128 characters", routePathPattern, advisePath);
const host = (): Schema => text("a host name such as shop.example.com", routeHostPattern);

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html */
export const route: Schema = define(
  "Route",
  either(
    "a path such as /api/*, or a map of host and path",
    path(),
    block({
      host: field(
        "Host names that lead here; * and ? are wildcards.",
        either("a host name or a list of them", host(), list(host(), "a list of host names", 1)),
        "shop.example.com",
      ),
      path: field(
        "Paths that lead here; * and ? are wildcards.",
        either("a path or a list of them", path(), list(path(), "a list of paths", 1)),
        "/api/*",
      ),
      priority: field("Lower wins; chosen by how specific the route is when left out.", whole(1, 50000), 10),
      drain: field("How long a stopping task may finish its requests, 0s to 3600s.", duration(), "30s"),
    }),
  ),
);

function advisePath(input: unknown): string | undefined {
  if (typeof input !== "string" || input.startsWith("/")) return undefined;
  if (/^[A-Za-z0-9.*-]+\.[A-Za-z]{2,}$/.test(input)) return `for a host name write { host: ${input} }`;
  return "a path starts with a slash";
}
