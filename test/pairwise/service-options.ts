import type { Raw, RawMap } from "../../src/manifest/index.js";
import type { Options } from "./all-pairs.js";

type Choices = Readonly<Record<string, RawMap>>;

/** What each choice writes in the service; `-` writes nothing. */
const nothing: RawMap = {};
const containers = (more: RawMap = {}): RawMap => ({
  containers: { otel: { image: "otel/collector:1", essential: false, ...more } },
});

const serviceOptions: Readonly<Record<string, Choices>> = {
  kind: {
    web: { kind: "web", port: 8080, route: "/*" },
    grpc: { kind: "web", port: 8080, route: { path: "/*", protocol: "grpc" } },
    backend: { kind: "backend", port: 8080 },
    worker: { kind: "worker" },
    network: { kind: "network", listeners: [1883] },
    "public-ip": { kind: "network", listeners: [1883], publicIp: true },
  },
  size: {
    "-": nothing,
    small: { size: { cpu: 512, memory: 1024 } },
    arm: { size: { architecture: "arm64", disk: 40 } },
    windows: { size: { os: "windows-2022-core", cpu: 1024, memory: 2048 } },
  },
  capacity: {
    "-": nothing,
    spot: { capacity: "spot" },
    mixed: { capacity: { FARGATE: { base: 1, weight: 1 }, FARGATE_SPOT: 3 } },
  },
  scale: {
    "-": nothing,
    fixed: { scale: 3 },
    cpu: { scale: { min: 1, max: 6, cpu: 70, memory: { target: 80, cooldown: "60s" } } },
    requests: { scale: { min: 1, max: 6, requests: 1000 } },
    backlog: {
      scale: { min: 0, max: 6, backlog: { queue: "Jobs", perTask: 100 } },
      access: { Jobs: "consume" },
    },
    clock: {
      scale: { min: 1, max: 6, cpu: 70, schedule: [{ at: "0 20 * * *", timezone: "Europe/Madrid", min: 2 }] },
    },
    "response-time": { scale: { min: 1, max: 6, responseTime: "300ms" } },
    predictive: { scale: { min: 1, max: 6, cpu: 70, predictive: { metric: "cpu", mode: "scale" } } },
  },
  deploy: {
    "-": nothing,
    recreate: { deploy: { minHealthy: 0, max: 100 } },
    "blue-green": { deploy: { strategy: "blue-green", bake: "5m", alarms: ["cpu"] } },
    canary: { deploy: { strategy: "canary", canary: { percent: 10, bake: "5m" } } },
    alarms: { deploy: { alarms: ["errors", "latency"] } },
    after: { deploy: { after: ["other"] } },
  },
  volumes: {
    "-": nothing,
    scratch: { volumes: { tmp: "/data" } },
    efs: { volumes: { data: { efs: "Shared", path: "/data" } } },
  },
  sidecar: {
    "-": nothing,
    plain: containers(),
    first: { ...containers({ health: ["CMD", "true"] }), dependsOn: { otel: "healthy" } },
    sized: containers({ size: { cpu: 64, memory: 128 }, port: 4317 }),
  },
  shell: { "-": { exec: false }, on: { exec: true } },
  files: {
    "-": nothing,
    "read-only": { readOnly: true },
    tmpfs: { tmpfs: { "/tmp": 64 } },
  },
  process: {
    "-": nothing,
    locked: { user: 1000, capabilities: { drop: ["ALL"] }, ulimits: { nofile: 65536 } },
    slow: { init: true, stopTimeout: "60s", startTimeout: "120s" },
    restart: { restart: true },
  },
  connect: {
    "-": nothing,
    server: { serviceConnect: true },
    client: { serviceConnect: "client" },
    calls: { connects: ["other"] },
  },
  logs: {
    "-": nothing,
    group: { logs: { retention: "14d", group: "/shop/api", class: "infrequent-access" } },
    router: {
      logs: {
        router: {
          destination: {
            Name: "cloudwatch_logs",
            region: "eu-west-1",
            log_group_name: "/shop",
            log_stream_prefix: "api-",
          },
        },
      },
    },
  },
  tracing: { "-": nothing, xray: { tracing: "xray" }, otel: { tracing: "otel" } },
  alarms: { "-": nothing, off: { alarms: "off" }, own: { alarms: { errorRate: "1 %", cpu: 90 } } },
  place: {
    "-": nothing,
    public: { subnets: "public", securityGroups: ["sg-0123456789abcdef0"] },
    endpoints: { egress: "endpoints" },
  },
  data: {
    "-": nothing,
    secrets: { secrets: { KEY: "ssm:/shop/key", DB: "secret:shop/db#url" } },
    access: { environment: { FILES: "${resources.Files.name}" } },
  },
};

export const options: Options = Object.fromEntries(
  Object.entries(serviceOptions).map(([name, choices]) => [name, Object.keys(choices)]),
);

/** One fleet in which the service `api` is a combination; what the others need is there. */
export function manifestOf(combination: Readonly<Record<string, string>>): RawMap {
  let api: RawMap = { image: "nginx:1.27" };
  for (const [name, choice] of Object.entries(combination))
    api = { ...api, ...merged(api, serviceOptions[name]?.[choice] ?? {}) };
  return {
    application: "shop",
    region: "eu-west-1",
    network: { endpoints: "auto", endpointPrefixLists: ["pl-6da54004"] },
    ingress: { domains: [{ name: "shop.example.com", zone: "Z0123456789ABC" }] },
    services: { api, other: { image: "nginx:1.27", port: 8080, kind: "backend", serviceConnect: true } },
    resources: {
      Jobs: { type: "sqs" },
      Files: { type: "s3" },
      Shared: { type: "efs" },
    },
  };
}

/** Access of two choices adds up. */
function merged(service: RawMap, choice: RawMap): RawMap {
  const { access } = choice;
  if (access === undefined || service["access"] === undefined) return choice;
  return {
    ...choice,
    access: { ...(service["access"] as RawMap), ...(access as Readonly<Record<string, Raw>>) },
  };
}
