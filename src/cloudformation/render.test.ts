import { describe, expect, it } from "vitest";
import { planWith, type SmallStack, templateOf } from "../../test/judges/small-plan.js";
import type { Output } from "../plan/plan.js";
import type { Resource } from "../plan/resource.js";
import { renderCloudFormation } from "./render.js";
import type { RenderError } from "./render-error.js";

const topic = (id: string, dependsOn: readonly string[] = []): Resource => ({
  ...{ id, kind: "SnsTopic", origin: "alarms", topicName: id },
  dependsOn,
});
const bucket: Resource = {
  id: "logs",
  kind: "Bucket",
  origin: "ingress",
  versioning: false,
  lifecycle: [],
  removal: "delete",
};
const policyOf = (id: string, dependsOn: readonly string[]): Resource => ({
  ...{ id: "policy", kind: "BucketPolicy", origin: "ingress", statements: [], dependsOn },
  bucket: { ref: id, attribute: "name" },
});
const arnOf = (id: string): { ref: string; attribute: string } => ({ ref: id, attribute: "arn" });

describe("renderCloudFormation", () => {
  it("renders the stacks in the order of the plan", () => {
    const rendered = renderCloudFormation(
      planWith({ name: "shop-b", area: "b" }, { name: "shop-a", area: "a" }),
    );
    expect(rendered.map(({ stack, area }) => [stack, area])).toEqual([
      ["shop-b", "b"],
      ["shop-a", "a"],
    ]);
  });

  it("leaves out sections that would be empty", () => {
    expect(templateOf({ name: "one", resources: [topic("a")] })).toEqual({
      AWSTemplateFormatVersion: "2010-09-09",
      Description: "The stack one",
      Resources: { A: { Type: "AWS::SNS::Topic", Properties: { TopicName: "a" } } },
    });
  });

  it("puts sections, parameters and resources in a fixed order", () => {
    const template = templateOf({
      name: "one",
      parameters: [{ name: "Tag", description: "Image tag", default: "08", origin: "" }],
      resources: [topic("b"), topic("a")],
      exports: [{ name: "/shop/a", description: "Topic a", value: arnOf("a"), origin: "" }],
      outputs: [
        { name: "B", description: "", value: { import: { ssm: "/z" } }, origin: "" },
        { name: "A", description: "", value: { import: { ssm: "/y" } }, origin: "" },
      ],
    });
    expect(Object.keys(template)).toEqual([
      ...["AWSTemplateFormatVersion", "Description", "Parameters", "Resources", "Outputs"],
    ]);
    expect(Object.keys(template.Parameters ?? {})).toEqual(["Tag", "Y", "Z"]);
    expect(Object.keys(template.Resources)).toEqual(["B", "A", "ExportShopA"]);
    expect(template.Parameters?.["Tag"]).toEqual({ Type: "String", Description: "Image tag", Default: "08" });
    expect(template.Resources["ExportShopA"]).toEqual({
      Type: "AWS::SSM::Parameter",
      Properties: { Name: "/shop/a", Description: "Topic a", Type: "String", Value: { Ref: "A" } },
    });
  });

  it("reads a value of another stack from its export", () => {
    const template = templateOf(
      {
        name: "alarms",
        resources: [topic("topic")],
        exports: [{ name: "/shop/alarms/topic", description: "Alarms", value: arnOf("topic"), origin: "" }],
      },
      { name: "api", outputs: [{ name: "Topic", description: "", value: arnOf("topic"), origin: "" }] },
    );
    expect(template.Outputs?.["Topic"]?.Value).toEqual({ Ref: "ShopAlarmsTopic" });
    expect(template.Parameters).toEqual({
      ShopAlarmsTopic: {
        Type: "AWS::SSM::Parameter::Value<String>",
        Description: "Alarms (from the stack alarms)",
        Default: "/shop/alarms/topic",
      },
    });
  });

  it("keeps apart imports whose names collapse, and the resources of the template", () => {
    const paths = ["/net/vpc-id", "/net/vpc/id", "/net/vpc-id", "/topic"];
    const template = templateOf({
      name: "one",
      resources: [topic("topic")],
      outputs: paths.map((ssm, index) => ({
        name: `O${index}`,
        description: "",
        value: { import: { ssm } },
        origin: "",
      })),
    });
    const names = Object.values(template.Outputs ?? {}).map(({ Value }) => Value);
    expect(names).toEqual([
      { Ref: "NetVpcId" },
      { Ref: "NetVpcId2" },
      { Ref: "NetVpcId" },
      { Ref: "Topic2" },
    ]);
    expect(template.Parameters?.["Topic2"]?.Default).toBe("/topic");
  });
});

