import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@cdktn/hcl2json";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { renderTerraform } from "../../src/terraform/index.js";
import { resourceOf, resourcesOf } from "../support/plan-of.js";
import { listSamples, planOfSample, type Sample } from "../support/samples.js";

const sample = listSamples().find((each) => each.name === "iot-fleet") as Sample;
const plan = planOfSample(sample, "dev");
const files = new Map(renderTerraform(plan).map(({ file, text }) => [file, text]));
const compose = parseYaml(
  readFileSync(join(import.meta.dirname, "../../examples/iot-fleet/compose/docker-compose.yml"), "utf8"),
  { merge: true },
) as { services: Record<string, { environment?: Record<string, unknown> }> };

type Blocks = Readonly<
  Record<string, Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>>
>;
const blocksOf = async (file: string): Promise<Blocks> =>
  (await parse(file, files.get(file) ?? "")).resource as Blocks;

/** The fleet's table: port, and CPU units with MiB. */
const table: readonly (readonly [string, number | undefined, number, number])[] = [
  ["ui-iot", 8080, 512, 1024],
  ["provision-api", 8080, 256, 512],
  ["ingest-iot", undefined, 256, 512],
  ["evaluator-iot", 8080, 256, 512],
  ["dispatcher", undefined, 256, 512],
  ["delivery-worker", undefined, 256, 512],
  ["ops-worker", undefined, 256, 512],
  ["subscription-worker", undefined, 256, 512],
  ["webhook-receiver", 8080, 256, 512],
  ["mqtt", 1883, 256, 512],
  ["keycloak", 8080, 1024, 2048],
];

describe("the eleven-service fleet", () => {
  // proves IOT-2
  it.each(table)(
    "runs %s on port %s with %i CPU units and %i MiB",
    async (name, port, cpuUnits, memoryMiB) => {
      const definition = resourceOf(plan, "TaskDefinition", `service/${name}/task-definition`);
      expect(definition).toMatchObject({ cpuUnits, memoryMiB });
      expect(definition.containers[0]?.portMappings[0]?.containerPort).toBe(port);
      const ecs = await blocksOf("ecs.tf");
      const label = name.replaceAll("-", "_");
      expect(ecs["aws_ecs_task_definition"]?.[label]?.[0]).toMatchObject({
        cpu: cpuUnits,
        memory: memoryMiB,
      });
      expect(ecs["aws_ecs_service"]?.[label]).toBeDefined();
      expect(ecs["aws_ecs_cluster"]?.["main"]?.[0]?.["setting"]).toEqual([
        { name: "containerInsights", value: "enabled" },
      ]);
    },
  );

  // proves IOT-1
  it("gives each service an execution role and a task role, and secrets by name alone", async () => {
    const iam = await blocksOf("iam.tf");
    expect(Object.keys(iam["aws_iam_role"] ?? {})).toHaveLength(22);
    const secrets = resourcesOf(plan).filter((resource) => resource.kind === "Secret");
    for (const secret of secrets) expect(secret.name).toMatch(/^iot-dev\//);
    for (const role of resourcesOf(plan).filter((resource) => resource.kind === "IamRole")) {
      for (const statement of role.policies.flatMap((policy) => policy.statements)) {
        if (!statement.actions.includes("secretsmanager:GetSecretValue")) continue;
        expect(statement.resources?.every((arn) => typeof arn === "object" && "ref" in arn)).toBe(true);
      }
    }
  });

  // proves IOT-3
  it("attaches what has a route to the load balancer behind its HTTPS listener, and nothing else", async () => {
    const ecs = await blocksOf("ecs.tf");
    const attached = Object.entries(ecs["aws_ecs_service"] ?? {}).filter(
      ([, [block]]) => block?.["load_balancer"] !== undefined,
    );
    expect(attached.map(([label]) => label).sort()).toEqual([
      "keycloak",
      "provision_api",
      "ui_iot",
      "webhook_receiver",
    ]);
    for (const [label, [block]] of attached) {
      expect(JSON.stringify(block?.["depends_on"])).toContain(`aws_lb_listener_rule.${label}_https`);
    }
  });

  // proves IOT-4
  it("maps every variable of the compose file, each to one place", () => {
    for (const [name] of table) {
      const written = compose.services[name.replaceAll("-", "_")]?.environment ?? {};
      const [container] = resourceOf(plan, "TaskDefinition", `service/${name}/task-definition`).containers;
      const plain = container?.environment.map((each) => each.name) ?? [];
      const secret = container?.secrets.map((each) => each.name) ?? [];
      expect(
        Object.keys(written).filter((key) => !plain.includes(key) && !secret.includes(key)),
        name,
      ).toEqual([]);
      expect(
        plain.filter((key) => secret.includes(key)),
        name,
      ).toEqual([]);
      expect(
        plain.filter((key) => /PASSWORD|SECRET|TOKEN|API_KEY|DATABASE_URL|DSN/.test(key)),
        name,
      ).toEqual([]);
    }
  });

  // proves IOT-5
  it("gives Keycloak its database by host, and its credentials by JSON key", () => {
    const text = files.get("ecs.tf") ?? "";
    expect(text).toMatch(
      /name {2}= "KC_DB_URL"\n\s+value = "jdbc:postgresql:\/\/\$\{data\.aws_ssm_parameter\.\w+\.insecure_value\}\/keycloak"/,
    );
    expect(text).toMatch(/valueFrom = "\$\{aws_secretsmanager_secret\.keycloak_db\.arn\}:username::"/);
    expect(text).toMatch(/valueFrom = "\$\{aws_secretsmanager_secret\.keycloak_db\.arn\}:password::"/);
  });

  // proves IOT-6
  it("puts Mosquitto in public subnets with an address of its own", () => {
    const service = resourceOf(plan, "EcsService", "service/mqtt/service");
    expect(service.network.assignPublicIp).toBe(true);
    expect(service.network.subnets).toEqual([
      { ref: "network/public-subnet-a", attribute: "id" },
      { ref: "network/public-subnet-b", attribute: "id" },
    ]);
    const [container] = resourceOf(plan, "TaskDefinition", "service/mqtt/task-definition").containers;
    expect(container?.portMappings.map((each) => each.containerPort)).toEqual([1883, 8883]);
    expect(service.loadBalancers).toEqual([]);
  });

  // proves IOT-7
  it.each(["alb.tf", "network.tf", "ecr.tf", "secrets.tf", "variables.tf", "outputs.tf", "versions.tf"])(
    "has %s",
    (file) => {
      expect(files.get(file)?.length).toBeGreaterThan(50);
    },
  );

  // proves IOT-9
  it("takes its services from the compose file alone", () => {
    const manifest = parseYaml(sample.text) as {
      compose: string;
      services: Record<string, { image?: unknown }>;
    };
    expect(manifest.compose).toBe("compose/docker-compose.yml");
    expect(Object.values(manifest.services).filter((service) => service.image !== undefined)).toEqual([]);
  });
});
