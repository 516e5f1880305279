import { describe, expect, it } from "vitest";
import { planOf, resourceOf, resourcesOf, tryPlan } from "../support/plan-of.js";

const manifest = (services: string, cluster = "{ serviceConnect: true }"): string => `
application: shop
cluster: ${cluster}
services:
${services}
`;

const ecsService = (text: string, name: string) =>
  resourceOf(planOf(text), "EcsService", `service/${name}/service`);
const variable = (text: string, name: string) =>
  resourceOf(planOf(text), "TaskDefinition", `service/${name}/task-definition`).containers[0]?.environment[0]
    ?.value;

const pair = `
  web: { image: nginx, port: 8080, route: /*, connects: [orders], environment: { URL: "\${services.orders.url}" } }
  orders: { image: nginx, ports: [{ port: 9000, protocol: grpc }] }
  alone: { image: nginx }
`;

describe("with the cluster", () => {
  it("offers what others reach, under its own name, and lets its callers call", () => {
    const orders = ecsService(manifest(pair), "orders").serviceConnect;
    expect(orders).toMatchObject({
      namespace: { ref: "platform/namespace", attribute: "arn" },
      services: [
        { portName: "orders", discoveryName: "orders-sc", alias: { dnsName: "orders", port: 9000 } },
      ],
      logs: {
        logGroup: { ref: "service/orders/log-group", attribute: "name" },
        streamPrefix: "service-connect",
      },
    });
    expect(orders?.services[0]).not.toHaveProperty("tls");
    expect(ecsService(manifest(pair), "web").serviceConnect?.services).toEqual([]);
    expect(ecsService(manifest(pair), "alone").serviceConnect).toBeUndefined();
  });

  it("tells the proxy what a port speaks", () => {
    const ports = (text: string, name: string) =>
      resourceOf(planOf(text), "TaskDefinition", `service/${name}/task-definition`).containers[0]
        ?.portMappings;
    expect(ports(manifest(pair), "orders")).toMatchObject([{ containerPort: 9000, appProtocol: "grpc" }]);
    const routed = manifest("  a: { image: x, port: 80, route: /* }\n  b: { image: x, connects: [a] }");
    expect(ports(routed, "a")).toMatchObject([{ containerPort: 80, appProtocol: "http" }]);
    const plain = manifest("  a: { image: x, port: 80 }\n  b: { image: x, connects: [a] }");
    expect(ports(plain, "a")?.[0]).not.toHaveProperty("appProtocol");
  });

  it("does not offer what says client or false, be it called", () => {
    for (const wanted of ["client", "false"]) {
      const text = manifest(
        pair.replace("  orders: { image: nginx,", `  orders: { image: nginx, serviceConnect: ${wanted},`),
      );
      expect(ecsService(text, "orders").serviceConnect?.services ?? []).toEqual([]);
      expect(ecsService(text, "web").serviceConnect).toBeUndefined();
    }
  });

  it("gives callers the alias, and those without a proxy the DNS name", () => {
    expect(variable(manifest(pair), "web")).toBe("http://orders:9000");
    const without = pair.replace("route: /*", "route: /*, serviceConnect: false");
    expect(variable(manifest(without), "web")).toBe("http://orders.shop.local:9000");
    const admin = `
  web: { image: nginx, connects: [{ to: orders, port: 9001 }], environment: { URL: "\${services.orders.url}" } }
  orders: { image: nginx, ports: [9000, 9001] }
`;
    expect(variable(manifest(admin), "web")).toBe("http://orders.shop.local:9001");
  });

  it("starts callers after what they call, but for those that call each other", () => {
    expect(ecsService(manifest(pair), "web").dependsOn).toContain("service/orders/service");
    const circle = manifest(`
  a: { image: nginx, port: 1, connects: [b] }
  b: { image: nginx, port: 1, connects: [a] }
`);
    expect(ecsService(circle, "a").dependsOn).not.toContain("service/b/service");
    expect(ecsService(circle, "b").dependsOn).not.toContain("service/a/service");
  });

  it("gives tasks with a proxy a larger size, and warns of a small one", () => {
    const size = (text: string, name: string) =>
      resourceOf(planOf(text), "TaskDefinition", `service/${name}/task-definition`);
    expect(size(manifest(pair), "orders")).toMatchObject({ cpuUnits: 512, memoryMiB: 1024 });
    expect(size(manifest(pair), "alone")).toMatchObject({ cpuUnits: 256, memoryMiB: 512 });
    const small = pair.replace("  orders: { image: nginx,", "  orders: { image: nginx, size: { cpu: 256 },");
    expect(tryPlan(manifest(small)).diagnostics).toMatchObject([
      {
        code: "fargate-size",
        severity: "warning",
        path: "services.orders.size",
        message: expect.stringMatching(/256 CPU units/),
      },
    ]);
  });
});

