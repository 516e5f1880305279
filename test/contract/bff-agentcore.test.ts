import { describe, expect, it } from "vitest";
import type { JsonObject, Template } from "../../src/cloudformation/index.js";
import { allOfType, properties, ssmPath, templatesOf } from "../support/template-of.js";

const templates = new Map(["dev", "test", "prod"].map((name) => [name, templateOf(name)]));
const dev = templates.get("dev") as Template;
const groupType = "AWS::EC2::SecurityGroup";

function templateOf(environment: string): Template {
  const [template, ...others] = templatesOf("bff-agentcore", environment).values();
  if (template === undefined || others.length > 0) throw new TypeError("the system is one stack");
  return template;
}

function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce((inner, key) => (inner as Readonly<Record<string | number, unknown>>)?.[key], value);
}

function statements(role: string): readonly { Action: string[]; Resource: unknown[]; Sid: string }[] {
  const policies = properties(dev, "AWS::IAM::Role", role)["Policies"] as readonly JsonObject[];
  return policies.flatMap((policy) => at(policy, "PolicyDocument", "Statement") as never);
}

function actions(role: string): readonly string[] {
  return statements(role)
    .flatMap((statement) => statement.Action)
    .sort();
}

describe("cluster contract", () => {
  // proves BFF-T011, BFF-T012, BFF-T013, BFF-T014, BFF-T017
  it("has Container Insights and both Fargate providers at 70 and 30", () => {
    expect(properties(dev, "AWS::ECS::Cluster", "PlatformCluster")).toMatchObject({
      ClusterSettings: [{ Name: "containerInsights", Value: "enabled" }],
      CapacityProviders: ["FARGATE", "FARGATE_SPOT"],
      DefaultCapacityProviderStrategy: [
        { CapacityProvider: "FARGATE", Weight: 70 },
        { CapacityProvider: "FARGATE_SPOT", Weight: 30 },
      ],
    });
  });

  // proves BFF-T015, BFF-T016
  it("gives its ARN and name", () => {
    expect(dev.Outputs).toMatchObject({
      ClusterArn: { Value: { "Fn::GetAtt": ["PlatformCluster", "Arn"] } },
      ClusterName: { Value: { Ref: "PlatformCluster" } },
    });
  });
});

describe("task definition contract", () => {
  // proves BFF-T001, BFF-T022, BFF-T023, BFF-T026
  it.each([
    ["dev", "512", "1024"],
    ["test", "1024", "2048"],
    ["prod", "2048", "4096"],
  ])("has the size of %s", (environment, cpu, memory) => {
    const template = templates.get(environment) as Template;
    for (const [id, port] of [
      ["ServiceBffTaskDefinition", 3000],
      ["ServiceAgentcoreTaskDefinition", 8080],
    ] as const) {
      const definition = properties(template, "AWS::ECS::TaskDefinition", id);
      expect(definition).toMatchObject({ Cpu: cpu, Memory: memory, NetworkMode: "awsvpc" });
      expect(at(definition, "ContainerDefinitions", 0, "PortMappings", 0, "ContainerPort")).toBe(port);
    }
  });

  // proves BFF-T024, BFF-T025
  it("gives the ARNs of task definitions and task roles", () => {
    for (const name of ["Bff", "Agentcore"]) {
      expect(at(dev.Outputs, `${name}TaskDefinitionArn`, "Value")).toEqual({
        Ref: `Service${name}TaskDefinition`,
      });
      expect(at(dev.Outputs, `${name}TaskRoleArn`, "Value")).toEqual({
        "Fn::GetAtt": [`Service${name}TaskRole`, "Arn"],
      });
    }
  });

  // proves BFF-T020, BFF-T021
  it("keeps logs for seven days", () => {
    const groups = allOfType(dev, "AWS::Logs::LogGroup");
    expect(Object.values(groups).map((group) => [group["LogGroupName"], group["RetentionInDays"]])).toEqual([
      ["/ecs/bff-dev/agentcore", 7],
      ["/ecs/bff-dev/bff", 7],
    ]);
  });

  // proves BFF-T050, BFF-T051
  it("takes its images from the repositories of the storage stack", () => {
    const image = (id: string): string =>
      JSON.stringify(at(properties(dev, "AWS::ECS::TaskDefinition", id), "ContainerDefinitions", 0, "Image"));
    expect(image("ServiceBffTaskDefinition")).toContain("BffDevStorageAppRepositoryUri");
    expect(image("ServiceAgentcoreTaskDefinition")).toContain("BffDevStorageAgentRepositoryUri");
    expect(dev.Parameters?.["BffDevStorageAppRepositoryUri"]?.Default).toBe(
      "/bff/dev/storage/app-repository-uri",
    );
    expect(dev.Parameters?.["BffImageTag"]?.Default).toBe("latest");
  });
});

