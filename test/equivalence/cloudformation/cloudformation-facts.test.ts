import { expect, it } from "vitest";
import type { Json, Template } from "../../../src/cloudformation/index.js";
import { factsOfCloudFormation } from "./cloudformation-facts.js";

const network = template({
  Vpc: { Type: "AWS::EC2::VPC", Properties: { CidrBlock: "10.0.0.0/16" } },
  Group: {
    Type: "AWS::EC2::SecurityGroup",
    Properties: {
      GroupDescription: "Tasks of api",
      VpcId: { Ref: "Vpc" },
      SecurityGroupIngress: [
        { IpProtocol: "tcp", FromPort: 443, ToPort: 443, CidrIp: "0.0.0.0/0", Description: "All" },
      ],
    },
  },
  Export: {
    Type: "AWS::SSM::Parameter",
    Properties: { Name: "/shop/group", Type: "String", Value: { "Fn::GetAtt": ["Group", "GroupId"] } },
  },
});

it("finds what one stack keeps for another in the Parameter Store", () => {
  const service = template({
    Rule: {
      Type: "AWS::EC2::SecurityGroupIngress",
      Properties: { GroupId: { Ref: "Kept" }, IpProtocol: "-1", SourceSecurityGroupId: { Ref: "Kept" } },
    },
  });
  const parameter = {
    Type: "AWS::SSM::Parameter::Value<String>",
    Description: "",
    Default: "/shop/group",
  } as const;
  const facts = factsOfCloudFormation([
    { template: network },
    { template: { ...service, Parameters: { Kept: parameter } } },
  ]);
  expect(facts["security group Tasks of api"]).toEqual({
    description: "Tasks of api",
    vpc: "[id of vpc 10.0.0.0/16]",
    ingress: {
      "tcp 443 to 443, 0.0.0.0/0": { description: "All" },
      "-1, [id of security group Tasks of api]": {},
    },
    egress: {},
  });
  expect(facts["export /shop/group"]).toMatchObject({ value: "[id of security group Tasks of api]" });
});

it.each<[Json, unknown]>([
  ["text", "text"],
  [{ Ref: "AWS::Region" }, "[region]"],
  [{ Ref: "ApiImage" }, "[parameter api_image]"],
  [{ Ref: "Offices" }, "[ssm:net:offices 0]"],
  [
    { "Fn::Sub": "arn:${AWS::Partition}:${!Literal}:${Topic}" },
    "arn:[partition]:${Literal}:[arn of topic shop]",
  ],
  [{ "Fn::Join": ["-", ["a", { Ref: "AWS::AccountId" }]] }, "a-[account]"],
  [{ "Fn::Select": [1, { "Fn::Split": ["/", "a/b"] }] }, "b"],
  [{ "Fn::Select": [0, { "Fn::GetAZs": "" }] }, "[zone 0]"],
  [{ "Fn::ImportValue": "shared-vpc" }, "[export shared-vpc]"],
  [{ Ref: "Group" }, "/shop/api"],
  [{ "Fn::GetAtt": ["Group", "Arn"] }, "[arn of log group /shop/api]:*"],
])("resolves %j", (value, expected) => {
  const all = template({
    Topic: { Type: "AWS::SNS::Topic", Properties: { TopicName: "shop" } },
    Group: { Type: "AWS::Logs::LogGroup", Properties: { LogGroupName: "/shop/api" } },
  });
  const Parameters = {
    ApiImage: { Type: "String", Description: "Image of api" },
    Offices: { Type: "AWS::SSM::Parameter::Value<String>", Description: "", Default: "/net/offices" },
  } as const;
  const Outputs = { TheValue: { Description: "It", Value: value } };
  const facts = factsOfCloudFormation([{ template: { ...all, Parameters, Outputs } }]);
  expect(facts["output the_value"]).toEqual({ value: expected, description: "It" });
});

it.each<[string, string, Template["Resources"]]>([
  ["an unknown type", "unknown type AWS::X::Y", { Thing: { Type: "AWS::X::Y" } }],
  [
    "an unknown property",
    "Thing.Colour is not read",
    { Thing: { Type: "AWS::SNS::Topic", Properties: { Colour: "blue" } } },
  ],
  [
    "an unknown resource",
    "the template has no Other",
    { Thing: { Type: "AWS::SNS::Topic", Properties: { TopicName: { Ref: "Other" } } } },
  ],
  [
    "an unknown function",
    "there is no Fn::Base64",
    { Thing: { Type: "AWS::SNS::Topic", Properties: { TopicName: { "Fn::Base64": "a" } } } },
  ],
  [
    "an unknown attribute",
    "Colour of Thing",
    { Thing: { Type: "AWS::SNS::Topic", Properties: { TopicName: { "Fn::GetAtt": ["Thing", "Colour"] } } } },
  ],
  [
    "two resources of one name",
    "said twice: topic a (Other), name",
    {
      Thing: { Type: "AWS::SNS::Topic", Properties: { TopicName: "a" } },
      Other: { Type: "AWS::SNS::Topic", Properties: { TopicName: "a" } },
    },
  ],
  [
    "a reference by the wrong attribute",
    "Policy.Bucket should be the name: [arn of bucket logs]",
    {
      ShopLogs: { Type: "AWS::S3::Bucket" },
      Policy: {
        Type: "AWS::S3::BucketPolicy",
        Properties: { Bucket: { "Fn::GetAtt": ["ShopLogs", "Arn"] } },
      },
    },
  ],
])("refuses %s", (_, message, resources) => {
  expect(() => factsOfCloudFormation([{ template: template(resources) }])).toThrow(message);
});

function template(resources: Template["Resources"]): Template {
  return { AWSTemplateFormatVersion: "2010-09-09", Description: "Small", Resources: resources };
}
