import { describe, expect, it } from "vitest";
import type { AttributesByKind, ReferableKind, Resource } from "../../src/plan/resource.js";
import { everyKindPlan } from "../judges/every-kind/plan.js";
import { resourcesOf, tryPlan } from "../support/plan-of.js";
import { listSamples } from "../support/samples.js";
import { moduleOf } from "./module.js";
import { judgeModule } from "./provider-schema.js";

describe("against the provider's schema", () => {
  it("holds for a plan with every kind of resource", async () => {
    expect(judgeModule(await moduleOf(everyKindPlan))).toEqual([]);
  });

  const cases = listSamples().flatMap((sample) =>
    sample.environments.map((environment) => ({ name: sample.name, environment, text: sample.text })),
  );
  it.each(cases)("holds for the sample $name in $environment", async ({ text, environment }) => {
    const { plan } = tryPlan(text, environment);
    if (plan === undefined) return; // Its own test says why.
    expect(judgeModule(await moduleOf(plan))).toEqual([]);
  });

  it("finds what is wrong", async () => {
    const module = await moduleOf(everyKindPlan);
    const resources = {
      ...module.resources,
      "aws_vpc.main": { cidr_block: "10.0.0.0/16", color: "blue", arn: "arn" },
      "aws_lb_listener.none": { load_balancer_arn: "arn" },
      "aws_vpc_unheard_of.a": {},
    };
    const text =
      "a = aws_vpc.nowhere.id\nb = aws_vpc.main.colour\nc = local.none\nd = var.none\n# aws_vpc.x.y";
    expect(judgeModule({ ...module, resources, text })).toEqual([
      "aws_vpc.main: unknown argument color",
      "aws_vpc.main: AWS decides arn",
      "aws_lb_listener.none: 0 blocks default_action",
      "aws_vpc_unheard_of.a: unknown type",
      "aws_vpc.nowhere.id: nothing is there",
      "aws_vpc.main.colour: no such attribute",
      "local.none: not declared",
      "var.none: not declared",
    ]);
  });
});

/** Every attribute of every kind, as it is read. */
const expected: { readonly [K in ReferableKind]: Record<AttributesByKind[K], string> } = {
  AccessPoint: { arn: "aws_efs_access_point.x.arn", id: "aws_efs_access_point.x.id" },
  Alarm: { name: "aws_cloudwatch_metric_alarm.x.alarm_name" },
  Bucket: { arn: "aws_s3_bucket.x.arn", name: "aws_s3_bucket.x.bucket" },
  CacheSubnetGroup: { name: "aws_elasticache_subnet_group.x.name" },
  Certificate: { arn: "aws_acm_certificate_validation.x.certificate_arn" },
  Cluster: { arn: "aws_ecs_cluster.x.arn", name: "aws_ecs_cluster.x.name" },
  DbCluster: {
    ...{ host: "aws_rds_cluster.x.endpoint", id: "aws_rds_cluster.x.id" },
    secretArn: "aws_rds_cluster.x.master_user_secret[0].secret_arn",
  },
  DbClusterParameterGroup: { name: "aws_rds_cluster_parameter_group.x.name" },
  DbInstance: {
    host: "aws_db_instance.x.address",
    secretArn: "aws_db_instance.x.master_user_secret[0].secret_arn",
  },
  DbParameterGroup: { name: "aws_db_parameter_group.x.name" },
  DbSubnetGroup: { name: "aws_db_subnet_group.x.name" },
  DiscoveryService: { arn: "aws_service_discovery_service.x.arn" },
  EcrRepository: {
    arn: 'aws_ecr_repository.services["x"].arn',
    uri: 'aws_ecr_repository.services["x"].repository_url',
  },
  EcsService: { arn: "aws_ecs_service.x.arn", name: "aws_ecs_service.x.name" },
  ElasticIp: { allocationId: "aws_eip.x.allocation_id" },
  FileSystem: { arn: "aws_efs_file_system.x.arn", id: "aws_efs_file_system.x.id" },
  HttpNamespace: { arn: "aws_service_discovery_http_namespace.x.arn" },
  IamRole: { arn: "aws_iam_role.x.arn" },
  InternetGateway: { id: "aws_internet_gateway.x.id" },
  Key: { arn: "aws_kms_key.x.arn", id: "aws_kms_key.x.key_id" },
  Listener: { arn: "aws_lb_listener.x.arn" },
  ListenerRule: { arn: "aws_lb_listener_rule.x.arn" },
  LoadBalancer: {
    ...{ arn: "aws_lb.x.arn", dnsName: "aws_lb.x.dns_name", fullName: "aws_lb.x.arn_suffix" },
    hostedZoneId: "aws_lb.x.zone_id",
  },
  LogGroup: { name: "aws_cloudwatch_log_group.x.name", streamsArn: "${aws_cloudwatch_log_group.x.arn}:*" },
  NatGateway: { id: "aws_nat_gateway.x.id" },
  PrivateDnsNamespace: {
    arn: "aws_service_discovery_private_dns_namespace.x.arn",
    id: "aws_service_discovery_private_dns_namespace.x.id",
  },
  Queue: { arn: "aws_sqs_queue.x.arn", name: "aws_sqs_queue.x.name", url: "aws_sqs_queue.x.url" },
  ReplicationGroup: { host: "aws_elasticache_replication_group.x.primary_endpoint_address" },
  RouteTable: { id: "aws_route_table.x.id" },
  ScalableTarget: { id: "aws_appautoscaling_target.x.resource_id" },
  ScalingPolicy: { arn: "aws_appautoscaling_policy.x.arn" },
  Secret: { arn: "aws_secretsmanager_secret.x.arn" },
  SecurityGroup: { id: "aws_security_group.x.id" },
  ServerlessCache: { host: "aws_elasticache_serverless_cache.x.endpoint[0].address" },
  SnsTopic: { arn: "aws_sns_topic.x.arn" },
  StateMachine: { arn: "aws_sfn_state_machine.x.arn" },
  Subnet: { id: 'aws_subnet.public["x"].id' },
  Table: { arn: "aws_dynamodb_table.x.arn", name: "aws_dynamodb_table.x.name" },
  TargetGroup: { arn: "aws_lb_target_group.x.arn", fullName: "aws_lb_target_group.x.arn_suffix" },
  TaskDefinition: { arn: "aws_ecs_task_definition.x.arn" },
  Vpc: { id: "aws_vpc.x.id" },
};

describe("a reference", () => {
  const samples = new Map<string, Resource>(resourcesOf(everyKindPlan).map((each) => [each.kind, each]));
  const table = Object.entries(expected).flatMap(([kind, attributes]) =>
    Object.entries(attributes).map(([attribute, read]) => ({ kind, attribute, read })),
  );
  it.each(table)("to $attribute of $kind", async ({ kind, attribute, read }) => {
    const sample = samples.get(kind);
    if (sample === undefined) throw new TypeError(`there is no ${kind} in the plan with every kind`);
    const plan = {
      ...everyKindPlan,
      stacks: [
        ...everyKindPlan.stacks,
        {
          ...{ name: "x", area: "x", description: "", dependsOn: [], parameters: [], exports: [] },
          resources: [{ ...sample, id: "x/x", dependsOn: [] } as Resource],
          outputs: [{ name: "Read", description: "", value: { ref: "x/x", attribute }, origin: "" }],
        },
      ],
    };
    const { outputs } = await moduleOf(plan);
    expect(outputs["read"]?.["value"]).toBe(read.includes("${") ? read : `\${${read}}`);
  });
});
