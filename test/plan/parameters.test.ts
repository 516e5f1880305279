import { describe, expect, it } from "vitest";
import { renderCloudFormation } from "../../src/cloudformation/index.js";
import type { Plan, Resource } from "../../src/plan/index.js";
import { renderTerraform } from "../../src/terraform/index.js";
import { planOf, resourceOf, tryPlan } from "../support/plan-of.js";

const declared = [
  "VPC_ID",
  "Subnet",
  "Cluster",
  "Namespace",
  "Listener",
  "Group",
  "Dns",
  "Repository",
  "Bucket",
  "Proxy",
  "Disk",
  "Role",
];
const parameter = (name: string): string => `\${parameters.${name}}`;
const text = `application: shop
region: eu-west-1
stacks: single
parameters: { ${declared.map((name) => `${name}: `).join(", ")}, Unused: , Level: info }
variables: { VPC: "${parameter("VPC_ID")}", HOST: "db.${parameter("Level")}.internal" }
network: { import: { vpc: "\${variables.VPC}", privateSubnets: ["${parameter("Subnet")}", subnet-0aaaaaaaaaaaaaaa1] } }
cluster: { import: { cluster: "${parameter("Cluster")}", namespace: { id: "${parameter("Namespace")}", name: shop.internal } } }
ingress: { import: { listener: "${parameter("Listener")}", securityGroup: "${parameter("Group")}", dnsName: "${parameter("Dns")}" } }
resources:
  Files: { type: s3, import: "${parameter("Bucket")}" }
  Disk: { type: efs, import: { fileSystem: "${parameter("Disk")}", securityGroup: "${parameter("Group")}" } }
services:
  api:
    image: { repository: "${parameter("Repository")}", tag: "1" }
    port: 8080
    route: /*
    access: { Files: read }
    egress: [{ securityGroup: "${parameter("Proxy")}", port: 3128 }]
    environment: { HOST: "\${variables.HOST}:5432" }
    volumes: { data: { efs: Disk, path: /data } }
  worker: { image: nginx, taskRole: "${parameter("Role")}" }
`;

describe("what another owner keeps", () => {
  const plan = planOf(text);
  const resource = (id: string): unknown =>
    plan.stacks[0]?.resources.find((each: Resource) => each.id === id);

  it("may be given when the application is deployed", () => {
    const service = resourceOf(plan, "EcsService", "service/api/service");
    expect(service.cluster).toEqual({ parameter: "Cluster" });
    expect(service.network.subnets).toEqual([{ parameter: "Subnet" }, "subnet-0aaaaaaaaaaaaaaa1"]);
    expect(resource("service/api/security-group")).toMatchObject({
      vpc: { parameter: "VpcId" },
      ingress: [{ peer: { securityGroup: { parameter: "Group" } } }],
      egress: [
        { peer: { securityGroup: { parameter: "Proxy" } } },
        { peer: { securityGroup: { parameter: "Group" } } },
      ],
    });
    expect(resource("service/api/shared-rule")).toMatchObject({ listener: { parameter: "Listener" } });
    const { containers } = resourceOf(plan, "TaskDefinition", "service/api/task-definition");
    expect(containers[0]?.image).toEqual({
      join: [{ parameter: "Repository" }, ":", { parameter: "ApiImageTag" }],
    });
    expect(containers[0]?.environment).toEqual([
      { name: "HOST", value: { join: ["db.", { parameter: "Level" }, ".internal:5432"] } },
    ]);
  });

  it("is declared where it is used, in resources or in outputs, and once", () => {
    const names = plan.stacks[0]?.parameters.map(({ name }) => name);
    const used = [
      "VpcId",
      ...declared.slice(1).filter((name) => name !== "Namespace"),
      "Level",
      "ApiImageTag",
      "WorkerImage",
    ];
    expect(names).toEqual([...used].sort());
  });

  it("is a parameter of CloudFormation", () => {
    const [rendered] = renderCloudFormation(plan);
    expect(rendered?.template.Parameters?.["VpcId"]).toEqual({
      Type: "String",
      Description: "VPC_ID of the manifest",
    });
    expect(rendered?.template.Resources["ServiceApiSecurityGroup"]?.Properties?.["VpcId"]).toEqual({
      Ref: "VpcId",
    });
    expect(rendered?.template.Outputs?.["ApiUrl"]?.Value).toEqual({ "Fn::Sub": "https://${Dns}" });
  });

  it("is a variable of Terraform", () => {
    const files = new Map(renderTerraform(plan).map(({ file, text }) => [file, text]));
    const all = [...files.values()].join("\n");
    expect(files.get("variables.tf")).toContain(
      'variable "vpc_id" {\n  description = "VPC_ID of the manifest"\n  type        = string\n}',
    );
    expect(all).toMatch(/subnets += \[var\.subnet, "subnet-0aaaaaaaaaaaaaaa1"\]/);
    expect(all).toMatch(/listener_arn += var\.listener\n/);
  });
});

