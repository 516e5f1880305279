import { describe, expect, it } from "vitest";
import { tryPlan } from "../support/plan-of.js";

function manifest(services: string, ingress = ""): string {
  return `application: shop\nregion: eu-west-1\n${ingress}services:\n${services}`;
}

const web = (name: string, rest: string): string => `  ${name}: { image: nginx, port: 80, ${rest} }\n`;
const https = "ingress: { domains: [{ name: a.example.com, zone: Z123 }] }\n";
const two = "ingress: { public: {}, internal: { scheme: internal } }\n";
const provider =
  "{ issuer: https://l.example.com, authorizationEndpoint: https://l.example.com/a, tokenEndpoint: https://l.example.com/t, userInfoEndpoint: https://l.example.com/u, clientId: a, clientSecret: secret:l#s }";
const names = (count: number): string =>
  Array.from({ length: count }, (_, at) => `{ name: n${at}.example.com, zone: Z123 }`).join(", ");

interface Expected {
  readonly code: string;
  readonly line: number;
  readonly message: RegExp;
  readonly hint: RegExp;
}

const errors: readonly (readonly [string, string, Expected])[] = [
  [
    "26 certificates beside the listener's own",
    manifest(web("api", "route: /*"), `ingress: { domains: [${names(27)}] }\n`),
    {
      code: "limit",
      line: 3,
      message: /27 certificates: .* 26 more/,
      hint: /as also: of one domain, or use a wildcard/,
    },
  ],
  [
    "a certificate of another region",
    manifest(
      web("api", "route: /*"),
      "ingress: { domains: [{ name: a.example.com, certificate: 'arn:aws:acm:us-east-1:111111111111:certificate/a-1' }] }\n",
    ),
    { code: "other-region", line: 3, message: /in us-east-1, .* in eu-west-1/, hint: /one of eu-west-1/ },
  ],
  [
    "a web ACL of another region",
    manifest(
      web("api", "route: /*"),
      "ingress: { waf: 'arn:aws:wafv2:us-east-1:111111111111:regional/webacl/a/0a1b' }\n",
    ),
    { code: "other-region", line: 3, message: /web ACL is in us-east-1/, hint: /one of eu-west-1/ },
  ],
  [
    "gRPC without HTTPS",
    manifest(web("api", "route: { path: /*, protocol: grpc }")),
    { code: "needs-certificate", line: 4, message: /route\.protocol needs HTTPS/, hint: /ingress\.domains/ },
  ],
  [
    "a login without HTTPS",
    manifest(web("api", `route: { path: /*, auth: { oidc: ${provider} } }`)),
    { code: "needs-certificate", line: 4, message: /route\.auth needs HTTPS/, hint: /ingress\.domains/ },
  ],
  [
    "two places to log in",
    manifest(
      web(
        "api",
        `route: { path: /*, auth: { oidc: ${provider}, cognito: { userPool: ssm:/a, client: b, domain: c } } }`,
      ),
      https,
    ),
    { code: "invalid-value", line: 5, message: /names two places to log in/, hint: /either oidc or cognito/ },
  ],
  [
    "a client secret in plain text",
    manifest(
      web("api", `route: { path: /*, auth: { oidc: ${provider.replace("secret:l#s", "hunter2")} } }`),
      https,
    ),
    {
      code: "secret-looks-like-value",
      line: 5,
      message: /which secret of Secrets Manager/,
      hint: /secret:name#jsonKey/,
    },
  ],
  [
    "stickiness of more than a week",
    manifest(web("api", "route: { path: /*, sticky: 8d }")),
    { code: "invalid-value", line: 4, message: /sticky must be from 1s to 604800s, not 8d/, hint: /^$/ },
  ],
  [
    "a slow start with another algorithm",
    manifest(web("api", "route: { path: /*, slowStart: 60s, algorithm: least-outstanding }")),
    {
      code: "invalid-value",
      line: 4,
      message: /a slow start and the algorithm least-outstanding/,
      hint: /remove slowStart/,
    },
  ],
  [
    "a slow start of one route with the algorithm of another to the same port",
    manifest(web("api", "routes: [{ path: /a, slowStart: 60s }, { path: /b, algorithm: weighted-random }]")),
    { code: "invalid-value", line: 4, message: /the algorithm weighted-random/, hint: /remove slowStart/ },
  ],
  [
    "two routes to one port that differ in stickiness",
    manifest(web("api", "routes: [{ path: /a, sticky: 1h }, { path: /b, sticky: 2h }]")),
    {
      code: "route-conflict",
      line: 4,
      message: /routes\[1\] and .*routes\[0\] lead to one port and differ in sticky/,
      hint: /another port/,
    },
  ],
  [
    "a load balancer that does not exist",
    manifest(web("api", "route: { path: /*, ingress: internl }"), two),
    {
      code: "unknown-ingress",
      line: 5,
      message: /"internl", which does not exist/,
      hint: /did you mean "internal"\?/,
    },
  ],
  [
    "a name where there is a single load balancer",
    manifest(web("api", "route: { path: /*, ingress: public }")),
    { code: "unknown-ingress", line: 4, message: /"public", which does not exist/, hint: /remove ingress/ },
  ],
  [
    "no name where none of several is public",
    manifest(web("api", "route: /*"), "ingress: { a: {}, b: {} }\n"),
    { code: "unknown-ingress", line: 5, message: /does not say through which/, hint: /ingress: a or b/ },
  ],
  [
    "cdn with sources",
    manifest(web("api", "route: /*"), "ingress: { cdn: true, sources: [10.0.0.0/8] }\n"),
    { code: "invalid-value", line: 3, message: /both cdn and sources/, hint: /remove sources/ },
  ],
  [
    "weights that are all 0",
    manifest(web("api", "route: { path: /*, weights: { api: 0, b: 0 } }") + web("b", "route: /b")),
    { code: "invalid-value", line: 4, message: /are all 0/, hint: /above 0/ },
  ],
  [
    "weights of more than five services",
    manifest(web("api", "route: { path: /*, weights: { api: 1, b: 1, c: 1, d: 1, e: 1, f: 1 } }")),
    { code: "limit", line: 4, message: /among 6 services/, hint: /divide them/ },
  ],
  [
    "weights of a service that does not exist",
    manifest(web("api", "route: { path: /*, weights: { api: 1, nxt: 1 } }") + web("next", "route: /b")),
    { code: "unknown-service", line: 4, message: /names "nxt"/, hint: /did you mean "next"\?/ },
  ],
  [
    "weights without the service itself",
    manifest(web("api", "route: { path: /*, weights: { b: 1 } }") + web("b", "route: /b")),
    {
      code: "invalid-value",
      line: 4,
      message: /does not say how many requests services\.api keeps/,
      hint: /add api/,
    },
  ],
  [
    "weights of a service without a route of its own",
    manifest(
      `${web("api", "route: { path: /*, weights: { api: 1, b: 1 } }")}  b: { image: nginx, port: 80 }\n`,
    ),
    {
      code: "missing-route-target",
      line: 4,
      message: /services\.b has no route of its own/,
      hint: /header: \{ X-Version: b \}/,
    },
  ],
  [
    "weights in a circle",
    manifest(
      web("api", "route: { path: /*, weights: { api: 1, b: 1 } }") +
        web("b", "route: { path: /b, weights: { api: 1, b: 1 } }"),
    ),
    {
      code: "route-conflict",
      line: 4,
      message: /services\.b, whose stack must come after/,
      hint: /stacks: single/,
    },
  ],
  [
    "weights of a service that connects back",
    manifest(
      web("api", "route: { path: /*, weights: { api: 1, b: 1 } }") + web("b", "connects: [api], route: /b"),
    ),
    {
      code: "route-conflict",
      line: 4,
      message: /services\.b, whose stack must come after/,
      hint: /in the route of b/,
    },
  ],
  [
    "a header with a bad name",
    manifest(web("api", "route: { path: /*, header: { 'X Version': a } }")),
    { code: "invalid-key", line: 4, message: /"X Version" cannot be a key/, hint: /the name of a header/ },
  ],
  [
    "the host as a header",
    manifest(web("api", "route: { path: /*, header: { Host: a.example.com } }")),
    { code: "invalid-key", line: 4, message: /"Host" cannot be a key/, hint: /other than host/ },
  ],
  [
    "a method in lower case",
    manifest(web("api", "route: { path: /*, methods: get }")),
    { code: "invalid-value", line: 4, message: /must be a method such as GET/, hint: /upper case: GET/ },
  ],
  [
    "more headers than a rule takes",
    manifest(web("api", "route: { path: /*, header: { A: a, B: b, C: c, D: d, E: e } }")),
    { code: "limit", line: 4, message: /needs 6 values in one rule/, hint: /to the service/ },
  ],
  [
    "more target groups than ECS takes",
    manifest(
      web(
        "api",
        `routes: [${[1, 2, 3, 4, 5, 6].map((n) => `{ path: /${n}, port: ${9000 + n} }`).join(", ")}]`,
      ),
    ),
    { code: "limit", line: 4, message: /lead to 6 target groups/, hint: /service of their own/ },
  ],
  [
    "a container that does not exist",
    manifest(
      web("api", "route: { path: /*, container: ngix }, containers: { nginx: { image: nginx, port: 81 } }"),
    ),
    {
      code: "missing-route-target",
      line: 4,
      message: /the container "ngix"/,
      hint: /did you mean "nginx"\?/,
    },
  ],
  [
    "a container without a port",
    manifest(web("api", "route: { path: /*, container: nginx }, containers: { nginx: { image: nginx } }")),
    { code: "missing-route-target", line: 4, message: /nginx, which has no port/, hint: /add port to/ },
  ],
  [
    "codes of HTTP for gRPC",
    manifest(web("api", "route: { path: /*, protocol: grpc }, health: { codes: 200 }"), https),
    { code: "health-invalid", line: 5, message: /passes 200, and its target speaks grpc/, hint: /codes: 0/ },
  ],
  [
    "codes of gRPC for HTTP",
    manifest(web("api", "route: /*, health: { codes: 0 }")),
    {
      code: "health-invalid",
      line: 4,
      message: /passes 0, and its target speaks http1/,
      hint: /codes: 200-299/,
    },
  ],
  [
    "a default that is no service",
    manifest(web("api", "route: /a"), "ingress: { default: apl }\n"),
    { code: "unknown-service", line: 3, message: /names "apl"/, hint: /did you mean "api"\?/ },
  ],
  [
    "a default beside a route that takes everything",
    manifest(web("api", "route: /*") + web("b", "route: /b"), "ingress: { default: b }\n"),
    {
      code: "route-conflict",
      line: 3,
      message: /ingress\.default asks for the same requests as services\.api\.route/,
      hint: /another/,
    },
  ],
  [
    "a rule that says nothing",
    manifest(web("api", "route: /a"), "ingress: { rules: [{ path: /b }] }\n"),
    { code: "invalid-value", line: 3, message: /neither fixed nor redirect/, hint: /redirect:/ },
  ],
  [
    "a redirect to the same place",
    manifest(web("api", "route: /a"), "ingress: { rules: [{ path: /b, redirect: { query: a } }] }\n"),
    { code: "invalid-value", line: 3, message: /lead to where it comes from/, hint: /host: www/ },
  ],
  [
    "a fixed answer that redirects",
    manifest(web("api", "route: /a"), "ingress: { default: 302 }\n"),
    { code: "invalid-value", line: 3, message: /answers 302/, hint: /write redirect/ },
  ],
  [
    "settings of an imported load balancer",
    manifest(
      web("api", "route: /a"),
      "ingress: { import: { listener: ssm:/l, securityGroup: ssm:/s }, idleTimeout: 2m }\n",
    ),
    { code: "invalid-value", line: 3, message: /idleTimeout would change nothing/, hint: /ask the owner/ },
  ],
  [
    "dualstack in a network without IPv6",
    manifest(web("api", "route: /a"), "ingress: { ipAddressType: dualstack }\n"),
    { code: "missing-network", line: 3, message: /has no IPv6 addresses/, hint: /import a network/ },
  ],
  [
    "a load balancer and a network service of one name",
    manifest(
      `${web("api", "route: { path: /*, ingress: internal }")}  internal: { image: nginx, listeners: [1883] }\n`,
      two,
    ),
    { code: "name-collision", line: 3, message: /both make a load balancer shop-internal/, hint: /rename/ },
  ],
  [
    "settings of a network load balancer on a web service",
    manifest(web("api", "route: /a, loadBalancer: { crossZone: false }")),
    { code: "kind-conflict", line: 4, message: /none of its own/, hint: /kind: network/ },
  ],
  [
    "a sticky TLS listener",
    manifest(
      "  m: { image: nginx, listeners: [{ port: 8883, protocol: tls, certificate: ssm:/c, sticky: true }] }\n",
    ),
    { code: "invalid-value", line: 4, message: /is sticky and TLS/, hint: /make it tcp/ },
  ],
  [
    "two listeners to one port that differ",
    manifest(
      "  m: { image: nginx, listeners: [{ port: 80, target: 90 }, { port: 81, target: 90, sticky: true }] }\n",
    ),
    { code: "route-conflict", line: 4, message: /differs in sticky or drain/, hint: /the same in both/ },
  ],
];