describe("DependsOn", () => {
  const dependenciesOf = (resource: Resource, ...others: readonly Resource[]): unknown =>
    templateOf({ name: "one", resources: [resource, ...others] }).Resources[
      resource.id.charAt(0).toUpperCase() + resource.id.slice(1)
    ]?.DependsOn;

  it("names what must exist before, sorted and once", () => {
    expect(dependenciesOf(topic("c", ["b", "a", "b"]), topic("a"), topic("b"))).toEqual(["A", "B"]);
  });

  it("leaves out what a reference implies", () => {
    expect(dependenciesOf(policyOf("logs", ["logs", "a"]), bucket, topic("a"))).toEqual(["A"]);
    expect(dependenciesOf(policyOf("logs", ["logs"]), bucket)).toBeUndefined();
  });

  it("leaves out what another stack makes", () => {
    const template = templateOf(
      { name: "before", resources: [topic("a")] },
      { name: "after", resources: [topic("b", ["a"])] },
    );
    expect(template.Resources["B"]?.DependsOn).toBeUndefined();
  });

  it("waits for the attachment of a gateway, with and without a reference to it", () => {
    const gateway: Resource = { id: "gateway", kind: "InternetGateway", origin: "network", vpc: "vpc-1" };
    const address: Resource = { id: "address", kind: "ElasticIp", origin: "network", dependsOn: ["gateway"] };
    const route: Resource = {
      ...{
        id: "route",
        kind: "Route",
        origin: "network",
        routeTable: "rtb-1",
        destinationCidrBlock: "0.0.0.0/0",
      },
      target: { internetGateway: { ref: "gateway", attribute: "id" } },
    };
    expect(dependenciesOf(address, gateway)).toEqual(["GatewayAttachment"]);
    expect(dependenciesOf(route, gateway)).toEqual(["GatewayAttachment"]);
    expect(templateOf({ name: "one", resources: [gateway] }).Resources).toEqual({
      Gateway: { Type: "AWS::EC2::InternetGateway" },
      GatewayAttachment: {
        Type: "AWS::EC2::VPCGatewayAttachment",
        Properties: { VpcId: "vpc-1", InternetGatewayId: { Ref: "Gateway" } },
      },
    });
  });
});

describe("a plan that contradicts itself", () => {
  const output = (ref: string, attribute: string): Output => ({
    name: "O",
    description: "",
    value: { ref, attribute },
    origin: "",
  });

  it.each<[code: RenderError["code"], stacks: SmallStack[]]>([
    ["name-taken", [{ name: "one", resources: [topic("a-b"), topic("a/b")] }]],
    ["name-invalid", [{ name: "one", resources: [topic("x".repeat(256))] }]],
    ["unknown-resource", [{ name: "one", outputs: [output("a", "arn")] }]],
    ["unknown-resource", [{ name: "one", resources: [topic("a", ["b"])] }]],
    ["unknown-attribute", [{ name: "one", resources: [topic("a")], outputs: [output("a", "toString")] }]],
    [
      "not-exported",
      [
        { name: "one", resources: [topic("a")] },
        { name: "two", outputs: [output("a", "arn")] },
      ],
    ],
  ])("is refused with %s", (code, stacks) => {
    expect(() => renderCloudFormation(planWith(...stacks))).toThrow(
      expect.objectContaining({ name: "RenderError", code }),
    );
  });
});