describe("role contract", () => {
  // proves BFF-T003, BFF-T004, BFF-T005, BFF-T052
  it.each(["ServiceBffExecutionRole", "ServiceAgentcoreExecutionRole"])(
    "%s starts tasks and does nothing else",
    (role) => {
      expect(actions(role)).toEqual([
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:GetAuthorizationToken",
        "ecr:GetDownloadUrlForLayer",
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "ssm:GetParameter",
        "ssm:GetParameters",
      ]);
      const everywhere = statements(role).filter((statement) => statement.Resource.includes("*"));
      expect(everywhere.flatMap((statement) => statement.Action)).toEqual(["ecr:GetAuthorizationToken"]);
    },
  );

  it("reads the parameters of the security stack only", () => {
    const read = statements("ServiceAgentcoreExecutionRole").find(
      (statement) => statement.Sid === "ReadParameters",
    );
    expect(read?.Resource).toEqual([
      {
        "Fn::Sub":
          "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/bff/dev/security/database-url",
      },
    ]);
  });

  // proves BFF-T018, BFF-T041
  it("lets BFF write its logs and read its parameters", () => {
    expect(actions("ServiceBffTaskRole")).toEqual([
      "logs:CreateLogStream",
      "logs:PutLogEvents",
      "ssm:GetParameter",
      "ssm:GetParameters",
      "ssm:GetParametersByPath",
    ]);
  });

  // proves BFF-T019, BFF-T042
  it("lets AgentCore invoke Bedrock, use its bucket and read its parameters", () => {
    expect(actions("ServiceAgentcoreTaskRole")).toEqual([
      "bedrock:InvokeAgent",
      "bedrock:InvokeModel",
      "bedrock:InvokeModelWithResponseStream",
      "s3:AbortMultipartUpload",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:PutObject",
      "ssm:GetParameter",
      "ssm:GetParameters",
      "ssm:GetParametersByPath",
    ]);
  });

  // proves BFF-T043, BFF-T044
  it("lets no task delete anything or change infrastructure", () => {
    for (const role of ["ServiceBffTaskRole", "ServiceAgentcoreTaskRole"]) {
      expect(
        actions(role).filter((action) =>
          /\*|Delete|Create(?!LogStream)|Update|PutBucket|iam:|ecs:/.test(action),
        ),
      ).toEqual([]);
      expect(statements(role).filter((statement) => statement.Resource.includes("*"))).toEqual([]);
    }
  });
});

