import { describe, expect, it } from "vitest";
import { planOf, resourceOf, resourcesOf, tryPlan } from "../support/plan-of.js";

const rules = (text: string): readonly string[] =>
  resourcesOf(planOf(text))
    .filter((resource) => resource.kind === "SecurityGroupRule")
    .map((rule) => {
      const name = (value: unknown): string => (value as { ref: string }).ref;
      const port = rule.traffic === "all" ? "all" : rule.traffic.fromPort;
      return `${rule.direction} ${name(rule.securityGroup)} ${port} ${name(rule.peer)}`;
    });

describe("connections", () => {
  it("open exactly the ports between a caller and what it calls", () => {
    const text = `
application: shop
services:
  api: { image: nginx, port: 8080, route: /*, connects: [worker] }
  worker: { image: nginx, port: 9000 }
  other: { image: nginx, port: 9001 }
`;
    expect(rules(text)).toEqual([
      "ingress service/worker/security-group 9000 service/api/security-group",
      "ingress service/api/security-group 8080 platform/load-balancer-security-group",
      "egress platform/load-balancer-security-group 8080 service/api/security-group",
    ]);
    const api = resourceOf(planOf(text), "SecurityGroup", "service/api/security-group");
    expect(api.ingress).toEqual([]);
    expect(api.egress).toEqual([
      { peer: { cidrBlock: "0.0.0.0/0" }, traffic: "all", description: "Anywhere" },
    ]);
  });

  it("open the way out, too, where egress is limited", () => {
    const text = `
application: shop
services:
  api: { image: nginx, egress: [{ cidr: 10.0.0.0/8, port: 443 }], connects: [worker] }
  worker: { image: nginx, port: 9000 }
`;
    expect(rules(text)).toEqual([
      "egress service/api/security-group 9000 service/worker/security-group",
      "ingress service/worker/security-group 9000 service/api/security-group",
    ]);
  });

  it("put the caller's stack behind the stack of what it calls", () => {
    const plan = planOf(`
application: shop
services:
  a: { image: nginx, port: 1, connects: [b] }
  b: { image: nginx, port: 1, connects: [c] }
  c: { image: nginx, port: 1 }
`);
    const areas = plan.stacks.map((stack) => stack.area);
    expect(areas).toEqual(["network", "platform", "service-c", "service-b", "service-a"]);
  });

  it("keep the groups of services that call each other in the platform stack", () => {
    const plan = planOf(`
application: shop
services:
  a: { image: nginx, port: 1, connects: [b] }
  b: { image: nginx, port: 1, connects: [a] }
  c: { image: nginx, port: 1, connects: [a, c] }
`);
    const area = (id: string): string | undefined =>
      plan.stacks.find((stack) => stack.resources.some((resource) => resource.id === id))?.area;
    expect(area("service/a/security-group")).toBe("platform");
    expect(area("service/b/security-group")).toBe("platform");
    expect(area("service/c/security-group")).toBe("service-c");
    for (const stack of plan.stacks) expect(stack.dependsOn).not.toContain(stack.name);
  });

  it("leave another owner's groups alone unless the manifest says otherwise", () => {
    const text = (addRules: boolean): string => `
application: shop
services:
  api: { image: nginx, egress: [{ cidr: 10.0.0.0/8, port: 443 }], connects: [Db] }
resources:
  Db: { type: postgres, import: { securityGroup: sg-0123456789abcdef0, addRules: ${addRules} } }
`;
    expect(rules(text(false))).toEqual([]);
    expect(
      resourceOf(planOf(text(false)), "SecurityGroup", "service/api/security-group").egress,
    ).toContainEqual({
      peer: { securityGroup: "sg-0123456789abcdef0" },
      traffic: { protocol: "tcp", fromPort: 5432, toPort: 5432 },
      description: "To Db",
    });
    const plan = planOf(text(true));
    expect(resourceOf(plan, "SecurityGroupRule", "service/api/connects-Db-ingress")).toMatchObject({
      securityGroup: "sg-0123456789abcdef0",
      peer: { ref: "service/api/security-group" },
    });
  });

  it("make the service wait for its rules", () => {
    const plan = planOf("application: shop\nservices:\n  api: { image: nginx, port: 8080, route: /* }\n");
    expect(resourceOf(plan, "EcsService", "service/api/service").dependsOn).toEqual(
      expect.arrayContaining([
        "network/private-default-route",
        "service/api/from-load-balancer",
        "service/api/load-balancer-egress",
        "service/api/http-rule",
      ]),
    );
  });
});

