import { Aspects, CfnResource, type IAspect, Stack } from "aws-cdk-lib";
import { AttributeType, Table } from "aws-cdk-lib/aws-dynamodb";
import { Port } from "aws-cdk-lib/aws-ec2";
import { CfnService, CfnTaskDefinition } from "aws-cdk-lib/aws-ecs";
import { type IGrantable, type IRole, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Bucket, BucketEncryption, type IBucket } from "aws-cdk-lib/aws-s3";
import type { IConstruct } from "constructs";
import { describe, expect, it } from "vitest";
import { Longshore, LongshoreError, LongshoreStacks, type ManifestProps } from "../../src/cdk/index.js";
import { groupIn, vpcIn } from "./constructs.js";
import { allOf, emptyApp, emptyStack, type Synthesized, synthesized } from "./synthesized.js";

const text = `application: shop
resources:
  Files: { type: s3 }
  Token: { type: secret }
services:
  api: { image: { build: . }, port: 8080, route: /*, access: { Files: read }, egress: [{ cidr: 10.0.0.0/8, port: 443 }] }
  worker: { image: nginx }
`;
const manifest = { file: "longshore.yaml", text };

interface Host {
  readonly stack: Stack;
  readonly shop: Longshore;
}

function host(props: Partial<ManifestProps> = {}, stack: Stack = emptyStack()): Host {
  return { stack, shop: new Longshore(stack, "Shop", { manifest, ...props }) };
}

interface Policy {
  readonly Roles: unknown;
  readonly PolicyDocument: {
    readonly Statement: readonly { Effect: string; Action: string[]; Resource: unknown }[];
  };
}

function policies(template: Synthesized): readonly unknown[] {
  return allOf(template, "AWS::IAM::Policy").map(({ Properties }) => Properties);
}

describe("a grant to a service", () => {
  it("is a policy of its task role that the service waits for", () => {
    const { stack, shop } = host();
    const table = new Table(stack, "Table", { partitionKey: { name: "id", type: AttributeType.STRING } });
    table.grantReadWriteData(shop.service("api").taskRole);
    table.grant(shop.service("worker"), "dynamodb:Query");
    const template = synthesized(stack);
    const arn = { "Fn::GetAtt": ["TableCD117FA1", "Arn"] };
    const actions = [
      "BatchGetItem",
      "Query",
      "GetItem",
      "Scan",
      "ConditionCheckItem",
      "BatchWriteItem",
      "PutItem",
    ];
    const readWrite = [...actions, "UpdateItem", "DeleteItem", "DescribeTable"].map(
      (action) => `dynamodb:${action}`,
    );
    const [api, worker] = allOf(template, "AWS::IAM::Policy").map(
      ({ Properties }) => Properties,
    ) as unknown as readonly Policy[];
    expect(api?.Roles).toEqual([{ Ref: "ServiceApiTaskRole" }]);
    const granted = api?.PolicyDocument.Statement.flatMap(({ Action }) => Action) ?? [];
    expect(granted).toEqual(expect.arrayContaining(readWrite));
    expect(api?.PolicyDocument.Statement.map(({ Effect, Resource }) => [Effect, Resource])).toEqual(
      api?.PolicyDocument.Statement.map(() => ["Allow", [arn]]),
    );
    expect(worker).toEqual({
      PolicyName: expect.any(String),
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: [{ Action: "dynamodb:Query", Effect: "Allow", Resource: [arn] }],
      },
      Roles: [{ Ref: "ServiceWorkerTaskRole" }],
    });
    for (const name of ["Api", "Worker"]) {
      const dependencies = template.Resources[`Service${name}Service`]?.DependsOn ?? [];
      const waitsFor = [...dependencies]
        .map((id) => template.Resources[id])
        .filter((each) => each?.Type === "AWS::IAM::Policy");
      expect(waitsFor.map((each) => each?.Properties["Roles"])).toEqual([
        [{ Ref: `Service${name}TaskRole` }],
      ]);
    }
  });

  it("makes no circle of role and encryption key", () => {
    const { stack, shop } = host();
    const key = new Key(stack, "Key");
    const bucket = new Bucket(stack, "Bucket", {
      encryption: BucketEncryption.KMS,
      encryptionKey: key as never,
    });
    bucket.grantReadWrite(shop.service("api"));
    const template = synthesized(stack);
    const [made] = allOf(template, "AWS::KMS::Key");
    expect(JSON.stringify(made?.Properties["KeyPolicy"])).not.toContain("ServiceApiTaskRole");
    expect(JSON.stringify(policies(template))).toContain("kms:Decrypt");
  });

  it("reaches a role in another stack", () => {
    const app = emptyApp();
    const data = new Stack(app, "Data");
    const bucket = new Bucket(data, "Bucket");
    const shop = new LongshoreStacks(app, "Shop", { manifest });
    bucket.grantRead(shop.service("api"));
    const template = synthesized(shop.stack("service-api"));
    expect(policies(template)).toMatchObject([{ Roles: [{ Ref: "ServiceApiTaskRole" }] }]);
    expect(policies(synthesized(data))).toEqual([]);
  });
});

