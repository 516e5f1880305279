import { describe, expect, it } from "vitest";
import { type SmallStack, templateOf } from "../../test/judges/small-plan.js";
import type { Output } from "../plan/plan.js";
import type { Resource } from "../plan/resource.js";
import type { JsonValue, Value, ValueList } from "../plan/value.js";
import type { Json, Template } from "./template.js";

const role: Resource = {
  id: "service/api/role",
  kind: "IamRole",
  origin: "services.api",
  roleName: "api",
  description: "Of the tasks",
  trust: [],
  policies: [],
};
const roleArn = { ref: role.id, attribute: "arn" };

describe("values", () => {
  it.each<[what: string, value: Value<string>, rendered: Json]>([
    ["a text", "$ {a} is a text", "$ {a} is a text"],
    ["a text that looks like a Sub", "${a}", { "Fn::Join": ["", ["$", "{a}"]] }],
    ["an attribute", roleArn, { "Fn::GetAtt": ["ServiceApiRole", "Arn"] }],
    ["a parameter", { parameter: "ImageTag" }, { Ref: "ImageTag" }],
    ["an import from the Parameter Store", { import: { ssm: "/net/vpc-id" } }, { Ref: "NetVpcId" }],
    ["an import of a stack's export", { import: { export: "net:vpc" } }, { "Fn::ImportValue": "net:vpc" }],
    ["the account", { pseudo: "accountId" }, { Ref: "AWS::AccountId" }],
    ["the domain of AWS", { pseudo: "urlSuffix" }, { Ref: "AWS::URLSuffix" }],
    ["a zone", { select: 1, from: { zones: true } }, { "Fn::Select": [1, { "Fn::GetAZs": "" }] }],
    [
      "a part of a text",
      { select: 5, from: { split: roleArn, by: ":" } },
      { "Fn::Select": [5, { "Fn::Split": [":", { "Fn::GetAtt": ["ServiceApiRole", "Arn"] }] }] },
    ],
    [
      "a join within a join",
      { join: ["a/", { join: [{ pseudo: "partition" }, "/"] }, roleArn] },
      { "Fn::Sub": "a/${AWS::Partition}/${ServiceApiRole.Arn}" },
    ],
  ])("renders %s", (_, value, rendered) => {
    expect(outputOf(value)).toEqual(rendered);
  });

  it("writes JSON with values as a text", () => {
    const body: JsonValue = {
      'ke"y': ["a", { pseudo: "region" }, 1, true, { join: ['"', roleArn, "\n${x}"] }],
      parameter: ["not an expression"],
      empty: {},
    };
    const text = bodyOf(body);
    expect(text).toEqual({
      "Fn::Sub":
        '{"ke\\"y":["a","${AWS::Region}",1,true,"\\"${ServiceApiRole.Arn}\\n${!x}"],"parameter":["not an expression"],"empty":{}}',
    });
  });

  it("writes JSON without values as a plain text", () => {
    expect(bodyOf({ a: ["$x"] })).toBe('{"a":["$x"]}');
  });
});

describe("lists", () => {
  const group = (zone: string): Resource => ({
    ...{ id: `network/subnet-${zone}`, kind: "Subnet", origin: "network", vpc: "vpc-1", tier: "public" },
    ...{ cidrBlock: "10.0.0.0/24", availabilityZone: "eu-west-1a" },
  });
  const [a, b] = ["a", "b"].map((zone) => ({ ref: `network/subnet-${zone}`, attribute: "id" }));
  const network: SmallStack = {
    name: "network",
    resources: [group("a"), group("b")],
    exports: [
      { name: "/shop/subnets", description: "Subnets", value: [a ?? "", b ?? ""], origin: "network" },
    ],
  };
  const subnetsOf = (subnets: ValueList): Template =>
    templateOf(network, { name: "platform", resources: [loadBalancer(subnets)] });

  it("reads an exported list as one parameter", () => {
    const template = subnetsOf([a ?? "", b ?? ""]);
    expect(template.Resources["Balancer"]?.Properties?.["Subnets"]).toEqual({ Ref: "ShopSubnets" });
    expect(template.Parameters).toEqual({
      ShopSubnets: {
        Type: "AWS::SSM::Parameter::Value<List<String>>",
        Description: "Subnets (from the stack network)",
        Default: "/shop/subnets",
      },
    });
  });

  it("picks an item out of an exported list", () => {
    const item = { "Fn::Select": [1, { Ref: "ShopSubnets" }] };
    expect(subnetsOf([b ?? "", "subnet-1"]).Resources["Balancer"]?.Properties?.["Subnets"]).toEqual([
      item,
      "subnet-1",
    ]);
  });

  it("reads a list of another owner as one parameter", () => {
    const template = subnetsOf({ importList: { ssm: "/net/subnets" } });
    expect(template.Resources["Balancer"]?.Properties?.["Subnets"]).toEqual({ Ref: "NetSubnets" });
    expect(template.Parameters?.["NetSubnets"]?.Type).toBe("AWS::SSM::Parameter::Value<List<String>>");
  });

  it("names the subnets in the stack that makes them", () => {
    const template = templateOf({
      ...network,
      resources: [group("a"), group("b"), loadBalancer([a ?? "", b ?? ""])],
    });
    const subnets = template.Resources["Balancer"]?.Properties?.["Subnets"];
    expect(subnets).toEqual([{ Ref: "NetworkSubnetA" }, { Ref: "NetworkSubnetB" }]);
    expect(template.Resources["ExportShopSubnets"]?.Properties).toMatchObject({
      Type: "StringList",
      Value: { "Fn::Sub": "${NetworkSubnetA},${NetworkSubnetB}" },
    });
  });
});

function outputOf(value: Value<string>): Json | undefined {
  const outputs: Output[] = [{ name: "Out", description: "", value, origin: "" }];
  return templateOf({ name: "one", resources: [role], outputs }).Outputs?.["Out"]?.Value;
}

function bodyOf(body: JsonValue): Json | undefined {
  const dashboard: Resource = { id: "d", kind: "Dashboard", origin: "", dashboardName: "d", body };
  return templateOf({ name: "one", resources: [role, dashboard] }).Resources["D"]?.Properties?.[
    "DashboardBody"
  ];
}

function loadBalancer(subnets: ValueList): Resource {
  return {
    id: "balancer",
    kind: "LoadBalancer",
    origin: "ingress",
    name: "shop",
    scheme: "internal",
    subnets,
    securityGroups: [],
    deletionProtection: false,
    settings: { type: "network", crossZone: false },
  };
}