describe("security group contract", () => {
  // proves BFF-T006, BFF-T027, BFF-T055
  it("lets the public load balancer alone into BFF, on 3000", () => {
    const ingress = properties(dev, groupType, "ServiceBffSecurityGroup")[
      "SecurityGroupIngress"
    ] as JsonObject[];
    expect(ingress).toHaveLength(1);
    expect(ingress[0]).toMatchObject({ IpProtocol: "tcp", FromPort: 3000, ToPort: 3000 });
    expect(ssmPath(dev, ingress[0]?.["SourceSecurityGroupId"])).toBe(
      "/bff/dev/network/public-load-balancer-security-group-id",
    );
    expect(rulesInto("ServiceBffSecurityGroup")).toEqual([]);
  });

  // proves BFF-T007, BFF-T028
  it("lets BFF alone into AgentCore, on 8080", () => {
    expect(
      properties(dev, groupType, "ServiceAgentcoreSecurityGroup")["SecurityGroupIngress"],
    ).toBeUndefined();
    expect(rulesInto("ServiceAgentcoreSecurityGroup")).toEqual([
      expect.objectContaining({
        IpProtocol: "tcp",
        FromPort: 8080,
        ToPort: 8080,
        SourceSecurityGroupId: { "Fn::GetAtt": ["ServiceBffSecurityGroup", "GroupId"] },
      }),
    ]);
  });

  // proves BFF-T029
  it("lets nobody in from the internet", () => {
    const inline = Object.values(allOfType(dev, groupType)).flatMap(
      (group) => group["SecurityGroupIngress"] ?? [],
    );
    const separate = Object.values(allOfType(dev, "AWS::EC2::SecurityGroupIngress"));
    expect(inline.length + separate.length).toBeGreaterThan(0);
    expect(JSON.stringify([inline, separate])).not.toMatch(/CidrIp|0\.0\.0\.0|::\/0/);
  });

  // proves BFF-T008, BFF-T009, BFF-T030, BFF-T053
  it("lets tasks out to the VPC endpoints on 443 and the database on 5432", () => {
    for (const id of ["ServiceBffSecurityGroup", "ServiceAgentcoreSecurityGroup"]) {
      const egress = properties(dev, groupType, id)["SecurityGroupEgress"] as JsonObject[];
      expect(
        egress.map((rule) => [
          rule["ToPort"],
          ssmPath(dev, rule["DestinationSecurityGroupId"] ?? rule["DestinationPrefixListId"]),
        ]),
      ).toEqual([
        [443, "/bff/dev/network/endpoint-security-group-id"],
        [443, "/bff/dev/network/s3-prefix-list-id"],
        [5432, "/bff/dev/database/security-group-id"],
      ]);
    }
    const separate = Object.values(allOfType(dev, "AWS::EC2::SecurityGroupEgress"));
    expect(separate).toHaveLength(1);
    expect(separate[0]).toMatchObject({
      ToPort: 8080,
      GroupId: { "Fn::GetAtt": ["ServiceBffSecurityGroup", "GroupId"] },
    });
  });

  function rulesInto(group: string): readonly JsonObject[] {
    return Object.values(allOfType(dev, "AWS::EC2::SecurityGroupIngress")).filter(
      (rule) => at(rule, "GroupId", "Fn::GetAtt", 0) === group,
    );
  }
});

