import { describe, expect, it } from "vitest";
import type { Resource } from "../../src/plan/resource.js";
import type { EcsService, TaskDefinition } from "../../src/plan/resources/compute.js";
import type { IamRole } from "../../src/plan/resources/iam.js";
import type { SecurityGroup } from "../../src/plan/resources/network.js";
import { accountId, join } from "../../src/plan/value.js";
import { moduleWith } from "./module.js";

const origin = "";
const cluster: Resource = {
  ...{ id: "platform/cluster", kind: "Cluster", origin, clusterName: "shop", containerInsights: "enhanced" },
  ...{ capacityProviders: ["FARGATE"], defaultCapacityProviderStrategy: [] },
};
const group: SecurityGroup = {
  ...{
    id: "service/api/security-group",
    kind: "SecurityGroup",
    origin,
    vpc: "vpc-1",
    description: "Tasks of api",
  },
  ingress: [],
  egress: [
    { peer: { cidrBlock: "0.0.0.0/0" }, traffic: "all", description: "Anywhere" },
    {
      peer: { prefixList: "pl-1" },
      traffic: { protocol: "tcp", fromPort: 443, toPort: 444 },
      description: "S3",
    },
    {
      peer: { cidrBlockIpv6: "::/0" },
      traffic: { protocol: "udp", fromPort: 53, toPort: 53 },
      description: "DNS",
    },
    {
      peer: { cidrBlockIpv6: "::/0" },
      traffic: { protocol: "udp", fromPort: 53, toPort: 53 },
      description: "DNS again",
    },
  ],
  tags: { Name: "shop-api" },
};
const role: IamRole = {
  ...{
    id: "service/api/execution-role",
    kind: "IamRole",
    origin,
    roleName: "shop-api-execution",
    description: "Starts",
  },
  trust: [
    {
      ...{ sid: "AssumedByTasks", effect: "Allow", actions: ["sts:AssumeRole"] },
      principals: [{ service: "ecs-tasks.amazonaws.com" }],
      conditions: [{ operator: "StringEquals", key: "aws:SourceAccount", values: [accountId] }],
    },
  ],
  policies: [
    {
      name: "start-tasks",
      statements: [
        {
          sid: "LogIn",
          effect: "Allow",
          actions: ["ecr:GetAuthorizationToken"],
          resources: ["*"],
          reason: "it knows no resources",
        },
      ],
    },
  ],
};
const definition: TaskDefinition = {
  ...{ id: "service/api/task-definition", kind: "TaskDefinition", origin, family: "shop-api", cpuUnits: 256 },
  ...{
    memoryMiB: 512,
    architecture: "ARM64",
    operatingSystem: "LINUX",
    taskRole: "arn:task",
    containers: [],
  },
  executionRole: { ref: role.id, attribute: "arn" },
  volumes: [
    { name: "data", efs: { fileSystem: "fs-1", accessPoint: "fsap-1", iam: true } },
    { name: "scratch" },
  ],
};
const service: EcsService = {
  ...{ id: "service/api/service", kind: "EcsService", origin, serviceName: "shop-api" },
  cluster: { ref: cluster.id, attribute: "name" },
  taskDefinition: { ref: definition.id, attribute: "arn" },
  capacityProviderStrategy: [{ provider: "FARGATE", base: 0, weight: 1 }],
  network: {
    subnets: ["subnet-1"],
    securityGroups: [{ ref: group.id, attribute: "id" }],
    assignPublicIp: false,
  },
  ...{ loadBalancers: [], serviceRegistries: [], minimumHealthyPercent: 100, maximumPercent: 200 },
  circuitBreaker: { enable: true, rollback: true },
  ...{ availabilityZoneRebalancing: true, enableExecuteCommand: false },
  dependsOn: [cluster.id, definition.id],
};
const target: Resource = {
  ...{ id: "service/api/scalable-target", kind: "ScalableTarget", origin, minCapacity: 3, maxCapacity: 9 },
  resourceId: join("service/", { ref: cluster.id, attribute: "name" }, "/", {
    ref: service.id,
    attribute: "name",
  }),
};

