import fc from "fast-check";
import type { WrittenManifest } from "../../src/manifest/index.js";
import type {
  WrittenIngress,
  WrittenJob,
  WrittenResource,
  WrittenService,
} from "../../src/manifest/written.generated.js";
import { processFields, sidecarFields } from "./arbitrary-containers.js";
import { databaseArbitrary } from "./arbitrary-databases.js";
import { deployArbitrary, scaleArbitrary } from "./arbitrary-deployments.js";
import { jobFields, withStart } from "./arbitrary-jobs.js";
import { applicationAlarms, iam, logs, serviceAlarms, tracing } from "./arbitrary-observability.js";
import { linkResources, resourceArbitrary } from "./arbitrary-resources.js";

export interface ManifestShape {
  /** Default 6. */
  readonly maxServices?: number;
}

/** A manifest with services, which it need not have where there are jobs. */
export type DrawnManifest = WrittenManifest & Required<Pick<WrittenManifest, "services">>;

/**
 * Draws manifests as an author writes them, in short and long forms, that hold together: names that are referred to
 * exist, sizes are pairs that Fargate offers, routes of two services differ, and only what has a port is routed to.
 */
export function manifestArbitrary({ maxServices = 6 }: ManifestShape = {}): fc.Arbitrary<DrawnManifest> {
  const serviceNames = fc.uniqueArray(name, { minLength: 1, maxLength: maxServices });
  const resourceNames = fc.uniqueArray(resourceName, { maxLength: 3 });
  return fc.tuple(serviceNames, resourceNames, fc.boolean()).chain(([services, resources, isImported]) =>
    fc.record(
      {
        application: name,
        services: fc
          .tuple(...services.map((each) => service(each, services, resources)))
          .map((drawn) => byName(services, drawn)),
        jobs: jobs(services, resources),
        resources: fc
          .tuple(...resources.map(() => resource))
          .map((drawn) => linkResources(byName(resources, drawn))),
        region: fc.constantFrom("eu-west-1", "us-east-1", "ap-southeast-2"),
        profile: fc.constantFrom("economy" as const, "balanced" as const, "production" as const),
        stacks: fc.constantFrom("layered" as const, "single" as const),
        tags: fc.dictionary(fc.constantFrom("team", "cost-center", "x"), fc.constantFrom("shop", "42", ""), {
          maxKeys: 3,
        }),
        variables: fc.record({ LEVEL: fc.constantFrom("info", 3, true) }, { requiredKeys: [] }),
        network: isImported ? importedNetwork : fc.oneof(ownNetwork, listedNetwork),
        cluster: fc.record(
          {
            capacity,
            insights: fc.constantFrom("off" as const, "on" as const, "enhanced" as const, true),
            namespace: fc.constant("shop.local"),
            serviceConnect: fc.constantFrom(true, false, { namespace: "http" as const }),
          },
          { requiredKeys: [] },
        ),
        ingress,
        registry: fc.record(
          { keep: fc.integer({ min: 1, max: 1000 }), immutableTags: fc.boolean() },
          { requiredKeys: [] },
        ),
        alarms: applicationAlarms,
        iam,
        ttl: fc.constantFrom("3d", "48h"),
        dashboard: fc.boolean(),
        parameters,
      },
      { requiredKeys: ["application", "services", "resources", "parameters"] },
    ),
  );
}

const parameters = fc.constant({
  LEVEL: { description: "How much is logged", default: "info" },
  HOST: null,
  ratio: 1.5,
});

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,7}(-[a-z0-9]{1,4})?$/);
const resourceName = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,8}$/);
const seconds = (min: number, max: number) => fc.integer({ min, max }).map((count) => `${count}s`);
const percent = (min: number, max: number) =>
  fc.oneof(
    fc.integer({ min, max }),
    fc.integer({ min, max }).map((value) => `${value} %`),
  );

const capacity = fc.oneof(
  fc.constantFrom("spot" as const, "on-demand" as const),
  fc.record({ FARGATE: fc.constantFrom(1, 70), FARGATE_SPOT: fc.constantFrom(0, 30) }),
  fc.record({ FARGATE: fc.constant({ base: 1, weight: 1 }), FARGATE_SPOT: fc.constant({ weight: 3 }) }),
);

