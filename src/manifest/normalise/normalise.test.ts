import { describe, expect, it } from "vitest";
import type { Manifest, Service } from "../manifest.js";
import { parseManifest } from "../parse.js";

function read(text: string): Manifest {
  const { manifest, diagnostics } = parseManifest({ file: "longshore.yaml", text });
  expect(diagnostics).toEqual([]);
  return manifest as Manifest;
}
const withTop = (lines: string): Manifest =>
  read(`application: shop\nservices: { api: { image: nginx } }\n${lines}\n`);
const service = (fields: string): Service =>
  read(`application: shop\nservices:\n  api: { image: nginx, ${fields} }\n`).services["api"] as Service;

describe("normalise", () => {
  it("leaves out what the author left out", () => {
    expect(read("application: shop\nservices: { api: { image: nginx:1.27 } }\n")).toEqual({
      application: "shop",
      tags: {},
      network: {},
      cluster: {},
      ingresses: [{ origin: "ingress", domains: [], rules: [] }],
      registry: { pullAccounts: [] },
      services: {
        api: {
          image: { from: "reference", reference: "nginx:1.27" },
          size: {},
          routes: [],
          health: {},
          environment: {},
          secrets: {},
          connects: [],
          access: { resources: {}, parameters: [], policy: [] },
          scale: {},
          deploy: {},
          logs: {},
        },
      },
      resources: {},
      alarms: { notify: [] },
    });
  });

  it("is plain JSON", () => {
    const manifest = service("command: [a], environment: { A: b }, route: /a, health: { container: x }");
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
  });
});