describe("service contract", () => {
  // proves BFF-T031
  it("checks BFF on /api/health and routes to it from the shared listener", () => {
    expect(
      properties(dev, "AWS::ElasticLoadBalancingV2::TargetGroup", "ServiceBffTargetGroup"),
    ).toMatchObject({
      TargetType: "ip",
      HealthCheckPath: "/api/health",
      HealthCheckIntervalSeconds: 30,
      UnhealthyThresholdCount: 3,
      HealthyThresholdCount: 2,
    });
    const [rule] = Object.values(allOfType(dev, "AWS::ElasticLoadBalancingV2::ListenerRule"));
    expect(ssmPath(dev, rule?.["ListenerArn"])).toBe("/bff/dev/network/public-listener-arn");
    expect(rule?.["Priority"]).toBe(100);
  });

  // proves BFF-T032, BFF-T038
  it("finds AgentCore as agentcore.local", () => {
    expect(properties(dev, "AWS::ServiceDiscovery::PrivateDnsNamespace", "PlatformNamespace")["Name"]).toBe(
      "local",
    );
    expect(
      Object.values(allOfType(dev, "AWS::ServiceDiscovery::Service")).map((each) => each["Name"]),
    ).toEqual(["agentcore"]);
    expect(at(dev.Outputs, "AgentcoreDnsName", "Value")).toBe("agentcore.local");
    expect(at(dev.Outputs, "NamespaceId", "Value")).toEqual({ Ref: "PlatformNamespace" });
  });

  // proves BFF-T033, BFF-T034, BFF-T040, BFF-T054
  it.each([
    ["ServiceBffService", "/bff/dev/network/private-app-subnet-ids"],
    ["ServiceAgentcoreService", "/bff/dev/network/private-agent-subnet-ids"],
  ])("%s runs in its own subnets and rolls at 50 and 200 percent", (id, subnets) => {
    const service = properties(dev, "AWS::ECS::Service", id);
    expect(service["DeploymentConfiguration"]).toMatchObject({
      MinimumHealthyPercent: 50,
      MaximumPercent: 200,
    });
    const vpc = at(service, "NetworkConfiguration", "AwsvpcConfiguration");
    expect(ssmPath(dev, at(vpc, "Subnets"))).toBe(subnets);
    expect(at(vpc, "AssignPublicIp")).toBe("DISABLED");
    // Auto scaling owns the count and holds at least two, so that a deployment never shrinks the service.
    expect(service["DesiredCount"]).toBeUndefined();
  });

  // proves BFF-T035, BFF-T036
  it.each(["Bff", "Agentcore"])(
    "%s scales from 2 to 10 on CPU 70 and memory 80 with 300 s of cooldown",
    (name) => {
      const target = properties(
        dev,
        "AWS::ApplicationAutoScaling::ScalableTarget",
        `Service${name}ScalableTarget`,
      );
      expect(target).toMatchObject({ MinCapacity: 2, MaxCapacity: 10 });
      for (const [metric, value] of [
        ["Cpu", 70],
        ["Memory", 80],
      ] as const) {
        const policy = properties(
          dev,
          "AWS::ApplicationAutoScaling::ScalingPolicy",
          `Service${name}ScaleOn${metric}`,
        );
        expect(policy["TargetTrackingScalingPolicyConfiguration"]).toMatchObject({
          TargetValue: value,
          ScaleInCooldown: 300,
          ScaleOutCooldown: 300,
        });
      }
    },
  );

  // proves BFF-T037, BFF-T039
  it("gives the ARNs of both services", () => {
    expect(at(dev.Outputs, "BffServiceArn", "Value")).toEqual({ Ref: "ServiceBffService" });
    expect(at(dev.Outputs, "AgentcoreServiceArn", "Value")).toEqual({ Ref: "ServiceAgentcoreService" });
  });

  // proves BFF-T045, BFF-T046, BFF-T047, BFF-T048
  it("raises alarms on missing tasks and unhealthy targets", () => {
    const alarm = (id: string): JsonObject => properties(dev, "AWS::CloudWatch::Alarm", id);
    for (const id of ["ServiceBffAlarmRunningBelowDesired", "ServiceAgentcoreAlarmRunningBelowDesired"]) {
      expect(alarm(id)).toMatchObject({ Threshold: 0, ComparisonOperator: "GreaterThanThreshold" });
      expect(JSON.stringify(alarm(id)["Metrics"])).toMatch(/desired - running/);
    }
    expect(alarm("ServiceBffAlarmUnhealthyTargets")).toMatchObject({
      MetricName: "UnHealthyHostCount",
      Threshold: 0,
    });
  });
});

describe("platform contract", () => {
  // proves BFF-T057
  it("takes network, storage, security and database from other stacks, and makes none of them", () => {
    const paths = Object.values(dev.Parameters ?? {}).map((parameter) => parameter.Default);
    for (const stack of ["network", "storage", "database"]) {
      expect(
        paths.some((path) => path?.startsWith(`/bff/dev/${stack}/`)),
        stack,
      ).toBe(true);
    }
    const types = new Set(Object.values(dev.Resources).map((resource) => resource.Type));
    for (const type of ["AWS::EC2::VPC", "AWS::ECR::Repository", "AWS::S3::Bucket", "AWS::RDS::DBInstance"]) {
      expect(types.has(type), type).toBe(false);
    }
  });
});
