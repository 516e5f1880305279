import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderCloudFormation } from "../../src/cloudformation/index.js";
import { renderTerraform } from "../../src/terraform/index.js";
import { planOf, resourceOf, resourcesOf, tryPlan } from "../support/plan-of.js";

const shared = `
application: shop
region: eu-west-1
services:
  api:
    image: { build: { context: services/api, dockerfile: Dockerfile, target: run, args: { NODE: 24.10, A: x }, cacheFrom: [type=gha] } }
    size: { cpu: 512, memory: 1024, architecture: arm64 }
    containers:
      prepare: { image: { from: api }, essential: false }
      otel: { image: { build: otel } }
  worker: { image: { from: api } }
jobs:
  nightly: { image: { from: worker }, size: { cpu: 512, architecture: arm64 } }
`;

describe("an image that several share", () => {
  const plan = planOf(shared);
  const image = { join: [{ ref: "registry/api", attribute: "uri" }, ":", { parameter: "ApiImageTag" }] };
  const imagesOf = (id: string): readonly unknown[] =>
    resourceOf(plan, "TaskDefinition", id).containers.map((each) => each.image);

  it("has one repository, and one parameter in each stack that runs it", () => {
    const repositories = resourcesOf(plan).filter((each) => each.kind === "EcrRepository");
    expect(repositories.map((each) => [each.id, each.repositoryName])).toEqual([
      ["registry/api", "shop/api"],
      ["registry/api/otel", "shop/api/otel"],
    ]);
    expect(imagesOf("service/worker/task-definition")).toEqual([image]);
    expect(imagesOf("job/nightly/task-definition")).toEqual([image]);
    expect(imagesOf("service/api/task-definition")).toEqual([image, expect.anything(), image]);
    const parameters = plan.stacks.map(({ area, parameters: all }) => [area, all.map(({ name }) => name)]);
    expect(Object.fromEntries(parameters)).toMatchObject({
      "service-api": ["ApiImageTag", "ApiOtelImageTag"],
      "service-worker": ["ApiImageTag"],
      "job-nightly": ["ApiImageTag"],
    });
  });

  it("is a parameter once in a single stack, too", () => {
    const [stack] = planOf(`${shared}stacks: single\n`).stacks;
    expect(stack?.parameters.map(({ name }) => name)).toEqual(["ApiImageTag", "ApiOtelImageTag"]);
  });

  it("may be pulled by the execution role of each", () => {
    for (const id of ["service/worker/execution-role", "job/nightly/execution-role"]) {
      const [policy] = resourceOf(plan, "IamRole", id).policies;
      const pull = policy?.statements.find((each) => each.sid === "PullImage");
      expect(pull?.resources).toEqual([{ ref: "registry/api", attribute: "arn" }]);
    }
  });

  it("is listed once with how it is built, for every processor that runs it", () => {
    expect(plan.images).toEqual([
      {
        parameter: "ApiImageTag",
        repository: { ref: "registry/api", attribute: "uri" },
        repositoryName: "shop/api",
        build: {
          context: "services/api",
          dockerfile: "Dockerfile",
          target: "run",
          args: [
            { name: "A", value: "x" },
            { name: "NODE", value: "24.10" },
          ],
          cacheFrom: ["type=gha"],
          platforms: ["linux/amd64", "linux/arm64"],
        },
        containers: [
          { workload: "api", container: "api" },
          { workload: "api", container: "prepare" },
          { workload: "worker", container: "worker" },
          { workload: "nightly", container: "nightly" },
        ],
        origin: "services.api.image",
      },
      expect.objectContaining({
        parameter: "ApiOtelImageTag",
        repositoryName: "shop/api/otel",
        containers: [{ workload: "api", container: "otel" }],
      }),
    ]);
  });

  it("is released without a change of any template: a parameter alone says its tag", () => {
    const templates = renderCloudFormation(plan).filter(({ area }) => /^(?:service|job)-/.test(area));
    expect(templates.map(({ area }) => area)).toEqual(["job-nightly", "service-api", "service-worker"]);
    for (const { template } of templates) {
      expect(template.Parameters?.["ApiImageTag"]).toEqual({
        Type: "String",
        Description: expect.any(String),
      });
      expect(JSON.stringify(template.Resources)).toMatch(/\$\{ApiImageTag\}|"Ref":"ApiImageTag"/);
    }
  });
});

describe("an image of a private registry", () => {
  const image = (credentials: string): string =>
    `{ repository: docker.io/team/api, digest: "sha256:${"a".repeat(64)}", credentials: ${credentials} }`;
  const text = `
application: shop
services:
  api: { image: ${image("secret:hub")} }
  own: { image: ${image("secret:own")} }
resources: { own: { type: secret } }
`;
  const plan = planOf(text);

  it("is pulled with the secret, which the execution role reads", () => {
    const [container] = resourceOf(plan, "TaskDefinition", "service/api/task-definition").containers;
    expect(container).toMatchObject({
      image: { join: ["docker.io/team/api@", { parameter: "ApiImageDigest" }] },
      repositoryCredentials: "hub",
    });
    const [policy] = resourceOf(plan, "IamRole", "service/api/execution-role").policies;
    expect(policy?.statements.map(({ sid }) => sid)).toEqual(["WriteLogs", "ReadSecrets"]);
    expect(JSON.stringify(policy)).toContain("secret:hub-??????");
  });

  it("takes the ARN of a secret that is made here", () => {
    const [container] = resourceOf(plan, "TaskDefinition", "service/own/task-definition").containers;
    expect(container?.repositoryCredentials).toEqual({ ref: "data/own", attribute: "arn" });
  });
});

