import { App, Fn, Stack } from "aws-cdk-lib";
import { type ISubnet, SecurityGroup, SubnetType, Vpc } from "aws-cdk-lib/aws-ec2";
import { type IRepository, Repository } from "aws-cdk-lib/aws-ecr";
import { ApplicationListener, ApplicationLoadBalancer } from "aws-cdk-lib/aws-elasticloadbalancingv2";
import { Bucket, type IBucket } from "aws-cdk-lib/aws-s3";
import { describe, expect, it } from "vitest";
import { Longshore, type LongshoreImports, LongshoreStacks } from "../../src/cdk/index.js";
import { surroundings, vpcIn } from "./constructs.js";
import { allOf, emptyApp, emptyStack, environmentOf, subnetsOf, synthesized } from "./synthesized.js";

const file = "longshore.yaml";
const text = `application: shop
network: { zones: 3, nat: single }
resources:
  Files: { type: s3 }
  Database: { type: postgres, import: { securityGroup: sg-0fedcba9876543210 } }
  Disk: { type: efs }
services:
  api:
    image: { build: services/api, tag: "1.2" }
    port: 8080
    route: /*
    environment: { DATABASE: "\${resources.Database.host}", WORKER: "\${services.worker.url}" }
    access: { Files: read }
    connects: [Database, worker]
    volumes: { data: { efs: Disk, path: /data } }
  worker: { image: nginx, port: 9000, kind: backend }
`;

function importsOf(stack: Stack): LongshoreImports {
  const { databaseGroup, fileSystem, fileSystemGroup, ...network } = surroundings(stack);
  return {
    ...network,
    repositories: { api: new Repository(stack, "Repository") as unknown as IRepository },
    resources: {
      Files: new Bucket(stack, "Bucket") as unknown as IBucket,
      Database: { securityGroup: databaseGroup, host: "db.example.com", port: 6432 },
      Disk: { fileSystem, securityGroup: fileSystemGroup },
    },
  };
}

