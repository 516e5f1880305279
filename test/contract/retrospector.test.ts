import { describe, expect, it } from "vitest";
import type { JsonObject, Template } from "../../src/cloudformation/index.js";
import { renderCloudFormation } from "../../src/cloudformation/index.js";
import { planOf, resourceOf } from "../support/plan-of.js";
import { listSamples } from "../support/samples.js";
import { allOfType, properties, templatesOf } from "../support/template-of.js";

const templates = templatesOf("retrospector");
const job = templateOf(templates, "job-retrospector");
const data = templateOf(templates, "data");
const manifest = listSamples().find(({ name }) => name === "retrospector")?.text ?? "";

function templateOf(from: ReadonlyMap<string, Template>, area: string): Template {
  const template = from.get(area);
  if (template === undefined) throw new TypeError(`there is no stack ${area}`);
  return template;
}

function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce((inner, key) => (inner as Readonly<Record<string | number, unknown>>)?.[key], value);
}

function statements(template: Template, role: string): readonly JsonObject[] {
  const policies = (properties(template, "AWS::IAM::Role", role)["Policies"] ?? []) as readonly JsonObject[];
  return policies.flatMap((policy) => at(policy, "PolicyDocument", "Statement") as readonly JsonObject[]);
}

function edited(from: string, to: string): ReturnType<typeof planOf> {
  expect(manifest).toContain(from);
  return planOf(manifest.replace(from, to));
}

const container = at(
  properties(job, "AWS::ECS::TaskDefinition", "JobRetrospectorTaskDefinition"),
  "ContainerDefinitions",
  0,
) as JsonObject;

