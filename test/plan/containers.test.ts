import { describe, expect, it } from "vitest";
import { planOf, resourceOf, resourcesOf, tryPlan } from "../support/plan-of.js";

const text = `
application: shop
parameters: { DOMAIN_NAME: { description: "Where users come in" }, LEVEL: info }
services:
  api:
    image: nginx
    port: 80
    user: "1000"
    workingDirectory: /app
    entrypoint: [/bin/tini, --]
    command: [serve, "--host=\${parameters.DOMAIN_NAME}"]
    stopTimeout: 60s
    labels: { team: shop }
    ulimits: { nofile: 100000 }
    environment: { URL: "https://\${parameters.DOMAIN_NAME}/x" }
    secrets: { DATABASE_URL: secret:db-url, PASSWORD: "secret:db-url#password" }
    dependsOn: { otel: start }
    volumes: { data: { efs: Shared, path: /data }, tmp: /tmp }
    containers:
      otel:
        image: otel:1
        essential: false
        port: 4317
        environment: { LEVEL: "\${parameters.LEVEL}" }
        secrets: { TOKEN: ssm:/shop/token }
        volumes: { data: { path: /shared, readOnly: true } }
resources:
  Shared: { type: efs }
  db-url: { type: secret }
`;

describe("containers of a task", () => {
  const plan = planOf(text);
  const definition = resourceOf(plan, "TaskDefinition", "service/api/task-definition");
  const [api, otel] = definition.containers;

  it("carry what the manifest says of their process", () => {
    expect(api).toMatchObject({
      name: "api",
      essential: true,
      user: "1000",
      workingDirectory: "/app",
      entryPoint: ["/bin/tini", "--"],
      command: ["serve", { join: ["--host=", { parameter: "DomainName" }] }],
      stopTimeoutSeconds: 60,
      dockerLabels: [{ name: "team", value: "shop" }],
      openFiles: { soft: 100_000, hard: 100_000 },
      dependsOn: [{ container: "otel", condition: "START" }],
    });
    expect(otel).toMatchObject({ name: "otel", essential: false, portMappings: [{ containerPort: 4317 }] });
  });

  it("each have an image parameter, and share the parameters of the manifest", () => {
    const stack = plan.stacks.find((each) => each.area === "service-api");
    expect(stack?.parameters.map(({ name, default: value }) => [name, value])).toEqual([
      ["ApiImage", "nginx"],
      ["ApiOtelImage", "otel:1"],
      ["DomainName", undefined],
      ["Level", "info"],
    ]);
  });

  it("mount an EFS folder of the service's own over TLS, as one user", () => {
    expect(definition.volumes).toEqual([
      {
        name: "data",
        efs: {
          fileSystem: { ref: "data/Shared", attribute: "id" },
          accessPoint: { ref: "service/api/access-point-data", attribute: "id" },
          iam: true,
        },
      },
      { name: "tmp" },
    ]);
    expect(api?.mountPoints).toEqual([
      { volume: "data", containerPath: "/data", readOnly: false },
      { volume: "tmp", containerPath: "/tmp", readOnly: false },
    ]);
    expect(otel?.mountPoints).toEqual([{ volume: "data", containerPath: "/shared", readOnly: true }]);
    expect(resourceOf(plan, "AccessPoint", "service/api/access-point-data").path).toBe("/api/data");
    const [policy] = resourceOf(plan, "IamRole", "service/api/task-role").policies;
    expect(policy?.statements).toContainEqual(
      expect.objectContaining({
        actions: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
        resources: [{ ref: "data/Shared", attribute: "arn" }],
      }),
    );
    const targets = resourcesOf(plan).filter((each) => each.kind === "MountTarget");
    expect(targets.map((each) => each.subnet)).toEqual([
      { ref: "network/private-subnet-a", attribute: "id" },
      { ref: "network/private-subnet-b", attribute: "id" },
    ]);
    expect(
      resourceOf(plan, "SecurityGroupRule", "service/api/connects-Shared-ingress").traffic,
    ).toMatchObject({ fromPort: 2049 });
  });

  it("read secrets that are made here, with no value in the plan", () => {
    expect(resourceOf(plan, "Secret", "data/db-url").name).toBe("shop/db-url");
    expect(api?.secrets).toEqual([
      { name: "DATABASE_URL", valueFrom: { ref: "data/db-url", attribute: "arn" } },
      { name: "PASSWORD", valueFrom: { join: [{ ref: "data/db-url", attribute: "arn" }, ":password::"] } },
    ]);
    const [policy] = resourceOf(plan, "IamRole", "service/api/execution-role").policies;
    const read = policy?.statements.find((each) => each.sid === "ReadSecrets");
    expect(read?.resources).toEqual([{ ref: "data/db-url", attribute: "arn" }]);
    expect(policy?.statements.map((each) => each.sid)).toContain("ReadParameters");
  });

  it.each([
    [
      "an unknown container",
      "dependsOn: { otle: start }, containers: { otel: { image: x } }",
      /no container of services\.api/,
      /did you mean "otel"/,
    ],
    [
      "health without a check",
      "dependsOn: { otel: healthy }, containers: { otel: { image: x } }",
      /has no health check/,
      /health command/,
    ],
    [
      "the end of an essential container",
      "dependsOn: { otel: success }, containers: { otel: { image: x } }",
      /the task ends with it/,
      /essential: false/,
    ],
    [
      "each other",
      "dependsOn: { a: start }, containers: { a: { image: x, dependsOn: { b: start } }, b: { image: x, dependsOn: { a: start } } }",
      /a, b wait for each other/,
      /circle/,
    ],
  ])("are refused when they wait for %s", (_, rest, message, hint) => {
    const { diagnostics } = tryPlan(`application: shop\nservices:\n  api: { image: nginx, ${rest} }\n`);
    expect(diagnostics).toMatchObject([{ code: "dependency-invalid", span: { start: { line: 3 } } }]);
    expect(diagnostics[0]?.message).toMatch(message);
    expect(diagnostics[0]?.hint).toMatch(hint);
  });

  it("are refused with a volume on no file system, and with a shell in a read-only one", () => {
    const one = tryPlan(
      "application: shop\nservices:\n  api: { image: nginx, volumes: { data: { efs: Sharde, path: /d } } }\nresources: { Shared: { type: efs } }\n",
    );
    expect(one.diagnostics).toMatchObject([{ code: "unknown-service", hint: 'did you mean "Shared"?' }]);
    const two = tryPlan(
      "application: shop\nservices:\n  api: { image: nginx, readOnly: true, exec: true }\n",
    );
    expect(two.diagnostics).toMatchObject([{ code: "kind-conflict", path: "services.api.readOnly" }]);
  });
});