describe("a service", () => {
  it("waits for what no argument names: capacity providers, the rules of its groups, its roles' policies", async () => {
    const { resources } = await moduleWith(cluster, group, role, definition, service);
    expect(resources["aws_ecs_service.api"]?.["lifecycle"]).toEqual([
      { ignore_changes: ["${desired_count}"] },
    ]);
    expect(resources["aws_ecs_service.api"]?.["depends_on"]).toEqual([
      "${aws_ecs_cluster_capacity_providers.main}",
      "${aws_vpc_security_group_egress_rule.api_to_anywhere}",
      "${aws_vpc_security_group_egress_rule.api_to_anywhere_ipv6_udp_53}",
      "${aws_vpc_security_group_egress_rule.api_to_anywhere_ipv6_udp_53_2}",
      "${aws_vpc_security_group_egress_rule.api_to_pl_1_443_444}",
    ]);
    expect(resources["aws_ecs_task_definition.api"]?.["depends_on"]).toEqual([
      "${aws_iam_role_policy.api_execution_start_tasks}",
    ]);
  });

  it("begins at the smallest count of auto scaling, and is not brought back to it", async () => {
    const scaled = await moduleWith(cluster, definition, role, group, service, target);
    expect(scaled.resources["aws_ecs_service.api"]).toMatchObject({
      desired_count: 3,
      force_new_deployment: true,
    });
    const fixed = await moduleWith(cluster, definition, role, group, { ...service, desiredCount: 2 });
    expect(fixed.resources["aws_ecs_service.api"]).toMatchObject({ desired_count: 2 });
    expect(fixed.resources["aws_ecs_service.api"]).not.toHaveProperty("lifecycle");
  });
});

describe("a scaling policy", () => {
  it("is about what its target is about", async () => {
    const { resources } = await moduleWith(cluster, role, group, definition, service, target, {
      ...{
        id: "service/api/scale-on-requests",
        kind: "ScalingPolicy",
        origin,
        policyName: "shop-api-requests",
        policyType: "TargetTrackingScaling",
      },
      scalableTarget: { ref: target.id, attribute: "id" },
      metric: { type: "ALBRequestCountPerTarget", resourceLabel: "app/shop/1/targetgroup/api/2" },
      ...{ targetValue: 100, scaleInCooldownSeconds: 300, scaleOutCooldownSeconds: 60 },
    });
    expect(resources["aws_appautoscaling_policy.api_requests"]).toEqual({
      ...{ name: "${local.name_prefix}-api-requests", policy_type: "TargetTrackingScaling" },
      ...{ service_namespace: "${aws_appautoscaling_target.api.service_namespace}" },
      ...{ scalable_dimension: "${aws_appautoscaling_target.api.scalable_dimension}" },
      resource_id: "${aws_appautoscaling_target.api.resource_id}",
      target_tracking_scaling_policy_configuration: [
        {
          ...{ target_value: 100, scale_in_cooldown: 300, scale_out_cooldown: 60 },
          predefined_metric_specification: [
            {
              predefined_metric_type: "ALBRequestCountPerTarget",
              resource_label: "app/shop/1/targetgroup/api/2",
            },
          ],
        },
      ],
    });
  });
});

describe("an alarm", () => {
  it.each([
    ["Sum", "statistic"],
    ["p99", "extended_statistic"],
  ])("over %s has it as %s", async (statistic, argument) => {
    const { resources } = await moduleWith({
      ...{ id: "platform/alarm-slow", kind: "Alarm", origin, alarmName: "shop-slow", description: "Slow" },
      watch: { metric: { namespace: "A", metricName: "B", dimensions: [], statistic, periodSeconds: 60 } },
      ...{ comparison: "LessThanThreshold", threshold: 1, evaluationPeriods: 2, datapointsToAlarm: 2 },
      ...{ treatMissingData: "breaching", actions: [] },
    });
    expect(resources["aws_cloudwatch_metric_alarm.slow"]).toEqual({
      ...{
        alarm_name: "${local.name_prefix}-slow",
        alarm_description: "Slow",
        namespace: "A",
        metric_name: "B",
      },
      ...{ [argument]: statistic, period: 60, comparison_operator: "LessThanThreshold", threshold: 1 },
      ...{ evaluation_periods: 2, datapoints_to_alarm: 2, treat_missing_data: "breaching" },
    });
  });
});

