import type { Schema, Shape } from "./fields.js";
import { either, field, list, mapOf, text, whole } from "./fields.js";
import {
  conditionValuePattern,
  headerNamePattern,
  methodPattern,
  queryKeyPattern,
  routeHostPattern,
  routePathPattern,
} from "./patterns.js";

export const path = (): Schema =>
  text("a path such as /api/*, at most 128 characters", routePathPattern, advisePath);
const host = (): Schema => text("a host name such as shop.example.com", routeHostPattern);
const method = (): Schema => text("a method such as GET", methodPattern, adviseUpperCase);
const value = (): Schema => text("a text of 1 to 128 characters", conditionValuePattern);
const source = (): Schema => text("an address range such as 203.0.113.0/24");

function oneOrMore(expected: string, many: string, item: () => Schema): Schema {
  return either(`${expected} or a list of them`, item(), list(item(), many, 1));
}

const values = (): Schema => oneOrMore("a text", "a list of texts", value);

export const headers = (): Schema =>
  mapOf(
    headerNamePattern,
    "the name of a header, at most 40 characters without wildcards, other than host",
    values(),
    "a map of header names to values",
  );

/**
 * Which requests a rule of a load balancer takes: all conditions must hold, and of the values of one, any.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export const conditions = (): Shape => ({
  host: field(
    "Host names that lead here; * and ? are wildcards.",
    oneOrMore("a host name", "a list of host names", host),
    "shop.example.com",
  ),
  path: field(
    "Paths that lead here; * and ? are wildcards.",
    oneOrMore("a path", "a list of paths", path),
    "/api/*",
  ),
  header: field("Headers that a request must have, with their values; * and ? are wildcards.", headers(), {
    "X-Api-Version": "2",
  }),
  query: field(
    "Parts of the query that a request must have; * and ? are wildcards.",
    mapOf(queryKeyPattern, "a key of 1 to 128 characters", values(), "a map of keys to values"),
    { preview: "true" },
  ),
  methods: field("Methods that lead here.", oneOrMore("a method", "a list of methods", method), [
    "GET",
    "HEAD",
  ]),
  sources: field(
    "Addresses of the callers that lead here.",
    oneOrMore("an address range", "a list of address ranges", source),
    ["203.0.113.0/24"],
  ),
  priority: field("Lower wins; chosen by how specific the route is when left out.", whole(1, 50000), 10),
});

function advisePath(input: unknown): string | undefined {
  if (typeof input !== "string" || input.startsWith("/")) return undefined;
  if (/^[A-Za-z0-9.*-]+\.[A-Za-z]{2,}$/.test(input)) return `for a host name write { host: ${input} }`;
  return "a path starts with a slash";
}

function adviseUpperCase(input: unknown): string | undefined {
  return typeof input === "string" && methodPattern.test(input.toUpperCase())
    ? `write it in upper case: ${input.toUpperCase()}`
    : undefined;
}
