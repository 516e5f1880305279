import { describe, expect, it } from "vitest";
import type { Resource } from "../../src/plan/resource.js";
import type { ContainerDefinition, TaskDefinition } from "../../src/plan/resources/compute.js";
import type { ApplicationSettings, Listener, LoadBalancer } from "../../src/plan/resources/load-balancing.js";
import { region } from "../../src/plan/value.js";
import { renderTerraform } from "../../src/terraform/index.js";
import { planWith } from "../judges/small-plan.js";
import { moduleWith } from "./module.js";

const container: ContainerDefinition = {
  ...{ name: "api", image: "nginx:1", essential: true, portMappings: [], environment: [], secrets: [] },
  ...{ readonlyRootFilesystem: false, dependsOn: [], mountPoints: [], dockerLabels: [] },
  ...{ stopTimeoutSeconds: 30, initProcess: true },
  logs: { logGroup: "/shop", region, streamPrefix: "api", mode: "non-blocking", maxBufferMiB: 25 },
};
const definition: TaskDefinition = {
  ...{
    id: "service/api/task-definition",
    kind: "TaskDefinition",
    origin: "",
    family: "shop-api",
    cpuUnits: 256,
  },
  ...{
    memoryMiB: 512,
    architecture: "ARM64",
    operatingSystem: "LINUX",
    executionRole: "arn:e",
    taskRole: "arn:t",
    volumes: [],
  },
  containers: [container],
};

/** The lines of `container_definitions`, without their indentation. */
function linesOf(...containers: readonly Partial<ContainerDefinition>[]): readonly string[] {
  const resource = { ...definition, containers: containers.map((each) => ({ ...container, ...each })) };
  const files = renderTerraform(planWith({ name: "one", resources: [resource] }));
  const lines = files.find(({ file }) => file === "ecs.tf")?.text.split("\n") ?? [];
  const start = lines.findIndex((line) => line.includes("container_definitions"));
  return lines.slice(start).map((line) => line.trim().replace(/ +=/, " ="));
}

describe("a container", () => {
  it("has what it needs and nothing that is empty", () => {
    expect(linesOf({}).slice(0, 18)).toEqual([
      ...["container_definitions = jsonencode([{", 'name = "api"', 'image = "nginx:1"', "essential = true"],
      ...["stopTimeout = 30", "linuxParameters = { initProcessEnabled = true }", "logConfiguration = {"],
      ...['logDriver = "awslogs"', "options = {", 'awslogs-group = "/shop"', "awslogs-region = local.region"],
      ...['awslogs-stream-prefix = "api"', 'mode = "non-blocking"', 'max-buffer-size = "25m"'],
      ...["}", "}", "}])", ""],
    ]);
  });

  it("says how its process runs, and after which others", () => {
    expect(
      linesOf({
        ...{ entryPoint: ["/init"], command: ["a", "${b}"], user: "1000", workingDirectory: "/srv" },
        ...{ readonlyRootFilesystem: true, openFiles: { soft: 1, hard: 2 } },
        dockerLabels: [{ name: "team.name", value: "shop" }],
        dependsOn: [{ container: "otel", condition: "HEALTHY" }],
        mountPoints: [{ volume: "data", containerPath: "/data", readOnly: true }],
        portMappings: [{ name: "http", containerPort: 80, protocol: "tcp" }],
        environment: [{ name: "A", value: "%{if}" }],
        secrets: [{ name: "S", valueFrom: "arn:s" }],
        healthCheck: {
          command: ["CMD", "x"],
          intervalSeconds: 1,
          timeoutSeconds: 2,
          retries: 3,
          startPeriodSeconds: 4,
        },
      }).slice(4, 23),
    ).toEqual([
      ...['entryPoint = ["/init"]', 'command = ["a", "$${b}"]', 'user = "1000"', 'workingDirectory = "/srv"'],
      ...["readonlyRootFilesystem = true", 'ulimits = [{ name = "nofile", softLimit = 1, hardLimit = 2 }]'],
      'dockerLabels = { "team.name" = "shop" }',
      'dependsOn = [{ containerName = "otel", condition = "HEALTHY" }]',
      'mountPoints = [{ sourceVolume = "data", containerPath = "/data", readOnly = true }]',
      'portMappings = [{ name = "http", containerPort = 80, protocol = "tcp" }]',
      'environment = [{ name = "A", value = "%%{if}" }]',
      'secrets = [{ name = "S", valueFrom = "arn:s" }]',
      ...[
        "healthCheck = {",
        'command = ["CMD", "x"]',
        "interval = 1",
        "timeout = 2",
        "retries = 3",
        "startPeriod = 4",
        "}",
      ],
    ]);
  });

  it("stands in a list with others, and has no buffer where its logs block", () => {
    const lines = linesOf({ logs: { ...container.logs, mode: "blocking" } }, { name: "otel" });
    expect(lines[0]).toBe("container_definitions = jsonencode([");
    expect(lines.filter((line) => line.startsWith("max-buffer-size"))).toHaveLength(1);
  });

  it("mounts file systems over TLS with the task role, and scratch", async () => {
    const volumes = [
      { name: "data", efs: { fileSystem: "fs-1", accessPoint: "fsap-1", iam: true } },
      { name: "tmp" },
    ];
    const { resources } = await moduleWith({ ...definition, volumes, ephemeralStorageGiB: 40 });
    expect(resources["aws_ecs_task_definition.api"]).toMatchObject({
      ephemeral_storage: [{ size_in_gib: 40 }],
      volume: [
        {
          name: "data",
          efs_volume_configuration: [
            {
              ...{ file_system_id: "fs-1", transit_encryption: "ENABLED" },
              authorization_config: [{ access_point_id: "fsap-1", iam: "ENABLED" }],
            },
          ],
        },
        { name: "tmp" },
      ],
    });
  });
});

