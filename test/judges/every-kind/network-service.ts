import type { Stack } from "../../../src/plan/plan.js";
import type { Resource } from "../../../src/plan/resource.js";
import type { ContainerDefinition } from "../../../src/plan/resources/compute.js";
import type { Listener } from "../../../src/plan/resources/load-balancing.js";
import { join, region } from "../../../src/plan/value.js";

const origin = "services.broker";
const vpc = { ref: "network/vpc", attribute: "id" };
const publicSubnets = ["a", "b"].map((zone) => ({ ref: `network/public-subnet-${zone}`, attribute: "id" }));
const fileSystem = { ref: "data/Shared", attribute: "id" };
const accessPoint = { ref: "service/broker/access-point-data", attribute: "id" };
const logs: ContainerDefinition["logs"] = {
  ...{ logGroup: { ref: "service/broker/logs", attribute: "name" }, region, streamPrefix: "broker" },
  ...{ mode: "blocking", maxBufferMiB: 25 },
};

const containers: readonly ContainerDefinition[] = [
  {
    name: "broker",
    image: { parameter: "BrokerImage" },
    essential: true,
    entryPoint: ["/bin/broker", join("--region=", region)],
    user: "1000:1000",
    workingDirectory: "/data",
    readonlyRootFilesystem: true,
    dependsOn: [
      { container: "agent", condition: "HEALTHY" },
      { container: "prepare", condition: "SUCCESS" },
    ],
    mountPoints: [
      { volume: "data", containerPath: "/data", readOnly: false },
      { volume: "scratch", containerPath: "/tmp/${HOME}", readOnly: false },
    ],
    dockerLabels: [{ name: "com.example.team", value: "${TEAM}" }],
    openFiles: { soft: 65_536, hard: 1_048_576 },
    portMappings: [
      { name: "broker-1883", containerPort: 1883, protocol: "tcp" },
      { name: "broker-5683", containerPort: 5683, protocol: "udp" },
    ],
    environment: [{ name: "STAGE", value: { parameter: "Stage" } }],
    environmentFiles: [join("arn:", { pseudo: "partition" }, ":s3:::settings/broker.env")],
    startTimeoutSeconds: 60,
    restart: { ignoredExitCodes: [0, 143], attemptPeriodSeconds: 180 },
    capabilities: { add: ["SYS_PTRACE"], drop: ["ALL"] },
    tmpfs: [
      { containerPath: "/run/${HOME}", sizeMiB: 64, mountOptions: ["noexec"] },
      { containerPath: "/tmp", sizeMiB: 16, mountOptions: [] },
    ],
    systemControls: [{ namespace: "net.core.somaxconn", value: "1024" }],
    secrets: [{ name: "TOKEN", valueFrom: join({ ref: "data/Token", attribute: "arn" }, ":token::") }],
    stopTimeoutSeconds: 120,
    initProcess: false,
    logs,
  },
  {
    ...{ name: "agent", image: "public.ecr.aws/example/agent:1", essential: true, initProcess: true, logs },
    ...{ readonlyRootFilesystem: false, dependsOn: [], dockerLabels: [], portMappings: [], environment: [] },
    ...{ mountPoints: [], secrets: [], stopTimeoutSeconds: 30 },
    ...{ cpuUnits: 64, memoryMiB: 256, memoryReservationMiB: 128 },
    repositoryCredentials: { ref: "data/Token", attribute: "arn" },
    restart: { ignoredExitCodes: [], attemptPeriodSeconds: 300 },
    healthCheck: {
      ...{ command: ["CMD", "/agent", "check"], intervalSeconds: 10, timeoutSeconds: 5, retries: 3 },
      startPeriodSeconds: 0,
    },
  },
  {
    ...{ name: "prepare", image: "busybox:1.37", essential: false, initProcess: true, logs },
    ...{ readonlyRootFilesystem: false, dockerLabels: [], portMappings: [], environment: [], secrets: [] },
    ...{ command: ["mkdir", "-p", "/data/a"], stopTimeoutSeconds: 30 },
    dependsOn: [{ container: "agent", condition: "START" }],
    mountPoints: [{ volume: "data", containerPath: "/data", readOnly: true }],
  },
];

