import { describe, expect, it } from "vitest";
import {
  type JsonObject,
  renderCloudFormation,
  type Template,
  type TemplateResource,
} from "../../src/cloudformation/index.js";
import { everyKindPlan } from "./every-kind/plan.js";
import { checkAgainstServiceSpec } from "./service-spec.js";

const bucket = (properties: JsonObject): TemplateResource => ({
  Type: "AWS::S3::Bucket",
  Properties: properties,
});

/** One fault each, and the finding that must name it. */
const planted: readonly { fault: string; resource: TemplateResource; rule: string; path: string }[] = [
  {
    fault: "a type that does not exist",
    resource: { Type: "AWS::S3::Buckets" },
    rule: "unknown-type",
    path: "Type",
  },
  {
    fault: "a property that does not exist",
    resource: bucket({ BucketNam: "a" }),
    rule: "unknown-property",
    path: "Properties.BucketNam",
  },
  {
    fault: "a nested property that does not exist",
    resource: bucket({ LifecycleConfiguration: { Rules: [{ Status: "Enabled", Expires: 1 }] } }),
    rule: "unknown-property",
    path: "Properties.LifecycleConfiguration.Rules.0.Expires",
  },
  {
    fault: "a required property left out",
    resource: { Type: "AWS::SSM::Parameter", Properties: { Type: "String" } },
    rule: "missing-property",
    path: "Properties.Value",
  },
  {
    fault: "a nested required property left out",
    resource: bucket({ LifecycleConfiguration: { Rules: [{ Id: "a" }] } }),
    rule: "missing-property",
    path: "Properties.LifecycleConfiguration.Rules.0.Status",
  },
  {
    fault: "a text for a number",
    resource: { Type: "AWS::ECS::Service", Properties: { DesiredCount: "1" } },
    rule: "wrong-type",
    path: "Properties.DesiredCount",
  },
  {
    fault: "a fraction for an integer",
    resource: { Type: "AWS::ECS::Service", Properties: { DesiredCount: 1.5 } },
    rule: "wrong-type",
    path: "Properties.DesiredCount",
  },
  {
    fault: "a number for a text",
    resource: { Type: "AWS::ECS::TaskDefinition", Properties: { Cpu: 256 } },
    rule: "wrong-type",
    path: "Properties.Cpu",
  },
  {
    fault: "a text for a boolean",
    resource: { Type: "AWS::EC2::VPC", Properties: { EnableDnsSupport: "true" } },
    rule: "wrong-type",
    path: "Properties.EnableDnsSupport",
  },
  {
    fault: "one item for a list",
    resource: { Type: "AWS::ECS::Cluster", Properties: { CapacityProviders: "FARGATE" } },
    rule: "wrong-type",
    path: "Properties.CapacityProviders",
  },
  {
    fault: "a list for a map",
    resource: { Type: "AWS::SSM::Parameter", Properties: { Type: "String", Value: "a", Tags: [] } },
    rule: "wrong-type",
    path: "Properties.Tags",
  },
  {
    fault: "a text for a structure",
    resource: bucket({ VersioningConfiguration: "Enabled" }),
    rule: "wrong-type",
    path: "Properties.VersioningConfiguration",
  },
  {
    fault: "a number for a document",
    resource: { Type: "AWS::IAM::Role", Properties: { AssumeRolePolicyDocument: 1 } },
    rule: "wrong-type",
    path: "Properties.AssumeRolePolicyDocument",
  },
  {
    fault: "a tag without a value",
    resource: bucket({ Tags: [{ Key: "a" }] }),
    rule: "missing-property",
    path: "Properties.Tags.0.Value",
  },
  {
    fault: "a value that is not allowed",
    resource: { Type: "AWS::ECS::Service", Properties: { AvailabilityZoneRebalancing: "ON" } },
    rule: "wrong-value",
    path: "Properties.AvailabilityZoneRebalancing",
  },
  {
    fault: "a reference to nothing",
    resource: bucket({ BucketName: { Ref: "Nothing" } }),
    rule: "unknown-ref",
    path: "Properties.BucketName.Ref",
  },
  {
    fault: "an attribute of nothing",
    resource: bucket({ BucketName: { "Fn::GetAtt": ["Nothing", "Arn"] } }),
    rule: "unknown-ref",
    path: "Properties.BucketName.Fn::GetAtt",
  },
  {
    fault: "an attribute that does not exist",
    resource: bucket({ BucketName: { "Fn::GetAtt": ["Subject", "ARN"] } }),
    rule: "unknown-attribute",
    path: "Properties.BucketName.Fn::GetAtt",
  },
  {
    fault: "an attribute that does not exist, in a text",
    resource: bucket({ BucketName: { "Fn::Sub": "${!Literal}-${AWS::Region}-${Subject.ARN}" } }),
    rule: "unknown-attribute",
    path: "Properties.BucketName.Fn::Sub",
  },
  {
    fault: "a dependency on nothing",
    resource: { Type: "AWS::S3::Bucket", DependsOn: ["Subject2"] },
    rule: "unknown-dependency",
    path: "DependsOn",
  },
];

describe("checkAgainstServiceSpec", () => {
  it.each(planted)("finds $fault", ({ resource, rule, path }) => {
    const found = checkAgainstServiceSpec(templateOf({ Subject: resource }));
    expect(found.filter((finding) => finding.path === `Resources.Subject.${path}`)).toMatchObject([{ rule }]);
  });

  it("finds each of several faults", () => {
    const Properties = { BucketNam: "a", Tags: "b", VersioningConfiguration: { Status: "Enabled", Stat: 1 } };
    const found = checkAgainstServiceSpec(templateOf({ Subject: { Type: "AWS::S3::Bucket", Properties } }));
    expect(found.map(({ rule }) => rule)).toEqual(["unknown-property", "wrong-type", "unknown-property"]);
  });

  it("finds a fault in an output", () => {
    const template = { ...templateOf({}), Outputs: { A: { Description: "a", Value: { Ref: "Nothing" } } } };
    expect(checkAgainstServiceSpec(template)).toMatchObject([
      { rule: "unknown-ref", path: "Outputs.A.Value.Ref" },
    ]);
  });

  it("accepts intrinsic functions for values of any type", () => {
    const Properties = {
      Tags: { "Fn::Split": [",", "a"] },
      VersioningConfiguration: { Ref: "AWS::NoValue" },
    };
    expect(checkAgainstServiceSpec(templateOf({ Subject: { Type: "AWS::S3::Bucket", Properties } }))).toEqual(
      [],
    );
  });

  it.each(renderCloudFormation(everyKindPlan))("accepts every kind of resource, in $area", ({ template }) => {
    expect(checkAgainstServiceSpec(template)).toEqual([]);
  });
});

function templateOf(resources: Record<string, TemplateResource>): Template {
  return { AWSTemplateFormatVersion: "2010-09-09", Description: "planted", Resources: resources };
}