describe("connections of a service", () => {
  it("become rules of both groups", () => {
    const { stack, shop } = host();
    const database = groupIn(stack, "Database", vpcIn(stack));
    shop.service("api").connections.allowTo(database, Port.tcp(5432), "Orders");
    shop.service("api").connections.allowDefaultPortFrom(database);
    const template = synthesized(stack);
    const rules = (type: string): readonly unknown[] =>
      allOf(template, type).map(({ Properties }) => Properties);
    const own = { "Fn::GetAtt": ["ServiceApiSecurityGroup", "GroupId"] };
    const other = stack.resolve(database.securityGroupId);
    const orders = { Description: "Orders", IpProtocol: "tcp", FromPort: 5432, ToPort: 5432 };
    expect(rules("AWS::EC2::SecurityGroupEgress")).toContainEqual({
      ...orders,
      GroupId: own,
      DestinationSecurityGroupId: other,
    });
    expect(rules("AWS::EC2::SecurityGroupIngress")).toContainEqual({
      ...orders,
      GroupId: other,
      SourceSecurityGroupId: own,
    });
    expect(rules("AWS::EC2::SecurityGroupIngress")).toContainEqual(
      expect.objectContaining({ GroupId: own, SourceSecurityGroupId: other, FromPort: 8080 }),
    );
    const waitsFor = [...(template.Resources["ServiceApiService"]?.DependsOn ?? [])].map(
      (id) => template.Resources[id]?.Type,
    );
    expect(waitsFor).toEqual(
      expect.arrayContaining(["AWS::EC2::SecurityGroupEgress", "AWS::EC2::SecurityGroupIngress"]),
    );
  });

  it("add no rule beside one that lets everything out", () => {
    const { stack, shop } = host();
    const group = groupIn(stack, "Database", vpcIn(stack));
    shop.service("worker").connections.allowTo(group, Port.tcp(5432));
    const template = synthesized(stack);
    const egress = allOf(template, "AWS::EC2::SecurityGroupEgress").map(
      ({ Properties }) => Properties["GroupId"],
    );
    expect(egress).not.toContainEqual({ "Fn::GetAtt": ["ServiceWorkerSecurityGroup", "GroupId"] });
  });
});

