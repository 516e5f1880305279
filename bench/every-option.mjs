// node bench/every-option.mjs --services 1000 > longshore.yaml
// The fleet of fleet.mjs with every option of a service on that goes with the others.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse, stringify } from "yaml";
import { manifestOf } from "./fleet.mjs";

export function everyOptionOf(count) {
  const manifest = parse(manifestOf(count));
  const { services } = manifest;
  const all = {
    ...manifest,
    iam: { path: "/fleet/" },
    cluster: { ...manifest.cluster, insights: "enhanced", serviceConnect: true },
    network: { ...manifest.network, flowLogs: { retention: "14d" } },
    alarms: { ...manifest.alarms, errorRate: "1 %", latency: "500ms" },
    resources: {
      ...manifest.resources,
      Shared: { type: "efs" },
      Orders: { type: "dynamodb", partitionKey: "id" },
    },
    services: Object.fromEntries(
      Object.entries(services).map(([name, service]) => [name, withEveryOption(name, service)]),
    ),
  };
  return stringify(all, { aliasDuplicateObjects: false });
}

function withEveryOption(name, service) {
  const isWeb = service.kind === "web";
  return {
    ...service,
    size: { cpu: 512, memory: 1024, disk: 30, architecture: "arm64" },
    capacity: { FARGATE: { base: 1, weight: 1 }, FARGATE_SPOT: 3 },
    ...(isWeb && {
      route: { path: `/${name}/*`, drain: "20s", sticky: "1h", health: { codes: "200-299" } },
    }),
    ...(service.port !== undefined && { serviceConnect: { alias: name, timeouts: { idle: "60s" } } }),
    user: 1000,
    workingDirectory: "/app",
    readOnly: true,
    exec: false,
    init: true,
    stopTimeout: "60s",
    startTimeout: "120s",
    capabilities: { drop: ["ALL"] },
    ulimits: { nofile: 65536 },
    tmpfs: { "/tmp": 64 },
    labels: { team: "shop", role: name },
    command: ["node", "server.js"],
    dependsOn: { proxy: "healthy" },
    containers: {
      proxy: {
        image: "envoyproxy/envoy:v1.31",
        essential: false,
        port: 9901,
        environment: { LEVEL: "info" },
        health: ["CMD", "true"],
        size: { cpu: 64, memory: 128 },
        volumes: { scratch: { path: "/scratch", readOnly: true } },
      },
    },
    volumes: { scratch: "/scratch" },
    access: {
      ...service.access,
      Orders: "read-write",
      parameters: ["/fleet/*"],
      policy: [{ actions: ["sqs:SendMessage"], resources: ["arn:aws:sqs:eu-west-1:111111111111:jobs"] }],
    },
    scale: {
      ...service.scale,
      ...(isWeb && { requests: 1000, responseTime: "300ms" }),
      schedule: [{ at: "0 20 * * *", timezone: "Europe/Madrid", min: 1, max: 4 }],
      predictive: { metric: "cpu", mode: "forecast" },
    },
    deploy: { minHealthy: 100, max: 200, breaker: { threshold: 5 }, alarms: ["cpu", "memory"] },
    logs: { retention: "30d", mode: "non-blocking", buffer: 10 },
    tracing: "xray",
    alarms: { cpu: 90, memory: 90 },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { services: { type: "string", default: "1000" } } });
  process.stdout.write(everyOptionOf(Number(values.services)));
}
