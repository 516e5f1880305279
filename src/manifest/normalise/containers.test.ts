import { describe, expect, it } from "vitest";
import type { DataResource, DeployParameter, Manifest, Service } from "../manifest.js";
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

describe("listeners", () => {
  it.each<[string, Partial<Service>]>([
    ["listeners: [1883]", { listeners: [{ port: 1883, protocol: "tcp" }] }],
    ["kind: network, publicIp: true", { kind: "network", publicIp: true }],
    [
      "listeners: [53, { port: 53, protocol: udp, target: 5300 }]",
      {
        listeners: [
          { port: 53, protocol: "tcp" },
          { port: 53, protocol: "udp", target: 5300 },
        ],
      },
    ],
    [
      "listeners: [{ port: 8883, protocol: tls, target: 1883, certificate: ssm:/mqtt }]",
      {
        listeners: [
          { port: 8883, protocol: "tls", target: 1883, certificate: { from: "ssm", path: "/mqtt" } },
        ],
      },
    ],
    ["listeners: [{ port: 8883, protocol: tls }]", { listeners: [{ port: 8883, protocol: "tls" }] }],
  ])("%s", (fields, expected) => {
    expect(service(fields)).toMatchObject(expected);
  });
});

describe("how a container runs", () => {
  it.each<[string, Partial<Service>]>([
    ["entrypoint: /bin/tini  -- app", { entrypoint: ["/bin/tini", "--", "app"] }],
    ["entrypoint: [sh, -c, 'a | b']", { entrypoint: ["sh", "-c", "a | b"] }],
    ["user: node", { process: { user: "node" } }],
    ["user: 0", { process: { user: "0" } }],
    ["user: 1000:1000", { process: { user: "1000:1000" } }],
    ["workingDirectory: /app", { process: { workingDirectory: "/app" } }],
    ["init: false, readOnly: true", { process: { init: false, readOnly: true } }],
    ["stopTimeout: 2m", { process: { stopTimeoutSeconds: 120 } }],
    ["stopTimeout: 2s", { process: { stopTimeoutSeconds: 2 } }],
    [
      "labels: { com.example.team: shop, empty: '' }",
      { process: { labels: { "com.example.team": "shop", empty: "" } } },
    ],
    ["ulimits: { nofile: 65536 }", { process: { openFiles: { soft: 65536, hard: 65536 } } }],
    [
      "ulimits: { nofile: { soft: 1, hard: 1048576 } }",
      { process: { openFiles: { soft: 1, hard: 1_048_576 } } },
    ],
  ])("%s", (fields, expected) => {
    const given = service(fields);
    for (const [field, value] of Object.entries(expected))
      expect(given[field as keyof Service]).toEqual(value);
  });

  it("is absent where nothing is said of it", () => {
    expect(service("labels: {}, ulimits: {}")).not.toHaveProperty("process");
    expect(service("command: [a]")).not.toHaveProperty("process");
  });
});

