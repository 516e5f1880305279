import { describe, expect, it } from "vitest";
import type { Plan, ResourceOf } from "../../src/plan/index.js";
import { planOf, resourceOf, resourcesOf } from "../support/plan-of.js";

function plan(ingress: string, services: string, more = ""): Plan {
  return planOf(`application: shop\nregion: eu-west-1\n${more}ingress: ${ingress}\nservices:\n${services}`);
}

const web = (name: string, rest: string): string => `  ${name}: { image: nginx, port: 80, ${rest} }\n`;
const domain = (name: string): string => `domains: [{ name: ${name}, zone: Z123 }]`;
const rulesOf = (made: Plan): readonly ResourceOf<"ListenerRule">[] =>
  resourcesOf(made).filter((resource) => resource.kind === "ListenerRule");
const idsOf = (made: Plan): readonly string[] => resourcesOf(made).map(({ id }) => id);

describe("several load balancers", () => {
  const made = plan(
    `{ public: { ${domain("a.example.com")} }, internal: { scheme: internal, ${domain("b.example.com")} } }`,
    web("api", "routes: [/*, { path: /*, ingress: internal }]") +
      web("report", "route: { path: /report/*, ingress: internal }") +
      `  worker: { image: nginx, environment: { A: "\${services.api.url}", R: "\${services.report.url}" } }\n`,
  );

  it("stand in the subnets of their scheme under names of their own", () => {
    const [open, inner] = ["public", "internal"].map((name) =>
      resourceOf(made, "LoadBalancer", `platform/ingress-${name}/load-balancer`),
    );
    expect([open?.name, open?.scheme]).toEqual(["shop-public", "internet-facing"]);
    expect([inner?.name, inner?.scheme]).toEqual(["shop-internal", "internal"]);
    expect(JSON.stringify(open?.subnets)).toContain("network/public-subnet-a");
    expect(JSON.stringify(inner?.subnets)).toContain("network/private-subnet-a");
  });

  it("have target groups, alarms, exports and outputs of their own", () => {
    expect(idsOf(made)).toEqual(
      expect.arrayContaining([
        "service/api/target-group-public",
        "service/api/target-group-internal",
        "service/report/target-group-internal",
        "platform/ingress-internal/alarm-load-balancer-errors",
        "service/api/alarm-unhealthy-targets-internal",
      ]),
    );
    const platform = made.stacks.find(({ area }) => area === "platform");
    expect(platform?.exports.map(({ name }) => name)).toContain(
      "/shop/platform/ingress-internal/load-balancer-dns-name",
    );
    expect(platform?.outputs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["InternalLoadBalancerDnsName", "PublicLoadBalancerDnsName"]),
    );
  });

  it("register the tasks with both, and let both in", () => {
    const service = resourceOf(made, "EcsService", "service/api/service");
    expect(service.loadBalancers.map(({ targetGroup }) => targetGroup)).toEqual([
      { ref: "service/api/target-group-internal", attribute: "arn" },
      { ref: "service/api/target-group-public", attribute: "arn" },
    ]);
    expect(resourceOf(made, "SecurityGroupRule", "service/api/from-load-balancer-internal").peer).toEqual({
      ref: "platform/ingress-internal/load-balancer-security-group",
      attribute: "id",
    });
  });

  it("have priorities of their own", () => {
    const priorities = rulesOf(made)
      .filter(({ id }) => id.startsWith("service/api/"))
      .map(({ priority }) => priority);
    expect(new Set(priorities).size).toBe(1);
  });

  it("give a service the address of the one that it is behind, the public one first", () => {
    const { containers } = resourceOf(made, "TaskDefinition", "service/worker/task-definition");
    const environment = Object.fromEntries(
      (containers[0]?.environment ?? []).map((each) => [each.name, each.value]),
    );
    expect(environment).toMatchObject({ A: "https://a.example.com", R: "https://b.example.com" });
  });
});