describe("constructs of the app", () => {
  const stack = emptyStack();
  const imports = importsOf(stack);
  const bucket = imports.resources?.["Files"] as IBucket;
  new Longshore(stack, "Shop", { manifest: { file, text }, imports });
  const template = synthesized(stack);
  const { Resources } = template;

  it("take the place of what would be made", () => {
    const own = (type: string): readonly string[] =>
      Object.entries(Resources).flatMap(([id, { Type }]) =>
        Type === type && /^(?:Network|Platform|Data|Registry)/.test(id) ? [id] : [],
      );
    for (const type of [
      "AWS::EC2::VPC",
      "AWS::EC2::Subnet",
      "AWS::ECS::Cluster",
      "AWS::EFS::FileSystem",
      "AWS::S3::Bucket",
    ]) {
      expect(own(type), type).toEqual([]);
    }
    expect(Object.keys(Resources).filter((id) => /^(?:Network|Registry)/.test(id))).toEqual([]);
  });

  it("fill the parameters of the template, all but those of a deploy", () => {
    expect(template.Parameters).toEqual({
      ApiImageTag: { Type: "String", Description: "Tag of the image of api", Default: "1.2" },
      WorkerImage: { Type: "String", Description: "Image of worker, with tag or digest", Default: "nginx" },
    });
  });

  it("place the tasks", () => {
    expect(Resources["ServiceApiService"]?.Properties["NetworkConfiguration"]).toMatchObject({
      AwsvpcConfiguration: {
        AssignPublicIp: "DISABLED",
        Subnets: imports.vpc?.privateSubnets.map(({ subnetId }) => stack.resolve(subnetId)),
      },
    });
    expect(Resources["ServiceApiService"]?.Properties["Cluster"]).toEqual(
      stack.resolve(imports.cluster?.clusterName),
    );
    expect(Resources["ServiceWorkerSecurityGroup"]?.Properties["VpcId"]).toEqual(
      stack.resolve(imports.vpc?.vpcId),
    );
    const discovery = allOf(template, "AWS::ServiceDiscovery::Service").map(({ Properties }) => Properties);
    expect(discovery).toMatchObject([{ NamespaceId: stack.resolve(imports.namespace?.namespaceId) }]);
    expect(
      allOf(template, "AWS::ECS::ClusterCapacityProviderAssociations")[0]?.Properties["CapacityProviders"],
    ).toEqual([...["FARGATE", "FARGATE_SPOT"]]);
  });

  it("lead the routes to the tasks", () => {
    expect(Resources["ServiceApiSharedRule"]?.Properties["ListenerArn"]).toEqual(
      stack.resolve(imports.listener?.listenerArn),
    );
    const [balancerGroup] = imports.listener?.connections.securityGroups ?? [];
    const egress = allOf(template, "AWS::EC2::SecurityGroupEgress").map(({ Properties }) => Properties);
    expect(egress).toEqual([
      {
        Description: "Tasks of api",
        DestinationSecurityGroupId: { "Fn::GetAtt": ["ServiceApiSecurityGroup", "GroupId"] },
        FromPort: 8080,
        GroupId: stack.resolve(balancerGroup?.securityGroupId),
        IpProtocol: "tcp",
        ToPort: 8080,
      },
    ]);
    expect(Resources["ServiceApiSecurityGroup"]?.Properties["SecurityGroupIngress"]).toMatchObject([
      { SourceSecurityGroupId: stack.resolve(balancerGroup?.securityGroupId), FromPort: 8080 },
    ]);
  });

  it("are waited for", () => {
    const dependencies = Resources["ServiceApiService"]?.DependsOn ?? [];
    expect(dependencies).toEqual(
      expect.arrayContaining(["ServiceApiConnectsDatabaseIngress", "ServiceApiSharedRule"]),
    );
    const ofType = (type: string): readonly string[] =>
      [...dependencies].filter((id) => Resources[id]?.Type === type);
    expect(ofType("AWS::EC2::Route")).toHaveLength(4);
    expect(ofType("AWS::EC2::SecurityGroupEgress")).toHaveLength(1);
    expect(ofType("AWS::EFS::MountTarget")).toHaveLength(2);
    expect(Resources["ServiceWorkerService"]?.DependsOn ?? []).not.toContain(
      ofType("AWS::EFS::MountTarget")[0],
    );
  });

  it("are what resources of the manifest are", () => {
    const bucketArn = `arn:\${AWS::Partition}:s3:::\${ImportFilesBucket}`;
    const policy = JSON.stringify(Resources["ServiceApiTaskRole"]?.Properties["Policies"]);
    expect(policy).toContain("s3:GetObject");
    expect(policy).toContain(JSON.stringify(stack.resolve(bucket.bucketName)).slice(1, -1));
    expect(policy).toContain(bucketArn);
    expect(Resources["ServiceApiConnectsDatabaseIngress"]?.Properties).toMatchObject({
      FromPort: 6432,
      ToPort: 6432,
    });
    expect(environmentOf(template, "ServiceApiTaskDefinition")).toEqual([
      { Name: "DATABASE", Value: "db.example.com" },
      { Name: "WORKER", Value: "http://worker.shop.internal:9000" },
    ]);
  });
});

describe("subnets", () => {
  const manifest = {
    file,
    text: "application: shop\nservices: { api: { image: nginx, subnets: agents } }\n",
  };

  it("may be selected or listed under names of the app's own", () => {
    const stack = emptyStack();
    const vpc = vpcIn(stack);
    const agents = { subnetType: SubnetType.PUBLIC };
    new Longshore(stack, "Shop", { manifest, imports: { vpc, subnets: { agents } } });
    expect(subnetsOf(synthesized(stack), "ServiceApiService")).toEqual(
      vpc.publicSubnets.map(({ subnetId }) => stack.resolve(subnetId)),
    );
  });

  it("may be a list that only AWS knows", () => {
    const stack = emptyStack();
    const ids = Fn.split(",", Fn.importValue("PrivateSubnetIds"));
    const zones = ["eu-west-1a"];
    const vpc = Vpc.fromVpcAttributes(stack, "Vpc", {
      vpcId: "vpc-1",
      availabilityZones: zones,
      privateSubnetIds: ids,
    });
    new Longshore(stack, "Shop", {
      manifest: { file, text: "application: shop\nservices: { api: { image: nginx } }\n" },
      imports: { vpc },
    });
    expect(subnetsOf(synthesized(stack), "ServiceApiService")).toEqual({
      "Fn::Split": [",", { "Fn::ImportValue": "PrivateSubnetIds" }],
    });
  });

  it("are those of the manifest where the app gives none", () => {
    const stack = emptyStack();
    const network = "network: { import: { vpc: vpc-0123456789abcdef0, privateSubnets: ssm:/net/private } }";
    const cluster = surroundings(stack).cluster;
    new Longshore(stack, "Shop", {
      manifest: { file, text: `application: shop\n${network}\nservices: { api: { image: nginx } }\n` },
      imports: { cluster },
    });
    expect(subnetsOf(synthesized(stack), "ServiceApiService")).toEqual({ Ref: "NetPrivate" });
  });

  it("cannot be selected without a VPC", () => {
    const stack = emptyStack();
    const imports = { subnets: { agents: { subnetType: SubnetType.PUBLIC } as readonly ISubnet[] | object } };
    expect(() => new Longshore(stack, "Shop", { manifest, imports })).toThrow(/imports\.vpc is not given/);
  });
});