const ownNetwork = fc.record(
  {
    cidr: fc.constantFrom("10.0.0.0/16", "172.16.0.0/20"),
    zones: fc.integer({ min: 2, max: 3 }),
    nat: fc.constantFrom("none" as const, "single" as const, "per-zone" as const),
    endpoints: fc.constantFrom<NonNullable<NonNullable<WrittenManifest["network"]>["endpoints"]>>(
      "none",
      "auto",
      ["s3", "dynamodb"],
      ["auto", "sts"],
    ),
    endpointPrefixLists: fc.constant(["pl-6da54004", "ssm:/network/dynamodb"]),
    flowLogs: fc.constantFrom(true, false, { retention: "30d" }),
  },
  { requiredKeys: [] },
);
const listedNetwork = fc.record(
  {
    cidr: fc.constant("10.1.0.0/16"),
    zones: fc.constantFrom(2, ["eu-west-1a", "eu-west-1b"]),
    subnets: fc.constant({
      public: ["10.1.0.0/24", { cidr: "10.1.1.0/24" }],
      private: [
        { cidr: "10.1.16.0/20", zone: "eu-west-1a" },
        { cidr: "10.1.32.0/20", zone: "eu-west-1b" },
      ],
    }),
    nat: fc.constantFrom("none" as const, "single" as const, "per-zone" as const),
  },
  { requiredKeys: ["cidr", "subnets"] },
);
const importedNetwork = fc.record({
  import: fc.record(
    {
      vpc: fc.constantFrom("vpc-0a1b2c3d", "ssm:/network/vpc", "export:Vpc", "${parameters.HOST}"),
      publicSubnets: fc.constantFrom("ssm:/network/public", ["subnet-0a1b2c3d", "subnet-1a1b2c3d"]),
      privateSubnets: fc.constantFrom("ssm:/network/private", ["subnet-2a1b2c3d", "${parameters.HOST}"]),
      subnets: fc.constant({ agents: ["subnet-4a1b2c3d"] }),
      endpointSecurityGroup: fc.constant("sg-0a1b2c3d"),
      endpointPrefixLists: fc.constant(["pl-6da54004"]),
    },
    { requiredKeys: ["vpc", "publicSubnets", "privateSubnets"] },
  ),
});

const loadBalancer: fc.Arbitrary<WrittenIngress> = fc.record(
  {
    scheme: fc.constantFrom("public" as const, "internal" as const),
    domains: fc.constantFrom([], [{ name: "shop.example.com", zone: "Z0123456789" }]),
    http: fc.constantFrom("redirect" as const, "serve" as const),
    sources: fc.constantFrom(["0.0.0.0/0"], ["203.0.113.0/24", "pl-6da54004"]),
    accessLogs: fc.boolean(),
    connectionLogs: fc.constantFrom(true, { bucket: "edge-logs", prefix: "shop" }),
    idleTimeout: seconds(1, 4000),
    keepAlive: seconds(60, 604_800),
    http2: fc.boolean(),
    desync: fc.constantFrom("strictest" as const, "defensive" as const),
    default: fc.constantFrom(
      503,
      { fixed: { status: 404, body: "none" } },
      { redirect: { host: "a.example.com" } },
    ),
    rules: fc.constantFrom(
      [{ path: "/old/*", redirect: "https://a.example.com/#{path}" }],
      [{ host: "*.example.com", methods: ["GET", "HEAD"], fixed: 410, priority: 9 }],
    ),
    waf: fc.constant("ssm:/waf/shop"),
    deletionProtection: fc.boolean(),
  },
  { requiredKeys: [] },
);
const ingress: fc.Arbitrary<NonNullable<WrittenManifest["ingress"]>> = fc.oneof(
  loadBalancer,
  fc.record({ public: loadBalancer, internal: loadBalancer }),
);

const resource: fc.Arbitrary<WrittenResource> = fc.oneof(
  { arbitrary: resourceArbitrary, weight: 4 },
  { arbitrary: databaseArbitrary, weight: 1 },
);