describe("sidecars", () => {
  it("have a short form of what they need", () => {
    expect(service("containers: { otel: { image: 'otel:1' } }").containers).toEqual({
      otel: { image: { from: "reference", reference: "otel:1" }, environment: {}, secrets: {} },
    });
  });

  it("have what a service's own container has", () => {
    const { containers, dependsOn, volumes } = service(`
    dependsOn: { otel: healthy, log_router: start },
    volumes: { data: { efs: Shared, path: /data, readOnly: true }, tmp: /tmp, cache: { path: /cache } },
    containers: {
      log_router: { image: { repository: ssm:/router, tag: stable }, volumes: { tmp: /shared } },
      otel: {
        image: { repository: a.example.com/otel, digest: "sha256:${"a".repeat(64)}" },
        essential: false, port: 4317, dependsOn: { log_router: start, api: complete },
        environment: { A: 1.10, B: ssm:/b, C: "$\{accountId}" }, secrets: { S: secret:Token#key },
        health: { command: [CMD, /check], interval: 10s }, command: [--config, /etc/otel.yaml], entrypoint: /otel,
        user: 10001, workingDirectory: /srv, init: true, readOnly: true, stopTimeout: 1m,
        labels: { a: b }, ulimits: { nofile: 1024 }, volumes: { data: { path: /d, readOnly: false } }
      }
    }`);
    expect(dependsOn).toEqual({ otel: "healthy", log_router: "start" });
    expect(volumes).toEqual({
      data: { efs: "Shared", path: "/data", readOnly: true },
      tmp: { path: "/tmp" },
      cache: { path: "/cache" },
    });
    expect(containers).toEqual({
      log_router: {
        image: { from: "repository", uri: { from: "ssm", path: "/router" }, tag: "stable" },
        environment: {},
        secrets: {},
        volumes: { tmp: { path: "/shared" } },
      },
      otel: {
        image: {
          from: "repository",
          uri: { from: "literal", value: "a.example.com/otel" },
          digest: `sha256:${"a".repeat(64)}`,
        },
        ...{ essential: false, port: 4317, dependsOn: { log_router: "start", api: "complete" } },
        environment: {
          A: "1.10",
          B: { from: "ssm", path: "/b" },
          C: { template: [{ reference: "accountId" }] },
        },
        secrets: { S: { from: "secrets-manager", name: "Token", jsonKey: "key" } },
        health: { command: ["CMD", "/check"], intervalSeconds: 10 },
        ...{ command: ["--config", "/etc/otel.yaml"], entrypoint: ["/otel"] },
        process: {
          ...{ user: "10001", workingDirectory: "/srv", init: true, readOnly: true, stopTimeoutSeconds: 60 },
          ...{ labels: { a: "b" }, openFiles: { soft: 1024, hard: 1024 } },
        },
        volumes: { data: { path: "/d", readOnly: false } },
      },
    });
  });

  it.each<[string, unknown]>([
    ["curl -f localhost", { command: ["CMD-SHELL", "curl -f localhost"] }],
    ["[CMD, /check]", { command: ["CMD", "/check"] }],
  ])("are well when %s says so", (health, expected) => {
    const { containers } = service(`containers: { a: { image: b, health: ${health} } }`);
    expect(containers?.["a"]?.health).toEqual(expected);
  });
});

describe("resources", () => {
  it.each<[string, DataResource]>([
    ["{ type: secret }", { type: "secret" }],
    ["{ type: efs }", { type: "efs" }],
    [
      "{ type: efs, import: { fileSystem: fs-0123456789abcdef0, securityGroup: ssm:/efs/group } }",
      {
        type: "efs",
        import: {
          fileSystem: { from: "literal", value: "fs-0123456789abcdef0" },
          securityGroup: { from: "ssm", path: "/efs/group" },
          addRules: false,
        },
      },
    ],
    [
      "{ type: efs, import: { fileSystem: export:Files, securityGroup: sg-12345678, addRules: true } }",
      {
        type: "efs",
        import: {
          fileSystem: { from: "export", name: "Files" },
          securityGroup: { from: "literal", value: "sg-12345678" },
          addRules: true,
        },
      },
    ],
  ])("%s", (written, expected) => {
    expect(withTop(`resources: { It: ${written} }`).resources["It"]).toEqual(expected);
  });
});

describe("parameters", () => {
  it.each<[string, DeployParameter]>([
    ["", {}],
    ["{}", {}],
    ["''", { default: "" }],
    ["info", { default: "info" }],
    ["1.10", { default: "1.10" }],
    ["true", { default: "true" }],
    ["{ default: 0x1F }", { default: "0x1F" }],
    ["{ description: How much }", { description: "How much" }],
    ["{ description: How much, default: some }", { description: "How much", default: "some" }],
    ["${application}-x", { default: "shop-x" }],
  ])("%s", (written, expected) => {
    expect(withTop(`parameters:\n  LEVEL: ${written}`).parameters).toEqual({ LEVEL: expected });
  });

  it("are absent where none is declared", () => {
    expect(withTop("")).not.toHaveProperty("parameters");
  });
});

describe("compose files", () => {
  it.each([
    ["compose: docker-compose.yml", ["docker-compose.yml"]],
    ["compose: [a.yml, deploy/b.yml]", ["a.yml", "deploy/b.yml"]],
  ])("%s", (line, expected) => {
    expect(withTop(line).compose).toEqual(expected);
  });
});