describe("connections to one port", () => {
  const text = (connects: string): string => `
application: shop
services:
  web: { image: nginx, connects: ${connects} }
  api:
    image: nginx
    ports: [8080, { port: 9000, name: admin }]
    containers: { metrics: { image: nginx, port: 9090 } }
resources: { Db: { type: postgres }, Old: { type: postgres, import: { securityGroup: sg-0a1b2c3d, host: db.example.com } } }
`;
  const into = (connects: string): readonly string[] =>
    rules(text(connects)).filter((rule) => rule.startsWith("ingress service/api"));

  it.each([
    ["[api]", [8080, 9000]],
    ["[{ to: api, port: admin }]", [9000]],
    ["[{ to: api, port: 8080 }]", [8080]],
    ["[{ to: api, port: 9090 }]", [9090]],
    ["[{ to: api, port: admin }, { to: api, port: 8080 }]", [8080, 9000]],
    ["[{ to: api, port: admin }, api]", [8080, 9000]],
  ])("%s open no other", (connects, ports) => {
    expect(
      into(connects)
        .map((rule) => Number(rule.split(" ")[2]))
        .sort(),
    ).toEqual(ports);
  });

  it("take the port of a database that another owner keeps", () => {
    const group = resourceOf(
      planOf(
        text("[{ to: Old, port: 5433 }]").replace(
          "image: nginx, connects",
          "image: nginx, egress: [{ cidr: 10.0.0.0/8, port: 1 }], connects",
        ),
      ),
      "SecurityGroup",
      "service/web/security-group",
    );
    expect(group.egress.at(-1)).toMatchObject({ traffic: { fromPort: 5433, toPort: 5433 } });
  });

  it.each([
    [
      "[{ to: api, port: 1234 }]",
      "port-unknown",
      "services.web.connects[0].port",
      /no port 1234/,
      /8080, 9000 \(admin\)/,
    ],
    ["[Db, { to: api, port: amdin }]", "port-unknown", "services.web.connects[1].port", /"amdin"/, /"admin"/],
    ["[{ to: Db, port: 5433 }]", "port-unknown", "services.web.connects[0].port", /no port 5433/, /5432/],
    ["[{ to: Old, port: admin }]", "port-unknown", "services.web.connects[0].port", /"admin"/, /5432/],
    ["[{ to: apl, port: 80 }]", "unknown-service", "services.web.connects[0]", /"apl"/, /"api"/],
    ["[{ to: api }]", "missing-key", "services.web.connects[0].port", /./, /./],
  ])("%s is refused", (connects, code, path, message, hint) => {
    const { diagnostics } = tryPlan(text(connects));
    expect(diagnostics).toMatchObject([{ code, path, message: expect.stringMatching(message) }]);
    expect(diagnostics[0]?.hint ?? "-").toMatch(hint);
  });

  it.each([
    ["ports: [80, 80]", "port-conflict", "services.api.ports[1]"],
    ["ports: [{ port: 80, name: a }, { port: 81, name: a }]", "invalid-value", "services.api.ports[1].name"],
    ["listeners: [1883], ports: [80]", "kind-conflict", "services.api.ports"],
    ["kind: worker, ports: [80]", "kind-conflict", "services.api.kind"],
    ["ports: [0]", "invalid-value", "services.api.ports[0]"],
  ])("ports such as %s are refused", (ports, code, path) => {
    const { diagnostics } = tryPlan(`application: shop\nservices: { api: { image: nginx, ${ports} } }`);
    expect(diagnostics).toMatchObject([{ code, path }]);
  });
});