describe("a security group", () => {
  it("has its rules beside it, each with a name of its own", async () => {
    const { resources } = await moduleWith(group);
    expect(resources["aws_security_group.api"]).toEqual({
      ...{ name_prefix: "${local.name_prefix}-api-", description: "Tasks of api", vpc_id: "vpc-1" },
      lifecycle: [{ create_before_destroy: true }],
    });
    expect(resources["aws_vpc_security_group_egress_rule.api_to_anywhere"]).toEqual({
      ...{ security_group_id: "${aws_security_group.api.id}", description: "Anywhere" },
      ...{ ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" },
    });
    expect(resources["aws_vpc_security_group_egress_rule.api_to_pl_1_443_444"]).toMatchObject({
      ...{ ip_protocol: "tcp", from_port: 443, to_port: 444, prefix_list_id: "pl-1" },
    });
    const dns = "aws_vpc_security_group_egress_rule.api_to_anywhere_ipv6_udp_53";
    expect([resources[dns]?.["description"], resources[`${dns}_2`]?.["description"]]).toEqual([
      "DNS",
      "DNS again",
    ]);
  });

  it.each(["ingress", "egress"] as const)("has a rule of %s towards another group", async (direction) => {
    const peer = { ref: group.id, attribute: "id" };
    const { resources } = await moduleWith(group, {
      ...{
        id: `service/web/to-api-${direction}`,
        kind: "SecurityGroupRule",
        origin,
        direction,
        securityGroup: "sg-1",
      },
      ...{ peer, traffic: { protocol: "tcp", fromPort: 80, toPort: 80 }, description: "x" },
    });
    expect(resources[`aws_vpc_security_group_${direction}_rule.web_to_api`]).toMatchObject({
      ...{ security_group_id: "sg-1", referenced_security_group_id: "${aws_security_group.api.id}" },
    });
  });
});

describe("a role", () => {
  it("shares its trust policy with others, and says why a policy is wide", async () => {
    const other: IamRole = { ...role, id: "service/web/execution-role", policies: [] };
    const odd: IamRole = {
      ...role,
      id: "service/odd/execution-role",
      policies: [],
      trust: role.trust.map((each) => ({ ...each, actions: ["sts:TagSession"] })),
    };
    const { locals, resources, text } = await moduleWith(role, other, odd);
    expect(resources["aws_iam_role.api_execution"]?.["assume_role_policy"]).toBe("${local.assumed_by_tasks}");
    expect(resources["aws_iam_role.web_execution"]?.["assume_role_policy"]).toBe("${local.assumed_by_tasks}");
    expect(resources["aws_iam_role.odd_execution"]?.["assume_role_policy"]).toBe(
      "${local.assumed_by_tasks_2}",
    );
    expect(String(locals["assumed_by_tasks"])).toContain(
      'StringEquals = { "aws:SourceAccount" = local.account_id }',
    );
    expect(text).toContain(
      '        # It knows no resources.\n      Resource = ["*"]'.replace("        #", "      #"),
    );
    expect(resources["aws_iam_role_policy.api_execution_start_tasks"]).toMatchObject({
      ...{ name: "start-tasks", role: "${aws_iam_role.api_execution.name}" },
    });
  });
});

describe("removal", () => {
  const bucket: Resource = {
    id: "data/files",
    kind: "Bucket",
    origin,
    versioning: true,
    lifecycle: [],
    removal: "retain",
  };
  const fileSystem: Resource = {
    id: "data/home",
    kind: "FileSystem",
    origin,
    backup: true,
    removal: "retain",
  };
  const secret: Resource = {
    id: "data/key",
    kind: "Secret",
    origin,
    name: "shop/key",
    description: "k",
    removal: "retain",
  };
  const logs: Resource = {
    ...{
      id: "service/api/log-group",
      kind: "LogGroup",
      origin,
      logGroupName: "/ecs/shop/api",
      retentionDays: 7,
    },
    removal: "retain",
  };
  const repository: Resource = {
    ...{ id: "registry/api", kind: "EcrRepository", origin, repositoryName: "shop/api", scanOnPush: true },
    ...{ immutableTags: false, keepImages: 9, untaggedExpireDays: 1, pullAccounts: [], removal: "retain" },
  };
  const all = [bucket, fileSystem, secret, logs, repository];
  const addresses = ["aws_s3_bucket.files", "aws_efs_file_system.home", "aws_secretsmanager_secret.key"];

  it("keeps what is kept", async () => {
    const { resources } = await moduleWith(...all);
    for (const address of addresses) {
      expect(resources[address]?.["lifecycle"], address).toEqual([{ prevent_destroy: true }]);
    }
    expect(resources["aws_s3_bucket.files"]?.["force_destroy"]).toBe(false);
    expect(resources["aws_cloudwatch_log_group.services"]?.["skip_destroy"]).toBe(true);
    expect(resources["aws_ecr_repository.services"]?.["force_delete"]).toBe(false);
  });

  it("lets the rest go", async () => {
    const { resources } = await moduleWith(
      ...all.map((each): Resource => ({ ...each, removal: "delete" }) as Resource),
    );
    for (const address of addresses) expect(resources[address], address).not.toHaveProperty("lifecycle");
    expect(resources["aws_s3_bucket.files"]?.["force_destroy"]).toBe(true);
    expect(resources["aws_secretsmanager_secret.key"]?.["recovery_window_in_days"]).toBe(0);
    expect(resources["aws_cloudwatch_log_group.services"]).not.toHaveProperty("skip_destroy");
    expect(resources["aws_ecr_repository.services"]?.["force_delete"]).toBe(true);
  });

  it("closes a bucket in resources beside it", async () => {
    const { resources } = await moduleWith(bucket);
    expect(Object.keys(resources)).toEqual([
      ...["aws_s3_bucket.files", "aws_s3_bucket_lifecycle_configuration.files"],
      ...["aws_s3_bucket_ownership_controls.files", "aws_s3_bucket_public_access_block.files"],
      ...["aws_s3_bucket_server_side_encryption_configuration.files", "aws_s3_bucket_versioning.files"],
    ]);
    expect(resources["aws_s3_bucket.files"]?.["bucket_prefix"]).toBe("${local.name_prefix}-files-");
  });
});

describe("a certificate", () => {
  it("is read once it is issued", async () => {
    const certificate: Resource = {
      ...{
        id: "platform/certificate/a-example-com",
        kind: "Certificate",
        origin,
        domainName: "a.example.com",
        hostedZone: "Z1",
      },
    };
    const listener: Resource = {
      ...{
        id: "platform/https-listener",
        kind: "Listener",
        origin,
        loadBalancer: "arn:lb",
        port: 443,
        protocol: "HTTPS",
      },
      tls: { policy: "p", certificate: { ref: certificate.id, attribute: "arn" } },
      defaultAction: { type: "redirect-to-https" },
    };
    const { resources } = await moduleWith(certificate, listener);
    expect(resources["aws_lb_listener.https"]?.["certificate_arn"]).toBe(
      "${aws_acm_certificate_validation.a_example_com.certificate_arn}",
    );
    expect(resources["aws_acm_certificate_validation.a_example_com"]?.["validation_record_fqdns"]).toBe(
      "${[for record in aws_route53_record.a_example_com_validation : record.fqdn]}",
    );
    expect(resources["aws_route53_record.a_example_com_validation"]).toMatchObject({
      zone_id: "Z1",
      allow_overwrite: true,
    });
  });
});