describe("an image that a pipeline releases", () => {
  const text = `
application: shop
region: eu-west-1
services:
  api: { image: { build: ., releasedBy: outside }, environment: { LEVEL: info } }
  other: { image: { build: other } }
`;
  const plan = planOf(text);
  const files = new Map(renderTerraform(plan).map(({ file, text: body }) => [file, body]));

  it("is kept by Terraform, which reads it from the last task definition unless it is given one", () => {
    expect(files.get("variables.tf")).toMatch(/variable "api_image_tag" \{[^}]*default {5}= null/);
    expect(files.get("variables.tf")).toMatch(/variable "other_image_tag" \{[^}]*string\n\}/);
    expect(files.get("data.tf")).toContain(`data "aws_ecs_container_definition" "api" {
  count = var.api_image_tag == null ? 1 : 0

  task_definition = "\${local.name_prefix}-api"
  container_name  = "api"
}`);
    const tasks = files.get("ecs.tf") ?? "";
    expect(tasks.replace(/ +/g, " ")).toContain(
      "image = var.api_image_tag == null ? one(data.aws_ecs_container_definition.api[*].image) : ",
    );
    expect(tasks.match(/track_latest = true/g)).toHaveLength(1);
  });

  it("hides no other change: nothing of it is ignored", () => {
    expect(files.get("ecs.tf")).not.toMatch(
      /ignore_changes\s*=\s*\[[^\]]*(?:task_definition|container_definitions)/,
    );
    expect(files.get("ecs.tf")?.replace(/ +/g, " ")).toContain(
      "task_definition = aws_ecs_task_definition.api.arn",
    );
  });

  it("stays a parameter of the stack, which CloudFormation keeps when it is left out", () => {
    const stack = plan.stacks.find(({ area }) => area === "service-api");
    expect(stack?.parameters).toEqual([expect.objectContaining({ name: "ApiImageTag", keepsRunning: true })]);
  });
});

const manifest = (services: string): string => `application: shop\nservices:\n${services}`;

describe("bad images", () => {
  it.each([
    [
      "in a circle, which is told once with all of it",
      "  a: { image: { from: c } }\n  b: { image: { from: a } }\n  c: { image: { from: b } }\n  d: { image: { from: a } }\n",
      [["image-cycle", "services.a.image.from", /a -> c -> b -> a/, /an image of its own/]],
    ],
    [
      "of itself",
      "  a: { image: { from: a } }\n",
      [["image-cycle", "services.a.image.from", /a -> a/, /an image of its own/]],
    ],
    [
      "of nobody",
      "  api: { image: nginx }\n  worker: { image: { from: apy } }\n",
      [["unknown-service", "services.worker.image.from", /"apy", which is neither/, /did you mean "api"/]],
    ],
    [
      "of nobody, told where it is written and not where it is shared",
      "  api: { image: { from: x } }\n  worker: { image: { from: api } }\n",
      [["unknown-service", "services.api.image.from", /"x"/, /there are worker/]],
    ],
    [
      "for another processor",
      `  api:\n    image: nginx\n    size: { architecture: arm64 }\n    containers: { otel: { image: { repository: a/otel, digest: "sha256:${"b".repeat(64)}", architecture: x86_64 } } }\n`,
      [
        [
          "container-conflict",
          "services.api.containers.otel.image.architecture",
          /runs on x86_64 alone, and the tasks of services.api are arm64/,
          /x86_64/,
        ],
      ],
    ],
    [
      "of a sidecar and of a service with one name for both parameters",
      "  api: { image: nginx, containers: { otel: { image: a } } }\n  api-otel: { image: b }\n",
      [["name-collision", "services.api.containers.otel.image", /a parameter called ApiOtelImage/, /rename/]],
    ],
    [
      "of a sidecar that ECR cannot name",
      "  api: { image: nginx, containers: { otel_: { image: { build: . } } } }\n",
      [["invalid-key", "services.api.containers.otel_.image", /no repository called api\/otel_/, /rename/]],
    ],
  ])("%s", (_, services, expected) => {
    const { plan, diagnostics } = tryPlan(manifest(services));
    expect(plan).toBeUndefined();
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual(
      expected.map(([code, path]) => [code, path]),
    );
    expected.forEach(([, , message, hint], index) => {
      expect(diagnostics[index]?.message).toMatch(message as RegExp);
      expect(diagnostics[index]?.hint).toMatch(hint as RegExp);
      expect(diagnostics[index]?.span?.start.line).toBeGreaterThan(2);
    });
  });
});

describe("docs", () => {
  it.each(["images", "containers"])("%s.md shows manifests that hold", (name) => {
    const text = readFileSync(join(import.meta.dirname, `../../docs/${name}.md`), "utf8");
    const examples = [...text.matchAll(/```yaml\n(application: [\s\S]*?)```/g)].map(([, yaml = ""]) => yaml);
    expect(examples.length).toBeGreaterThan(0);
    for (const yaml of examples) expect(tryPlan(yaml).diagnostics).toEqual([]);
  });
});
