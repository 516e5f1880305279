import { describe, expect, it } from "vitest";
import type { Stack } from "../../src/plan/plan.js";
import type { Resource } from "../../src/plan/resource.js";
import { accountId, join, partition, region, type Value } from "../../src/plan/value.js";
import { renderTerraform, TerraformRenderError } from "../../src/terraform/index.js";
import { everyKindPlan } from "../judges/every-kind/plan.js";
import { planWith } from "../judges/small-plan.js";
import { moduleOf } from "./module.js";

const origin = "";
const topic: Resource = {
  id: "platform/alarms-topic",
  kind: "SnsTopic",
  origin,
  topicName: "shop-dev-alarms",
};

function dev(...stacks: readonly (Partial<Stack> & { readonly name: string })[]) {
  return { ...planWith(...stacks), environment: "dev", region: "eu-west-1", prefix: "shop-dev" };
}

/** The value of an output that holds it. */
async function read(value: Value<string>, stack: Partial<Stack> = {}): Promise<unknown> {
  const outputs = [{ name: "Read", description: "", value, origin }];
  return (await moduleOf(dev({ name: "one", ...stack, outputs }))).outputs["read"]?.["value"];
}

describe("a module", () => {
  it("has the files that people expect, those with nothing in them left out", async () => {
    expect((await moduleOf(everyKindPlan)).files).toEqual(
      [
        ...[
          "alarms",
          "alb",
          "dashboard",
          "data",
          "databases",
          "dns",
          "dynamodb",
          "ecr",
          "ecs",
          "efs",
          "exports",
          "iam",
          "jobs",
          "kms",
          "locals",
          "logs",
          "messaging",
        ],
        ...[
          "network",
          "nlb",
          "outputs",
          "s3",
          "scaling",
          "secrets",
          "security_groups",
          "variables",
          "versions",
        ],
      ].map((name) => `${name}.tf`),
    );
    const { files } = await moduleOf(planWith({ name: "one" }));
    expect(files).toEqual(["locals.tf", "variables.tf", "versions.tf"]);
  });

  it("is the same for the same plan", () => {
    const copy = JSON.parse(JSON.stringify(everyKindPlan)) as typeof everyKindPlan;
    expect(renderTerraform(copy)).toEqual(renderTerraform(everyKindPlan));
  });

  it("takes the region, the environment and the parameters of all stacks as variables", async () => {
    const parameter = { name: "ApiImageTag", description: "Tag of api", origin };
    const web = { name: "WebImage", description: "Image of web", default: "nginx:1", origin };
    const { variables } = await moduleOf(
      dev({ name: "one", parameters: [web, parameter] }, { name: "two", parameters: [parameter] }),
    );
    expect(variables).toEqual({
      aws_region: { description: "Region of AWS", type: "${string}", default: "eu-west-1" },
      environment: {
        description: "Part of every name. The sizes and counts of this module are those of dev.",
        ...{ type: "${string}", default: "dev" },
      },
      api_image_tag: { description: "Tag of api", type: "${string}" },
      web_image: { description: "Image of web", type: "${string}", default: "nginx:1" },
    });
  });

  it("has no default region when the plan has no region", async () => {
    const { variables } = await moduleOf(planWith({ name: "one" }));
    expect(variables).toEqual({ aws_region: { description: "Region of AWS", type: "${string}" } });
  });

  it("gives tags that all share to the provider, the others to their resources", async () => {
    const shared = { team: "shop", "longshore:environment": "dev" };
    const resources: readonly Resource[] = [
      { ...topic, tags: { ...shared, Name: "shop-dev-alarms" } },
      { id: "network/vpc", kind: "Vpc", origin, cidrBlock: "10.0.0.0/16", tags: { ...shared, team: "net" } },
      { id: "network/b", kind: "InternetGateway", origin, vpc: "vpc-1" },
    ];
    const module = await moduleOf(dev({ name: "one", resources }));
    expect(module.provider["default_tags"]).toEqual([{ tags: "${local.common_tags}" }]);
    expect(module.locals["common_tags"]).toEqual({ "longshore:environment": "${var.environment}" });
    expect(module.resources["aws_sns_topic.alarms"]?.["tags"]).toEqual({
      Name: "${local.name_prefix}-alarms",
      team: "shop",
    });
    expect(module.resources["aws_vpc.main"]?.["tags"]).toEqual({ team: "net" });
  });

  it.each([
    ["shop-dev", "shop-${var.environment}", "shop-dev-alarms", "${local.name_prefix}-alarms"],
    ["shop-dev", "shop-${var.environment}", "/ecs/shop-dev/api", "/ecs/${local.name_prefix}/api"],
    ["shop-dev", "shop-${var.environment}", "shop-devils", "shop-devils"],
    ["shop-dev", "shop-${var.environment}", "a-shop-dev", "a-shop-dev"],
    ["shop", "shop", "shop", "${local.name_prefix}"],
  ])(
    "with the prefix %s has it as a local value %s, and %s as %s",
    async (prefix, value, topicName, name) => {
      const { locals, resources } = await moduleOf({
        ...dev({ name: "one", resources: [{ ...topic, topicName }] }),
        prefix,
      });
      expect(locals["name_prefix"]).toBe(value);
      expect(resources["aws_sns_topic.alarms"]?.["name"]).toBe(name);
    },
  );

  it("leaves references between stacks direct, and puts exports into the Parameter Store", async () => {
    const arn = { ref: topic.id, attribute: "arn" };
    const exports = [
      { name: "/shop/dev/platform/topic", description: "Topic", value: arn, origin },
      { name: "/shop/dev/platform/names", description: "Names", value: ["a", accountId], origin },
      { name: "/elsewhere/topic", description: "Topic", value: arn, origin },
    ];
    const outputs = [{ name: "TopicArn", description: "Topic", value: arn, origin }];
    const module = await moduleOf(
      dev({ name: "one", resources: [topic], exports }, { name: "two", outputs }),
    );
    expect(module.outputs).toEqual({
      topic_arn: { description: "Topic", value: "${aws_sns_topic.alarms.arn}" },
    });
    expect(module.resources["aws_ssm_parameter.exports"]).toEqual({
      ...{ for_each: '${toset(["platform/topic"])}', name: "/shop/${var.environment}/${each.key}" },
      ...{ description: "Topic", type: "String", value: "${aws_sns_topic.alarms.arn}" },
    });
    expect(module.resources["aws_ssm_parameter.list_exports"]).toMatchObject({
      ...{ type: "StringList", value: '${join(",", ["a", local.account_id])}' },
    });
    expect(module.resources["aws_ssm_parameter.exports_elsewhere"]).toMatchObject({ name: "${each.key}" });
  });
});

