import { Annotations, Match } from "aws-cdk-lib/assertions";
import { AttributeType, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { type IRepository, Repository } from "aws-cdk-lib/aws-ecr";
import { ApplicationLoadBalancer, ListenerAction } from "aws-cdk-lib/aws-elasticloadbalancingv2";
import { type IRole, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { describe, expect, it } from "vitest";
import { Longshore, type LongshoreImports } from "../../src/cdk/index.js";
import { surroundings } from "./constructs.js";
import { allOf, emptyApp, emptyStack, propertiesOf, synthesized } from "./synthesized.js";

const file = "longshore.yaml";

describe("constructs for several", () => {
  const keyed = `application: shop
resources:
  Files: { type: s3, versioning: true, lifecycle: { expire: 90d } }
  Orders: { type: dynamodb, partitionKey: id, ttl: expires }
  Events: { type: sns, subscribers: { Inbox: { raw: true } } }
  Inbox: { type: sqs, retries: false }
  Token: { type: secret }
  Key: { type: kms }
services:
  api: { image: nginx, access: { Files: read-write, Orders: read, Events: send, Inbox: consume, Token: read }, exec: false }
`;

  it("bring the keys that encrypt them", () => {
    const stack = emptyStack(emptyApp(), { account: "111111111111", region: "eu-west-1" });
    const key = new Key(stack, "Key");
    const made = {
      Files: new Bucket(stack, "Files", { encryption: BucketEncryption.KMS, encryptionKey: key as never }),
      Orders: new TableV2(stack, "Orders", {
        partitionKey: { name: "id", type: AttributeType.STRING },
        encryption: TableEncryptionV2.customerManagedKey(key as never),
      }),
      Events: new Topic(stack, "Events", { masterKey: key as never }),
      Inbox: new Queue(stack, "Inbox", { encryptionMasterKey: key as never }),
      Token: new Secret(stack, "Token", { encryptionKey: key as never }),
      Key: key,
    };
    const resources = made as unknown as NonNullable<LongshoreImports["resources"]>;
    new Longshore(stack, "Shop", { manifest: { file, text: keyed }, imports: { resources } });
    const template = synthesized(stack);
    for (const type of [
      "S3::Bucket",
      "DynamoDB::GlobalTable",
      "SNS::Topic",
      "SQS::Queue",
      "SecretsManager::Secret",
      "KMS::Key",
    ]) {
      expect(allOf(template, `AWS::${type}`).length, type).toBe(1);
    }
    const policy = JSON.stringify(template.Resources["ServiceApiTaskRole"]?.Properties["Policies"]);
    expect(policy).toContain(JSON.stringify(stack.resolve(key.keyArn)));
    expect(policy).toContain("kms:Decrypt");
    expect(allOf(template, "AWS::SNS::Subscription")[0]?.Properties).toMatchObject({
      TopicArn: stack.resolve(made.Events.topicArn),
      Endpoint: stack.resolve(made.Inbox.queueArn),
    });
  });

  it("may be roles of the code", () => {
    const stack = emptyStack();
    const taskRole = new Role(stack, "Role", { assumedBy: new ServicePrincipal("ecs-tasks.amazonaws.com") });
    const imports = { taskRoles: { api: taskRole as unknown as IRole } };
    const manifest = { file, text: "application: shop\nservices: { api: { image: nginx } }\n" };
    const shop = new Longshore(stack, "Shop", { manifest, imports });
    new Bucket(stack, "Bucket").grantRead(shop.service("api"));
    const template = synthesized(stack);
    const { TaskRoleArn } = propertiesOf(template, "ServiceApiTaskDefinition");
    expect(TaskRoleArn).toEqual(stack.resolve(taskRole.roleArn));
    expect(template.Resources["ServiceApiTaskRole"]).toBeUndefined();
    expect(allOf(template, "AWS::IAM::Policy")[0]?.Properties["Roles"]).toEqual(
      [stack.resolve(taskRole.roleName)].map((name) => name),
    );
    const policies = Object.entries(template.Resources).filter(([, { Type }]) => Type === "AWS::IAM::Policy");
    expect(template.Resources["ServiceApiService"]?.DependsOn).toEqual(
      expect.arrayContaining(policies.map(([id]) => id)),
    );
  });

  it("are warned of where a grant to them does nothing", () => {
    const stack = emptyStack();
    const arn = "arn:aws:iam::111111111111:role/teams/api";
    const api = Role.fromRoleArn(stack, "Role", arn, { mutable: false });
    const manifest = { file, text: "application: shop\nservices: { api: { image: nginx, exec: false } }\n" };
    new Longshore(stack, "Shop", { manifest, imports: { taskRoles: { api } } });
    Annotations.fromStack(stack).hasWarning(
      "/Stack/Shop",
      Match.stringLikeRegexp("imports.taskRoles.api cannot be changed"),
    );
  });

  it("may be several load balancers", () => {
    const stack = emptyStack();
    const { vpc, listener } = surroundings(stack);
    const inner = new ApplicationLoadBalancer(stack, "Inner", { vpc }).addListener("Http", {
      port: 80,
      open: false,
      defaultAction: ListenerAction.fixedResponse(404),
    });
    const manifest = {
      file,
      text: `application: shop
ingress: { outer: { http: serve }, inner: { scheme: internal } }
services:
  api: { image: nginx, port: 80, route: { ingress: outer, path: /* } }
  admin: { image: nginx, port: 81, route: { ingress: inner, path: /* } }
`,
    };
    new Longshore(stack, "Shop", {
      manifest,
      imports: { vpc, ingresses: { outer: { listener }, inner: { listener: inner } } },
    });
    const template = synthesized(stack);
    const rules = allOf(template, "AWS::ElasticLoadBalancingV2::ListenerRule").map(
      ({ Properties }) => Properties["ListenerArn"],
    );
    expect(rules).toEqual([stack.resolve(inner.listenerArn), stack.resolve(listener.listenerArn)]);
    const egress = allOf(template, "AWS::EC2::SecurityGroupEgress").map(
      ({ Properties }) => Properties["ToPort"],
    );
    expect(egress.sort()).toEqual([80, 81]);
    const wrong = (imports: LongshoreImports) => () =>
      new Longshore(emptyStack(), "Shop", { manifest, imports });
    expect(wrong({ listener })).toThrow(/the manifest has several load balancers/);
    expect(wrong({ ingresses: { outre: { listener } } })).toThrow(/did you mean "outer"/);
  });
});

describe("a job", () => {
  it("has handles as a service has", () => {
    const stack = emptyStack();
    const manifest = {
      file,
      text: "application: shop\njobs: { nightly: { image: { build: . }, schedule: rate(1 day) } }\nservices: { api: { image: nginx } }\n",
    };
    const imports = {
      repositories: { nightly: new Repository(stack, "Repository") as unknown as IRepository },
    };
    const shop = new Longshore(stack, "Shop", { manifest, imports });
    const job = shop.job("nightly");
    job.stateMachine.grantStartExecution(shop.service("api"));
    new Bucket(stack, "Bucket").grantWrite(job);
    const template = synthesized(stack);
    const policies = allOf(template, "AWS::IAM::Policy").map(({ Properties }) => Properties["Roles"]);
    expect(policies).toEqual(
      expect.arrayContaining([[{ Ref: "ServiceApiTaskRole" }], [{ Ref: "JobNightlyTaskRole" }]]),
    );
    const { DependsOn = [] } = template.Resources["JobNightlyStateMachine"] ?? {};
    expect([...DependsOn].map((id) => template.Resources[id]?.Type)).toContain("AWS::IAM::Policy");
    expect(job.repository).toBe(imports.repositories.nightly);
    expect(stack.resolve(job.cfnStateMachine.ref)).toEqual({ Ref: "JobNightlyStateMachine" });
  });
});