describe("the only load balancer", () => {
  it("keeps its ids, whatever it is set to", () => {
    const made = plan(`{ scheme: internal, ${domain("a.example.com")} }`, web("api", "route: /*"));
    expect(idsOf(made)).toEqual(
      expect.arrayContaining([
        ...["platform/load-balancer", "platform/https-listener", "platform/http-listener"],
        ...["platform/certificate/a-example-com", "service/api/target-group", "service/api/https-rule"],
        ...["service/api/from-load-balancer", "platform/alarm-load-balancer-errors"],
      ]),
    );
    expect(resourceOf(made, "LoadBalancer", "platform/load-balancer").name).toBe("shop-internal");
  });

  it("keeps the ids of a service's other routes when it is the default", () => {
    const made = plan("{ default: api }", web("api", "route: /api/*"));
    expect(rulesOf(made).map(({ id, priority }) => [id, priority > 49_999])).toEqual([
      ["service/api/http-rule", false],
      ["service/api/http-rule-default", true],
    ]);
  });
});

describe("domains", () => {
  it("share a certificate up to ten names, and lead here from all of them", () => {
    const also = Array.from({ length: 10 }, (_, at) => `n${at}.example.com`);
    const made = plan(
      `{ domains: [{ name: example.com, zone: Z123, also: [${also.join(", ")}] }] }`,
      web("api", "route: /*"),
    );
    const certificates = resourcesOf(made).filter((each) => each.kind === "Certificate");
    expect(
      certificates.map(({ domainName, alternativeNames = [] }) => [domainName, alternativeNames.length]),
    ).toEqual([
      ["example.com", 9],
      ["n9.example.com", 0],
    ]);
    expect(resourcesOf(made).filter(({ kind }) => kind === "DnsAlias")).toHaveLength(11);
  });

  it("of another account's zone are requested without records, which an output names", () => {
    const made = plan("{ domains: [{ name: a.example.org, zone: none }] }", web("api", "route: /*"));
    const certificate = resourceOf(made, "Certificate", "platform/certificate/a-example-org");
    expect(certificate.hostedZone).toBeUndefined();
    expect(resourcesOf(made).filter(({ kind }) => kind === "DnsAlias")).toEqual([]);
    const output = made.stacks.flatMap(({ outputs }) => outputs).find(({ name }) => name === "DnsRecords");
    expect(output?.value).toEqual({
      join: ["a.example.org CNAME ", { ref: "platform/load-balancer", attribute: "dnsName" }],
    });
  });
});

describe("CloudFront in front", () => {
  const made = plan(`{ cdn: true, ${domain("a.example.com")} }`, web("api", "route: /*"));

  it("alone comes in, through a prefix list that is given when the platform is deployed", () => {
    const group = resourceOf(made, "SecurityGroup", "platform/load-balancer-security-group");
    expect(group.ingress.map(({ peer, traffic }) => [peer, traffic])).toEqual([
      [
        { prefixList: { parameter: "CloudFrontPrefixListId" } },
        { protocol: "tcp", fromPort: 443, toPort: 443 },
      ],
    ]);
    const platform = made.stacks.find(({ area }) => area === "platform");
    expect(platform?.parameters).toMatchObject([{ name: "CloudFrontPrefixListId", origin: "ingress.cdn" }]);
  });

  it("may be named instead", () => {
    const named = plan("{ cdn: pl-4fa04526 }", web("api", "route: /*"));
    const group = resourceOf(named, "SecurityGroup", "platform/load-balancer-security-group");
    expect(group.ingress[0]?.peer).toEqual({ prefixList: "pl-4fa04526" });
    expect(named.stacks.flatMap(({ parameters }) => parameters).map(({ name }) => name)).not.toContain(
      "CloudFrontPrefixListId",
    );
  });
});