const resources: readonly Resource[] = [
  {
    id: "service/broker/access-point-data",
    kind: "AccessPoint",
    origin,
    fileSystem,
    path: "/broker/data",
    userId: 1000,
    groupId: 1000,
    permissions: "0755",
    tags: { Name: "shop-dev-broker-data" },
  },
  {
    id: "service/broker/load-balancer",
    kind: "LoadBalancer",
    origin,
    name: "shop-dev-broker",
    scheme: "internet-facing",
    subnets: publicSubnets,
    securityGroups: [{ ref: "service/broker/load-balancer-security-group", attribute: "id" }],
    deletionProtection: false,
    settings: { type: "network", crossZone: true },
  },
  {
    id: "service/broker/load-balancer-security-group",
    kind: "SecurityGroup",
    origin,
    vpc,
    description: "Load balancer of broker",
    ingress: [
      {
        peer: { cidrBlock: "0.0.0.0/0" },
        traffic: { protocol: "udp", fromPort: 5683, toPort: 5683 },
        description: "UDP 5683 from anywhere",
      },
    ],
    egress: [],
  },
  listener(1883, "TCP", "1883"),
  listener(5683, "UDP", "5683-udp"),
  {
    ...listener(8883, "TLS", "1883"),
    tls: {
      policy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
      certificate: { import: { ssm: "/certificates/shop" } },
    },
  },
  {
    id: "service/broker/logs",
    kind: "LogGroup",
    origin,
    logGroupName: "/shop/dev/broker",
    retentionDays: 30,
    removal: "delete",
  },
  {
    ...{ id: "service/broker/target-group-1883", kind: "TargetGroup", origin, name: "shop-dev-broker-1883" },
    ...{ vpc, protocol: "TCP", port: 1883, deregistrationDelaySeconds: 30 },
    healthCheck: { intervalSeconds: 10, timeoutSeconds: 5, healthyCount: 2, unhealthyCount: 3 },
  },
  {
    ...{ id: "service/broker/target-group-5683-udp", kind: "TargetGroup", origin },
    ...{ name: "shop-dev-broker-5683-udp", vpc, protocol: "UDP", port: 5683, deregistrationDelaySeconds: 30 },
    healthCheck: { port: 1883, intervalSeconds: 10, timeoutSeconds: 5, healthyCount: 2, unhealthyCount: 3 },
  },
  {
    id: "service/broker/task-definition",
    kind: "TaskDefinition",
    origin,
    family: "shop-dev-broker",
    cpuUnits: 512,
    memoryMiB: 1024,
    architecture: "X86_64",
    operatingSystem: "LINUX",
    executionRole: { import: { export: "shared-execution-role" } },
    taskRole: { import: { export: "shared-task-role" } },
    containers,
    volumes: [{ name: "data", efs: { fileSystem, accessPoint, iam: true } }, { name: "scratch" }],
    dependsOn: ["data/Shared/mount-target-a", "data/Shared/mount-target-b"],
  },
];

export const networkServiceStack: Stack = {
  name: "shop-dev-service-broker",
  area: "service-broker",
  description: "Service broker of shop-dev",
  dependsOn: ["shop-dev-data", "shop-dev-network", "shop-dev-platform"],
  parameters: [
    { name: "BrokerImage", description: "Image of broker, with tag or digest", default: "broker:1", origin },
    { name: "Stage", description: "Stage", default: "dev", origin: "parameters.stage" },
  ],
  resources,
  exports: [],
  outputs: [
    {
      name: "BrokerAddress",
      description: "Where broker listens",
      value: { ref: "service/broker/load-balancer", attribute: "dnsName" },
      origin,
    },
  ],
};

function listener(port: number, protocol: "TCP" | "UDP" | "TLS", target: string): Listener {
  return {
    ...{ id: `service/broker/listener-${port}`, kind: "Listener", origin, port, protocol },
    loadBalancer: { ref: "service/broker/load-balancer", attribute: "arn" },
    defaultAction: {
      type: "forward",
      targetGroup: { ref: `service/broker/target-group-${target}`, attribute: "arn" },
    },
  };
}
