import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOf, resourcesOf } from "../support/plan-of.js";

function priorities(routes: Readonly<Record<string, string>>): Readonly<Record<string, number>> {
  const services = Object.entries(routes).map(
    ([name, route]) => `  ${name}: { image: nginx, port: 80, route: ${route} }`,
  );
  const plan = planOf(`application: shop\nservices:\n${services.join("\n")}\n`);
  const rules = resourcesOf(plan).filter((resource) => resource.kind === "ListenerRule");
  return Object.fromEntries(rules.map((rule) => [rule.id.split("/")[1] ?? "", rule.priority]));
}

describe("priorities of listener rules", () => {
  it("put the more specific rule first", () => {
    const found = priorities({
      all: "/*",
      api: "/api/*",
      deep: "/api/v1/orders/*",
      hosted: "{ host: a.example.com, path: /* }",
      both: "{ host: a.example.com, path: /api/* }",
    });
    const order = Object.entries(found).sort(([, a], [, b]) => a - b);
    expect(order.map(([name]) => name)).toEqual(["both", "hosted", "deep", "api", "all"]);
  });

  it("leave 1 to 1000 to the manifest", () => {
    expect(priorities({ first: "{ path: /first/*, priority: 7 }" })).toEqual({ first: 7 });
    for (const priority of Object.values(priorities({ a: "/*", b: "/b", c: `/${"c".repeat(120)}` }))) {
      expect(priority).toBeGreaterThan(1000);
      expect(priority).toBeLessThanOrEqual(50_000);
    }
  });

  it("spill out of a band that is full", () => {
    const routes = Object.fromEntries(
      Array.from({ length: 700 }, (_, index) => [`s${index + 100}`, `/s${index + 100}/*`]),
    );
    const found = Object.values(priorities(routes));
    expect(new Set(found).size).toBe(700);
    expect(Math.max(...found)).toBeLessThanOrEqual(50_000);
  });

  it("are unique, and rest on the route: adding one moves at most those of its own slot", () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    const names = fc.uniqueArray(name, { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(names, (all) => {
        const routes = Object.fromEntries(all.map((each) => [each, `/${each}/*`]));
        const complete = priorities(routes);
        expect(new Set(Object.values(complete)).size).toBe(all.length);
        const [added = "", ...rest] = all;
        const before = priorities(Object.fromEntries(rest.map((each) => [each, routes[each] ?? ""])));
        const moved = rest.filter((each) => before[each] !== complete[each]);
        // Only a route whose hash is the same, or that was pushed on by one, may move.
        for (const each of moved)
          expect(Math.abs((complete[added] ?? 0) - (before[each] ?? 0))).toBeLessThan(20);
      }),
      { numRuns: 50 },
    );
  });
});
