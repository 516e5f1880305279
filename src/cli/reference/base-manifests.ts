import type { Raw, RawMap } from "../../manifest/index.js";

const shared: RawMap = { application: "shop", region: "eu-west-1" };
const api: RawMap = { image: "nginx:1.27", port: 8080, route: { path: "/*" }, health: { path: "/healthz" } };

const zone = "Z0123456789ABCDEFGHIJ";
const source = { namespace: "Shop", name: "Waiting", dimensions: { Shop: "eu" }, statistic: "Average" };
const oidc = {
  issuer: "https://login.example.com",
  authorizationEndpoint: "https://login.example.com/authorize",
  tokenEndpoint: "https://login.example.com/token",
  userInfoEndpoint: "https://login.example.com/userinfo",
  clientId: "shop",
  clientSecret: "secret:shop/login#secret",
};

const database = { host: "db.example.com", securityGroup: "sg-0123456789abcdef0" };
const imports: Readonly<Record<string, Raw>> = {
  s3: "shop-files",
  dynamodb: "shop-orders",
  sqs: "arn:aws:sqs:eu-west-1:111111111111:jobs",
  sns: "arn:aws:sns:eu-west-1:111111111111:events",
  secret: "shop/token",
  postgres: database,
  redis: database,
  efs: { fileSystem: "fs-0123456789abcdef0", securityGroup: "sg-0123456789abcdef0" },
};

/** One service `api` with something more. */
const one = (more: RawMap, rest: RawMap = {}): RawMap => ({
  ...shared,
  ...rest,
  services: { api: { ...api, ...more } },
});