describe("bad input to load balancers and routes", () => {
  it.each(errors)("%s is told with its place", (_, text, expected) => {
    const { plan, diagnostics } = tryPlan(text);
    expect(plan).toBeUndefined();
    const found = diagnostics.find(
      ({ code, message }) => code === expected.code && expected.message.test(message),
    );
    expect(found ?? diagnostics).toMatchObject({
      severity: "error",
      span: { start: { line: expected.line } },
    });
    expect(found?.hint ?? "").toMatch(expected.hint);
  });

  it("takes 26 certificates, 25 beside the listener's own", () => {
    const text = manifest(web("api", "route: /*"), `ingress: { domains: [${names(26)}] }\n`);
    expect(tryPlan(text).diagnostics).toEqual([]);
  });

  it("puts ten names in a certificate, so that 260 names are no error", () => {
    const domains = Array.from({ length: 26 }, (_, at) => {
      const also = Array.from({ length: 9 }, (_each, index) => `a${index}.n${at}.example.com`);
      return `{ name: n${at}.example.com, zone: Z123, also: [${also.join(", ")}] }`;
    });
    const text = manifest(web("api", "route: /*"), `ingress: { domains: [${domains.join(", ")}] }\n`);
    expect(tryPlan(text).diagnostics).toEqual([]);
  });

  it("warns of 101 rules on one load balancer, and says how to divide them", () => {
    const routes = Array.from({ length: 101 }, (_, at) => `/r${at}/*`).join(", ");
    const { plan, diagnostics } = tryPlan(manifest(web("api", `routes: [${routes}]`)));
    expect(plan).toBeDefined();
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "quota", path: "ingress" }]);
    expect(diagnostics[0]?.message).toMatch(/101 rules on one load balancer/);
    expect(diagnostics[0]?.hint).toMatch(/a further load balancer under ingress/);
  });

  it("counts the rules of each load balancer alone", () => {
    const routes = (ingress: string): string =>
      Array.from({ length: 60 }, (_, at) => `{ path: /r${at}/*, ingress: ${ingress} }`).join(", ");
    const text = manifest(web("api", `routes: [${routes("public")}, ${routes("internal")}]`), two);
    expect(tryPlan(text).diagnostics).toEqual([]);
  });

  it("says both lines where a route hides another", () => {
    const text = manifest(
      web("wide", "route: { path: /*, priority: 1 }") +
        web("narrow", "route: { path: /api/*, methods: GET }"),
    );
    const { plan, diagnostics } = tryPlan(text);
    expect(plan).toBeDefined();
    expect(diagnostics.map(({ severity, span }) => [severity, span?.start.line])).toEqual([
      ["warning", 5],
      ["note", 4],
    ]);
    expect(diagnostics[0]?.message).toMatch(
      /narrow\.route would never see a request: services\.wide\.route comes first/,
    );
  });

  it.each([
    ["a prefix", "{ path: /a/*, priority: 1 }", "{ path: /a/b }", true],
    ["no prefix", "{ path: /a/*, priority: 1 }", "{ path: /ab }", false],
    ["a wildcard host", "{ host: '*.example.com', priority: 1 }", "{ host: A.example.com, path: /x }", true],
    ["a host against none", "{ host: a.example.com, priority: 1 }", "{ path: /x }", false],
    ["one of its values", "{ path: [/a, /b], priority: 1 }", "{ path: /b }", true],
    ["more than its values", "{ path: /b, priority: 1 }", "{ path: [/a, /b] }", false],
    ["a question mark", "{ path: /?, priority: 1 }", "{ path: /a }", true],
    ["a question mark against a star", "{ path: /a?, priority: 1 }", "{ path: /a* }", false],
    ["a header that the other lacks", "{ path: /*, header: { A: b }, priority: 1 }", "{ path: /x }", false],
    [
      "the same header",
      "{ path: /*, header: { A: b }, priority: 1 }",
      "{ path: /x, header: { a: b } }",
      true,
    ],
    [
      "one of two methods",
      "{ path: /*, methods: [GET, PUT], priority: 1 }",
      "{ path: /x, methods: PUT }",
      true,
    ],
    ["another method", "{ path: /*, methods: GET, priority: 1 }", "{ path: /x, methods: PUT }", false],
    ["another source", "{ path: /*, sources: 10.0.0.0/8, priority: 1 }", "{ path: /x }", false],
    [
      "another part of the query",
      "{ path: /*, query: { a: b }, priority: 1 }",
      "{ path: /x, query: { A: b } }",
      false,
    ],
  ])("knows whether a route hides another: %s", (_, wide, narrow, hides) => {
    const text = manifest(web("a", `route: ${wide}`) + web("b", `route: ${narrow}`));
    const codes = tryPlan(text).diagnostics.map(({ severity, code }) => `${severity} ${code}`);
    expect(codes).toEqual(hides ? ["warning route-conflict", "note route-conflict"] : []);
  });

  it("hides nothing where the manifest leaves the priorities open", () => {
    const routes = [
      ...[
        "/*",
        "/api/*",
        "{ path: /api/*, methods: GET }",
        "{ path: /api/*, header: { A: b }, methods: GET }",
      ],
      ...["{ host: '*.example.com' }", "{ host: a.example.com }", "{ host: a.example.com, path: /api/* }"],
      ...[
        "{ host: '*.example.com', path: /api/* }",
        "{ path: /api/*, query: { a: b }, sources: 10.0.0.0/8 }",
      ],
    ];
    const text = manifest(web("api", `routes: [${routes.join(", ")}]`));
    expect(tryPlan(text).diagnostics).toEqual([]);
  });

  it("warns where CloudFront's prefix list is too heavy for two ports", () => {
    const text = (http: string): string =>
      manifest(web("api", "route: /*"), `ingress: { cdn: true, http: ${http}, domains: [${names(1)}] }\n`);
    expect(tryPlan(text("redirect")).diagnostics).toMatchObject([{ code: "quota", path: "ingress.cdn" }]);
    expect(tryPlan(text('"off"')).diagnostics).toEqual([]);
  });

  it("warns of a load balancer that nothing leads through, and does not make it", () => {
    const { plan, diagnostics } = tryPlan(manifest(web("api", "route: /*"), two));
    expect(diagnostics).toMatchObject([
      { severity: "warning", code: "unknown-ingress", path: "ingress.internal" },
    ]);
    const ids = plan?.stacks.flatMap((stack) => stack.resources.map(({ id }) => id));
    expect(ids?.filter((id) => id.startsWith("platform/ingress-internal"))).toEqual([]);
  });
});
