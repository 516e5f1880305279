import { describe, expect, it } from "vitest";
import { renderWith } from "../../test/judges/small-plan.js";
import type { IamRole, PolicyStatement } from "../plan/resources/iam.js";
import type { Json } from "./template.js";

const statement: PolicyStatement = {
  sid: "Read",
  effect: "Allow",
  actions: ["s3:GetObject"],
  reason: "not printed",
};

describe("a statement", () => {
  it.each<[what: string, given: Partial<PolicyStatement>, rendered: Json]>([
    ["nothing but actions", {}, {}],
    ["resources", { resources: ["*"] }, { Resource: ["*"] }],
    [
      "a service",
      { principals: [{ service: "ecs-tasks.amazonaws.com" }] },
      { Principal: { Service: ["ecs-tasks.amazonaws.com"] } },
    ],
    [
      "accounts and services",
      {
        principals: [
          { account: "222222222222" },
          { service: "a.amazonaws.com" },
          { account: { pseudo: "accountId" } },
        ],
      },
      {
        Principal: {
          Service: ["a.amazonaws.com"],
          AWS: [
            { "Fn::Sub": "arn:${AWS::Partition}:iam::222222222222:root" },
            { "Fn::Sub": "arn:${AWS::Partition}:iam::${AWS::AccountId}:root" },
          ],
        },
      },
    ],
    ["everyone", { principals: [{ everyone: true }, { service: "a.amazonaws.com" }] }, { Principal: "*" }],
    [
      "conditions, joined by operator",
      {
        conditions: [
          { operator: "StringEquals", key: "aws:SourceAccount", values: [{ pseudo: "accountId" }] },
          { operator: "Bool", key: "aws:SecureTransport", values: ["true"] },
          { operator: "StringEquals", key: "aws:RequestedRegion", values: ["eu-west-1", "eu-west-2"] },
        ],
      },
      {
        Condition: {
          StringEquals: {
            "aws:SourceAccount": { Ref: "AWS::AccountId" },
            "aws:RequestedRegion": ["eu-west-1", "eu-west-2"],
          },
          Bool: { "aws:SecureTransport": "true" },
        },
      },
    ],
  ])("with %s", (_, given, rendered) => {
    const policy = renderWith({
      ...{
        id: "policy",
        kind: "BucketPolicy",
        origin: "",
        bucket: "b",
        statements: [{ ...statement, ...given }],
      },
    });
    expect(policy.Properties?.["PolicyDocument"]).toEqual({
      Version: "2012-10-17",
      Statement: [{ Sid: "Read", Effect: "Allow", Action: ["s3:GetObject"], ...(rendered as object) }],
    });
  });
});

describe("a role", () => {
  const role: IamRole = {
    ...{ id: "role", kind: "IamRole", origin: "", roleName: "api", description: "Of the tasks" },
    ...{ trust: [statement], policies: [] },
  };

  it("has inline policies, or none", () => {
    expect(renderWith(role).Properties).not.toHaveProperty("Policies");
    expect(
      renderWith({ ...role, policies: [{ name: "read", statements: [statement] }] }).Properties,
    ).toMatchObject({
      RoleName: "api",
      Description: "Of the tasks",
      AssumeRolePolicyDocument: { Statement: [{ Sid: "Read" }] },
      Policies: [
        { PolicyName: "read", PolicyDocument: { Version: "2012-10-17", Statement: [{ Sid: "Read" }] } },
      ],
    });
  });
});
