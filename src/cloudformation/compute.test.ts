import { describe, expect, it } from "vitest";
import { renderWith } from "../../test/judges/small-plan.js";
import type { ContainerDefinition, EcsService, TaskDefinition } from "../plan/resources/compute.js";
import type { Json } from "./template.js";

const service: EcsService = {
  ...{ id: "service", kind: "EcsService", origin: "services.api", serviceName: "api", cluster: "shop" },
  ...{ taskDefinition: "arn:td", capacityProviderStrategy: [], loadBalancers: [], serviceRegistries: [] },
  network: { subnets: ["subnet-1"], securityGroups: ["sg-1"], assignPublicIp: false },
  ...{ minimumHealthyPercent: 100, maximumPercent: 200, circuitBreaker: { enable: true, rollback: false } },
  ...{ availabilityZoneRebalancing: false, enableExecuteCommand: false },
};
const container: ContainerDefinition = {
  ...{ name: "api", image: "nginx:1", essential: true, portMappings: [], environment: [], secrets: [] },
  ...{ readonlyRootFilesystem: false, dependsOn: [], mountPoints: [], dockerLabels: [] },
  ...{ stopTimeoutSeconds: 30, initProcess: true },
  logs: {
    logGroup: "/shop",
    region: "eu-west-1",
    streamPrefix: "api",
    mode: "non-blocking",
    maxBufferMiB: 25,
  },
};
const definition: TaskDefinition = {
  ...{
    id: "task",
    kind: "TaskDefinition",
    origin: "services.api",
    family: "api",
    cpuUnits: 256,
    memoryMiB: 512,
  },
  ...{
    architecture: "ARM64",
    operatingSystem: "LINUX",
    executionRole: "arn:e",
    taskRole: "arn:t",
    volumes: [],
  },
  containers: [container],
};

describe("a service", () => {
  it("leaves to AWS what the plan does not say", () => {
    expect(renderWith(service).Properties).toEqual({
      ...{ ServiceName: "api", Cluster: "shop", TaskDefinition: "arn:td", PlatformVersion: "LATEST" },
      NetworkConfiguration: {
        AwsvpcConfiguration: { Subnets: ["subnet-1"], SecurityGroups: ["sg-1"], AssignPublicIp: "DISABLED" },
      },
      DeploymentConfiguration: {
        ...{ MinimumHealthyPercent: 100, MaximumPercent: 200 },
        DeploymentCircuitBreaker: { Enable: true, Rollback: false },
      },
      ...{ AvailabilityZoneRebalancing: "DISABLED", EnableExecuteCommand: false },
      ...{ EnableECSManagedTags: true, PropagateTags: "SERVICE" },
    });
  });

  it("has a count where no scaling owns it, zero too", () => {
    expect(renderWith({ ...service, desiredCount: 0 }).Properties?.["DesiredCount"]).toBe(0);
  });

  it("has what the plan gives", () => {
    const rendered = renderWith({
      ...service,
      capacityProviderStrategy: [{ provider: "FARGATE_SPOT", base: 0, weight: 1 }],
      loadBalancers: [{ containerName: "api", containerPort: 80, targetGroup: "arn:tg" }],
      serviceRegistries: ["arn:sd"],
      ...{ healthCheckGracePeriodSeconds: 60, availabilityZoneRebalancing: true, enableExecuteCommand: true },
    });
    expect(rendered.Properties).toMatchObject({
      CapacityProviderStrategy: [{ CapacityProvider: "FARGATE_SPOT", Base: 0, Weight: 1 }],
      LoadBalancers: [{ ContainerName: "api", ContainerPort: 80, TargetGroupArn: "arn:tg" }],
      ServiceRegistries: [{ RegistryArn: "arn:sd" }],
      ...{
        HealthCheckGracePeriodSeconds: 60,
        AvailabilityZoneRebalancing: "ENABLED",
        EnableExecuteCommand: true,
      },
    });
  });
});