describe("the retrospector's data", () => {
  // proves RET-1
  it("is a table and a bucket beside the compute", () => {
    expect(properties(data, "AWS::DynamoDB::Table", "DataCommitStatusTable")).toMatchObject({
      KeySchema: [{ AttributeName: "commit", KeyType: "HASH" }],
    });
    expect(properties(data, "AWS::S3::Bucket", "DataResultsBucket")).toMatchObject({
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
  });
});

describe("its cluster", () => {
  // proves RET-2
  it("is made with a VPC of its own", () => {
    expect(Object.keys(allOfType(templateOf(templates, "platform"), "AWS::ECS::Cluster"))).toHaveLength(1);
    expect(Object.keys(allOfType(templateOf(templates, "network"), "AWS::EC2::VPC"))).toHaveLength(1);
  });

  it("stands in a VPC that is there already when one is named", () => {
    const plan = edited(
      "network: { zones: 2, nat: single }",
      "network: { import: { vpc: vpc-0a1b2c3d, privateSubnets: [subnet-0a1b2c3d, subnet-1a1b2c3d] } }",
    );
    const all = renderCloudFormation(plan).map(({ template }) => template);
    expect(all.flatMap((template) => Object.keys(allOfType(template, "AWS::EC2::VPC")))).toEqual([]);
    expect(all.flatMap((template) => Object.keys(allOfType(template, "AWS::ECS::Cluster")))).toHaveLength(1);
    expect(resourceOf(plan, "SecurityGroup", "job/retrospector/security-group").vpc).toBe("vpc-0a1b2c3d");
  });
});

describe("its task role", () => {
  const role = "JobRetrospectorTaskRole";

  // proves RET-3
  it("may read and write the table, write the bucket, read the token, and nothing else", () => {
    const allowed = statements(job, role).map(({ Sid, Action, Resource }) => [Sid, Action, Resource]);
    expect(allowed).toEqual([
      [
        "ReadWriteCommitStatusTable",
        [
          ...["BatchGetItem", "BatchWriteItem", "ConditionCheckItem", "DeleteItem", "DescribeTable"],
          ...["GetItem", "PutItem", "Query", "Scan", "UpdateItem"],
        ].map((action) => `dynamodb:${action}`),
        [{ Ref: "RetroDataCommitStatusTableArn" }],
      ],
      [
        "ReadGitToken",
        ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
        [
          {
            "Fn::Sub":
              "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:git-token-??????",
          },
        ],
      ],
      [
        "WriteResultsBucket",
        ["s3:AbortMultipartUpload", "s3:PutObject"],
        [{ "Fn::Sub": "${RetroDataResultsBucketArn}/*" }],
      ],
    ]);
    const trust = properties(job, "AWS::IAM::Role", role)["AssumeRolePolicyDocument"];
    expect(at(trust, "Statement", 0, "Principal")).toEqual({ Service: ["ecs-tasks.amazonaws.com"] });
    expect(at(trust, "Statement")).toHaveLength(1);
  });

  it("reaches the indexes of the table, and a code repository, when there are such", () => {
    const plan = planOf(
      manifest
        .replace(
          "partitionKey: commit }",
          "partitionKey: commit, indexes: { byDay: { partitionKey: day } } }",
        )
        .replace("GitToken: read", "GitToken: read\n      Code: read")
        .concat("  Code: { type: codecommit, import: retrospector }\n"),
    );
    const own = resourceOf(plan, "IamRole", "job/retrospector/task-role").policies.flatMap(
      (policy) => policy.statements,
    );
    const table = own.find(
      ({ sid }) => sid.startsWith("ReadWriteCommitStatusTable") && sid !== "ReadWriteCommitStatusTable",
    );
    expect(JSON.stringify(table ?? own)).toContain("/index/byDay");
    expect(own.find(({ sid }) => sid === "ReadCode")?.actions).toContain("codecommit:GitPull");
  });
});

describe("its task definition", () => {
  // proves RET-4
  it("has 1024 CPU units and 2048 MiB with that role, and other sizes when asked", () => {
    const definition = properties(job, "AWS::ECS::TaskDefinition", "JobRetrospectorTaskDefinition");
    expect(definition).toMatchObject({
      ...{ Cpu: "1024", Memory: "2048", RequiresCompatibilities: ["FARGATE"] },
      TaskRoleArn: { "Fn::GetAtt": ["JobRetrospectorTaskRole", "Arn"] },
    });
    const larger = edited("{ cpu: 1024, memory: 2048 }", "{ cpu: 2048, memory: 8192 }");
    expect(resourceOf(larger, "TaskDefinition", "job/retrospector/task-definition")).toMatchObject({
      cpuUnits: 2048,
      memoryMiB: 8192,
    });
  });

  // proves RET-5
  it("has one container with an image of any registry, logs and variables", () => {
    expect(container).toMatchObject({
      Image: { Ref: "RetrospectorImage" },
      LogConfiguration: {
        LogDriver: "awslogs",
        Options: {
          "awslogs-group": { Ref: "JobRetrospectorLogGroup" },
          "awslogs-stream-prefix": "retrospector",
        },
      },
    });
    expect(job.Parameters?.["RetrospectorImage"]?.Default).toBe(
      "public.ecr.aws/amazonlinux/amazonlinux:latest",
    );
    expect(properties(job, "AWS::Logs::LogGroup", "JobRetrospectorLogGroup")["LogGroupName"]).toBe(
      "/ecs/retro/retrospector",
    );
  });

  it("takes another variable without a change of anything else", () => {
    const before = JSON.stringify(planOf(manifest));
    const after = JSON.stringify(edited("    environment:\n", '    environment:\n      A_NEW_ONE: "1"\n'));
    expect(after.replace('{"name":"A_NEW_ONE","value":"1"},', "")).toBe(before);
  });
});

describe("its fan-out", () => {
  const machine = properties(job, "AWS::StepFunctions::StateMachine", "JobRetrospectorStateMachine");
  const text = JSON.stringify(machine["DefinitionString"]).replaceAll("\\", "");

  // proves RET-7
  it("is a distributed map over the list in S3", () => {
    expect(text).toContain('"Mode":"DISTRIBUTED"');
    expect(text).toContain('"MaxConcurrency":20,"ToleratedFailurePercentage":1');
    expect(text).toContain(":states:::s3:getObject");
    expect(text).toContain('"Key":"items.json"');
    expect(text).toContain(":states:::ecs:runTask.sync");
  });

  it("is started by one command, of which the template tells the ARN", () => {
    expect(job.Outputs?.["RetrospectorStateMachineArn"]?.Value).toEqual({
      Ref: "JobRetrospectorStateMachine",
    });
  });
});

describe("its templates", () => {
  // proves RET-8
  it("are all there, and none refers to what is not", () => {
    expect([...templates.keys()]).toEqual(["network", "platform", "data", "job-retrospector"]);
    for (const template of templates.values()) {
      const known = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})]);
      const referred = [...JSON.stringify(template).matchAll(/"Ref":"([^"]+)"/g)].map(
        ([, name = ""]) => name,
      );
      expect(referred.filter((name) => !known.has(name) && !name.startsWith("AWS::"))).toEqual([]);
    }
  });
});