describe("a value", () => {
  it("is what the module knows it as", async () => {
    const parameters = [{ name: "Tag", description: "", origin }];
    expect(await read("plain ${text}")).toBe("plain $${text}");
    expect(await read({ parameter: "Tag" }, { parameters })).toBe("${var.tag}");
    expect(await read({ pseudo: "urlSuffix" })).toBe("${local.dns_suffix}");
    expect(await read(join("arn:", partition, ":s3:", region, "$"))).toBe(
      "arn:${local.partition}:s3:${local.region}$",
    );
    expect(await read({ select: 1, from: { zones: true } })).toBe(
      "${data.aws_availability_zones.available.names[1]}",
    );
    expect(await read({ select: 5, from: { split: accountId, by: ":" } })).toBe(
      '${split(":", local.account_id)[5]}',
    );
    expect(await read({ join: [{ join: ["a", region] }, "b"] })).toBe("a${local.region}b");
  });

  it("of another owner is a data source, declared once", async () => {
    const ssm = { import: { ssm: "/shop/dev/network/vpc-id" } };
    const outputs = [
      { name: "A", description: "", value: ssm, origin },
      { name: "B", description: "", value: join("x", ssm), origin },
      { name: "C", description: "", value: { import: { ssm: "/network/vpc/id" } }, origin },
      { name: "D", description: "", value: { import: { ssm: "/network-vpc-id" } }, origin },
      { name: "E", description: "", value: { import: { export: "net:Vpc" } }, origin },
    ];
    const module = await moduleOf(dev({ name: "one", outputs }));
    expect(module.data).toEqual({
      "aws_ssm_parameter.network_vpc_id": { name: "/shop/${var.environment}/network/vpc-id" },
      "aws_ssm_parameter.network_vpc_id_2": { name: "/network/vpc/id" },
      "aws_ssm_parameter.network_vpc_id_3": { name: "/network-vpc-id" },
      "aws_cloudformation_export.net_vpc": { name: "net:Vpc" },
    });
    expect(module.outputs["b"]?.["value"]).toBe("x${data.aws_ssm_parameter.network_vpc_id.insecure_value}");
    expect(module.outputs["e"]?.["value"]).toBe("${data.aws_cloudformation_export.net_vpc.value}");
  });

  it("that the plan does not have is refused", () => {
    const plan = (value: Value<string>) =>
      dev({ name: "one", resources: [topic], outputs: [{ name: "A", description: "", value, origin }] });
    const code = (value: Value<string>): unknown => {
      try {
        return renderTerraform(plan(value));
      } catch (error) {
        return error instanceof TerraformRenderError ? error.code : error;
      }
    };
    expect(code({ ref: "nobody", attribute: "arn" })).toBe("unknown-resource");
    expect(code({ ref: topic.id, attribute: "toString" })).toBe("unknown-attribute");
    expect(code({ parameter: "Nothing" })).toBe("unknown-parameter");
  });

  it("that two resources would have is refused", () => {
    const policy = { name: "access", statements: [] };
    const role: Resource = {
      ...{
        id: "service/api/task-role",
        kind: "IamRole",
        origin,
        roleName: "api",
        description: "",
        trust: [],
      },
      policies: [policy, policy],
    };
    expect(() => renderTerraform(dev({ name: "one", resources: [role] }))).toThrow(
      "two resources of the module at one address: service/api/task-role",
    );
  });
});

describe("a label", () => {
  const group = (id: string): Resource => ({
    ...{ id, kind: "SecurityGroup", origin, vpc: "vpc-1", description: "", ingress: [], egress: [] },
  });
  const labelsOf = async (...ids: readonly string[]): Promise<readonly string[]> => {
    const { resources } = await moduleOf(dev({ name: "one", resources: ids.map(group) }));
    return Object.keys(resources)
      .map((address) => address.replace("aws_security_group.", ""))
      .sort();
  };

  it("is short, and never taken twice", async () => {
    expect(await labelsOf("network/security-group", "platform/load-balancer-security-group")).toEqual([
      ...["load_balancer", "main"],
    ]);
    expect(
      await labelsOf("service/ui-iot/security-group", "service/3d/security-group", "data/MyFiles"),
    ).toEqual([...["_3d", "my_files", "ui_iot"]]);
    const alike = ["platform/a-security-group", "service/a/security-group", "service/A/security-group"];
    expect(await labelsOf(...alike)).toEqual([
      ...["a", "service_a_security_group", "service_a_security_group_2"],
    ]);
  });

  it("stays what it was when a service is added", async () => {
    const before = await labelsOf("service/b/security-group", "service/c/security-group");
    expect(await labelsOf(...["a", "b", "c", "d"].map((name) => `service/${name}/security-group`))).toEqual(
      expect.arrayContaining([...before]),
    );
  });
});
