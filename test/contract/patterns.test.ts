import { describe, expect, it } from "vitest";
import type { JsonObject, Template } from "../../src/cloudformation/index.js";
import { allOfType, properties, ssmPath, templatesOf } from "../support/template-of.js";

const dev = templateOf("dev");
const prod = templateOf("prod");
const taskDefinition = properties(dev, "AWS::ECS::TaskDefinition", "ServiceAppApiTaskDefinition");
const service = properties(dev, "AWS::ECS::Service", "ServiceAppApiService");
const [container] = taskDefinition["ContainerDefinitions"] as readonly [JsonObject];

function templateOf(environment: string): Template {
  const [template, ...others] = templatesOf("patterns", environment).values();
  if (template === undefined || others.length > 0) throw new TypeError("the system is one stack");
  return template;
}

describe("a service on a shared platform", () => {
  // proves PAT-1
  it("has names of one rule", () => {
    expect(taskDefinition["Family"]).toBe("agents-dev-app-api");
    expect(service["ServiceName"]).toBe("agents-dev-app-api");
    const group = properties(dev, "AWS::ElasticLoadBalancingV2::TargetGroup", "ServiceAppApiTargetGroup");
    expect(group["Name"]).toBe("agents-dev-app-api");
  });

  // proves PAT-2
  it("has a log group with the retention and removal that the manifest says", () => {
    expect(dev.Resources["ServiceAppApiLogGroup"]).toMatchObject({
      DeletionPolicy: "Delete",
      Properties: { LogGroupName: "/ecs/agents-dev/app-api", RetentionInDays: 7 },
    });
  });

  // proves PAT-3
  it("runs an image of the imported repository, with tag, health check and variables", () => {
    expect(container).toMatchObject({
      Image: { "Fn::Sub": "${AgentsDevAppApiRepositoryUri}:${AppApiImageTag}" },
      PortMappings: [{ ContainerPort: 8000, Protocol: "tcp" }],
      HealthCheck: {
        Command: ["CMD-SHELL", "curl -f http://localhost:8000/health || exit 1"],
        Interval: 30,
        Timeout: 5,
        Retries: 3,
        StartPeriod: 60,
      },
    });
    expect(dev.Parameters?.["AppApiImageTag"]?.Default).toBe("latest");
    expect(ssmPath(dev, { Ref: "AgentsDevAppApiRepositoryUri" })).toBe("/agents-dev/app-api/repository-uri");
    const variables = container["Environment"] as readonly JsonObject[];
    expect(Object.fromEntries(variables.map(({ Name, Value }) => [Name, Value]))).toEqual({
      AWS_REGION: "eu-west-1",
      DYNAMODB_QUOTA_EVENTS_TABLE: { Ref: "DataQuotaEvents" },
      DYNAMODB_SESSIONS_METADATA_TABLE: { Ref: "AgentsDevDataSessionsMetadataTable" },
      DYNAMODB_USER_QUOTAS_TABLE: { Ref: "DataUserQuotas" },
      INFERENCE_API_URL: "http://inference-api.agents-dev.local:8001",
      PROJECT_PREFIX: "agents-dev",
      S3_USER_FILES_BUCKET: { Ref: "DataUserFiles" },
    });
  });

  // proves PAT-4
  it("runs in private subnets, rolls back, and opens shells outside production only", () => {
    expect(service).toMatchObject({
      NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: "DISABLED" } },
      HealthCheckGracePeriodSeconds: 60,
      DeploymentConfiguration: {
        MinimumHealthyPercent: 100,
        MaximumPercent: 200,
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      },
      EnableExecuteCommand: true,
    });
    expect(properties(prod, "AWS::ECS::Service", "ServiceAppApiService")["EnableExecuteCommand"]).toBe(false);
  });

  // proves PAT-5
  it("scales on three metrics, each with cooldowns of its own", () => {
    const policies = Object.values(allOfType(dev, "AWS::ApplicationAutoScaling::ScalingPolicy"));
    const settings = policies.map((each) => each["TargetTrackingScalingPolicyConfiguration"] as JsonObject);
    expect(
      settings.map((each) => [
        (each["PredefinedMetricSpecification"] as JsonObject)["PredefinedMetricType"],
        each["TargetValue"],
        each["ScaleInCooldown"],
        each["ScaleOutCooldown"],
      ]),
    ).toEqual([
      ["ECSServiceAverageCPUUtilization", 70, 60, 60],
      ["ECSServiceAverageMemoryUtilization", 80, 60, 60],
      ["ALBRequestCountPerTarget", 1000, 60, 60],
    ]);
  });

  // proves PAT-6
  it("has a target group with every health field, and a rule on the shared listener", () => {
    expect(
      properties(dev, "AWS::ElasticLoadBalancingV2::TargetGroup", "ServiceAppApiTargetGroup"),
    ).toMatchObject({
      TargetType: "ip",
      HealthCheckEnabled: true,
      HealthCheckPath: "/health",
      HealthCheckIntervalSeconds: 30,
      HealthCheckTimeoutSeconds: 5,
      HealthyThresholdCount: 2,
      UnhealthyThresholdCount: 3,
      Matcher: { HttpCode: "200" },
      TargetGroupAttributes: [{ Key: "deregistration_delay.timeout_seconds", Value: "30" }],
    });
    const rule = properties(dev, "AWS::ElasticLoadBalancingV2::ListenerRule", "ServiceAppApiSharedRule");
    expect(ssmPath(dev, rule["ListenerArn"])).toBe("/agents-dev/network/alb-listener-arn");
    expect(rule).toMatchObject({
      Priority: 1,
      Conditions: [{ Field: "path-pattern", PathPatternConfig: { Values: ["/api/*"] } }],
    });
  });

  // proves PAT-7
  it("takes network, cluster and load balancer from parameters of the platform, and makes none", () => {
    const paths = Object.values(dev.Parameters ?? {}).map((parameter) => parameter.Default);
    expect(paths).toEqual(
      expect.arrayContaining(
        ["vpc-id", "private-subnet-ids", "ecs-cluster-name", "alb-listener-arn", "alb-security-group-id"].map(
          (name) => `/agents-dev/network/${name}`,
        ),
      ),
    );
    const types = new Set(Object.values(dev.Resources).map(({ Type }) => Type));
    for (const type of [
      "AWS::EC2::VPC",
      "AWS::ECS::Cluster",
      "AWS::ElasticLoadBalancingV2::LoadBalancer",
      "AWS::ElasticLoadBalancingV2::Listener",
    ]) {
      expect(types).not.toContain(type);
    }
  });

  // proves PAT-8
  it("lets in the load balancer only, on the container's port only", () => {
    const group = properties(dev, "AWS::EC2::SecurityGroup", "ServiceAppApiSecurityGroup");
    expect(group["SecurityGroupIngress"]).toEqual([
      {
        Description: "Load balancer",
        SourceSecurityGroupId: { Ref: "AgentsDevNetworkAlbSecurityGroupId" },
        IpProtocol: "tcp",
        FromPort: 8000,
        ToPort: 8000,
      },
    ]);
    const others = Object.values(allOfType(dev, "AWS::EC2::SecurityGroupIngress"));
    expect(others.map((each) => each["GroupId"])).not.toContainEqual({
      "Fn::GetAtt": ["ServiceAppApiSecurityGroup", "GroupId"],
    });
  });

  // proves PAT-9
  it("may read and write its tables, its bucket and its secret, made here or imported", () => {
    const role = properties(dev, "AWS::IAM::Role", "ServiceAppApiTaskRole");
    const [policy] = role["Policies"] as readonly [{ PolicyDocument: { Statement: readonly JsonObject[] } }];
    const granted = policy.PolicyDocument.Statement.map(({ Sid, Resource }) => [Sid, Resource]);
    const sessions =
      "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${AgentsDevDataSessionsMetadataTable}";
    expect(Object.fromEntries(granted)).toMatchObject({
      ReadApiSecret: [{ Ref: "AgentsDevAppApiSecretArn" }],
      ReadWriteQuotaEvents: [{ "Fn::GetAtt": ["DataQuotaEvents", "Arn"] }],
      ReadWriteQuotaEventsIndexes: [{ "Fn::Sub": "${DataQuotaEvents.Arn}/index/byType" }],
      ReadWriteSessionsMetadata: [{ "Fn::Sub": sessions }],
      ReadWriteUserFiles: [{ "Fn::Sub": "${DataUserFiles.Arn}/*" }],
      ReadWriteUserQuotas: [{ "Fn::GetAtt": ["DataUserQuotas", "Arn"] }],
    });
  });
});