describe("the document", () => {
  const ssm = (path: string) => ({ from: "ssm", path });
  const literal = (value: string) => ({ from: "literal", value });

  it.each<[string, Partial<Manifest>]>([
    ["profile: economy", { profile: "economy" }],
    ["stacks: single", { stacks: "single" }],
    ["dashboard: false", { dashboard: false }],
    ["tags: { team: shop, cost: '42' }", { tags: { team: "shop", cost: "42" } }],
    [
      "registry: { keep: 5, immutableTags: true, pullAccounts: ['012345678901'] }",
      { registry: { keep: 5, immutableTags: true, pullAccounts: ["012345678901"] } },
    ],
    [
      "alarms: { notify: [a@b.co, 'arn:aws:sns:eu-west-1:111111111111:ops'] }",
      { alarms: { notify: ["a@b.co", "arn:aws:sns:eu-west-1:111111111111:ops"] } },
    ],
    [
      "network: { cidr: 10.1.0.0/16, zones: 3, nat: per-zone }",
      { network: { cidr: "10.1.0.0/16", zones: 3, nat: "per-zone" } },
    ],
    ["network: { zones: [eu-west-1a, eu-west-1c] }", { network: { zones: ["eu-west-1a", "eu-west-1c"] } }],
    ["cluster: { capacity: spot }", { cluster: { capacity: { FARGATE_SPOT: { weight: 1 } } } }],
    ["cluster: { capacity: on-demand }", { cluster: { capacity: { FARGATE: { weight: 1 } } } }],
    [
      "cluster: { capacity: { FARGATE: 70, FARGATE_SPOT: 30 } }",
      { cluster: { capacity: { FARGATE: { weight: 70 }, FARGATE_SPOT: { weight: 30 } } } },
    ],
    [
      "cluster: { capacity: { FARGATE: { base: 1 }, FARGATE_SPOT: { weight: 3 } } }",
      { cluster: { capacity: { FARGATE: { base: 1, weight: 0 }, FARGATE_SPOT: { weight: 3 } } } },
    ],
    [
      "cluster: { insights: on, namespace: shop.local }",
      { cluster: { insights: "on", namespace: "shop.local" } },
    ],
    ["cluster: { insights: true }", { cluster: { insights: "on" } }],
    ["cluster: { insights: false }", { cluster: { insights: "off" } }],
    ["cluster: { insights: enhanced }", { cluster: { insights: "enhanced" } }],
    [
      "resources: { Files: { type: s3 }, Old: { type: s3, import: 'arn:aws:s3:::old' } }",
      {
        resources: {
          Files: { type: "s3" },
          Old: { type: "s3", import: literal("arn:aws:s3:::old") as never },
        },
      },
    ],
    [
      "resources: { Db: { type: postgres, import: { securityGroup: sg-12345678, host: ssm:/db, port: 5433, addRules: true } } }",
      {
        resources: {
          Db: {
            type: "postgres",
            import: {
              securityGroup: literal("sg-12345678") as never,
              host: ssm("/db") as never,
              port: 5433,
              addRules: true,
            },
          },
        },
      },
    ],
  ])("%s", (lines, expected) => {
    expect(withTop(lines)).toMatchObject(expected);
  });

  it("reads imports of a network", () => {
    const { network } = withTop(`network:
  import:
    vpc: export:SharedVpc
    publicSubnets: [subnet-12345678, ssm:/a]
    privateSubnets: ssm:/net/private
    subnets: { agents: [subnet-0123456789abcdef0] }
    endpointSecurityGroup: sg-12345678
    endpointPrefixLists: [pl-6da54004]`);
    expect(network.import).toEqual({
      vpc: { from: "export", name: "SharedVpc" },
      publicSubnets: { from: "list", items: [literal("subnet-12345678"), ssm("/a")] },
      privateSubnets: { from: "ssm-list", path: "/net/private" },
      subnets: { agents: { from: "list", items: [literal("subnet-0123456789abcdef0")] } },
      endpointSecurityGroup: literal("sg-12345678"),
      endpointPrefixLists: [literal("pl-6da54004")],
    });
    expect(withTop("network: { import: { vpc: vpc-12345678 } }").network.import).toEqual({
      vpc: literal("vpc-12345678"),
      subnets: {},
      endpointPrefixLists: [],
    });
  });

  it("reads imports of a cluster and a load balancer", () => {
    const arn =
      "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/x/0123456789abcdef/0123456789abcdef";
    const { cluster, ingresses } =
      withTop(`cluster: { import: { cluster: platform, namespace: { id: ns-abc, name: a.local } } }
ingress:
  domains: [a.example.com]
  import: { listener: '${arn}', securityGroup: ssm:/sg, loadBalancer: app/x/0123456789abcdef, dnsName: x.example.com }`);
    expect(cluster.import).toEqual({
      cluster: literal("platform"),
      namespace: { id: literal("ns-abc"), name: "a.local" },
    });
    expect(ingresses[0]).toEqual({
      origin: "ingress",
      rules: [],
      domains: [{ name: "a.example.com", certificate: "request" }],
      import: {
        listener: literal(arn),
        securityGroup: ssm("/sg"),
        loadBalancer: literal("app/x/0123456789abcdef"),
        dnsName: literal("x.example.com"),
      },
    });
  });

  it("reads an ingress", () => {
    const certificate = "arn:aws:acm:eu-west-1:111111111111:certificate/abc-1";
    const { ingresses } = withTop(`ingress:
  scheme: internal
  domains: [{ name: a.example.com, zone: Z123 }, { name: '*.b.example.com', certificate: '${certificate}' }]
  http: redirect
  sources: [203.0.113.0/24, '2001:db8::/32', pl-6da54004]
  tlsPolicy: ELBSecurityPolicy-TLS13-1-2-Res-2021-06
  accessLogs: true
  idleTimeout: 2m
  deletionProtection: true`);
    expect(ingresses).toEqual([
      {
        origin: "ingress",
        rules: [],
        scheme: "internal",
        domains: [
          { name: "a.example.com", zone: literal("Z123"), certificate: "request" },
          { name: "*.b.example.com", certificate: literal(certificate) },
        ],
        http: "redirect",
        sources: ["203.0.113.0/24", "2001:db8::/32", "pl-6da54004"],
        tlsPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
        accessLogs: true,
        idleTimeoutSeconds: 120,
        deletionProtection: true,
      },
    ]);
  });
});

