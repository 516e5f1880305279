import { describe, expect, it } from "vitest";
import { everyKindPlan } from "../../test/judges/every-kind/plan.js";
import { checkAgainstServiceSpec } from "../../test/judges/service-spec.js";
import type { AttributesByKind, ReferableKind } from "../plan/resource.js";
import { readAttribute } from "./attributes.js";
import { renderCloudFormation } from "./render.js";
import type { Json } from "./template.js";

/** Every attribute of every kind: `Ref`, or the name that `Fn::GetAtt` takes. */
const expected: { readonly [K in ReferableKind]: Record<AttributesByKind[K], string> } = {
  AccessPoint: { arn: "Arn", id: "Ref" },
  Alarm: { name: "Ref" },
  Bucket: { arn: "Arn", name: "Ref" },
  CacheSubnetGroup: { name: "Ref" },
  Certificate: { arn: "Ref" },
  Cluster: { arn: "Arn", name: "Ref" },
  DbCluster: { host: "Endpoint.Address", id: "Ref", secretArn: "MasterUserSecret.SecretArn" },
  DbClusterParameterGroup: { name: "Ref" },
  DbInstance: { host: "Endpoint.Address", secretArn: "MasterUserSecret.SecretArn" },
  DbParameterGroup: { name: "Ref" },
  DbSubnetGroup: { name: "Ref" },
  DiscoveryService: { arn: "Arn" },
  EcrRepository: { arn: "Arn", uri: "RepositoryUri" },
  EcsService: { arn: "Ref", name: "Name" },
  ElasticIp: { allocationId: "AllocationId" },
  FileSystem: { arn: "Arn", id: "Ref" },
  HttpNamespace: { arn: "Arn" },
  IamRole: { arn: "Arn" },
  InternetGateway: { id: "Ref" },
  Key: { arn: "Arn", id: "Ref" },
  Listener: { arn: "Ref" },
  ListenerRule: { arn: "Ref" },
  LoadBalancer: {
    arn: "Ref",
    dnsName: "DNSName",
    fullName: "LoadBalancerFullName",
    hostedZoneId: "CanonicalHostedZoneID",
  },
  LogGroup: { name: "Ref", streamsArn: "Arn" },
  NatGateway: { id: "Ref" },
  PrivateDnsNamespace: { arn: "Arn", id: "Ref" },
  Queue: { arn: "Arn", name: "QueueName", url: "Ref" },
  ReplicationGroup: { host: "PrimaryEndPoint.Address" },
  RouteTable: { id: "Ref" },
  ScalableTarget: { id: "Ref" },
  ScalingPolicy: { arn: "Ref" },
  Secret: { arn: "Ref" },
  SecurityGroup: { id: "GroupId" },
  ServerlessCache: { host: "Endpoint.Address" },
  SnsTopic: { arn: "Ref" },
  StateMachine: { arn: "Ref" },
  Subnet: { id: "Ref" },
  Table: { arn: "Arn", name: "Ref" },
  TargetGroup: { arn: "Ref", fullName: "TargetGroupFullName" },
  TaskDefinition: { arn: "Ref" },
  Vpc: { id: "Ref" },
};
const table = Object.entries(expected).flatMap(([kind, names]) =>
  Object.entries(names).map(([attribute, name]) => ({ kind: kind as ReferableKind, attribute, name })),
);
const stacks = everyKindPlan.stacks;
const templates = renderCloudFormation(everyKindPlan);

describe.each(table)("$attribute of $kind", ({ kind, attribute, name }) => {
  it(`is read by ${name}`, () => {
    const read: Json = name === "Ref" ? { Ref: "Id" } : { "Fn::GetAtt": ["Id", name] };
    expect(readAttribute(kind, attribute, "Id")).toEqual(read);
  });

  it("exists in CloudFormation", () => {
    const owner = stacks.findIndex((stack) => stack.resources.some((resource) => resource.kind === kind));
    const id = stacks[owner]?.resources.find((resource) => resource.kind === kind)?.id ?? "";
    const outputs = [{ name: "It", description: "", value: { ref: id, attribute }, origin: "" }];
    const plan = {
      ...everyKindPlan,
      stacks: stacks.map((stack, index) => (index === owner ? { ...stack, outputs } : stack)),
    };
    const template = renderCloudFormation(plan)[owner]?.template ?? templates[0]?.template;
    expect(template && checkAgainstServiceSpec(template)).toEqual([]);
  });
});