describe("a task definition", () => {
  const containerOf = (given: Partial<ContainerDefinition>): Json | undefined => {
    const { Properties = {} } = renderWith({ ...definition, containers: [{ ...container, ...given }] });
    return (Properties["ContainerDefinitions"] as Json[])[0];
  };

  it("has its size as texts, and is one for Fargate", () => {
    expect(renderWith(definition).Properties).toMatchObject({
      ...{
        Family: "api",
        Cpu: "256",
        Memory: "512",
        NetworkMode: "awsvpc",
        RequiresCompatibilities: ["FARGATE"],
      },
      RuntimePlatform: { CpuArchitecture: "ARM64", OperatingSystemFamily: "LINUX" },
      ...{ ExecutionRoleArn: "arn:e", TaskRoleArn: "arn:t" },
    });
    expect(renderWith(definition).Properties).not.toHaveProperty("EphemeralStorage");
    expect(renderWith(definition).Properties).not.toHaveProperty("Volumes");
    expect(renderWith({ ...definition, ephemeralStorageGiB: 40 }).Properties).toMatchObject({
      EphemeralStorage: { SizeInGiB: 40 },
    });
  });

  it("has no key for what a container does not have", () => {
    expect(containerOf({})).toEqual({
      ...{ Name: "api", Image: "nginx:1", Essential: true, StopTimeout: 30 },
      LinuxParameters: { InitProcessEnabled: true },
      LogConfiguration: {
        LogDriver: "awslogs",
        Options: {
          ...{ "awslogs-group": "/shop", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "api" },
          ...{ mode: "non-blocking", "max-buffer-size": "25m" },
        },
      },
    });
  });

  it("has how the process runs", () => {
    const rendered = containerOf({
      ...{ entryPoint: ["/init", { pseudo: "region" }], user: "1000:1000", workingDirectory: "/srv" },
      ...{ readonlyRootFilesystem: true, initProcess: false, openFiles: { soft: 1024, hard: 4096 } },
      dockerLabels: [{ name: "com.example.team", value: "shop ${TEAM}" }],
    });
    expect(rendered).toMatchObject({
      ...{ EntryPoint: ["/init", { Ref: "AWS::Region" }], User: "1000:1000", WorkingDirectory: "/srv" },
      ...{ ReadonlyRootFilesystem: true, LinuxParameters: { InitProcessEnabled: false } },
      Ulimits: [{ Name: "nofile", SoftLimit: 1024, HardLimit: 4096 }],
      DockerLabels: { "com.example.team": { "Fn::Join": ["", ["shop $", "{TEAM}"]] } },
    });
  });

  it("starts containers in order", () => {
    const dependsOn = [
      { container: "otel", condition: "HEALTHY" },
      { container: "migrate", condition: "SUCCESS" },
    ] as const;
    expect(containerOf({ dependsOn })).toMatchObject({
      DependsOn: [
        { ContainerName: "otel", Condition: "HEALTHY" },
        { ContainerName: "migrate", Condition: "SUCCESS" },
      ],
    });
  });

  it("mounts volumes: scratch, and file systems over TLS with the task role", () => {
    const mountPoints = [
      { volume: "data", containerPath: "/data", readOnly: true },
      { volume: "tmp", containerPath: "/tmp/$x", readOnly: false },
    ];
    const rendered = renderWith({
      ...definition,
      containers: [{ ...container, mountPoints }],
      volumes: [
        { name: "data", efs: { fileSystem: "fs-1", accessPoint: "fsap-1", iam: true } },
        { name: "tmp" },
      ],
    });
    expect(rendered.Properties).toMatchObject({
      ContainerDefinitions: [
        {
          MountPoints: [
            { SourceVolume: "data", ContainerPath: "/data", ReadOnly: true },
            { SourceVolume: "tmp", ContainerPath: "/tmp/$x", ReadOnly: false },
          ],
        },
      ],
    });
    expect(rendered.Properties?.["Volumes"]).toEqual([
      {
        Name: "data",
        EFSVolumeConfiguration: {
          ...{ FilesystemId: "fs-1", TransitEncryption: "ENABLED" },
          AuthorizationConfig: { AccessPointId: "fsap-1", IAM: "ENABLED" },
        },
      },
      { Name: "tmp" },
    ]);
  });

  it("buffers logs only where it does not block", () => {
    const logs = { ...container.logs, mode: "blocking" } as const;
    expect(JSON.stringify(containerOf({ logs }))).not.toContain("max-buffer-size");
  });

  it("has what a container is given", () => {
    const rendered = containerOf({
      command: ["serve", { pseudo: "region" }],
      portMappings: [{ name: "http", containerPort: 80, protocol: "tcp" }],
      environment: [{ name: "A", value: "$a" }],
      secrets: [{ name: "B", valueFrom: { join: ["arn:", { pseudo: "partition" }, ":b"] } }],
      healthCheck: {
        command: ["CMD-SHELL", "test ${A}"],
        intervalSeconds: 5,
        timeoutSeconds: 2,
        retries: 3,
        startPeriodSeconds: 9,
      },
    });
    expect(rendered).toMatchObject({
      Command: ["serve", { Ref: "AWS::Region" }],
      PortMappings: [{ Name: "http", ContainerPort: 80, Protocol: "tcp" }],
      Environment: [{ Name: "A", Value: "$a" }],
      Secrets: [{ Name: "B", ValueFrom: { "Fn::Sub": "arn:${AWS::Partition}:b" } }],
      HealthCheck: {
        Command: ["CMD-SHELL", { "Fn::Join": ["", ["test $", "{A}"]] }],
        Interval: 5,
        Timeout: 2,
        Retries: 3,
        StartPeriod: 9,
      },
    });
  });
});
