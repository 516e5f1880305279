import { type CopilotRow, ecs, group, rule, service } from "./row.js";

/** Section 1: http, subscriptions, jobs, and the types without an equal. */
export const httpRows: readonly CopilotRow[] = [
  {
    field: "http: false",
    types: "L",
    ours: service("kind: backend, route: null"),
    becomes: ["AWS::ServiceDiscovery::Service", "Name", "api"],
  },
  {
    field: "http.path",
    types: "LB",
    ours: service("route: /api/*"),
    becomes: [rule, "Conditions[].PathPatternConfig.Values[]", "/api/*"],
  },
  {
    field: "http.alias",
    types: "LB",
    ours: `ingress: { domains: [{ name: shop.example.com, zone: Z0123456789ABC }] }\n${service("route: { host: shop.example.com, path: /* }")}`,
    becomes: [rule, "Conditions[].HostHeaderConfig.Values[]", "shop.example.com"],
  },
  {
    field: "http.hosted_zone",
    types: "L",
    ours: `ingress: { domains: [{ name: shop.example.com, zone: Z0123456789ABC }] }`,
    becomes: ["AWS::Route53::RecordSet", "HostedZoneId", "Z0123456789ABC"],
  },
  {
    field: "http.alb",
    types: "LB",
    ours: `ingress: { import: { listener: ssm:/platform/listener, securityGroup: sg-0123456789abcdef0 } }\n${service("route: { path: /*, priority: 10 }")}`,
    becomes: [rule, "Priority", "10"],
  },
  {
    field: "http.healthcheck",
    types: "LB",
    ours: service("health: /healthz"),
    becomes: [group, "HealthCheckPath", "/healthz"],
  },
  {
    field: "http.healthcheck (map)",
    types: "LB",
    ours: service(
      "health: { path: /h, port: 8081, codes: 200-299, healthy: 5, unhealthy: 4, interval: 30s, timeout: 6s, grace: 90s }",
    ),
    becomes: [ecs, "HealthCheckGracePeriodSeconds", "90"],
  },
  {
    field: "http.deregistration_delay",
    types: "LB",
    ours: service("route: { path: /*, drain: 61s }"),
    becomes: [group, "TargetGroupAttributes[].Value", "61"],
  },
  {
    field: "http.target_container",
    types: "LB",
    ours: service(
      "route: { path: /*, container: proxy }, containers: { proxy: { image: 'envoy:1', port: 8443 } }",
    ),
    becomes: [ecs, "LoadBalancers[].ContainerName", "proxy"],
  },
  {
    field: "http.target_port",
    types: "LB",
    ours: service("route: { path: /*, port: 9191 }"),
    becomes: [ecs, "LoadBalancers[].ContainerPort", "9191"],
  },
  {
    field: "http.stickiness",
    types: "LB",
    ours: service("route: { path: /*, sticky: 1h }"),
    becomes: [group, "TargetGroupAttributes[].Value", "3600"],
  },
  {
    field: "http.allowed_source_ips",
    types: "LB",
    ours: service("route: { path: /*, sources: [203.0.113.0/24] }"),
    becomes: [rule, "Conditions[].SourceIpConfig.Values[]", "203.0.113.0/24"],
  },
  {
    field: "http.redirect_to_https",
    types: "L",
    ours: "ingress: { http: serve, domains: [{ name: shop.example.com, zone: Z0123456789ABC }] }",
    becomes: ["AWS::ElasticLoadBalancingV2::Listener", "DefaultActions[].Type", "fixed-response"],
    note: "one setting for the load balancer, not for each service",
  },
  {
    field: "http.version",
    types: "LB",
    ours: `ingress: { domains: [{ name: shop.example.com, zone: Z0123456789ABC }] }\n${service("route: { path: /*, protocol: grpc }")}`,
    becomes: [group, "ProtocolVersion", "GRPC"],
  },
  {
    field: "http.additional_rules",
    types: "LB",
    ours: service("route: null, routes: [/a/*, { path: /b/*, port: 9191 }]"),
    becomes: [rule, "Conditions[].PathPatternConfig.Values[]", "/b/*"],
  },
  {
    field: "subscribe.topics",
    types: "W",
    ours: `resources: { Events: { type: sns, subscribers: { Jobs: {} } }, Jobs: { type: sqs } }\n${service("kind: worker, port: null, route: null, access: { Jobs: consume }")}`,
    becomes: ["AWS::SNS::Subscription", "Protocol", "sqs"],
  },
  {
    field: "subscribe.topics.filter_policy",
    types: "W",
    ours: "resources: { Events: { type: sns, subscribers: { Jobs: { filter: { kind: [created] } } } }, Jobs: { type: sqs } }",
    becomes: ["AWS::SNS::Subscription", "FilterPolicy.kind[]", "created"],
  },
  {
    field: "subscribe.topics.queue",
    types: "W",
    ours: "resources: { Events: { type: sns, subscribers: { Jobs: {}, Other: {} } }, Jobs: { type: sqs }, Other: { type: sqs } }",
    becomes: ["AWS::SQS::Queue", "MessageRetentionPeriod"],
    note: "a queue of its own is a resource of its own",
  },
  {
    field: "subscribe.queue.delay, retention, timeout",
    types: "W",
    ours: "resources: { Jobs: { type: sqs, delay: 5s, retention: 3d, visibility: 77s } }",
    becomes: ["AWS::SQS::Queue", "VisibilityTimeout", "77"],
  },
  {
    field: "subscribe.queue.dead_letter.tries",
    types: "W",
    ours: "resources: { Jobs: { type: sqs, retries: 9 } }",
    becomes: ["AWS::SQS::Queue", "RedrivePolicy.maxReceiveCount", "9"],
  },
  {
    field: "subscribe.queue.fifo",
    types: "W",
    ours: "resources: { Jobs: { type: sqs, fifo: true } }",
    becomes: ["AWS::SQS::Queue", "FifoQueue", "true"],
  },
  {
    field: "subscribe.queue.fifo.deduplication_scope, throughput_limit, high_throughput",
    types: "W",
    because: "the queues that are made here have the limits of AWS's own defaults",
    instead: "make the queue elsewhere and import it: `{ type: sqs, import: arn:... }`",
  },
  {
    field: "on.schedule",
    types: "J",
    ours: 'jobs: { nightly: { image: "nginx:1.27", schedule: "0 3 * * *" } }',
    becomes: ["AWS::Scheduler::Schedule", "ScheduleExpression", "cron(0 3 * * ? *)"],
    note: "`@every 1h` is `rate(1 hour)`",
  },
  {
    field: "on.schedule: none",
    types: "J",
    ours: 'jobs: { nightly: { image: "nginx:1.27", schedule: { at: "0 3 * * *", enabled: false } } }',
    becomes: ["AWS::Scheduler::Schedule", "State", "DISABLED"],
    note: "or leave `schedule` out: it runs when it is started",
  },
  {
    field: "retries",
    types: "J",
    ours: 'jobs: { nightly: { image: "nginx:1.27", retries: 3 } }',
    becomes: ["AWS::StepFunctions::StateMachine", "DefinitionString", "MaxAttempts"],
  },
  {
    field: "timeout",
    types: "J",
    ours: 'jobs: { nightly: { image: "nginx:1.27", timeout: 11m } }',
    becomes: ["AWS::StepFunctions::StateMachine", "DefinitionString", "660"],
  },
  {
    field: "count (A), http.healthcheck (A)",
    types: "A",
    ours: service("scale: { min: 1, max: 9, requests: 900 }"),
    becomes: [
      "AWS::ApplicationAutoScaling::ScalingPolicy",
      "TargetTrackingScalingPolicyConfiguration.TargetValue",
      "900",
    ],
    note: "kind web on Fargate; App Runner's concurrency has no equal",
  },
  {
    field: "http.private (A)",
    types: "A",
    ours: "ingress: { scheme: internal }",
    becomes: ["AWS::ElasticLoadBalancingV2::LoadBalancer", "Scheme", "internal"],
  },
  {
    field: "http.alias, tags (A)",
    types: "A",
    ours: "tags: { team: copilot }",
    becomes: ["AWS::ECS::Cluster", "Tags[].Value", "copilot"],
  },
  {
    field: "http, files (T)",
    types: "T",
    because: "a static site has no tasks; Longshore plans what runs on ECS",
    instead:
      "a bucket and CloudFront beside it, with `ingress: { cdn: true }` where it stands in front of the services too",
  },
];
