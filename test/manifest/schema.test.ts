import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { generatedFiles } from "../../scripts/generated-files.js";
import { manifestJsonSchema, parseManifest } from "../../src/manifest/index.js";

const schema = manifestJsonSchema();
const validate = new Ajv({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
}).compile(schema);

const valid = [
  "application: shop\nservices: { api: { image: nginx } }",
  `application: shop
region: eu-west-1
profile: balanced
stacks: layered
naming: { prefix: "$\{application}-$\{environment}" }
tags: { team: shop }
variables: { A: 1, B: true, C: "$\{variables.A}" }
environments:
  dev: { profile: economy, services: { api: { port: null, scale: { min: 1 }, image: { tag: x } } } }
  prod: { region: null, network: null, resources: { Files: { import: other } }, x-note: 1 }
network: { cidr: 10.0.0.0/16, zones: 2, nat: single, import: { vpc: ssm:/vpc, publicSubnets: ssm:/p, privateSubnets: [subnet-12345678] } }
cluster: { capacity: { FARGATE: { base: 1, weight: 1 }, FARGATE_SPOT: 3 }, insights: on, namespace: shop.local }
ingress: { scheme: public, domains: [{ name: a.example.com, zone: Z1, certificate: request }], sources: [0.0.0.0/0], idleTimeout: 60s }
registry: { keep: 3, pullAccounts: ["012345678901"] }
resources:
  Files: { type: s3 }
  Db: { type: postgres, import: { securityGroup: sg-12345678 } }
  Token: { type: secret }
  Shared: { type: efs }
  Old: { type: efs, import: { fileSystem: fs-12345678, securityGroup: ssm:/sg, addRules: true } }
parameters: { A: , B: {}, C: info, D: 1.5, E: { description: x, default: true } }
alarms: { notify: [a@b.co] }
dashboard: true
x-anything: { goes: [here] }
services:
  short: { image: nginx, route: /*, health: /healthz, scale: 3, capacity: spot, logs: 30d, command: npm start, access: { bedrock: invoke } }
  long:
    x-note: free
    kind: web
    image: { build: { context: ., dockerfile: Dockerfile } }
    size: { cpu: 0.25 vCPU, memory: 512, disk: 30 GB, architecture: arm64 }
    port: 8080
    routes: [{ host: [a.example.com], path: /a, priority: 1, drain: 30s }, /b]
    health: { path: /, codes: 200, interval: 10s, container: { command: [CMD, x], retries: 3 } }
    command: [a, b]
    environment: { A: x, B: 1, C: "$\{services.short.url}" }
    secrets: { S: secret:a#b }
    connects: [short]
    egress: [{ cidr: 10.0.0.0/8, port: 443 }]
    access: { Files: read-write, logs: write, parameters: [/a/*], policy: [{ actions: [sqs:SendMessage], resources: ["*"] }] }
    scale: { min: 1, max: 2, cpu: 70 %, cooldown: { in: 300s, out: 60s } }
    deploy: { minHealthy: 50 %, max: 200, breaker: true }
    logs: { retention: 30d }
    exec: true
    alarms: false
    subnets: private
  broker:
    kind: network
    image: mqtt
    listeners: [1883, { port: 53, protocol: udp, target: 5300 }, { port: 8883, protocol: tls, certificate: ssm:/c }]
    publicIp: false
    entrypoint: [/run, "$\{parameters.A}"]
    user: 1000
    workingDirectory: /app
    init: false
    readOnly: true
    stopTimeout: 120s
    labels: { a.b: c }
    ulimits: { nofile: { soft: 1, hard: 2 } }
    dependsOn: { otel: healthy, prepare: success }
    volumes: { data: { efs: Shared, path: /data, readOnly: true }, tmp: /tmp, x: { path: /x } }
    containers:
      prepare: { image: { repository: ssm:/r, tag: x }, essential: false, command: mkdir /a, volumes: { data: /data } }
      otel:
        x-note: 1
        image: otel:1
        dependsOn: { broker: start }
        port: 4317
        environment: { A: "$\{parameters.C}" }
        secrets: { S: secret:Token }
        health: { command: /check, retries: 3 }
        entrypoint: /run
        user: "0:0"
        ulimits: { nofile: 1024 }
        volumes: { tmp: { path: /y, readOnly: true } }
  kept: { image: { repository: "$\{variables.REPO}", tag: "1" }, egress: internet }`,
  "compose: docker-compose.yml",
  `compose: [a.yml, b.yml]
environments: { dev: { services: { web: { scale: 1 } } }, prod: }
services: { web: { port: null, health: { path: /x } }, worker: null }
region: null`,
];

