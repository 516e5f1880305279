import { describe, expect, it } from "vitest";
import { decodePlan, encodePlan } from "../../src/plan/index.js";
import { planOf, resourceOf, resourcesOf } from "../support/plan-of.js";

const text = `
application: shop
environments: { dev: { profile: economy }, prod: { profile: production } }
services:
  api: { image: { build: . }, port: 8080, route: /*, access: { Files: read-write } }
resources:
  Files: { type: s3 }
`;

describe("stacks", () => {
  it("follow the areas of the application", () => {
    const plan = planOf(text, "dev");
    expect(plan.stacks.map(({ name, area, dependsOn }) => [name, area, dependsOn])).toEqual([
      ["shop-dev-network", "network", []],
      ["shop-dev-platform", "platform", ["shop-dev-network"]],
      ["shop-dev-registry", "registry", []],
      ["shop-dev-data", "data", []],
      [
        "shop-dev-service-api",
        "service-api",
        ["shop-dev-data", "shop-dev-network", "shop-dev-platform", "shop-dev-registry"],
      ],
    ]);
  });

  it("export what other stacks and teams read under the application's path", () => {
    const names = planOf(text, "dev").stacks.flatMap((stack) => stack.exports.map((entry) => entry.name));
    expect(names).toEqual([
      "/shop/dev/network/private-subnet-ids",
      "/shop/dev/network/public-subnet-ids",
      "/shop/dev/network/vpc-id",
      "/shop/dev/platform/cluster-arn",
      "/shop/dev/platform/cluster-name",
      "/shop/dev/platform/http-listener-arn",
      "/shop/dev/platform/load-balancer-dns-name",
      "/shop/dev/platform/load-balancer-full-name",
      "/shop/dev/platform/load-balancer-security-group-id",
      "/shop/dev/registry/api-arn",
      "/shop/dev/registry/api-uri",
      "/shop/dev/data/Files-arn",
      "/shop/dev/data/Files-name",
    ]);
  });

  it("are one when the manifest says so, with the same resources", () => {
    const layered = planOf(text, "dev");
    const single = planOf(`stacks: single\n${text}`, "dev");
    expect(single.stacks.map((stack) => [stack.name, stack.area])).toEqual([["shop-dev", "application"]]);
    const ids = (plan: typeof single): readonly string[] =>
      resourcesOf(plan)
        .map((resource) => resource.id)
        .sort();
    expect(ids(single)).toEqual(ids(layered));
  });

  it("divide a registry that would outgrow a stack", () => {
    const services = Array.from({ length: 400 }, (_, index) => `  s${index}: { image: { build: . } }\n`).join(
      "",
    );
    const plan = planOf(`application: shop\nservices:\n${services}`);
    const registries = plan.stacks.filter((stack) => stack.area.startsWith("registry"));
    expect(registries.map((stack) => stack.area)).toEqual([
      "registry-1",
      "registry-2",
      "registry-3",
      "registry-4",
    ]);
    for (const stack of plan.stacks)
      expect(stack.resources.length + stack.exports.length).toBeLessThanOrEqual(500);
  });

  it("take what a profile decides", () => {
    const dev = planOf(text, "dev");
    const prod = planOf(text, "prod");
    const zones = (plan: typeof dev): number =>
      resourcesOf(plan).filter((each) => each.kind === "NatGateway").length;
    expect([zones(dev), zones(prod)]).toEqual([1, 3]);
    expect(resourceOf(dev, "LogGroup", "service/api/log-group")).toMatchObject({
      retentionDays: 7,
      removal: "delete",
    });
    expect(resourceOf(prod, "LogGroup", "service/api/log-group")).toMatchObject({
      retentionDays: 365,
      removal: "retain",
    });
    expect(resourceOf(prod, "LoadBalancer", "platform/load-balancer").deletionProtection).toBe(true);
    expect(resourceOf(dev, "EcsService", "service/api/service").capacityProviderStrategy).toEqual([
      { provider: "FARGATE_SPOT", base: 0, weight: 1 },
    ]);
    expect(resourceOf(prod, "EcsService", "service/api/service").enableExecuteCommand).toBe(false);
  });
});

describe("a plan file", () => {
  it("holds the plan", () => {
    const plan = planOf(text, "prod");
    expect(decodePlan(encodePlan(plan))).toEqual({ ok: true, value: plan, diagnostics: [] });
  });

  it.each([
    ["not JSON", "{", /not JSON/],
    ["another document", "{}", /no formatVersion/],
    ["a list", "[]", /no formatVersion/],
    ["a later format", '{ "formatVersion": 2 }', /has format 2, and this version reads format 1/],
    ["half a plan", '{ "formatVersion": 1, "application": "a", "prefix": "a", "stacks": [{}] }', /damaged/],
  ])("refuses %s", (_, file, message) => {
    const decoded = decodePlan(file);
    expect(decoded.ok).toBe(false);
    expect(decoded.diagnostics).toMatchObject([
      { code: "plan-unreadable", message: expect.stringMatching(message) },
    ]);
  });
});