describe("a route", () => {
  const provider =
    "{ issuer: https://l.example.com, authorizationEndpoint: https://l.example.com/a, tokenEndpoint: https://l.example.com/t, userInfoEndpoint: https://l.example.com/u, clientId: a, clientSecret: secret:l#s }";

  it("of more values than a rule takes becomes several rules that take the same requests", () => {
    const paths = ["/a", "/b", "/c", "/d", "/e", "/f", "/g"];
    const hosts = ["a.example.com", "b.example.com", "c.example.com"];
    const made = plan(
      "{}",
      web("api", `route: { host: [${hosts.join(", ")}], path: [${paths.join(", ")}] }`),
    );
    const rules = rulesOf(made);
    const pairs = rules.flatMap((rule) =>
      rule.hosts.flatMap((host) => rule.paths.map((path) => host + path)),
    );
    expect([...pairs].sort()).toEqual(hosts.flatMap((host) => paths.map((path) => host + path)).sort());
    for (const rule of rules) expect(rule.hosts.length + rule.paths.length).toBeLessThanOrEqual(5);
    expect(new Set(rules.map(({ priority }) => priority)).size).toBe(rules.length);
    expect(rules.map(({ id }) => id)).toContain("service/api/http-rule");
    expect(rules.map(({ id }) => id)).toContain("service/api/http-rule-part-2");
  });

  it("of more wildcards than a rule takes becomes several rules", () => {
    const made = plan(
      "{}",
      web("api", "route: { path: ['/a/*/*', '/b/*/*', '/c/*/*', '/d/*/*'], priority: 10 }"),
    );
    expect(rulesOf(made).map(({ paths, priority }) => [paths, priority])).toEqual([
      [["/a/*/*", "/b/*/*"], 10],
      [["/c/*/*", "/d/*/*"], 11],
    ]);
  });

  it("with a login is reached over HTTPS alone, and lets the load balancer out to the provider", () => {
    const made = plan(
      `{ http: serve, ${domain("a.example.com")} }`,
      web("api", `routes: [{ path: /admin/*, auth: { oidc: ${provider} } }, /*]`),
    );
    const secure = resourceOf(made, "ListenerRule", "service/api/https-rule-1");
    expect(secure.authenticate).toMatchObject({ type: "oidc", clientSecret: { secret: "l", jsonKey: "s" } });
    const plain = resourceOf(made, "ListenerRule", "service/api/http-rule-1");
    expect(plain.authenticate).toBeUndefined();
    expect(plain.action).toEqual({ type: "redirect-to-https" });
    const group = resourceOf(made, "SecurityGroup", "platform/load-balancer-security-group");
    expect(group.egress.map(({ traffic }) => traffic)).toEqual([
      { protocol: "tcp", fromPort: 443, toPort: 443 },
    ]);
  });

  it("reads the client's secret from a secret of the manifest by its ARN", () => {
    const made = plan(
      `{ ${domain("a.example.com")} }`,
      web("api", `route: { path: /*, auth: { oidc: ${provider} } }`),
      "resources: { l: { type: secret } }\n",
    );
    expect(resourceOf(made, "ListenerRule", "service/api/https-rule").authenticate).toMatchObject({
      clientSecret: { secret: { ref: "data/l", attribute: "arn" } },
    });
  });

  it("to other ports and containers has target groups, mappings and rules of its own", () => {
    const made = plan(
      "{}",
      web(
        "api",
        "health: { path: /ok, timeout: 4s }, routes: [/*, { path: /m, port: 9090, health: { path: /m, port: 9091 } }, { path: /s/*, container: files }], containers: { files: { image: nginx, port: 81 } }",
      ),
    );
    const { loadBalancers } = resourceOf(made, "EcsService", "service/api/service");
    expect(loadBalancers.map(({ containerName, containerPort }) => [containerName, containerPort])).toEqual([
      ["api", 80],
      ["api", 9090],
      ["files", 81],
    ]);
    expect(resourceOf(made, "TargetGroup", "service/api/target-group-9090").healthCheck).toMatchObject({
      http: { path: "/m" },
      port: 9091,
      timeoutSeconds: 4,
    });
    const { containers } = resourceOf(made, "TaskDefinition", "service/api/task-definition");
    expect(
      containers.map(({ portMappings }) => portMappings.map(({ containerPort }) => containerPort)),
    ).toEqual([[80, 9090], [81]]);
    for (const port of [9090, 9091, 81])
      expect(idsOf(made)).toContain(`service/api/from-load-balancer-${port}`);
  });

  it("shares its requests by weights, in a stack after that of the other service", () => {
    const made = plan(
      "{}",
      web("api", "route: { path: /*, weights: { api: 90, next: 10 }, sticky: 1h }") +
        web("next", "route: { path: /*, header: { X-Version: next } }"),
    );
    expect(resourceOf(made, "ListenerRule", "service/api/http-rule").action).toEqual({
      type: "weighted-forward",
      targets: [
        { targetGroup: { ref: "service/api/target-group", attribute: "arn" }, weight: 90 },
        { targetGroup: { ref: "service/next/target-group", attribute: "arn" }, weight: 10 },
      ],
      stickySeconds: 3600,
    });
    const api = made.stacks.find(({ area }) => area === "service-api");
    expect(api?.dependsOn).toContain("shop-service-next");
  });

  it("to a group of gRPC checks health in its codes", () => {
    const made = plan(`{ ${domain("a.example.com")} }`, web("api", "route: { path: /*, protocol: grpc }"));
    const group = resourceOf(made, "TargetGroup", "service/api/target-group-grpc");
    expect(group.protocolVersion).toBe("GRPC");
    expect(group.healthCheck.http).toEqual({ path: "/AWS.ALB/healthcheck", codes: "12" });
  });
});

