import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/plan/index.js";
import { planOf, resourceOf, resourcesOf } from "../support/plan-of.js";

const file = join(import.meta.dirname, "../../examples/nonprod-cluster/longshore.yaml");
const plan: Plan = planOf(readFileSync(file, "utf8"));

describe("the non-production cluster", () => {
  // proves NPC-1
  it("spans two zones behind one NAT gateway", () => {
    const kinds = resourcesOf(plan).map((resource) => resource.kind);
    const count = (kind: string): number => kinds.filter((each) => each === kind).length;
    expect([count("Vpc"), count("Subnet"), count("NatGateway"), count("ElasticIp")]).toEqual([1, 4, 1, 1]);
    const tiers = resourcesOf(plan).filter((resource) => resource.kind === "Subnet");
    expect(tiers.map((subnet) => [subnet.tier, subnet.cidrBlock])).toEqual([
      ["private", "10.20.0.0/19"],
      ["private", "10.20.32.0/19"],
      ["public", "10.20.128.0/22"],
      ["public", "10.20.132.0/22"],
    ]);
    expect(resourceOf(plan, "Route", "network/private-default-route")).toMatchObject({
      destinationCidrBlock: "0.0.0.0/0",
      target: { natGateway: { ref: "network/nat-gateway" } },
    });
    expect(resourceOf(plan, "Route", "network/public-default-route")).toMatchObject({
      target: { internetGateway: { ref: "network/internet-gateway" } },
    });
  });

  // proves NPC-2
  it("has private repositories that scan, expire and let the build account pull", () => {
    expect(resourceOf(plan, "EcrRepository", "registry/app")).toMatchObject({
      repositoryName: "nonprod/app",
      scanOnPush: true,
      immutableTags: true,
      keepImages: 10,
      untaggedExpireDays: 7,
      pullAccounts: ["222222222222"],
    });
  });

  // proves NPC-3
  it("gives each task two roles of its own, trusted to ECS of this account alone", () => {
    const roles = resourcesOf(plan).filter((resource) => resource.kind === "IamRole");
    expect(roles.map((role) => role.roleName).sort()).toEqual([
      "nonprod-app-execution",
      "nonprod-app-task",
      "nonprod-worker-execution",
      "nonprod-worker-task",
    ]);
    for (const role of roles) {
      expect(role.trust).toHaveLength(1);
      expect(role.trust[0]).toMatchObject({
        principals: [{ service: "ecs-tasks.amazonaws.com" }],
        conditions: [{ key: "aws:SourceAccount" }, { key: "aws:SourceArn" }],
      });
      for (const statement of role.policies.flatMap((policy) => policy.statements)) {
        expect(statement.actions.filter((action) => action.includes("*"))).toEqual([]);
        if (statement.resources?.includes("*")) expect(statement.reason).toBeDefined();
      }
    }
  });

  // proves NPC-4
  it("runs on Spot after the first task, and keeps logs for a week", () => {
    expect(resourceOf(plan, "Cluster", "platform/cluster")).toMatchObject({
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategy: [
        { provider: "FARGATE", base: 1, weight: 0 },
        { provider: "FARGATE_SPOT", base: 0, weight: 1 },
      ],
      containerInsights: "disabled",
    });
    expect(resourceOf(plan, "LogGroup", "service/app/log-group").retentionDays).toBe(7);
  });

  // proves NPC-5
  it("defines the smallest task with health check, environment, secrets and logs", () => {
    const definition = resourceOf(plan, "TaskDefinition", "service/app/task-definition");
    expect(definition).toMatchObject({ cpuUnits: 256, memoryMiB: 512 });
    const [container] = definition.containers;
    expect(container?.healthCheck).toMatchObject({
      intervalSeconds: 15,
      timeoutSeconds: 5,
      retries: 3,
      startPeriodSeconds: 10,
    });
    expect(container?.environment).toEqual([
      { name: "LOG_LEVEL", value: "info" },
      { name: "WORKER_URL", value: "http://worker.nonprod.local:8080" },
    ]);
    expect(container?.secrets.map((secret) => secret.name)).toEqual(["FEATURE_FLAGS", "SESSION_KEY"]);
    expect(container?.logs).toMatchObject({ mode: "non-blocking", streamPrefix: "app" });
    // Two minutes of notice on Spot are used in full.
    expect(container?.stopTimeoutSeconds).toBe(120);
  });

  // proves NPC-6
  it("scales from one to four tasks on CPU, and is found by name", () => {
    expect(resourceOf(plan, "ScalableTarget", "service/app/scalable-target")).toMatchObject({
      minCapacity: 1,
      maxCapacity: 4,
    });
    expect(resourceOf(plan, "ScalingPolicy", "service/app/scale-on-cpu")).toMatchObject({
      metric: { type: "ECSServiceAverageCPUUtilization" },
      targetValue: 70,
      scaleInCooldownSeconds: 300,
      scaleOutCooldownSeconds: 60,
    });
    expect(resourceOf(plan, "EcsService", "service/app/service").desiredCount).toBeUndefined();
    expect(resourceOf(plan, "EcsService", "service/worker/service").desiredCount).toBe(1);
    expect(resourceOf(plan, "DiscoveryService", "service/worker/discovery-service").name).toBe("worker");
  });

  // proves NPC-7
  it("serves HTTPS from the public subnets, redirects HTTP and logs accesses", () => {
    expect(resourceOf(plan, "LoadBalancer", "platform/load-balancer")).toMatchObject({
      scheme: "internet-facing",
      subnets: [{ ref: "network/public-subnet-a" }, { ref: "network/public-subnet-b" }],
      accessLogs: { bucket: { ref: "platform/access-logs" } },
      settings: { type: "application", dropInvalidHeaderFields: true },
    });
    expect(resourceOf(plan, "Listener", "platform/https-listener")).toMatchObject({
      port: 443,
      tls: { certificate: { ref: "platform/certificate/app-nonprod-example-com" } },
    });
    expect(resourceOf(plan, "Listener", "platform/http-listener").defaultAction).toEqual({
      type: "redirect-to-https",
    });
    expect(
      resourceOf(plan, "SecurityGroup", "platform/load-balancer-security-group").ingress.map(
        (rule) => rule.traffic,
      ),
    ).toEqual([
      { protocol: "tcp", fromPort: 80, toPort: 80 },
      { protocol: "tcp", fromPort: 443, toPort: 443 },
    ]);
  });

  // proves NPC-8
  it("checks its targets as the manifest says", () => {
    expect(resourceOf(plan, "TargetGroup", "service/app/target-group").healthCheck).toEqual({
      http: { path: "/healthz", codes: "200-399" },
      intervalSeconds: 15,
      timeoutSeconds: 5,
      healthyCount: 2,
      unhealthyCount: 3,
    });
  });

  // proves NPC-13
  it("shows a dashboard and mails its alarms and failed deployments", () => {
    expect(resourceOf(plan, "Dashboard", "platform/dashboard").dashboardName).toBe("nonprod");
    const alarms = resourcesOf(plan).filter((resource) => resource.kind === "Alarm");
    expect(alarms.map((alarm) => alarm.alarmName)).toEqual([
      "nonprod-load-balancer-errors",
      "nonprod-worker-cpu-high",
      "nonprod-worker-memory-high",
      "nonprod-worker-running-below-desired",
      "nonprod-app-cpu-high",
      "nonprod-app-memory-high",
      "nonprod-app-running-below-desired",
      "nonprod-app-server-errors",
      "nonprod-app-unhealthy-targets",
    ]);
    for (const alarm of alarms)
      expect(alarm.actions).toEqual([{ ref: "platform/alarms-topic", attribute: "arn" }]);
    expect(resourcesOf(plan).filter((resource) => resource.kind === "SnsSubscription")).toMatchObject([
      { protocol: "email", endpoint: "platform@example.com" },
    ]);
  });

  it("rolls a failed deployment back and encrypts what it stores and sends", () => {
    for (const service of resourcesOf(plan).filter((resource) => resource.kind === "EcsService")) {
      expect(service.circuitBreaker).toEqual({ enable: true, rollback: true });
      expect([service.minimumHealthyPercent, service.maximumPercent]).toEqual([100, 200]);
    }
    for (const policy of resourcesOf(plan).filter((resource) => resource.kind === "BucketPolicy")) {
      expect(policy.statements.map((statement) => statement.sid)).toContain("RequireTls");
    }
  });
});