describe("handles", () => {
  const { stack, shop } = host();
  const api = shop.service("api");

  it("are what the template has", () => {
    expect(api.service).toBeInstanceOf(CfnService);
    expect(api.cfnTaskDefinition).toBeInstanceOf(CfnTaskDefinition);
    const resolved = stack.resolve([
      ...[api.executionRole.roleName, api.targetGroup?.targetGroupArn, api.logGroup.logGroupName],
      ...[
        api.repository?.repositoryName,
        api.taskDefinition.taskDefinitionArn,
        api.securityGroup.securityGroupId,
      ],
    ]) as unknown[];
    expect(resolved).toEqual([
      ...[
        { Ref: "ServiceApiExecutionRole" },
        { Ref: "ServiceApiTargetGroup" },
        { Ref: "ServiceApiLogGroup" },
      ],
      ...[
        { Ref: "RegistryApi" },
        { Ref: "ServiceApiTaskDefinition" },
        { "Fn::GetAtt": ["ServiceApiSecurityGroup", "GroupId"] },
      ],
    ]);
    expect([shop.service("worker").targetGroup, shop.service("worker").repository]).toEqual([
      undefined,
      undefined,
    ]);
    expect(shop.service("api")).toBe(api);
  });

  it("of resources take grants", () => {
    const { stack, shop } = host();
    const reader: IGrantable = new Role(stack, "Reader", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
    }) as unknown as IRole;
    shop.bucket("Files").grantRead(reader);
    shop.secret("Token").grantRead(reader);
    const template = synthesized(stack);
    expect(policies(template)).toMatchObject([
      {
        PolicyDocument: {
          Statement: [
            {
              Resource: [
                { "Fn::GetAtt": ["DataFiles", "Arn"] },
                { "Fn::Join": ["", [{ "Fn::GetAtt": ["DataFiles", "Arn"] }, "/*"]] },
              ],
            },
            {
              Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
              Resource: { Ref: "DataToken" },
            },
          ],
        },
      },
    ]);
    const guarded = allOf(template, "AWS::S3::BucketPolicy").map(({ Properties }) => Properties["Bucket"]);
    expect(guarded.filter((each) => JSON.stringify(each) === '{"Ref":"DataFiles"}')).toHaveLength(1);
    expect(shop.bucket("Files")).toBe(shop.bucket("Files"));
  });

  it("of a resource that the app brought are the app's own", () => {
    const stack = emptyStack();
    const bucket = new Bucket(stack, "Bucket") as unknown as IBucket;
    const { shop } = host({ imports: { resources: { Files: bucket } } }, stack);
    expect(shop.bucket("Files")).toBe(bucket);
  });

  it("of anything are typed by its class", () => {
    expect(shop.resource("service/api/service", CfnService).serviceName).toBe("shop-api");
    expect(shop.resource("data/Files").cfnResourceType).toBe("AWS::S3::Bucket");
  });

  it.each<[what: string, ask: () => unknown, message: RegExp]>([
    ["service", () => shop.service("apii"), /no service "apii"[\s\S]*did you mean "api"/],
    ["job", () => shop.job("nightly"), /no job "nightly"[\s\S]*it has none/],
    ["bucket", () => shop.bucket("Fils"), /makes no bucket "Fils"[\s\S]*did you mean "Files"/],
    ["table", () => shop.table("Files"), /makes no table "Files"[\s\S]*it makes none/],
    [
      "resource",
      () => shop.resource("service/api/servic"),
      /no resource "service\/api\/servic"[\s\S]*did you mean "service\/api\/service"/,
    ],
    [
      "class",
      () => shop.resource("data/Files", CfnService),
      /data\/Files is a AWS::S3::Bucket, not a CfnService/,
    ],
  ])("are not had for an unknown %s", (_, ask, message) => {
    expect(ask).toThrow(LongshoreError);
    expect(ask).toThrow(message);
  });
});

describe("escape hatches", () => {
  it("reach every resource", () => {
    const { stack, shop } = host();
    shop.service("worker").service.addPropertyOverride("PlatformVersion", "1.4.0");
    const seen: string[] = [];
    const aspect: IAspect = {
      visit: (node: IConstruct) => {
        if (CfnResource.isCfnResource(node)) seen.push(String(stack.resolve(node.logicalId)));
      },
    };
    Aspects.of(stack).add(aspect);
    const { Resources } = synthesized(stack);
    expect(Resources["ServiceWorkerService"]?.Properties["PlatformVersion"]).toBe("1.4.0");
    expect(seen.sort()).toEqual(Object.keys(Resources).sort());
  });
});