describe("a role of the code", () => {
  const withRole = (service: string): Plan =>
    planOf(`application: shop\nservices:\n  api: { image: nginx, ${service} }\n`);

  it("may be one that exists", () => {
    const plan = withRole("exec: false, taskRole: 'ssm:/roles/api'");
    const ids = plan.stacks.flatMap(({ resources }) => resources.map(({ id }) => id));
    expect(ids).not.toContain("service/api/task-role");
    const role = { import: { ssm: "/roles/api" } };
    expect(resourceOf(plan, "TaskDefinition", "service/api/task-definition").taskRole).toEqual(role);
    const outputs = plan.stacks.flatMap((stack) => stack.outputs);
    expect(outputs.find(({ name }) => name === "ApiTaskRoleArn")?.value).toEqual(role);
  });

  it.each([
    ["exec: false", []],
    ["exec: true", ["ssmmessages:OpenDataChannel"]],
    ["exec: false, access: { parameters: [/shop/*] }", ["ssm:GetParametersByPath"]],
  ])("must be let do by its owner what is needed: %s", (service, actions) => {
    const role = "arn:aws:iam::111111111111:role/teams/api";
    const { diagnostics } = tryPlan(
      `application: shop\nservices:\n  api: { image: nginx, taskRole: ${role}, ${service} }\n`,
    );
    const warnings = diagnostics.filter(({ code }) => code === "grant-ignored");
    expect(warnings).toHaveLength(actions.length === 0 ? 0 : 1);
    for (const action of actions) expect(warnings[0]?.reason).toContain(action);
    expect(warnings.map(({ span }) => span?.start.line)).toEqual(warnings.map(() => 3));
  });

  it("is no name", () => {
    const { diagnostics } = tryPlan("application: shop\nservices:\n  api: { image: nginx, taskRole: api }\n");
    expect(diagnostics).toMatchObject([{ code: "import-not-a-reference", path: "services.api.taskRole" }]);
  });
});

describe("a parameter that stands elsewhere", () => {
  const faults = (top: string, service = "image: nginx"): readonly object[] =>
    tryPlan(
      `application: shop\nparameters: { Vpc: , Level: info }\n${top}\nservices:\n  api: { ${service} }\n`,
    ).diagnostics.map(({ code, path, hint }) => ({ code, path, hint }));

  it.each<[top: string, service: string | undefined, path: string]>([
    [`network: { import: { vpc: "vpc-${parameter("Vpc")}" } }`, undefined, "network.import.vpc"],
    [
      `network: { import: { vpc: vpc-0123456789abcdef0, privateSubnets: "${parameter("Vpc")}" } }`,
      undefined,
      "network.import.privateSubnets",
    ],
    [`network: { import: { vpc: "\${accountId}" } }`, undefined, "network.import.vpc"],
    [`network: { cidr: "${parameter("Vpc")}" }`, undefined, "network.cidr"],
    [`naming: { prefix: "${parameter("Vpc")}" }`, undefined, "naming.prefix"],
    [`region: "${parameter("Vpc")}"`, undefined, "region"],
    [`tags: { a: "${parameter("Vpc")}" }`, undefined, "tags.a"],
    ['variables: { A: "${accountId}" }', undefined, "variables.A"],
    ["", `image: "${parameter("Vpc")}"`, "services.api.image"],
    ["", `image: nginx, route: "${parameter("Vpc")}"`, "services.api.route"],
    ["", `image: nginx, size: "${parameter("Vpc")}"`, "services.api.size"],
    ["", `image: nginx, connects: ["${parameter("Vpc")}"]`, "services.api.connects[0]"],
  ])("is refused: %s %s", (top, service, path) => {
    const found = faults(top, service);
    expect(found).toEqual([
      { code: "unknown-reference", path, hint: expect.stringContaining("a parameter also where the id") },
    ]);
  });

  it("is suggested where its name is not known", () => {
    const [fault] = faults(`network: { import: { vpc: "${parameter("Vcp")}" } }`);
    expect(fault).toMatchObject({
      code: "unknown-reference",
      path: "network.import.vpc",
      hint: 'did you mean "Vpc"?',
    });
  });

  it("may be what a variable stands for, where a parameter may stand", () => {
    const [fault, ...others] = faults(
      `variables: { V: "${parameter("Vpc")}" }\nnaming: { prefix: "\${variables.V}" }`,
    );
    expect([fault, others]).toMatchObject([{ path: "naming.prefix" }, []]);
  });
});
