import { describe, expect, it } from "vitest";
import { expectFault, faults, type Row, withService, withTop } from "../../test/manifest/faults.js";
import type { Diagnostic } from "../diagnostics/index.js";

const atTop: Row[] = [
  ["sevices: {}", "unknown-key", "sevices", 'unknown key "sevices"', /did you mean "services"\?/],
  [
    "blah: 1",
    "unknown-key",
    "blah",
    'unknown key "blah"',
    /the manifest may have application, compose, region/,
  ],
  ["region: Ireland", "invalid-value", "region", 'region must be a region such as eu-west-1, not "Ireland"'],
  [
    "profile: prodution",
    "invalid-value",
    "profile",
    /must be one of economy, balanced, production, not "prod/,
    /"production"/,
  ],
  ["stacks: 3", "wrong-type", "stacks", "stacks must be one of layered, single, not a number"],
  ["naming: { prefix: ' ' }", "invalid-value", "naming.prefix", /naming.prefix must be a text such as/],
  ["naming: { prefx: a }", "unknown-key", "naming.prefx", 'unknown key "prefx"', /"prefix"/],
  [
    "tags: { team: 42 }",
    "wrong-type",
    "tags.team",
    "tags.team must be a text of at most 256 characters, not a number",
    /in quotes: "42"/,
  ],
  [
    "tags: { 'aws:x': a }",
    "invalid-key",
    'tags["aws:x"]',
    '"aws:x" cannot be a key of tags',
    /does not start with aws:/,
  ],
  [`tags: { a: ${"x".repeat(257)} }`, "invalid-value", "tags.a", /at most 256 characters.*, not "x+\.\.\."/],
  [
    `tags: { ${Array.from({ length: 41 }, (_, tag) => `t${tag}: x`).join(", ")} }`,
    "invalid-value",
    "tags",
    "there are 41 tags",
    /50/,
  ],
  [
    "variables: { A: [1] }",
    "wrong-type",
    "variables.A",
    "variables.A must be a text, a number or true/false, not a list",
  ],
  ["variables: { 'a b': 1 }", "invalid-key", 'variables["a b"]', '"a b" cannot be a key of variables'],
  ["network: 3", "wrong-type", "network", "network must be a map, not a number"],
  [
    "network:",
    "wrong-type",
    "network",
    "network must be a map, not empty",
    /give it a value or remove the key/,
  ],
  [
    "network: { cidr: 10.0.0.0 }",
    "cidr-invalid",
    "network.cidr",
    /is not an address range/,
    /10\.0\.0\.0\/32/,
  ],
  ["network: { cidr: 10.0.0.256/16 }", "cidr-invalid", "network.cidr", /is not an address range/],
  ["network: { cidr: 'fd00::/8' }", "cidr-invalid", "network.cidr", /must be an IPv4 range/],
  [
    "network: { zones: 1 }",
    "invalid-value",
    "network.zones",
    /from 2 to 6, not 1/,
    /load balancer needs subnets in two/,
  ],
  ["network: { zones: 7 }", "invalid-value", "network.zones", /from 2 to 6, not 7/],
  [
    "network: { zones: two }",
    "wrong-type",
    "network.zones",
    /a whole number from 2 to 6, or a list.*, not a text/,
  ],
  ["network: { zones: [eu-west-1a] }", "invalid-value", "network.zones", /a list of 2 to 6 zone names/],
  ["network: { zones: [eu-west-1a, eu-west-1] }", "invalid-value", "network.zones[1]", /a zone name such as/],
  [
    "network: { zones: [eu-west-1a, eu-west-1a] }",
    "invalid-value",
    "network.zones[1]",
    /eu-west-1a is named twice/,
  ],
  ["network: { nat: on }", "invalid-value", "network.nat", /one of none, single, per-zone/],
  [
    "network: { import: {} }",
    "missing-key",
    "network.import.vpc",
    "network.import.vpc is missing",
    /a VPC id/,
  ],
  [
    "network: { import: { vpc: my-vpc } }",
    "import-not-a-reference",
    "network.import.vpc",
    /must be a VPC id/,
    /my-vpc/,
  ],
  [
    "network: { import: { vpc: ssm:net/vpc } }",
    "import-not-a-reference",
    "network.import.vpc",
    /no SSM param/,
    /ssm:\/net/,
  ],
  [
    `network: { import: { vpc: 'ssm:${"/a".repeat(16)}' } }`,
    "import-not-a-reference",
    "network.import.vpc",
    /SSM/,
    /15/,
  ],
  [
    "network: { import: { vpc: 'export:a b' } }",
    "import-not-a-reference",
    "network.import.vpc",
    /names no export/,
  ],
  [
    "network: { import: { vpc: vpc-12345678, privateSubnets: subnet-12345678 } }",
    "import-not-a-reference",
    "network.import.privateSubnets",
    /must be a list, or one ssm:\/path/,
    /\[subnet-12345678\]/,
  ],
  [
    "network: { import: { vpc: vpc-12345678, privateSubnets: [sg-12345678] } }",
    "import-not-a-reference",
    "network.import.privateSubnets[0]",
    /a subnet id/,
  ],
  [
    "network: { import: { vpc: vpc-12345678, subnets: { agents: [] } } }",
    "invalid-value",
    "network.import.subnets.agents",
    /a list with at least one item/,
  ],
  [
    "cluster: { capacity: spto }",
    "invalid-value",
    "cluster.capacity",
    /one of spot, on-demand, not "spto"/,
    /"spot"/,
  ],
  [
    "cluster: { capacity: { EC2: 1 } }",
    "unknown-key",
    "cluster.capacity.EC2",
    /unknown key "EC2"/,
    /FARGATE/,
  ],
  ["cluster: { capacity: { FARGATE: 0 } }", "invalid-value", "cluster.capacity", /needs a weight above 0/],
  ["cluster: { capacity: {} }", "invalid-value", "cluster.capacity", /needs a weight above 0/],
  [
    "cluster: { capacity: { FARGATE: 1001 } }",
    "invalid-value",
    "cluster.capacity.FARGATE",
    /from 0 to 1000, not 1001/,
  ],
  [
    "cluster: { capacity: { FARGATE: { base: 1, weight: 1 }, FARGATE_SPOT: { base: 1, weight: 1 } } }",
    "invalid-value",
    "cluster.capacity",
    /more than one base/,
  ],
  [
    "cluster: { insights: enhancd }",
    "invalid-value",
    "cluster.insights",
    /one of off, on, enhanced/,
    /"enhanced"/,
  ],
  ["cluster: { insights: 1 }", "wrong-type", "cluster.insights", /one of off, on, enhanced, not a number/],
  ["cluster: { namespace: local_ }", "invalid-value", "cluster.namespace", /a DNS name such as shop.local/],
  [
    "cluster: { import: { cluster: 'a b' } }",
    "import-not-a-reference",
    "cluster.import.cluster",
    /the name of a cluster/,
  ],
  [
    "ingress: { domains: shop.example.com }",
    "wrong-type",
    "ingress.domains",
    /a list of domain names/,
    /\[shop\.example\.com\]/,
  ],
  ["ingress: { schem: public }", "unknown-key", "ingress.schem", 'unknown key "schem"', /"scheme"/],
  [
    "ingress: { public: { schem: public } }",
    "unknown-key",
    "ingress.public.schem",
    'unknown key "schem"',
    /"scheme"/,
  ],
  [
    "ingress: { public: { scheme: publc } }",
    "invalid-value",
    "ingress.public.scheme",
    /one of public, internal/,
    /"public"/,
  ],
  ["ingress: { Public: {} }", "invalid-key", "ingress.Public", /cannot be a key of ingress/, /lower-case/],
  ["ingress: 3", "wrong-type", "ingress", /the settings of a load balancer, or a map of several by name/],
  ["ingress: { domains: [shop] }", "invalid-value", "ingress.domains[0]", /a domain name such as/],
  [
    "ingress: { domains: [shop.example.com] }",
    "needs-certificate",
    "ingress.domains[0]",
    /without its zone/,
    /zone: Z/,
  ],
  [
    "ingress: { domains: [{ name: a.example.com, zone: example.com }] }",
    "import-not-a-reference",
    "ingress.domains[0].zone",
    /a Route 53 zone id/,
  ],
  [
    "ingress: { domains: [{ name: a.example.com, certificate: reqest }] }",
    "import-not-a-reference",
    "ingress.domains[0].certificate",
    /the ARN of an ACM certificate/,
  ],
  [
    "ingress: { domains: [{ name: a.b.c, zone: Z1 }, { name: a.b.c, zone: Z1 }] }",
    "invalid-value",
    "ingress.domains[1]",
    /a.b.c is listed twice/,
  ],
  [
    "ingress: { sources: [10.0.0.1] }",
    "cidr-invalid",
    "ingress.sources[0]",
    /not an address range/,
    /10\.0\.0\.1\/32/,
  ],
  ["ingress: { tlsPolicy: TLS13 }", "invalid-value", "ingress.tlsPolicy", /ELBSecurityPolicy-TLS13/],
  [
    "ingress: { accessLogs: yes }",
    "wrong-type",
    "ingress.accessLogs",
    "ingress.accessLogs must be true, false, or a map of bucket and prefix, not a text",
  ],
  [
    "ingress: { idleTimeout: 2h }",
    "invalid-value",
    "ingress.idleTimeout",
    "ingress.idleTimeout must be from 1s to 4000s, not 2h",
  ],
  [
    "ingress: { import: { listener: x } }",
    "missing-key",
    "ingress.import.securityGroup",
    /securityGroup is missing/,
  ],
  ["registry: { keep: 0 }", "invalid-value", "registry.keep", /from 1 to 1000, not 0/],
  [
    "registry: { pullAccounts: [012345678901] }",
    "wrong-type",
    "registry.pullAccounts[0]",
    /a twelve-digit account id in quotes, not a number/,
    /"012345678901"/,
  ],
  ["registry: { pullAccounts: ['123'] }", "invalid-value", "registry.pullAccounts[0]", /twelve-digit/],
  [
    "resources: { Files: { type: s4 } }",
    "invalid-value",
    "resources.Files.type",
    /one of s3, dynamodb, sqs, sns, postgres, redis, efs, secret, kms, codecommit, codeconnection, not "s4"/,
    /"s3"/,
  ],
  [
    "resources: { Files: {} }",
    "missing-key",
    "resources.Files.type",
    "resources.Files.type is missing",
    /s3, dynamodb, sqs, sns, postgres, redis, efs, secret, kms, codecommit, codeconnection/,
  ],
  [
    "resources: { Files: s3 }",
    "wrong-type",
    "resources.Files",
    /a map with type, one of s3, dynamodb, sqs, sns, postgres, redis, efs, secret, kms, codecommit, codeconnection, not a text/,
  ],
  ["resources: { 9a: { type: s3 } }", "invalid-key", 'resources["9a"]', '"9a" cannot be a key of resources'],
  [
    "resources: { Files: { type: s3, import: A_B } }",
    "import-not-a-reference",
    "resources.Files.import",
    /the name or ARN/,
  ],
  [
    "resources: { Db: { type: postgres, import: {} } }",
    "missing-key",
    "resources.Db.import.securityGroup",
    /is missing/,
  ],
  [
    "alarms: { notify: [ops] }",
    "invalid-value",
    "alarms.notify[0]",
    /an e-mail address or the ARN of an SNS topic/,
  ],
  ["dashboard: maybe", "wrong-type", "dashboard", /true or false, not a text/],
  ["environments: [dev]", "wrong-type", "environments", /must be a map of names/],
];

