import { describe, expect, it } from "vitest";
import { everyKindPlan } from "../../test/judges/every-kind/plan.js";
import { tagPropertyOf } from "../../test/judges/service-spec.js";
import { renderWith } from "../../test/judges/small-plan.js";
import type { Resource, ResourceKind } from "../plan/resource.js";
import { logicalId } from "./logical-id.js";
import { renderCloudFormation } from "./render.js";
import { renderTags, tagProperties } from "./tags.js";

/** The CloudFormation type of each kind; a security-group rule has one for each direction. */
const types: { readonly [K in ResourceKind]: readonly string[] } = {
  AccessPoint: ["AWS::EFS::AccessPoint"],
  Alarm: ["AWS::CloudWatch::Alarm"],
  Bucket: ["AWS::S3::Bucket"],
  BucketPolicy: ["AWS::S3::BucketPolicy"],
  CacheSubnetGroup: ["AWS::ElastiCache::SubnetGroup"],
  Certificate: ["AWS::CertificateManager::Certificate"],
  Cluster: ["AWS::ECS::Cluster"],
  CompositeAlarm: ["AWS::CloudWatch::CompositeAlarm"],
  Dashboard: ["AWS::CloudWatch::Dashboard"],
  DbCluster: ["AWS::RDS::DBCluster"],
  DbClusterInstance: ["AWS::RDS::DBInstance"],
  DbClusterParameterGroup: ["AWS::RDS::DBClusterParameterGroup"],
  DbInstance: ["AWS::RDS::DBInstance"],
  DbParameterGroup: ["AWS::RDS::DBParameterGroup"],
  DbSubnetGroup: ["AWS::RDS::DBSubnetGroup"],
  DiscoveryService: ["AWS::ServiceDiscovery::Service"],
  DnsAlias: ["AWS::Route53::RecordSet"],
  EcrRepository: ["AWS::ECR::Repository"],
  EcsService: ["AWS::ECS::Service"],
  ElasticIp: ["AWS::EC2::EIP"],
  EventRule: ["AWS::Events::Rule"],
  FileSystem: ["AWS::EFS::FileSystem"],
  FlowLog: ["AWS::EC2::FlowLog"],
  GatewayEndpoint: ["AWS::EC2::VPCEndpoint"],
  HttpNamespace: ["AWS::ServiceDiscovery::HttpNamespace"],
  IamRole: ["AWS::IAM::Role"],
  InterfaceEndpoint: ["AWS::EC2::VPCEndpoint"],
  InternetGateway: ["AWS::EC2::InternetGateway"],
  Key: ["AWS::KMS::Key"],
  KeyAlias: ["AWS::KMS::Alias"],
  Listener: ["AWS::ElasticLoadBalancingV2::Listener"],
  ListenerCertificate: ["AWS::ElasticLoadBalancingV2::ListenerCertificate"],
  ListenerRule: ["AWS::ElasticLoadBalancingV2::ListenerRule"],
  LoadBalancer: ["AWS::ElasticLoadBalancingV2::LoadBalancer"],
  LogGroup: ["AWS::Logs::LogGroup"],
  LogResourcePolicy: ["AWS::Logs::ResourcePolicy"],
  MountTarget: ["AWS::EFS::MountTarget"],
  NatGateway: ["AWS::EC2::NatGateway"],
  PrivateDnsNamespace: ["AWS::ServiceDiscovery::PrivateDnsNamespace"],
  Queue: ["AWS::SQS::Queue"],
  QueuePolicy: ["AWS::SQS::QueuePolicy"],
  ReplicationGroup: ["AWS::ElastiCache::ReplicationGroup"],
  Route: ["AWS::EC2::Route"],
  RouteTable: ["AWS::EC2::RouteTable"],
  RouteTableAssociation: ["AWS::EC2::SubnetRouteTableAssociation"],
  ScalableTarget: ["AWS::ApplicationAutoScaling::ScalableTarget"],
  ScalingPolicy: ["AWS::ApplicationAutoScaling::ScalingPolicy"],
  Schedule: ["AWS::Scheduler::Schedule"],
  Secret: ["AWS::SecretsManager::Secret"],
  SecurityGroup: ["AWS::EC2::SecurityGroup"],
  SecurityGroupRule: ["AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress"],
  ServerlessCache: ["AWS::ElastiCache::ServerlessCache"],
  SnsSubscription: ["AWS::SNS::Subscription"],
  SnsTopic: ["AWS::SNS::Topic"],
  SnsTopicPolicy: ["AWS::SNS::TopicPolicy"],
  StateMachine: ["AWS::StepFunctions::StateMachine"],
  Subnet: ["AWS::EC2::Subnet"],
  Table: ["AWS::DynamoDB::Table"],
  TargetGroup: ["AWS::ElasticLoadBalancingV2::TargetGroup"],
  TaskDefinition: ["AWS::ECS::TaskDefinition"],
  Vpc: ["AWS::EC2::VPC"],
  WebAclAssociation: ["AWS::WAFv2::WebACLAssociation"],
};
const table = Object.entries(types).map(([kind, expected]) => ({ kind: kind as ResourceKind, expected }));

const resources = everyKindPlan.stacks.flatMap((stack) => stack.resources);
const rendered = Object.assign(
  {},
  ...renderCloudFormation(everyKindPlan).map(({ template }) => template.Resources),
);

describe.each(table)("$kind", ({ kind, expected }) => {
  it("has the type of CloudFormation", () => {
    const found = resources
      .filter((resource) => resource.kind === kind)
      .map(({ id }) => rendered[logicalId(id)].Type);
    expect([...new Set(found)].sort()).toEqual(expected.toSorted());
  });

  it("takes tags where its type does", () => {
    expect(tagProperties[kind]).toBe(tagPropertyOf(expected[0] ?? ""));
  });
});

describe("tags", () => {
  const tagged = { id: "a", origin: "", tags: { b: "1:30", Name: "shop", a: "yes" } };

  it("are listed by key", () => {
    const topic: Resource = { ...tagged, kind: "SnsTopic", topicName: "a" };
    expect(renderTags(topic)).toEqual([
      { Key: "Name", Value: "shop" },
      { Key: "a", Value: "yes" },
      { Key: "b", Value: "1:30" },
    ]);
    expect(renderTags({ ...topic, tags: {} })).toBeUndefined();
  });

  it("stand in the property that the type has for them", () => {
    const made = { ...tagged, tags: { team: "shop" } };
    const tags = [{ Key: "team", Value: "shop" }];
    expect(
      renderWith({ ...made, kind: "FileSystem", backup: true, removal: "delete" }).Properties,
    ).toMatchObject({ FileSystemTags: tags });
    expect(renderWith({ ...made, kind: "SnsTopic", topicName: "a" }).Properties).toMatchObject({
      Tags: tags,
    });
  });

  it("are left out where the type has none", () => {
    const policy: Resource = { ...tagged, kind: "BucketPolicy", bucket: "b", statements: [] };
    expect(renderTags(policy)).toBeUndefined();
  });
});
