// node bench/fleet.mjs --services 11 > longshore.yaml
// A fleet of N services, the same on every machine: as data for the CDK app, as a manifest for Longshore.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { stringify } from "yaml";

/** Eleven services that recur, numbered: four with routes, four that others call, three that nobody calls. */
const group = [
  { role: "storefront", kind: "web", connects: ["catalog", "orders"] },
  { role: "account", kind: "web", connects: ["orders"] },
  { role: "admin", kind: "web", connects: ["catalog", "orders", "payments", "stock"] },
  { role: "checkout", kind: "web", connects: ["orders", "payments"] },
  { role: "catalog", kind: "backend", connects: ["stock"] },
  { role: "orders", kind: "backend", connects: ["payments", "stock"] },
  { role: "payments", kind: "backend", connects: [] },
  { role: "stock", kind: "backend", connects: [] },
  { role: "mailer", kind: "worker", connects: ["orders"] },
  { role: "reports", kind: "worker", connects: ["catalog", "orders"], files: true },
  { role: "indexer", kind: "worker", connects: ["catalog"], files: true },
];

/**
 * The security group of a load balancer takes 60 rules before AWS is asked for more (and the load balancer 100): what
 * would have a route past that is a backend.
 */
const mostWebServices = 60;

export const shared = {
  application: "fleet",
  region: "eu-west-1",
  tags: { team: "shop", "cost-center": "42" },
  cidr: "10.0.0.0/16",
  zones: 2,
  namespace: "fleet.local",
  domain: { name: "shop.example.com", zone: "Z0123456789ABCDEFGHIJ" },
  alarmAddress: "ops@example.com",
  keepImages: 20,
  port: 8080,
  health: { path: "/healthz", interval: 15, timeout: 5, healthy: 2, unhealthy: 3, grace: 60 },
  containerHealth: {
    command: "curl -f http://localhost:8080/healthz || exit 1",
    interval: 30,
    timeout: 5,
    retries: 3,
    startPeriod: 20,
  },
  scale: { min: 2, max: 10, cpu: 70, memory: 80, cooldownIn: 300, cooldownOut: 60 },
  logDays: 30,
};

export function fleetOf(count) {
  const names = new Set(Array.from({ length: count }, (_, index) => nameOf(index)));
  let webServices = 0;
  return Array.from({ length: count }, (_, index) => {
    const { role, connects, files = false, ...member } = group[index % group.length];
    const kind = member.kind === "web" && webServices >= mostWebServices ? "backend" : member.kind;
    if (kind === "web") webServices += 1;
    const name = nameOf(index);
    return {
      name,
      kind,
      cpu: [256, 512, 1024][index % 3],
      memory: [512, 1024, 2048][index % 3],
      connects: connects
        .map((callee) => `${callee}-${numberOf(index)}`)
        .filter((callee) => names.has(callee)),
      files,
      environment: { LOG_LEVEL: "info", ROLE: role, FEATURES: "search,reviews", POOL_SIZE: "20" },
      secrets: {
        DATABASE_URL: { secret: `fleet/${name}/database`, key: "url" },
        API_KEY: { parameter: `/fleet/${name}/api-key` },
      },
    };
  });
}

/** The environment variable that holds the address of a service: CATALOG_URL for catalog-001. */
export function addressVariable(name) {
  return `${name.replace(/-\d+$/, "").toUpperCase()}_URL`;
}

export function manifestOf(count) {
  const { application, region, tags, cidr, zones, namespace, domain, alarmAddress } = shared;
  const services = fleetOf(count);
  return stringify(
    {
      application,
      region,
      profile: "balanced",
      tags,
      network: { cidr, zones, nat: "single" },
      cluster: { namespace },
      ingress: { domains: [{ ...domain, certificate: "request" }], http: "redirect", accessLogs: true },
      registry: { keep: shared.keepImages },
      resources: { Files: { type: "s3" } },
      services: Object.fromEntries(services.map((service) => [service.name, serviceOf(service)])),
      alarms: { notify: [alarmAddress] },
      dashboard: true,
    },
    { aliasDuplicateObjects: false },
  );
}

function serviceOf({ name, kind, cpu, memory, connects, files, environment, secrets }) {
  const { scale, port, logDays } = shared;
  return {
    kind,
    image: { build: `services/${name}` },
    size: { cpu, memory },
    ...(kind !== "worker" && { port }),
    ...(kind === "web" && { route: `/${name}/*` }),
    health: healthOf(kind),
    environment: {
      ...environment,
      ...Object.fromEntries(
        connects.map((callee) => [addressVariable(callee), `\${services.${callee}.url}`]),
      ),
      ...(files && { FILES_BUCKET: "${resources.Files.name}" }),
    },
    secrets: Object.fromEntries(
      Object.entries(secrets).map(([variable, source]) => [
        variable,
        source.secret ? `secret:${source.secret}#${source.key}` : `ssm:${source.parameter}`,
      ]),
    ),
    ...(connects.length > 0 && { connects }),
    ...(files && { access: { Files: "read-write" } }),
    scale: {
      min: scale.min,
      max: scale.max,
      cpu: scale.cpu,
      memory: scale.memory,
      cooldown: { in: `${scale.cooldownIn}s`, out: `${scale.cooldownOut}s` },
    },
    logs: `${logDays}d`,
  };
}

function healthOf(kind) {
  const { command, interval, timeout, retries, startPeriod } = shared.containerHealth;
  const container = {
    command,
    interval: `${interval}s`,
    timeout: `${timeout}s`,
    retries,
    startPeriod: `${startPeriod}s`,
  };
  if (kind !== "web") return { container };
  const { path, healthy, unhealthy, ...times } = shared.health;
  return {
    path,
    interval: `${times.interval}s`,
    timeout: `${times.timeout}s`,
    healthy,
    unhealthy,
    grace: `${times.grace}s`,
    container,
  };
}

function nameOf(index) {
  return `${group[index % group.length].role}-${numberOf(index)}`;
}

function numberOf(index) {
  return String(Math.floor(index / group.length) + 1).padStart(3, "0");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { services: { type: "string", default: "11" } } });
  process.stdout.write(manifestOf(Number(values.services)));
}