const inService: Row[] = [
  ["prot: 80", "unknown-key", "services.api.prot", 'unknown key "prot"', /"port"/],
  [
    "kind: webb",
    "invalid-value",
    "services.api.kind",
    /one of web, backend, worker, network, not "webb"/,
    /"web"/,
  ],
  ["image: ./api", "invalid-value", "services.api.image", /is not an image/, /\{ build: \.\/api \}/],
  ["image: https://nginx", "invalid-value", "services.api.image", /is not an image/, /leave out https/],
  ["image: Nginx", "invalid-value", "services.api.image", /is not an image/, /lower case/],
  ["image: ssm:/api", "invalid-value", "services.api.image", /is not an image/, /repository: ssm/],
  ["image: { biuld: . }", "unknown-key", "services.api.image.biuld", /unknown key "biuld"/, /"build"/],
  [
    "image: { build: ., repository: a/b }",
    "wrong-type",
    "services.api.image",
    /a map with build, repository or from/,
  ],
  ["image: {}", "wrong-type", "services.api.image", /a map with build, repository or from/],
  [
    "image: { build: { context: a, dockefile: b } }",
    "unknown-key",
    "services.api.image.build.dockefile",
    /dockefile/,
    /"dockerfile"/,
  ],
  ["image: { build: ., tag: 1.2 }", "wrong-type", "services.api.image.tag", /an image tag .*, not a number/],
  [
    "image: { repository: 'A B' }",
    "import-not-a-reference",
    "services.api.image.repository",
    /a repository URI/,
  ],
  [
    `image: { repository: a/b, tag: "1", digest: "sha256:${"a".repeat(64)}" }`,
    "invalid-value",
    "services.api.image",
    /both a tag and a digest/,
  ],
  [
    "image: { repository: a/b, digest: sha256:abc }",
    "invalid-value",
    "services.api.image.digest",
    /64 hex digits/,
  ],
  [
    'port: "8080"',
    "wrong-type",
    "services.api.port",
    "services.api.port must be a whole number from 1 to 65535, not a text",
    /without quotes: 8080/,
  ],
  [
    "port: 70000",
    "invalid-value",
    "services.api.port",
    "services.api.port must be a whole number from 1 to 65535, not 70000",
  ],
  ["port: 80.5", "wrong-type", "services.api.port", /a whole number/],
  ["port: [80]", "wrong-type", "services.api.port", /not a list/],
  [
    "size: { cpu: 0.25vCPUs, memory: 512 KB }",
    "invalid-value",
    "services.api.size.memory",
    /512 or "0.5 GB", not "512 KB"/,
  ],
  [
    "size: { cpu: 0.3 }",
    "invalid-value",
    "services.api.size.cpu",
    /a whole number of CPU units/,
    /0\.25 vCPU/,
  ],
  ["size: { cpu: -1 }", "invalid-value", "services.api.size.cpu", /from 1 to/],
  ["size: { disk: 19 }", "invalid-value", "services.api.size.disk", /from 20 to 200, not 19/],
  ["size: { disk: 201 GB }", "invalid-value", "services.api.size.disk", /from 20 to 200, not 201/],
  [
    "size: { architecture: arm }",
    "invalid-value",
    "services.api.size.architecture",
    /x86_64, arm64/,
    /"arm64"/,
  ],
  ["route: api", "invalid-value", "services.api.route", /a path such as/, /starts with a slash/],
  [
    "route: shop.example.com",
    "invalid-value",
    "services.api.route",
    /a path such as/,
    /host: shop\.example\.com/,
  ],
  ["route: { path: '/a b' }", "invalid-value", "services.api.route.path", /a path such as/],
  [`route: "/${"a".repeat(128)}"`, "invalid-value", "services.api.route", /at most 128 characters/],
  ["route: {}", "invalid-value", "services.api.route", /neither a host nor a path/, /path: \/\*/],
  ["route: { path: [] }", "invalid-value", "services.api.route.path", /a list of paths/],
  ["route: { path: [/*/*/*/*/*/*/*] }", "limit", "services.api.route", /7 wildcards in one value/],
  ["route: { path: /a, priority: 0 }", "invalid-value", "services.api.route.priority", /from 1 to 50000/],
  ["route: { path: /a, drain: 2h }", "invalid-value", "services.api.route.drain", /from 0s to 3600s, not 2h/],
  ["route: /a\nroutes: [/b]", "invalid-value", "services.api.routes", /both route and routes/],
  ["routes: [/b, c]", "invalid-value", "services.api.routes[1]", /a path such as/],
  ["routes: []", "invalid-value", "services.api.routes", /a list of routes/],
  ["health: healthz", "invalid-value", "services.api.health", /a path such as \/healthz/],
  [
    "health: { interval: 10 }",
    "wrong-type",
    "services.api.health.interval",
    /a duration such as 30s, not a number/,
    /10s/,
  ],
  ["health: { interval: '10' }", "invalid-value", "services.api.health.interval", /a duration/, /10s/],
  [
    "health: { interval: 10 s }",
    "invalid-value",
    "services.api.health.interval",
    /a duration/,
    /without a space/,
  ],
  ["health: { interval: 4s }", "invalid-value", "services.api.health.interval", /from 5s to 300s, not 4s/],
  [
    "health: { interval: 10s, timeout: 10s }",
    "health-invalid",
    "services.api.health.timeout",
    /below the interval/,
  ],
  [
    "health: { codes: 200-599 }",
    "health-invalid",
    "services.api.health.codes",
    /status codes such as/,
    /200 to 499/,
  ],
  ["health: { codes: 299-200 }", "health-invalid", "services.api.health.codes", /status codes such as/],
  ["health: { healthy: 1 }", "invalid-value", "services.api.health.healthy", /from 2 to 10, not 1/],
  [
    "health: { container: [curl, x] }",
    "health-invalid",
    "services.api.health.container",
    /must start with CMD/,
  ],
  [
    "health: { container: { command: [CMD-SHELL, a, b] } }",
    "health-invalid",
    "services.api.health.container.command",
    /CMD/,
  ],
  ["health: { container: {} }", "missing-key", "services.api.health.container.command", /is missing/],
  [
    "health: { container: { command: x, retries: 11 } }",
    "invalid-value",
    "services.api.health.container.retries",
    /from 1 to 10/,
  ],
  [
    "command: npm start && x",
    "invalid-value",
    "services.api.command",
    /holds the shell syntax &/,
    /\[sh, -c/,
  ],
  ["command: []", "invalid-value", "services.api.command", /a list of texts/],
  ["command: [npm, 3]", "wrong-type", "services.api.command[1]", /must be a text, not a number/],
  ["environment: [A=b]", "wrong-type", "services.api.environment", /a map of names to values, not a list/],
  [
    "environment: { A: [b] }",
    "wrong-type",
    "services.api.environment.A",
    /a text, a number or true\/false, not a list/,
  ],
  ["environment: { A: }", "wrong-type", "services.api.environment.A", /not empty/],
  ["environment: { 1A: b }", "invalid-key", 'services.api.environment["1A"]', /"1A" cannot be a key/],
  [
    "environment: { A: 'ssm:/a//b' }",
    "import-not-a-reference",
    "services.api.environment.A",
    /no SSM parameter/,
  ],
  [
    "connects: [9]",
    "wrong-type",
    "services.api.connects[0]",
    /a name of a service or resource, or a map of to and port, not a number/,
  ],
  ["egress: intrenet", "invalid-value", "services.api.egress", /one of internet, endpoints/, /"internet"/],
  [
    "egress: [{ port: 443 }]",
    "invalid-value",
    "services.api.egress[0]",
    /one of cidr, prefixList, securityGroup/,
  ],
  ["egress: [{ cidr: 10.0.0.0/8 }]", "missing-key", "services.api.egress[0].port", /needs a port/],
  [
    "egress: [{ prefixList: x, port: 443 }]",
    "import-not-a-reference",
    "services.api.egress[0].prefixList",
    /a prefix list id/,
  ],
  [
    "access: { Files: rw }",
    "invalid-value",
    "services.api.access.Files",
    /one of read, write, read-write, invoke, send, consume, not "rw"/,
  ],
  ["access: { bedrock: all }", "invalid-value", "services.api.access.bedrock", /invoke, not "all"/],
  [
    "access: { parameters: [shop] }",
    "invalid-value",
    "services.api.access.parameters[0]",
    /an SSM path such as/,
  ],
  [
    "access: { policy: [{ actions: ['*'], resources: ['*'] }] }",
    "invalid-value",
    "services.api.access.policy[0].actions[0]",
    /an IAM action/,
    /wildcard/,
  ],
  [
    "access: { policy: [{ actions: ['s3:*'], resources: ['*'] }] }",
    "invalid-value",
    "services.api.access.policy[0].actions[0]",
    /an IAM action/,
  ],
  [
    "access: { policy: [{ actions: [s3:GetObject] }] }",
    "missing-key",
    "services.api.access.policy[0].resources",
    /is missing/,
  ],
  ["scale: -1", "invalid-value", "services.api.scale", /from 0 to 5000, not -1/],
  ["scale: { min: 3, max: 2 }", "scale-range", "services.api.scale.max", /\(2\) is below min \(3\)/],
  ["scale: { cpu: 101 }", "invalid-value", "services.api.scale.cpu", /from 1 to 100 %, not 101/],
  ["scale: { cpu: seventy }", "invalid-value", "services.api.scale.cpu", /a percentage such as "70 %"/],
  ["scale: { cooldown: { in: 60 } }", "wrong-type", "services.api.scale.cooldown.in", /a duration/, /60s/],
  [
    "deploy: { minHealthy: 100, max: 100 }",
    "invalid-value",
    "services.api.deploy.max",
    /no room to replace a task/,
  ],
  ["deploy: { max: 300 }", "invalid-value", "services.api.deploy.max", /from 100 to 200 %/],
  ["logs: 10d", "invalid-value", "services.api.logs", "services.api.logs cannot be 10d", /nearest is 7d/],
  ["logs: { retention: 23h }", "invalid-value", "services.api.logs.retention", /cannot be 23h/, /1d/],
  ["exec: 'true'", "wrong-type", "services.api.exec", /true or false, not a text/],
  ["subnets: A", "invalid-value", "services.api.subnets", /private, public or a name/],
];

describe("messages", () => {
  it.each(atTop)("%s", (...row) => expectFault(withTop(row[0]), row));
  it.each(inService)("service with %s", (...row) => expectFault(withService(row[0]), row));

  it("names what is missing, with an example", () => {
    const found = faults("region: eu-west-1\n").map(({ code, path, hint }) => [code, path, hint]);
    expect(found).toEqual([
      ["missing-key", "application", expect.stringContaining("application: shop")],
      ["missing-key", "services", expect.stringContaining("services:")],
    ]);
    expect(faults("application: a\nservices: {}\n")).toMatchObject([
      { code: "missing-key", path: "services" },
    ]);
    expect(faults("application: a\nservices: { api: {} }\n")).toMatchObject([
      { code: "missing-key", path: "services.api.image", hint: expect.stringContaining("nginx") },
    ]);
  });

  it.each(["Shop", "-a", "a-", "a--b", "a_b", "9a", "a".repeat(41)])("refuses the name %s", (name) => {
    const written = JSON.stringify(name);
    expect(faults(`application: ${written}\nservices: { ${written}: { image: nginx } }\n`)).toMatchObject([
      { code: "invalid-value", path: "application" },
      { code: "invalid-key" },
    ]);
  });

  it.each(["[a]", "text", "42", "true"])("refuses %s as a whole", (text) => {
    expect(faults(text)).toMatchObject(
      [{ code: "wrong-type", message: /the manifest must be a map, not/ }].map(({ code }) => ({
        code,
        message: expect.stringContaining("the manifest must be a map"),
      })),
    );
  });

  it("collects the faults of all areas at once", () => {
    const found = faults(
      withTop("region: 1\nnetwork: { cidr: x }\ningress: { idleTimeout: 0s }").replace(
        "image: nginx:1.27",
        "image: nginx:1.27, port: x, logs: 2d, secrets: { A: plain }",
      ),
    );
    expect(found.map(({ path }) => path)).toEqual([
      "region",
      "network.cidr",
      "ingress.idleTimeout",
      "services.api.port",
      "services.api.logs",
      "services.api.secrets.A",
    ]);
  });

  it("points at the value, at an unknown key, and at the parent of a missing one", () => {
    const text = "application: shop\nservices:\n  api:\n    prot: 80\n    port: x\n";
    const words = faults(text).map(({ span }) => text.slice(span?.start.offset, span?.end.offset));
    expect(words).toEqual(["api", "prot", "x"]);
  });
});

describe("secrets", () => {
  it.each([
    "hunter2",
    "postgres://shop:hunter2@db/shop",
    "secret:",
    "secret:a#",
    "secret:a b",
    "secret:a#b#c",
    "ssm:relative",
    "arn:aws:secretsmanager:eu-west-1:1:secret:x",
    "arn:aws:s3:::bucket",
    "hunter2 ${unclosed",
    "hunter2 ${services.x.url}",
    "hunter2 ${accountId}",
  ])("refuses %s and never repeats it", (value) => {
    const [fault, ...others] = faults(withService(`secrets: { KEY: ${JSON.stringify(value)} }`));
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      code: "secret-looks-like-value",
      path: "services.api.secrets.KEY",
      sensitive: true,
    });
    const { span, path, ...said } = fault as Diagnostic;
    expect(JSON.stringify(said)).not.toMatch(/hunter2|unclosed|postgres/);
  });

  it("never repeats a value of the wrong kind", () => {
    for (const secrets of ["hunter2", "[KEY=hunter2]", "{ KEY: [hunter2] }", "{ KEY: { value: hunter2 } }"]) {
      const [fault] = faults(withService(`secrets: ${secrets}`));
      expect(fault?.sensitive).toBe(true);
      expect(JSON.stringify({ ...fault, span: undefined })).not.toContain("hunter2");
    }
  });

  it("refuses a name in both environment and secrets", () => {
    const [fault] = faults(withService("environment: { A: x }\nsecrets: { A: secret:a }"));
    expect(fault).toMatchObject({
      path: "services.api.secrets.A",
      message: "A is in both environment and secrets",
    });
  });
});