describe("a service", () => {
  const origin = "services.api.route";
  const all = { resources: {}, parameters: [], policy: [] };

  it.each<[string, unknown]>([
    [
      "kind: worker, port: 80, exec: true, alarms: false, subnets: agents",
      { kind: "worker", port: 80, exec: true, alarms: false, subnets: "agents" },
    ],
    [
      "size: { cpu: 256, memory: 512, disk: 30, architecture: arm64 }",
      { size: { cpuUnits: 256, memoryMiB: 512, diskGiB: 30, architecture: "arm64" } },
    ],
    [
      "size: { cpu: 0.25 vCPU, memory: 0.5 GB, disk: 30 GB }",
      { size: { cpuUnits: 256, memoryMiB: 512, diskGiB: 30 } },
    ],
    [
      "size: { cpu: 2vCPU, memory: 1 GiB, disk: 200 GiB }",
      { size: { cpuUnits: 2048, memoryMiB: 1024, diskGiB: 200 } },
    ],
    ["size: { memory: 512 MiB }", { size: { memoryMiB: 512 } }],
    ["size: { memory: 512 MB }", { size: { memoryMiB: 512 } }],
    ["capacity: spot", { capacity: { FARGATE_SPOT: { weight: 1 } } }],
    ["route: /api/*", { routes: [{ origin, hosts: [], paths: ["/api/*"] }] }],
    [
      "route: { host: a.b, path: /x, priority: 5, drain: 0s }",
      { routes: [{ origin, hosts: ["a.b"], paths: ["/x"], priority: 5, drainSeconds: 0 }] },
    ],
    [
      "routes: [/a, { host: [a.b, '*.c.d'] }]",
      {
        routes: [
          { origin: `${origin}s[0]`, hosts: [], paths: ["/a"] },
          { origin: `${origin}s[1]`, hosts: ["a.b", "*.c.d"], paths: [] },
        ],
      },
    ],
    ["health: /healthz", { health: { path: "/healthz" } }],
    [
      "health: { path: /h, codes: '200-299, 302', interval: 10s, timeout: 5s, healthy: 2, unhealthy: 3, grace: 1m }",
      {
        health: {
          path: "/h",
          codes: "200-299,302",
          intervalSeconds: 10,
          timeoutSeconds: 5,
          healthyCount: 2,
          unhealthyCount: 3,
          graceSeconds: 60,
        },
      },
    ],
    ["health: { codes: 204 }", { health: { codes: "204" } }],
    ["health: { container: curl -f x }", { health: { container: { command: ["CMD-SHELL", "curl -f x"] } } }],
    ["health: { container: [CMD, /check] }", { health: { container: { command: ["CMD", "/check"] } } }],
    [
      "health: { container: { command: [CMD-SHELL, x], interval: 30s, timeout: 5s, retries: 3, startPeriod: 1m } }",
      {
        health: {
          container: {
            command: ["CMD-SHELL", "x"],
            intervalSeconds: 30,
            timeoutSeconds: 5,
            retries: 3,
            startPeriodSeconds: 60,
          },
        },
      },
    ],
    ["command: npm  run start", { command: ["npm", "run", "start"] }],
    ["command: [sh, -c, 'a && b']", { command: ["sh", "-c", "a && b"] }],
    [
      "environment: { A: x, B: 1, C: true, D: '', e.f: ssm:/x/y, G: 'ssm:no path' }",
      {
        environment: {
          A: "x",
          B: "1",
          C: "true",
          D: "",
          "e.f": { from: "ssm", path: "/x/y" },
          G: "ssm:no path",
        },
      },
    ],
    [
      "secrets: { A: secret:db, B: 'secret:a/b#url', C: ssm:/k, D: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:x-AbCdEf#k', E: 'arn:aws:ssm:eu-west-1:111111111111:parameter/a/b' }",
      {
        secrets: {
          A: { from: "secrets-manager", name: "db" },
          B: { from: "secrets-manager", name: "a/b", jsonKey: "url" },
          C: { from: "ssm", path: "/k" },
          D: {
            from: "secrets-manager-arn",
            arn: "arn:aws:secretsmanager:eu-west-1:111111111111:secret:x-AbCdEf",
            jsonKey: "k",
          },
          E: { from: "ssm-arn", arn: "arn:aws:ssm:eu-west-1:111111111111:parameter/a/b" },
        },
      },
    ],
    ["connects: [db, worker, db]", { connects: ["db", "worker"] }],
    ["egress: internet", { egress: "internet" }],
    [
      "egress: [{ cidr: 10.0.0.0/8, port: 443 }, { prefixList: pl-6da54004, port: 443 }, { securityGroup: ssm:/sg, port: 5432 }]",
      {
        egress: [
          {
            to: { kind: "cidr", cidr: "10.0.0.0/8" },
            traffic: { protocol: "tcp", fromPort: 443, toPort: 443 },
          },
          {
            to: { kind: "prefix-list", id: { from: "literal", value: "pl-6da54004" } },
            traffic: { protocol: "tcp", fromPort: 443, toPort: 443 },
          },
          {
            to: { kind: "security-group", id: { from: "ssm", path: "/sg" } },
            traffic: { protocol: "tcp", fromPort: 5432, toPort: 5432 },
          },
        ],
      },
    ],
    [
      "access: { Files: read, Db: read-write, x-files: write }",
      { access: { ...all, resources: { Files: "read", Db: "read-write", "x-files": "write" } } },
    ],
    [
      "access: { bedrock: invoke, logs: write }",
      { access: { ...all, bedrock: { models: ["*"], agents: ["*"] }, logs: "write" } },
    ],
    [
      "access: { bedrock: { models: [anthropic.claude-v2], agents: [A1/B2] } }",
      { access: { ...all, bedrock: { models: ["anthropic.claude-v2"], agents: ["A1/B2"] } } },
    ],
    [
      "access: { parameters: [/shop/*, /a/b], policy: [{ actions: ['sqs:Send*'], resources: ['arn:aws:sqs:eu-west-1:1:x'], reason: why }] }",
      {
        access: {
          ...all,
          parameters: ["/shop/*", "/a/b"],
          policy: [{ actions: ["sqs:Send*"], resources: ["arn:aws:sqs:eu-west-1:1:x"], reason: "why" }],
        },
      },
    ],
    ["scale: 3", { scale: { min: 3, max: 3 } }],
    [
      "scale: { min: 1, max: 4, cpu: 70, memory: 80 %, requests: 1000, cooldown: 60s }",
      {
        scale: {
          min: 1,
          max: 4,
          cpuPercent: { target: 70 },
          memoryPercent: { target: 80 },
          requestsPerMinute: { target: 1000 },
          cooldownInSeconds: 60,
          cooldownOutSeconds: 60,
        },
      },
    ],
    [
      "scale: { cpu: 70%, cooldown: { in: 5m } }",
      { scale: { cpuPercent: { target: 70 }, cooldownInSeconds: 300 } },
    ],
    [
      "scale: { requests: { target: 500, cooldown: 30s } }",
      { scale: { requestsPerMinute: { target: 500, cooldownInSeconds: 30, cooldownOutSeconds: 30 } } },
    ],
    ["logs: { retention: 7d, removal: retain }", { logs: { retentionDays: 7, removal: "retain" } }],
    [
      "deploy: { minHealthy: 50 %, max: 200, breaker: true }",
      { deploy: { minHealthyPercent: 50, maxPercent: 200, breaker: {} } },
    ],
    ["logs: 30d", { logs: { retentionDays: 30 } }],
    ["logs: { retention: 24h }", { logs: { retentionDays: 1 } }],
  ])("%s", (fields, expected) => {
    const read = service(fields) as unknown as Record<string, unknown>;
    for (const [field, value] of Object.entries(expected as Record<string, unknown>))
      expect(read[field]).toEqual(value);
  });

  it.each<[string, unknown]>([
    ["nginx", { from: "reference", reference: "nginx" }],
    ["localhost:5000/team/api:1.4.2", { from: "reference", reference: "localhost:5000/team/api:1.4.2" }],
    [
      `public.ecr.aws/nginx/nginx@sha256:${"a".repeat(64)}`,
      { from: "reference", reference: `public.ecr.aws/nginx/nginx@sha256:${"a".repeat(64)}` },
    ],
    ["{ build: . }", { from: "build", context: "." }],
    [
      "{ build: { context: a, dockerfile: b }, tag: '1' }",
      { from: "build", context: "a", dockerfile: "b", tag: "1" },
    ],
    [
      "{ repository: ssm:/repo, tag: x }",
      { from: "repository", uri: { from: "ssm", path: "/repo" }, tag: "x" },
    ],
    [
      `{ repository: 111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api, digest: 'sha256:${"b".repeat(64)}' }`,
      {
        from: "repository",
        uri: { from: "literal", value: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api" },
        digest: `sha256:${"b".repeat(64)}`,
      },
    ],
  ])("image: %s", (image, expected) => {
    expect(
      read(`application: a\nservices: { api: { image: ${image.startsWith("{") ? image : `'${image}'`} } }\n`)
        .services["api"]?.image,
    ).toEqual(expected);
  });
});