describe("priorities", () => {
  const priorityOf = (routes: string): Readonly<Record<string, number>> =>
    Object.fromEntries(
      rulesOf(plan("{}", web("api", `routes: [${routes}]`))).map((rule) => [rule.origin, rule.priority]),
    );

  it("put further conditions first, and a host with wildcards last", () => {
    const found = Object.values(
      priorityOf("{ path: /api/*, header: { A: b }, methods: GET }, { path: /api/*, methods: GET }, /api/*"),
    );
    expect(found).toEqual([...found].sort((a, b) => a - b));
    const hosts = Object.values(priorityOf("{ host: a.example.com }, { host: '*.example.com' }, /*"));
    expect(hosts).toEqual([...hosts].sort((a, b) => a - b));
  });

  it("of the load balancer's own rules rest on their conditions, as their ids do", () => {
    const rules = (list: string): Readonly<Record<string, number>> =>
      Object.fromEntries(
        rulesOf(plan(`{ rules: [${list}] }`, web("api", "route: /*")))
          .filter(({ id }) => id.startsWith("platform/"))
          .map(({ id, priority }) => [id, priority]),
      );
    const one = rules("{ path: /old/*, fixed: 410 }");
    const both = rules("{ path: /new/*, fixed: 404 }, { path: /old/*, fixed: 410 }");
    expect(Object.keys(one)).toHaveLength(1);
    expect(both).toMatchObject(one);
  });
});

describe("a network load balancer", () => {
  const made = plan(
    "{}",
    "  mqtt: { image: nginx, listeners: [{ port: 1883, sources: [203.0.113.0/24, '2001:db8::/32', pl-6da54004], sticky: true, drain: 5m }, { port: 5683, protocol: udp }], health: { port: 8080 }, loadBalancer: { scheme: internal, crossZone: false, preserveClientIp: true, deletionProtection: true, domains: [{ name: m.example.com, zone: Z123 }] } }\n",
  );

  it("is set by its service", () => {
    expect(resourceOf(made, "LoadBalancer", "service/mqtt/load-balancer")).toMatchObject({
      scheme: "internal",
      deletionProtection: true,
      settings: { type: "network", crossZone: false },
    });
    expect(resourceOf(made, "DnsAlias", "service/mqtt/dns-alias/m-example-com").target.dnsName).toEqual({
      ref: "service/mqtt/load-balancer",
      attribute: "dnsName",
    });
  });

  it("lets in whom its listeners name", () => {
    const group = resourceOf(made, "SecurityGroup", "service/mqtt/load-balancer-security-group");
    expect(group.ingress.map(({ peer }) => peer)).toEqual([
      { cidrBlock: "203.0.113.0/24" },
      { cidrBlockIpv6: "2001:db8::/32" },
      { prefixList: "pl-6da54004" },
      { cidrBlock: "0.0.0.0/0" },
    ]);
  });

  it("checks where it is told, and is let in there", () => {
    expect(resourceOf(made, "TargetGroup", "service/mqtt/target-group-1883")).toMatchObject({
      sticky: { type: "source_ip" },
      preserveClientIp: true,
      deregistrationDelaySeconds: 300,
      healthCheck: { port: 8080 },
    });
    const udp = resourceOf(made, "TargetGroup", "service/mqtt/target-group-5683-udp");
    expect(udp.preserveClientIp).toBeUndefined();
    expect(idsOf(made)).toContain("service/mqtt/from-load-balancer-8080");
  });
});