describe("load balancing", () => {
  const common = { origin: "", deregistrationDelaySeconds: 30, vpc: "vpc-1" } as const;
  const counts = { intervalSeconds: 10, timeoutSeconds: 5, healthyCount: 2, unhealthyCount: 3 };
  const web: Resource = {
    ...{
      ...common,
      id: "service/api/target-group",
      kind: "TargetGroup",
      name: "shop-api",
      protocol: "HTTP",
      port: 80,
    },
    healthCheck: { ...counts, http: { path: "/healthz", codes: "200-299" } },
  };
  const udp: Resource = {
    ...{
      ...common,
      id: "service/coap/target-group-5683-udp",
      kind: "TargetGroup",
      name: "shop-coap",
      protocol: "UDP",
    },
    ...{ port: 5683, healthCheck: { ...counts, port: 1883 } },
  };

  it("checks health over HTTP, or by a connection to another port", async () => {
    const { resources, text } = await moduleWith(web, udp);
    expect(resources["aws_lb_target_group.api"]).toMatchObject({
      ...{ target_type: "ip", protocol: "HTTP", protocol_version: "HTTP1" },
      health_check: [{ protocol: "HTTP", path: "/healthz", matcher: "200-299", interval: 10 }],
    });
    const group = resources["aws_lb_target_group.coap_5683_udp"];
    expect(group).not.toHaveProperty("protocol_version");
    expect(group?.["health_check"]).toEqual([
      {
        ...{ protocol: "TCP", port: 1883, interval: 10, timeout: 5 },
        healthy_threshold: 2,
        unhealthy_threshold: 3,
      },
    ]);
    expect(text).toContain(
      "  # Only a default: ECS registers each task with its container's own port.\n  port = 80\n",
    );
  });

  it("keeps a balancer of a network apart from the one that services share", () => {
    const balancer: Omit<LoadBalancer, "settings"> = {
      ...{ id: "a/b", kind: "LoadBalancer", origin: "", name: "a", scheme: "internal", subnets: [] },
      ...{ securityGroups: [], deletionProtection: false },
    };
    const listener: Omit<Listener, "protocol"> = {
      ...{ id: "a/b", kind: "Listener", origin: "", loadBalancer: "arn", port: 1 },
      defaultAction: { type: "redirect-to-https" },
    };
    const filesWith = (...resources: readonly Resource[]): readonly string[] =>
      renderTerraform(planWith({ name: "one", resources }))
        .map(({ file }) => file)
        .filter((file) => !["locals.tf", "variables.tf", "versions.tf"].includes(file));
    const settings: ApplicationSettings = {
      ...{ type: "application", idleTimeoutSeconds: 60, dropInvalidHeaderFields: true },
      desyncMitigationMode: "strictest",
    };
    expect(filesWith({ ...balancer, settings })).toEqual(["alb.tf"]);
    expect(filesWith({ ...balancer, settings: { type: "network", crossZone: true } })).toEqual(["nlb.tf"]);
    expect(filesWith(web)).toEqual(["alb.tf"]);
    expect(filesWith(udp)).toEqual(["nlb.tf"]);
    for (const protocol of ["HTTP", "HTTPS", "TCP", "UDP", "TLS"] as const) {
      const file = protocol.startsWith("HTTP") ? "alb.tf" : "nlb.tf";
      expect(filesWith({ ...listener, protocol }), protocol).toEqual([file]);
    }
  });

  it("answers, sends on and forwards", async () => {
    const listener = { kind: "Listener", origin: "", loadBalancer: "arn:lb", protocol: "HTTP" } as const;
    const body = {
      type: "fixed-response",
      statusCode: 404,
      contentType: "text/plain",
      body: "no ${x}",
    } as const;
    const { resources } = await moduleWith(
      web,
      { ...listener, id: "platform/a-listener", port: 80, defaultAction: body },
      { ...listener, id: "platform/b-listener", port: 81, defaultAction: { type: "redirect-to-https" } },
      {
        ...{ id: "service/api/https-rule", kind: "ListenerRule", origin: "", listener: "arn:l", priority: 7 },
        ...{ hosts: ["a.example.com"], paths: ["/a", "/b/*"] },
        action: { type: "forward", targetGroup: { ref: web.id, attribute: "arn" } },
      },
    );
    expect(resources["aws_lb_listener.a"]?.["default_action"]).toEqual([
      {
        type: "fixed-response",
        fixed_response: [{ status_code: "404", content_type: "text/plain", message_body: "no $${x}" }],
      },
    ]);
    expect(resources["aws_lb_listener.b"]?.["default_action"]).toEqual([
      { type: "redirect", redirect: [{ protocol: "HTTPS", port: "443", status_code: "HTTP_301" }] },
    ]);
    expect(resources["aws_lb_listener_rule.api_https"]).toEqual({
      ...{ listener_arn: "arn:l", priority: 7 },
      condition: [
        { host_header: [{ values: ["a.example.com"] }] },
        { path_pattern: [{ values: ["/a", "/b/*"] }] },
      ],
      action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.api.arn}" }],
    });
  });
});