describe("of a namespace without DNS", () => {
  const only = manifest(pair, "{ serviceConnect: { namespace: http }, namespace: shop }");

  it("is the only way to a service", () => {
    const plan = planOf(only);
    const kinds = resourcesOf(plan).map(({ kind }) => kind);
    expect(kinds).not.toContain("PrivateDnsNamespace");
    expect(kinds).not.toContain("DiscoveryService");
    expect(resourceOf(plan, "HttpNamespace", "platform/http-namespace").name).toBe("shop");
    expect(ecsService(only, "orders").serviceConnect?.namespace).toEqual({
      ref: "platform/http-namespace",
      attribute: "arn",
    });
    expect(variable(only, "web")).toBe("http://orders:9000");
  });

  it("leaves no address to those without a proxy", () => {
    const { diagnostics } = tryPlan(only.replace("route: /*", "route: /*, serviceConnect: false"));
    expect(diagnostics).toMatchObject([
      {
        code: "unknown-reference",
        path: "services.web.environment.URL",
        hint: expect.stringContaining("namespace: dns"),
      },
    ]);
  });

  it("is named, and nothing made, where it is imported", () => {
    const text = manifest(
      pair,
      "{ serviceConnect: true, import: { cluster: main, namespace: { id: ns-abc, name: shared } } }",
    );
    expect(ecsService(text, "orders").serviceConnect?.namespace).toBe("shared");
    expect(ecsService(text, "orders").serviceRegistries).toHaveLength(1);
  });
});

describe("of one service", () => {
  const settings = "{ alias: shop.orders, port: admin, timeouts: { idle: 60s, request: 0s } }";
  const text = manifest(
    `
  web: { image: nginx, connects: [orders] }
  orders:
    image: nginx
    ports: [9000, { port: 9001, name: admin, protocol: http }]
    serviceConnect: ${settings}
  caller: { image: nginx, serviceConnect: client }
  other: { image: nginx, port: 1 }
`,
    "{}",
  );

  it("takes its settings, and its callers with it", () => {
    expect(ecsService(text, "orders").serviceConnect?.services).toEqual([
      {
        portName: "orders-9001",
        discoveryName: "orders-sc",
        alias: { dnsName: "shop.orders", port: 9001 },
        idleTimeoutSeconds: 60,
        requestTimeoutSeconds: 0,
      },
    ]);
    expect(ecsService(text, "web").serviceConnect?.services).toEqual([]);
    expect(ecsService(text, "caller").serviceConnect?.services).toEqual([]);
    expect(ecsService(text, "other").serviceConnect).toBeUndefined();
  });

  it("encrypts with an authority and a role of their owners", () => {
    const authority = "arn:aws:acm-pca:eu-west-1:111111111111:certificate-authority/0a1b-2c";
    const tls = `{ authority: "${authority}", role: "ssm:/role", key: "ssm:/key" }`;
    const one = manifest(`  api: { image: nginx, port: 80, serviceConnect: { tls: ${tls} } }`, "{}");
    expect(ecsService(one, "api").serviceConnect?.services[0]?.tls).toEqual({
      authority,
      role: { import: { ssm: "/role" } },
      key: { import: { ssm: "/key" } },
    });
  });
});

describe("what is refused", () => {
  it.each([
    [
      "a service without a port",
      "  api: { image: x, serviceConnect: true }",
      "kind-conflict",
      "services.api.serviceConnect",
      /without a port/,
      /serviceConnect: client/,
    ],
    [
      "a port of UDP alone",
      "  api: { image: x, listeners: [{ port: 53, protocol: udp, target: 5353 }], health: { port: 80 }, serviceConnect: true }",
      "kind-conflict",
      "services.api.serviceConnect",
      /without a port/,
      /client/,
    ],
    [
      "a port that it lacks",
      "  api: { image: x, ports: [{ port: 80, name: main }], serviceConnect: { port: mian } }",
      "port-unknown",
      "services.api.serviceConnect.port",
      /"mian"/,
      /"main"/,
    ],
    [
      "one alias for two",
      "  a: { image: x, port: 1, serviceConnect: { alias: b } }\n  b: { image: x, port: 1, serviceConnect: true }",
      "name-collision",
      "services.b.serviceConnect",
      /alias "b"/,
      /another/,
    ],
    [
      "a time limit for requests over TCP",
      "  api: { image: x, port: 80, serviceConnect: { timeouts: { request: 5s } } }",
      "invalid-value",
      "services.api.serviceConnect.timeouts.request",
      /carries TCP/,
      /protocol: http/,
    ],
    [
      "an alias in capitals",
      "  api: { image: x, port: 80, serviceConnect: { alias: API } }",
      "invalid-value",
      "services.api.serviceConnect.alias",
      /lower-case/,
      /./,
    ],
    [
      "an authority that is none",
      '  api: { image: x, port: 80, serviceConnect: { tls: { authority: none, role: "ssm:/r" } } }',
      "import-not-a-reference",
      "services.api.serviceConnect.tls.authority",
      /private certificate authority/,
      /none/,
    ],
    [
      "Windows",
      "  api: { image: x, port: 80, size: { cpu: 1024, memory: 2048, os: windows-2022-core }, serviceConnect: true }",
      "container-conflict",
      "services.api.serviceConnect",
      /runs on Windows/,
      /serviceConnect: false/,
    ],
    [
      "a job",
      "  api: { image: x }\njobs:\n  j: { image: x, serviceConnect: client }",
      "kind-conflict",
      "jobs.j.serviceConnect",
      /is a job/,
      /remove/,
    ],
  ])("%s", (_, services, code, path, message, hint) => {
    const { plan, diagnostics } = tryPlan(manifest(services, "{}"));
    expect(plan).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, path, message: expect.stringMatching(message) }]);
    expect(`${diagnostics[0]?.hint} ${diagnostics[0]?.reason}`).toMatch(hint);
  });
});
