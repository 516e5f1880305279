import { type CopilotRow, container, ecs, service, task } from "./row.js";

const policy = "AWS::ApplicationAutoScaling::ScalingPolicy";
const target = "AWS::ApplicationAutoScaling::ScalableTarget";
const tracking = "TargetTrackingScalingPolicyConfiguration.";

/** Section 1 of the reference: images, processes, sizes and counts. */
export const imageRows: readonly CopilotRow[] = [
  {
    field: "name",
    types: "all",
    ours: service(""),
    becomes: [ecs, "ServiceName", "shop-api"],
    note: "the key of `services` or `jobs`",
  },
  {
    field: "type",
    types: "all",
    ours: service("kind: web"),
    becomes: [ecs, "LoadBalancers[].ContainerPort", "8080"],
    note: "web is L, backend B, worker W; a job stands in `jobs`; for A see below",
  },
  {
    field: "image.build",
    types: "LBWJA",
    ours: service("image: { build: { context: ., dockerfile: api/Dockerfile } }"),
    becomes: ["AWS::ECR::Repository", "RepositoryName"],
  },
  {
    field: "image.build.args, target, cache_from",
    types: "LBWJA",
    ours: service("image: { build: { context: ., target: run, args: { A: b }, cacheFrom: [type=gha] } }"),
    becomes: ["AWS::ECR::Repository", "RepositoryName"],
    note: "recorded in the plan for whoever builds",
  },
  {
    field: "image.location",
    types: "LBWJA",
    ours: service("image: httpd:2"),
    becomes: ["Parameters", "Default", "httpd"],
    note: "a parameter, so that a release changes no template",
  },
  {
    field: "image.credentials",
    types: "LBWJ",
    ours: service("image: { repository: registry.example.com/shop, credentials: secret:hub }"),
    becomes: [task, `${container}RepositoryCredentials.CredentialsParameter`, "hub"],
  },
  {
    field: "image.port",
    types: "LBA",
    ours: service("port: 9090"),
    becomes: [task, `${container}PortMappings[].ContainerPort`, "9090"],
  },
  {
    field: "image.labels",
    types: "LBWJ",
    ours: service("labels: { team: shop }"),
    becomes: [task, `${container}DockerLabels.team`, "shop"],
  },
  {
    field: "image.depends_on",
    types: "LBWJ",
    ours: service("dependsOn: { otel: start }, containers: { otel: { image: 'otel/collector:1' } }"),
    becomes: [task, `${container}DependsOn[].Condition`, "START"],
  },
  {
    field: "image.healthcheck",
    types: "LBWJ",
    ours: service(
      "health: { container: { command: [CMD, 'true'], interval: 20s, retries: 4, timeout: 6s, startPeriod: 9s } }",
    ),
    becomes: [task, `${container}HealthCheck.Interval`, "20"],
    note: "a job has none: nobody waits for its health",
  },
  {
    field: "entrypoint",
    types: "LBWJ",
    ours: service("entrypoint: [/bin/run, -x]"),
    becomes: [task, `${container}EntryPoint[]`, "-x"],
  },
  {
    field: "command",
    types: "LBWJA",
    ours: service("command: [serve]"),
    becomes: [task, `${container}Command[]`, "serve"],
  },
  {
    field: "cpu",
    types: "LBWJA",
    ours: service("size: { cpu: 512, memory: 1024 }"),
    becomes: [task, "Cpu", "512"],
  },
  {
    field: "memory",
    types: "LBWJA",
    ours: service("size: { cpu: 512, memory: 2048 }"),
    becomes: [task, "Memory", "2048"],
  },
  {
    field: "platform",
    types: "LBWJ",
    ours: service("size: { architecture: arm64 }"),
    becomes: [task, "RuntimePlatform.CpuArchitecture", "ARM64"],
  },
  {
    field: "platform (Windows)",
    types: "LBWJ",
    ours: service("size: { os: windows-2022-core, cpu: 1024, memory: 2048 }"),
    becomes: [task, "RuntimePlatform.OperatingSystemFamily", "WINDOWS_SERVER_2022_CORE"],
  },
];

export const scaleRows: readonly CopilotRow[] = [
  { field: "count", types: "LBW", ours: service("scale: 3"), becomes: [ecs, "DesiredCount", "3"] },
  {
    field: "count.spot",
    types: "LBW",
    ours: service("scale: 3, capacity: spot"),
    becomes: [ecs, "CapacityProviderStrategy[].CapacityProvider", "FARGATE_SPOT"],
  },
  {
    field: "count.range",
    types: "LBW",
    ours: service("scale: { min: 1, max: 9, cpu: 70 }"),
    becomes: [target, "MaxCapacity", "9"],
  },
  {
    field: "count.range.spot_from",
    types: "LBW",
    ours: service(
      "scale: { min: 1, max: 9, cpu: 70 }, capacity: { FARGATE: { base: 2, weight: 0 }, FARGATE_SPOT: 1 }",
    ),
    becomes: [ecs, "CapacityProviderStrategy[].Base", "2"],
    note: "base is spot_from - 1",
  },
  {
    field: "count.cooldown",
    types: "LBW",
    ours: service("scale: { min: 1, max: 9, cpu: 70, cooldown: { in: 120s, out: 70s } }"),
    becomes: [policy, `${tracking}ScaleInCooldown`, "120"],
    note: "here 300 s in by default, as AWS advises",
  },
  {
    field: "count.cpu_percentage",
    types: "LBW",
    ours: service("scale: { min: 1, max: 9, cpu: { target: 55, cooldown: 90s } }"),
    becomes: [policy, `${tracking}TargetValue`, "55"],
  },
  {
    field: "count.memory_percentage",
    types: "LBW",
    ours: service("scale: { min: 1, max: 9, memory: 66 }"),
    becomes: [policy, `${tracking}TargetValue`, "66"],
  },
  {
    field: "count.requests",
    types: "LB",
    ours: service("scale: { min: 1, max: 9, requests: 1234 }"),
    becomes: [policy, `${tracking}TargetValue`, "1234"],
  },
  {
    field: "count.response_time",
    types: "LB",
    ours: service("scale: { min: 1, max: 9, responseTime: 300ms }"),
    becomes: [policy, `${tracking}TargetValue`, "0.3"],
  },
  {
    field: "count.queue_delay",
    types: "W",
    ours: "{ services: { api: { kind: worker, port: null, route: null, access: { Jobs: consume }, scale: { min: 1, max: 9, backlog: { queue: Jobs, perTask: 77 } } } }, resources: { Jobs: { type: sqs } } }",
    becomes: [policy, `${tracking}TargetValue`, "77"],
    note: "perTask is acceptable_latency / msg_processing_time; metric maths instead of a function",
  },
];
