import { describe, expect, it } from "vitest";
import { type JsonObject, renderCloudFormation, type Template } from "../../src/cloudformation/index.js";
import { validateTemplate } from "./cloudformation-validate.js";
import { everyKindPlan } from "./every-kind/plan.js";
import { withoutExplained } from "./explained.js";

describe("validateTemplate", () => {
  it("finds a property that does not exist", () => {
    expect(validateTemplate(bucket({ BucketNam: "a" }))).toMatchObject([
      { severity: "error", rule: "F3002", path: "Resources.Subject.Properties.BucketNam" },
    ]);
  });

  it("finds a reference to nothing", () => {
    expect(validateTemplate(bucket({ BucketName: { Ref: "Nothing" } }))).toMatchObject([
      { severity: "error", rule: "F1020", path: "Resources.Subject.Properties.BucketName" },
    ]);
  });

  it("finds a value that is not allowed, as a warning", () => {
    const found = validateTemplate(bucket({ VersioningConfiguration: { Status: "On" } }));
    expect(found).toMatchObject([
      { severity: "warning", path: "Resources.Subject.Properties.VersioningConfiguration.Status" },
    ]);
    expect(withoutExplained(found)).toEqual(found);
  });

  it("finds a size that Fargate does not offer", () => {
    const definition = {
      Cpu: "256",
      Memory: "8192",
      NetworkMode: "awsvpc",
      RequiresCompatibilities: ["FARGATE"],
    };
    const template = templateOf("AWS::ECS::TaskDefinition", { ...definition, ContainerDefinitions: [] });
    expect(validateTemplate(template).map(({ severity }) => severity)).toContain("error");
  });

  it("finds a dependency that a reference implies", () => {
    const template: Template = {
      ...bucket({}),
      Resources: {
        Bucket: { Type: "AWS::S3::Bucket" },
        Policy: {
          Type: "AWS::SSM::Parameter",
          DependsOn: ["Bucket"],
          Properties: { Type: "String", Value: { Ref: "Bucket" } },
        },
      },
    };
    expect(validateTemplate(template)).toMatchObject([{ severity: "warning", rule: "W3005" }]);
  });

  it.each(renderCloudFormation(everyKindPlan))("accepts every kind of resource, in $area", ({ template }) => {
    expect(withoutExplained(validateTemplate(template))).toEqual([]);
  });
});

function bucket(properties: JsonObject): Template {
  return templateOf("AWS::S3::Bucket", properties);
}

function templateOf(Type: string, Properties: JsonObject): Template {
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "planted",
    Resources: { Subject: { Type, Properties } },
  };
}
