import { expect, it } from "vitest";
import type { Facts, JsonObject } from "../facts.js";
import { readModule } from "./apply.js";
import { factsOfTerraform } from "./terraform-facts.js";

/** Made-up values end in seventeen digits, as those of the stand-in do. */
const [vpcId, groupId] = ["vpc-00000000000000001", "group-00000000000000002"];

const vpc = resource("aws_vpc.main", { id: vpcId, cidr_block: "10.0.0.0/16", tags_all: { team: "shop" } });
const group = resource("aws_security_group.api", {
  id: groupId,
  description: "Tasks of api",
  vpc_id: vpcId,
  name_prefix: null,
  owner_id: "123456789012",
});
const text = `
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_security_group" "api" {
  name_prefix = null
  description = "Tasks of api"
  vpc_id      = aws_vpc.main.id
  lifecycle {
    create_before_destroy = true
  }
}
`;

it("takes what the module says, by names, and leaves what the provider adds", async () => {
  expect(await factsOf(text, [vpc, group])).toEqual({
    "vpc 10.0.0.0/16": { "cidr block": "10.0.0.0/16", tags: { team: "shop" } },
    "security group Tasks of api": {
      description: "Tasks of api",
      vpc: "[id of vpc 10.0.0.0/16]",
      ingress: {},
      egress: {},
      "created before destroyed": true,
    },
  });
});

it("unites a rule with its group, which it names by id", async () => {
  const rule = `
resource "aws_vpc_security_group_ingress_rule" "api" {
  security_group_id            = aws_security_group.api.id
  ip_protocol                  = "tcp"
  from_port                    = 80
  to_port                      = 81
  referenced_security_group_id = aws_security_group.api.id
}
`;
  const values = {
    security_group_id: groupId,
    ip_protocol: "tcp",
    from_port: 80,
    to_port: 81,
    referenced_security_group_id: groupId,
  };
  const facts = await factsOf(text + rule, [
    vpc,
    group,
    resource("aws_vpc_security_group_ingress_rule.api", values),
  ]);
  expect(facts["security group Tasks of api"]?.["ingress"]).toEqual({
    "tcp 80 to 81, [id of security group Tasks of api]": {},
  });
});

it("reads policies, outputs and variables", async () => {
  const module = `
variable "image" {
  description = "Image"
  type        = string
  default     = "api:1"
}
output "vpc" {
  description = "The VPC"
  value       = aws_vpc.main.id
}
resource "aws_iam_role" "api" {
  name               = "shop-api"
  assume_role_policy = jsonencode({})
}
`;
  const statement = {
    Sid: "Tasks",
    Effect: "Allow",
    Action: "sts:AssumeRole",
    Principal: { Service: "ecs-tasks.amazonaws.com" },
  };
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  const role = resource("aws_iam_role.api", { name: "shop-api", assume_role_policy: policy });
  const facts = await factsOf(text + module, [vpc, group, role], { vpc: { value: vpcId } });
  expect(facts["parameter image"]).toEqual({ description: "Image", default: "api:1" });
  expect(facts["output vpc"]).toEqual({ description: "The VPC", value: "[id of vpc 10.0.0.0/16]" });
  expect(facts["role shop-api"]?.["trust"]).toEqual({
    version: "2012-10-17",
    statements: {
      Tasks: {
        effect: "Allow",
        actions: ["sts:AssumeRole"],
        principals: { Service: ["ecs-tasks.amazonaws.com"] },
      },
    },
  });
});

it.each([
  ["an unknown argument", "aws_vpc.main.colour is not read", 'colour = "blue"', { colour: "blue" }],
  [
    "an argument of which nothing became",
    "aws_vpc.main.dynamic is written and not in the state",
    'dynamic "tag" {\n  content {}\n}',
    {},
  ],
  [
    "an unknown rule of the lifecycle",
    "aws_vpc.main.lifecycle.replace_triggered_by is not read",
    "lifecycle {\n  replace_triggered_by = [null]\n}",
    {},
  ],
  [
    "a made-up value that nothing names",
    "vpc 10.0.0.0/16 holds a made-up value",
    "enable_dns_support = true",
    { tags_all: { of: "00000000000000001" } },
  ],
])("refuses %s", async (_, message, line, values) => {
  const module = `resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n  ${line}\n}\n`;
  const resources = [resource("aws_vpc.main", { ...vpc.values, enable_dns_support: true, ...values })];
  await expect(factsOf(module, resources)).rejects.toThrow(message);
});

async function factsOf(
  module: string,
  resources: readonly ReturnType<typeof resource>[],
  outputs: Readonly<Record<string, { readonly value: string }>> = {},
): Promise<Facts> {
  const written = await readModule([{ file: "main.tf", text: module }]);
  return factsOfTerraform({ written, state: { values: { outputs, root_module: { resources } } } });
}

function resource(
  address: string,
  values: JsonObject,
): {
  readonly mode: "managed";
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly values: JsonObject;
} {
  const [type = "", name = ""] = address.split(".");
  return { mode: "managed", address, type, name, values };
}