const size = fc.oneof(
  fc.constantFrom(
    { cpu: 256, memory: 512 },
    { cpu: "0.25 vCPU", memory: "0.5 GB" },
    { cpu: 1024, memory: 2048 },
  ),
  fc.constant({ cpu: 512, memory: "1 GB", disk: "30 GB", architecture: "arm64" as const }),
);
const image = fc.constantFrom<WrittenService["image"]>(
  "nginx:1.27",
  "public.ecr.aws/nginx/nginx",
  { build: "services/api" },
  { build: { context: ".", dockerfile: "Dockerfile" }, tag: "1.4.2" },
  {
    build: { context: "a", target: "run", args: { A: 1.5, B: "x" }, cacheFrom: ["type=gha"] },
    releasedBy: "outside",
  },
  { repository: "docker.io/team/api", tag: "2", architecture: "x86_64", credentials: "secret:hub" },
  { repository: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api", tag: "x" },
);

function service(
  own: string,
  services: readonly string[],
  resources: readonly string[],
): fc.Arbitrary<WrittenService> {
  const common = commonFields(
    services.filter((each) => each !== own),
    resources,
  );
  const required = ["image"] as const;
  return fc.oneof(
    fc.record({ ...common, ...webFields(own) }, { requiredKeys: [...required, "port", "route"] }),
    fc.record(
      { ...common, kind: fc.constant("backend" as const), port, ports, serviceConnect },
      { requiredKeys: [...required, "port"] },
    ),
    fc.record(
      { ...common, kind: fc.constant("worker" as const), health: containerHealth },
      { requiredKeys: [...required] },
    ),
    fc.record(
      { ...common, kind: fc.constant("network" as const), listeners },
      { requiredKeys: [...required, "listeners"] },
    ),
  ) as fc.Arbitrary<WrittenService>;
}

const port = fc.integer({ min: 1024, max: 65535 });
const ports = fc.constantFrom<NonNullable<WrittenService["ports"]>>(
  [81],
  [82, { port: 83, name: "admin", protocol: "grpc" }],
);
const serviceConnect = fc.constantFrom<WrittenService["serviceConnect"]>(true, false, "client", {
  timeouts: { idle: "60s" },
  tls: { authority: "ssm:/shared/private-ca", role: "ssm:/shared/connect-role", key: "ssm:/shared/key" },
});
const listeners = fc.constantFrom<NonNullable<WrittenService["listeners"]>>(
  [1883],
  [{ port: 1883 }, { port: 5683, protocol: "udp", target: 56830 }],
  [{ port: 8883, protocol: "tls", target: 8883, certificate: "ssm:/certificates/mqtt" }],
);
const containerHealth = fc.record({ container: fc.constantFrom("curl -f localhost", ["CMD", "/check"]) });

/** Under names that no service has. */
function jobs(
  services: readonly string[],
  resources: readonly string[],
): fc.Arbitrary<Record<string, WrittenJob>> {
  const { scale: _, deploy: __, exec: ___, ...common } = commonFields(services, resources);
  const job = fc.record({ ...common, ...jobFields }, { requiredKeys: ["image"] }) as fc.Arbitrary<WrittenJob>;
  return fc.dictionary(fc.constantFrom("job-nightly-run", "job-fleet-run"), withStart(job), { maxKeys: 2 });
}

function webFields(own: string) {
  return {
    kind: fc.constant("web" as const),
    port,
    route: fc.constantFrom<WrittenService["route"]>(
      `/${own}/*`,
      {
        path: [`/${own}`, `/${own}/*`],
        drain: "30s",
      },
      {
        path: ["a", "b", "c", "d", "e", "f"].map((each) => `/${own}/${each}`),
        header: { "X-Version": ["1", "2*"] },
        query: { preview: "true" },
        methods: ["GET", "POST"],
        sources: "10.0.0.0/8",
        sticky: { cookie: "SESSION", for: "1h" },
        slowStart: "60s",
        health: { port: 9999, codes: 200 },
      },
    ),
    health: fc.oneof(
      fc.constant("/healthz"),
      fc.record({
        path: fc.constant("/h"),
        interval: seconds(10, 300),
        timeout: seconds(2, 9),
        codes: fc.constant("200-299"),
      }),
    ),
  };
}

function commonFields(services: readonly string[], resources: readonly string[]) {
  const verbs = fc.constantFrom(...(["read", "write", "read-write", "send", "consume", "invoke"] as const));
  const references = [
    ...resources.map((each) => `$\{resources.${each}.name}`),
    "${application}",
    "${accountId}",
    "${parameters.LEVEL}/${parameters.HOST}",
  ];
  return {
    image,
    size,
    capacity,
    ...processFields,
    ...sidecarFields,
    environment: fc.dictionary(
      fc.constantFrom("A", "LOG_LEVEL", "x.y"),
      fc.oneof(
        fc.constantFrom<string | number | boolean>("text", "", 3, 1.5, true, "ssm:/shop/a"),
        fc.constantFrom(...references),
      ),
      { maxKeys: 3 },
    ),
    secrets: fc.dictionary(
      fc.constantFrom("S", "T"),
      fc.constantFrom("secret:db", "secret:db#url", "ssm:/shop/key"),
      { maxKeys: 2 },
    ),
    connects: fc.subarray([...services, ...resources]),
    egress: fc.constantFrom<WrittenService["egress"]>(
      "internet",
      "endpoints",
      [{ cidr: "10.1.0.0/16", port: 443 }],
      [
        { cidr: "2001:db8::/32", port: "8000-8100", protocol: "udp" },
        { prefixList: "pl-6da54004", protocol: "all" },
      ],
    ),
    access: fc.tuple(fc.subarray([...resources]), verbs, fc.boolean()).map(([names, verb, logs]) => ({
      ...byName(
        names,
        names.map(() => verb),
      ),
      ...(logs ? { logs: "write" as const } : {}),
    })),
    scale: fc.oneof(
      fc.integer({ min: 0, max: 10 }),
      fc.record({
        min: fc.integer({ min: 1, max: 5 }),
        max: fc.integer({ min: 5, max: 50 }),
        cpu: fc.oneof(percent(10, 90), fc.record({ target: percent(10, 90), cooldown: seconds(0, 600) })),
        cooldown: seconds(0, 600),
      }),
      scaleArbitrary,
    ),
    deploy: deployArbitrary,
    logs,
    tracing,
    exec: fc.boolean(),
    alarms: serviceAlarms,
    subnets: fc.constantFrom<WrittenService["subnets"]>("private", "public", [
      "subnet-0a1b2c3d",
      "ssm:/network/lab",
    ]),
    securityGroups: fc.constantFrom([], ["sg-0a1b2c3d", "ssm:/network/monitored"]),
  };
}

function byName<Value>(names: readonly string[], values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(names.map((each, index) => [each, values[index] as Value]));
}