/** Each breaks the smallest manifest in one place. */
const broken = [
  "services: { api: { image: nginx } }",
  "application: shop",
  "application: shop\nservices: {}",
  "application: Shop\nservices: { api: { image: nginx } }",
  "application: shop\nservices: { API: { image: nginx } }",
  "application: shop\nservices: { api: {} }",
  "application: shop\nservices: { api: nginx }",
  ...[
    "prot: 80",
    'port: "80"',
    "port: 0",
    "kind: job",
    "image: [a]",
    "image: { build: ., repository: a }",
    "image: {}",
    "size: { cpu: big }",
    "size: 512",
    "capacity: { EC2: 1 }",
    "route: api",
    "routes: []",
    "route: { path: /a, priority: 0 }",
    "health: { interval: 10 }",
    "health: { healthy: 1 }",
    "command: [1]",
    "environment: { A: [1] }",
    "environment: { 1A: x }",
    "environment: { A: { template: [x] } }",
    "secrets: { A: plain }",
    "connects: worker",
    "egress: all",
    "egress: [{ cidr: 10.0.0.0/8, port: [443] }]",
    "access: { Files: admin }",
    "access: { policy: [{ actions: ['*'], resources: ['*'] }] }",
    "scale: { min: -1 }",
    "scale: many",
    "deploy: { breaker: 1 }",
    "logs: 30",
    "exec: 'yes'",
    "listeners: 1883",
    "listeners: []",
    "listeners: ['1883']",
    "listeners: [{ protocol: udp }]",
    "listeners: [{ port: 1, protocol: http }]",
    "publicIp: 1",
    "entrypoint: [1]",
    "user: 1.5",
    "user: a b",
    "workingDirectory: app",
    "init: 1",
    "readOnly: 1",
    "stopTimeout: 30",
    "labels: { a: 1 }",
    "ulimits: { nofile: 0 }",
    "ulimits: { nofile: { soft: 1 } }",
    "dependsOn: { a: started }",
    "dependsOn: [a]",
    "volumes: { a: b }",
    "volumes: { a: / }",
    "volumes: { a: { efs: B } }",
    "volumes: { -a: /b }",
    "containers: { a: b }",
    "containers: { a: {} }",
    "containers: { A: { image: b } }",
    "containers: { a: { image: { build: [] } } }",
    "image: { from: A b }",
    "restart: 3",
    "environmentFiles: []",
    "containers: { a: { image: b, route: /c } }",
    "containers: { a: { image: b, volumes: { c: { efs: D, path: /e } } } }",
  ].map(
    (field) =>
      `application: shop\nservices: { api: { ${/^image/.test(field) ? "" : "image: nginx, "}${field} } }`,
  ),
  ...[
    "sevices: {}",
    "region: Ireland",
    "profile: cheap",
    "tags: { a: 1 }",
    "variables: { A: [1] }",
    "network: { zones: 1 }",
    "network: { import: {} }",
    "network: { import: { vpc: my-vpc } }",
    "cluster: { insights: maybe }",
    "ingress: { domains: a.b }",
    "ingress: { idleTimeout: 60 }",
    "registry: { pullAccounts: [123] }",
    "resources: { Files: { type: s4 } }",
    "resources: { Db: { type: postgres, instance: t4g.micro } }",
    "resources: { F: { type: efs, import: fs-12345678 } }",
    "resources: { S: { type: secret, value: x } }",
    "parameters: { a-b: 1 }",
    "parameters: { A: [1] }",
    "parameters: { A: { defalt: 1 } }",
    "compose: 3",
    "compose: []",
    "compose: x\nprofile: cheap",
    "compose: x\nenvironments: { dev: { compose: y } }",
    "environments: { dev: { compose: y } }",
    "alarms: { notify: [nobody] }",
    "dashboard: 1",
    "environments: { dev: { profile: cheap } }",
    "environments: { dev: { services: { api: { prot: 1 } } } }",
    "environments: { dev: { environments: {} } }",
    "environments: { dev: 3 }",
  ].map((line) => `application: shop\nservices: { api: { image: nginx } }\n${line}`),
];

describe("the JSON Schema", () => {
  it.each(valid)("takes %s", (text) => {
    const isValid = validate(parse(text));
    expect(validate.errors ?? []).toEqual([]);
    expect(isValid).toBe(true);
  });

  it.each(broken)("refuses %s, as the parser does", (text) => {
    expect(validate(parse(text))).toBe(false);
    const results = ["dev", undefined].map((environment) =>
      parseManifest({ file: "f", text }, environment === undefined ? {} : { environment }),
    );
    expect(results.some(({ manifest }) => manifest === undefined)).toBe(true);
  });

  it("describes every field", () => {
    const undescribed: string[] = [];
    const visit = (part: unknown, at: string): void => {
      if (typeof part !== "object" || part === null) return;
      const { properties } = part as { properties?: Record<string, { description?: string }> };
      for (const [name, field] of Object.entries(properties ?? {})) {
        if (typeof field.description !== "string") undescribed.push(`${at}.${name}`);
      }
      for (const [key, inner] of Object.entries(part)) if (key !== "examples") visit(inner, `${at}.${key}`);
    };
    visit(schema["definitions"], "");
    expect(undescribed).toEqual([]);
  });

  it("keeps zod's and the reader's own marks out", () => {
    const text = JSON.stringify(schema);
    expect(text).not.toContain("9007199254740991");
    expect(text).not.toContain("deferred");
  });

  it("is closed but for x- keys", () => {
    const maps = JSON.stringify(schema).match(/"additionalProperties":false/g)?.length;
    expect(JSON.stringify(schema).match(/"patternProperties":\{"\^x-":\{\}\}/g)?.length).toBe(maps);
  });
});

describe("generated files", () => {
  it("are up to date: run `npx jiti scripts/generate.ts`", async () => {
    for (const [path, text] of Object.entries(await generatedFiles())) {
      expect(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8"), path).toBe(text);
    }
  });
});
