import type { Resource } from "../../../src/plan/resource.js";
import type { EcsService } from "../../../src/plan/resources/compute.js";
import type { TargetGroup } from "../../../src/plan/resources/load-balancing.js";

const origin = "services.api.deploy";
const vpc = { ref: "network/vpc", attribute: "id" };
const first = { ref: "service/api/blue", attribute: "arn" };
const second = { ref: "service/api/green", attribute: "arn" };

const group = {
  kind: "TargetGroup",
  origin,
  vpc,
  protocol: "HTTP",
  port: 80,
  deregistrationDelaySeconds: 30,
  healthCheck: {
    http: { path: "/", codes: "200-399" },
    intervalSeconds: 10,
    timeoutSeconds: 5,
    healthyCount: 2,
    unhealthyCount: 3,
  },
} as const satisfies Omit<TargetGroup, "id" | "name">;
const moved = {
  type: "weighted-forward",
  targets: [
    { targetGroup: first, weight: 1 },
    { targetGroup: second, weight: 0 },
  ],
  shiftedByEcs: true,
} as const;

const service = {
  kind: "EcsService",
  origin,
  cluster: { ref: "cluster", attribute: "name" },
  taskDefinition: { ref: "service/api/task-definition", attribute: "arn" },
  desiredCount: 1,
  capacityProviderStrategy: [],
  network: {
    subnets: [{ ref: "network/public-subnet-a", attribute: "id" }],
    securityGroups: [{ ref: "service/api/security-group", attribute: "id" }],
    assignPublicIp: true,
  },
  serviceRegistries: [],
  minimumHealthyPercent: 100,
  maximumPercent: 200,
  availabilityZoneRebalancing: true,
  enableExecuteCommand: false,
} as const satisfies Omit<EcsService, "id" | "serviceName" | "loadBalancers">;

/** Every way in which a new version may replace the old one. */
export const deployment: readonly Resource[] = [
  { ...group, id: "service/api/blue", name: "shop-dev-api-blue" },
  { ...group, id: "service/api/green", name: "shop-dev-api-green" },
  {
    ...{ id: "service/api/moved-rule", kind: "ListenerRule", origin, action: moved, priority: 20 },
    ...{ listener: { ref: "ingress/https", attribute: "arn" }, hosts: [], paths: ["/moved"] },
  },
  {
    ...{ id: "service/api/test-rule", kind: "ListenerRule", origin, action: moved, priority: 19 },
    ...{ listener: { ref: "ingress/https", attribute: "arn" }, hosts: [], paths: ["/moved"] },
    headers: [{ name: "X-Version", values: ["next"] }],
  },
  {
    ...{ id: "service/api/canary", ...service, serviceName: "shop-dev-api-canary" },
    loadBalancers: [
      {
        ...{ containerName: "api", containerPort: 8080, targetGroup: first },
        shift: {
          alternateTargetGroup: second,
          productionRule: { ref: "service/api/moved-rule", attribute: "arn" },
          testRule: { ref: "service/api/test-rule", attribute: "arn" },
          role: { ref: "service/api/role", attribute: "arn" },
        },
      },
    ],
    strategy: { type: "CANARY", percent: 2.5, stepBakeTimeMinutes: 15 },
    bakeTimeMinutes: 30,
    deploymentAlarms: {
      names: [{ ref: "service/api/alarm-scale-cpu-steps-out", attribute: "name" }, "shared-errors"],
      rollback: true,
    },
    lifecycleHooks: [
      {
        ...{ type: "AWS_LAMBDA", stages: ["POST_TEST_TRAFFIC_SHIFT"] },
        function: "arn:aws:lambda:eu-west-1:111111111111:function:smoke",
        role: { ref: "service/api/role", attribute: "arn" },
      },
      {
        ...{ type: "PAUSE", stages: ["PRE_PRODUCTION_TRAFFIC_SHIFT", "POST_SCALE_UP"] },
        ...{ timeoutMinutes: 120, onTimeout: "CONTINUE" },
      },
    ],
    awaitedMinutes: 225,
    dependsOn: ["service/api/moved-rule", "service/api/test-rule"],
  },
  {
    ...{ id: "service/api/linear", ...service, serviceName: "shop-dev-api-linear", loadBalancers: [] },
    strategy: { type: "LINEAR", percent: 20, stepBakeTimeMinutes: 6 },
    bakeTimeMinutes: 5,
    dependsOn: ["service/api/canary"],
  },
  {
    ...{ id: "service/api/at-once", ...service, serviceName: "shop-dev-api-at-once", loadBalancers: [] },
    strategy: { type: "BLUE_GREEN" },
    bakeTimeMinutes: 0,
  },
  {
    ...{ id: "service/api/rolling", ...service, serviceName: "shop-dev-api-rolling", loadBalancers: [] },
    strategy: { type: "ROLLING" },
    circuitBreaker: {
      ...{ enable: true, rollback: false, resetOnHealthyTask: false },
      threshold: { type: "COUNT", value: 5 },
    },
  },
];