/** Small fleets on which examples are tried, the most usual first: an example may need a thing to be about. */
export const baseManifests: readonly RawMap[] = [
  { ...shared, services: { api } },
  { ...shared, services: { api: { image: "nginx:1.27" } } },
  {
    ...shared,
    ingress: { domains: [{ name: "shop.example.com", zone: "Z0123456789ABCDEFGHIJ" }] },
    services: { api: { ...api, image: { build: "." }, scale: { min: 2, max: 10, cpu: 70 } } },
    alarms: { notify: ["ops@example.com"] },
  },
  {
    ...shared,
    services: {
      api: { ...api, connects: ["orders", "db"] },
      orders: { image: "nginx:1.27", port: 8080, scale: { min: 1, max: 4, cpu: 70 } },
      db: { image: "postgres:17", port: 5432, kind: "backend" },
      worker: { image: "nginx:1.27", scale: { min: 1, max: 4, cpu: 70 } },
    },
    resources: {
      Orders: { type: "dynamodb", partitionKey: "id" },
      Files: { type: "s3" },
      Jobs: { type: "sqs" },
      Events: { type: "sns" },
      Main: { type: "kms" },
      SharedFiles: { type: "efs" },
    },
    jobs: { migrate: { image: "nginx:1.27" } },
  },
  { ...shared, services: { api: { image: "nginx:1.27", kind: "network", listeners: [1883] } } },
  {
    ...shared,
    services: {
      api: {
        ...api,
        containers: { otel: { image: "otel/collector:1", port: 4317 } },
        volumes: { data: "/data" },
      },
    },
  },
  { ...shared, jobs: { nightly: { image: "nginx:1.27", schedule: "0 3 * * *" } } },
  {
    ...shared,
    jobs: { fleet: { image: "nginx:1.27", parallel: { over: "s3://${resources.Work.name}/items.csv" } } },
    resources: { Work: { type: "s3" } },
  },
  ...["s3", "dynamodb", "sqs", "sns", "secret", "kms", "efs", "postgres", "redis"].map((type) => ({
    ...shared,
    services: {
      api: { ...api, ...(type === "postgres" || type === "redis" ? { connects: ["Thing"] } : {}) },
    },
    resources: { Thing: { type, ...(type === "dynamodb" ? { partitionKey: "id" } : {}) } },
  })),
  {
    ...shared,
    services: { api: { ...api, connects: ["Thing"] } },
    resources: { Thing: { type: "postgres", instance: "db.t4g.medium" } },
  },
  {
    ...shared,
    services: { api: { ...api, connects: ["Thing"] } },
    resources: { Thing: { type: "redis", serverless: true } },
  },
  {
    ...shared,
    network: {
      import: {
        vpc: "vpc-0123456789abcdef0",
        publicSubnets: ["subnet-0a1b2c3d", "subnet-0a1b2c3e"],
        privateSubnets: ["subnet-0a1b2c3f", "subnet-0a1b2c40"],
      },
    },
    services: { api },
  },
  { ...shared, services: { api: { image: "nginx:1.27", port: 8080, routes: [{ path: "/*" }] } } },
  one({ scale: { min: 1, max: 4, metrics: { waiting: { ...source, target: 10 } } } }),
  one({
    scale: {
      min: 1,
      max: 4,
      metrics: { waiting: { expression: "a", of: { a: source }, target: 10 } },
    },
  }),
  one({
    scale: { min: 1, max: 4, steps: { cpu: { out: [{ from: 70, add: 1 }], in: [{ to: 30, remove: 1 }] } } },
  }),
  one({ scale: { min: 1, max: 4, schedule: [{ at: "0 20 * * *", min: 2 }] } }),
  one({ scale: { min: 1, max: 4, cpu: 70, predictive: { metric: "cpu" } } }),
  one({ deploy: { strategy: "blue-green", bake: "5m" } }),
  one({ deploy: { strategy: "canary", canary: { percent: 10, bake: "5m" } } }),
  one({ deploy: { strategy: "linear", steps: { percent: 20, bake: "5m" } } }),
  one({ deploy: { strategy: "blue-green", hooks: [{ stage: "pre-scale-up", pause: "10m" }] } }),
  one({ deploy: { strategy: "blue-green", test: { header: { "x-test": "1" } } } }),
  one({ deploy: { alarms: { errors: "1 %" } } }),
  one({ logs: { router: { destination: { Name: "cloudwatch" } } } }),
  one(
    { volumes: { data: { efs: "Shared", path: "/data", owner: { uid: 1000, gid: 1000 } } } },
    { resources: { Shared: { type: "efs" } } },
  ),
  one({ tmpfs: { "/tmp": { size: 64 } } }),
  one({ egress: [{ cidr: "203.0.113.0/24", port: 443 }] }),
  one({ egress: [{ prefixList: "pl-0123456789abcdef0" }] }),
  one({ egress: [{ securityGroup: "sg-0123456789abcdef0", port: 5432 }] }),
  one(
    { logs: { encryption: "Key" } },
    {
      resources: {
        Key: { type: "kms" },
        Events: { type: "sns" },
        Jobs: { type: "sqs" },
        Files: { type: "s3" },
      },
    },
  ),
  one(
    { route: { path: "/*", auth: { oidc } } },
    { ingress: { domains: [{ name: "shop.example.com", zone }] } },
  ),
  one(
    {
      route: {
        path: "/*",
        auth: {
          cognito: {
            userPool: "arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_Ab1",
            client: "abc",
            domain: "shop",
          },
        },
      },
    },
    { ingress: { domains: [{ name: "shop.example.com", zone }] } },
  ),
  {
    ...shared,
    ingress: { public: {}, internal: { scheme: "internal" } },
    services: { api: { ...api, route: { path: "/*", ingress: "public" } } },
  },
  one(
    {},
    {
      ingress: {
        rules: [
          { path: "/old", redirect: { path: "/new" } },
          { path: "/off", fixed: { status: 503 } },
        ],
      },
    },
  ),
  one({}, { ingress: { default: { redirect: { host: "example.com" } } } }),
  one(
    {},
    {
      ingress: {
        import: {
          listener: "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/a/1/2",
          securityGroup: "sg-0123456789abcdef0",
        },
      },
    },
  ),
  one(
    {},
    {
      network: {
        subnets: { public: ["10.0.0.0/24", "10.0.1.0/24"], private: ["10.0.2.0/24", "10.0.3.0/24"] },
      },
    },
  ),
  one(
    {},
    {
      cluster: {
        import: { cluster: "shared", namespace: { id: "ns-0123456789abcdef0", name: "shared.local" } },
      },
    },
  ),
  one({ connects: ["worker", { to: "db", port: 5432 }], serviceConnect: true }, {}),
  one({
    dependsOn: { otel: "start" },
    containers: {
      otel: {
        image: "otel/collector:1",
        health: { command: ["CMD", "true"] },
        volumes: { data: { path: "/data" } },
      },
    },
    volumes: { data: { path: "/data" } },
  }),
  {
    ...shared,
    services: {
      api: { ...api, route: { path: "/*", weights: { api: 90, "api-next": 10 } } },
      "api-next": { image: "nginx:1.27", port: 8080 },
      auth: { image: "nginx:1.27" },
    },
  },
  one(
    {},
    {
      resources: {
        Orders: {
          type: "dynamodb",
          partitionKey: "id",
          sortKey: "at",
          indexes: { byDay: { partitionKey: "day" } },
        },
      },
    },
  ),
  one({}, { resources: { Files: { type: "s3", versioning: true, lifecycle: { expire: "90d" } } } }),
  {
    ...shared,
    services: {
      worker: {
        image: "nginx:1.27",
        access: { Jobs: "consume" },
        scale: { min: 1, max: 4, backlog: { queue: "Jobs", perTask: 100 } },
      },
    },
    resources: { Events: { type: "sns", subscribers: { Jobs: {} } }, Jobs: { type: "sqs" } },
  },
  one({ image: { build: { context: "." } } }),
  one({ containers: { nginx: { image: "nginx:1.27", port: 8081 } } }),
  one({ port: 8080, ports: [{ port: 9000, name: "admin" }], connects: [] }),
  {
    ...shared,
    services: {
      api: { ...api, connects: [{ to: "orders", port: 9000 }] },
      orders: {
        image: "nginx:1.27",
        ports: [{ port: 9000, name: "admin", protocol: "http" }],
        kind: "backend",
      },
    },
  },
  {
    ...shared,
    services: {
      api: {
        image: "nginx:1.27",
        kind: "network",
        listeners: [{ port: 8883, protocol: "tls", certificate: "ssm:/certificates/mqtt" }],
        loadBalancer: { domains: [{ name: "mqtt.example.com", zone }] },
      },
    },
  },
  one({ scale: { min: 1, max: 4, requests: 1000, predictive: { metric: "requests" } } }),
  one(
    { access: { Jobs: "consume" }, deploy: { alarms: { cpu: 90 } } },
    {
      resources: {
        Jobs: { type: "sqs" },
        Results: { type: "s3" },
        Work: { type: "s3" },
        Key: { type: "kms" },
      },
    },
  ),
  {
    ...shared,
    services: {
      api,
      auth: { image: "nginx:1.27" },
      "api-next": { image: "nginx:1.27", port: 8080 },
      worker: { image: "nginx:1.27", port: 8080, kind: "backend" },
    },
  },
  {
    ...shared,
    jobs: {
      migrate: {
        image: "nginx:1.27",
        parallel: { over: "s3://${resources.Work.name}/items.csv" },
        containers: { otel: { image: "otel/collector:1" } },
        connects: ["worker"],
      },
    },
    services: { worker: { image: "nginx:1.27", port: 8080, kind: "backend" } },
    resources: { Work: { type: "s3" }, Results: { type: "s3" } },
  },
  ...["s3", "dynamodb", "sqs", "sns", "secret", "postgres", "redis", "efs"].map((type) =>
    one({}, { resources: { Thing: { type, import: imports[type] ?? "" } } }),
  ),
  ...["postgres", "redis"].map((type) =>
    one({ connects: ["Thing"] }, { resources: { Thing: { type, encryption: "Key" }, Key: { type: "kms" } } }),
  ),
  one(
    { connects: ["Thing"] },
    { resources: { Thing: { type: "postgres", serverless: { min: 0, max: 4 } } } },
  ),
  one({}, { alarms: { notify: ["ops@example.com"] }, resources: { Key: { type: "kms" } } }),
];