describe("a load balancer that was imported", () => {
  it("is told from its listener's ARN", () => {
    const stack = emptyStack();
    const listenerArn =
      "arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/shared/50dc6c495c0c9188/f2f7dc8efc522ab2";
    const listener = ApplicationListener.fromApplicationListenerAttributes(stack, "Listener", {
      listenerArn,
      securityGroup: SecurityGroup.fromSecurityGroupId(stack, "Group", "sg-0123456789abcdef0"),
    });
    const loadBalancer = ApplicationLoadBalancer.fromApplicationLoadBalancerAttributes(stack, "Balancer", {
      loadBalancerArn:
        "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/shared/50dc6c495c0c9188",
      securityGroupId: "sg-0123456789abcdef0",
    });
    const manifest = {
      file,
      text: "application: shop\nservices: { api: { image: nginx, port: 80, route: /*, scale: { max: 3, requests: 500 } } }\n",
    };
    new Longshore(stack, "Shop", { manifest, imports: { listener, loadBalancer } });
    const template = synthesized(stack);
    expect(JSON.stringify(allOf(template, "AWS::CloudWatch::Alarm"))).toContain(
      '["app/","shared","/","50dc6c495c0c9188"]',
    );
    expect(allOf(template, "AWS::EC2::SecurityGroupEgress")).toEqual([]);
  });
});

describe("an app of several stacks", () => {
  it("passes constructs from stack to stack", () => {
    const app = emptyApp();
    const shared = new Stack(app, "Shared");
    const imports = importsOf(shared);
    const host = new LongshoreStacks(app, "Shop", { manifest: { file, text }, imports });
    const assembly = app.synth();
    expect(host.stacks.map(({ stackName }) => stackName)).toEqual([
      "shop-platform",
      "shop-service-worker",
      "shop-service-api",
    ]);
    const api = assembly.getStackByName("shop-service-api");
    expect(api.dependencies.map(({ id }) => id)).toContain("Shared");
    expect(JSON.stringify(api.template.Resources.ServiceApiService)).toMatch(
      /Fn::ImportValue":"Shared:ExportsOutputRefVpcPrivateSubnet1/,
    );
  });

  it("takes tokens as variables", () => {
    const app = new App();
    const shared = new Stack(app, "Shared");
    const bucket = new Bucket(shared, "Bucket");
    const stack = emptyStack(app);
    const manifest = {
      file,
      text: 'application: shop\nvariables: { URL: none, PORT: 1 }\nservices: { api: { image: nginx, environment: { A: "${variables.URL}/x", P: "${variables.PORT}", N: "${variables.NOTE}" } } }\n',
    };
    const variables = { URL: `https://${bucket.bucketName}.example.com`, PORT: 8080, NOTE: "costs ${5}" };
    new Longshore(stack, "Shop", { manifest, variables });
    const name = { "Fn::ImportValue": expect.stringMatching(/^Shared:ExportsOutputRefBucket/) };
    expect(environmentOf(synthesized(stack), "ServiceApiTaskDefinition")).toEqual([
      {
        Name: "A",
        Value: {
          "Fn::Sub": [
            "${VariableUrl}/x",
            { VariableUrl: { "Fn::Join": ["", ["https://", name, ".example.com"]] } },
          ],
        },
      },
      { Name: "N", Value: { "Fn::Join": ["", ["costs $", "{5}"]] } },
      { Name: "P", Value: "8080" },
    ]);
  });
});
