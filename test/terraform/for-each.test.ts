import { describe, expect, it } from "vitest";
import type { Resource } from "../../src/plan/resource.js";
import type { Alarm } from "../../src/plan/resources/observability.js";
import { moduleWith } from "./module.js";

const vpc = { ref: "network/vpc", attribute: "id" };
const made = { id: "network/vpc", kind: "Vpc", origin: "", cidrBlock: "10.0.0.0/16" } as const;

function subnet(zone: string, cidrBlock: string): Resource {
  const id = `network/private-subnet-${zone}`;
  const tags = { Name: `shop-private-subnet-${zone}` };
  return {
    id,
    kind: "Subnet",
    origin: "",
    vpc,
    cidrBlock,
    availabilityZone: `eu-west-1${zone}`,
    tier: "private",
    tags,
  };
}

function repository(name: string, keepImages = 10, pullAccounts: readonly string[] = []): Resource {
  return {
    ...{ id: `registry/${name}`, kind: "EcrRepository", origin: "", repositoryName: `shop/${name}` },
    ...{
      scanOnPush: true,
      immutableTags: true,
      keepImages,
      untaggedExpireDays: 7,
      pullAccounts,
      removal: "delete",
    },
  };
}

function alarm(service: string, threshold: number, more: Partial<Alarm> = {}): Alarm {
  const name = { ref: `service/${service}/service`, attribute: "name" };
  return {
    ...{
      id: `service/${service}/alarm-cpu-high`,
      kind: "Alarm",
      origin: "",
      alarmName: `shop-${service}-cpu-high`,
    },
    ...{
      description: `${service}: CPU`,
      comparison: "GreaterThanThreshold",
      threshold,
      evaluationPeriods: 1,
    },
    ...{ datapointsToAlarm: 1, treatMissingData: "ignore", actions: [] },
    watch: {
      metric: {
        ...{ namespace: "AWS/ECS", metricName: "CPUUtilization", statistic: "Average", periodSeconds: 60 },
        dimensions: [{ name: "ServiceName", value: name }],
      },
    },
    ...more,
  };
}

function service(name: string): Resource {
  return {
    ...{ id: `service/${name}/service`, kind: "EcsService", origin: "", serviceName: `shop-${name}` },
    ...{ cluster: "shop", taskDefinition: "arn", desiredCount: 1, capacityProviderStrategy: [] },
    network: { subnets: [], securityGroups: [], assignPublicIp: false },
    ...{ loadBalancers: [], serviceRegistries: [], minimumHealthyPercent: 100, maximumPercent: 200 },
    circuitBreaker: { enable: true, rollback: true },
    ...{ availabilityZoneRebalancing: false, enableExecuteCommand: false },
  };
}

describe("resources of one shape", () => {
  it("stand under one for_each, with what differs by key", async () => {
    const { resources } = await moduleWith(made, subnet("b", "10.0.1.0/24"), subnet("a", "10.0.0.0/24"));
    expect(resources["aws_subnet.private"]).toEqual({
      for_each: {
        a: { cidr_block: "10.0.0.0/24", availability_zone: "eu-west-1a" },
        b: { cidr_block: "10.0.1.0/24", availability_zone: "eu-west-1b" },
      },
      ...{ vpc_id: "${aws_vpc.main.id}", cidr_block: "${each.value.cidr_block}" },
      availability_zone: "${each.value.availability_zone}",
      tags: { Name: "${local.name_prefix}-private-subnet-${each.key}" },
    });
  });

  it("go over those they belong to", async () => {
    const association = (zone: string): Resource => ({
      ...{ id: `network/private-subnet-${zone}-route-table`, kind: "RouteTableAssociation", origin: "" },
      routeTable: "rtb-1",
      subnet: { ref: `network/private-subnet-${zone}`, attribute: "id" },
    });
    const subnets = ["a", "b"].map((zone, at) => subnet(zone, `10.0.${at}.0/24`));
    const both = await moduleWith(made, ...subnets, association("a"), association("b"));
    expect(both.resources["aws_route_table_association.private"]).toEqual({
      ...{ for_each: "${aws_subnet.private}", subnet_id: "${each.value.id}", route_table_id: "rtb-1" },
    });
    const one = await moduleWith(made, ...subnets, association("b"));
    expect(one.resources["aws_route_table_association.private"]).toEqual({
      ...{
        for_each: '${toset(["b"])}',
        subnet_id: "${aws_subnet.private[each.key].id}",
        route_table_id: "rtb-1",
      },
    });
  });

  it("have a lone difference as the value itself", async () => {
    const { resources } = await moduleWith(repository("api", 10), repository("web", 20));
    expect(resources["aws_ecr_repository.services"]).toMatchObject({
      ...{ for_each: '${toset(["api", "web"])}', name: "${local.name_prefix}/${each.key}" },
    });
    const policy = resources["aws_ecr_lifecycle_policy.services"];
    expect(policy?.["for_each"]).toEqual({
      api: { count_number: 10, description: "Keep the last 10 images" },
      web: { count_number: 20, description: "Keep the last 20 images" },
    });
    const alarms = await moduleWith(service("api"), service("web"), alarm("api", 90), alarm("web", 90));
    expect(alarms.resources["aws_cloudwatch_metric_alarm.cpu_high"]).toMatchObject({
      for_each: { api: "${aws_ecs_service.api.name}", web: "${aws_ecs_service.web.name}" },
      alarm_name: "${local.name_prefix}-${each.key}-cpu-high",
      ...{
        alarm_description: "${each.key}: CPU",
        dimensions: { ServiceName: "${each.value}" },
        threshold: 90,
      },
    });
  });

  it("go by value where the key is that of another", async () => {
    const gateway = (zone: string, subnetZone: string): Resource => ({
      ...{ id: `network/nat-gateway-${zone}`, kind: "NatGateway", origin: "", elasticIpAllocation: "eip-1" },
      subnet: { ref: `network/private-subnet-${subnetZone}`, attribute: "id" },
    });
    const subnets = ["a", "b"].map((zone, at) => subnet(zone, `10.0.${at}.0/24`));
    const { resources } = await moduleWith(made, ...subnets, gateway("a", "b"), gateway("b", "a"));
    expect(resources["aws_nat_gateway.main"]).toEqual({
      for_each: { a: '${aws_subnet.private["b"].id}', b: '${aws_subnet.private["a"].id}' },
      ...{ allocation_id: "eip-1", subnet_id: "${each.value}" },
    });
  });

  it("are read all at once, and only all in their order", async () => {
    const subnets = ["a", "b"].map((zone, at) => subnet(zone, `10.0.${at}.0/24`));
    const balancerIn = async (...zones: readonly string[]): Promise<unknown> => {
      const { resources } = await moduleWith(made, ...subnets, {
        ...{
          id: "platform/load-balancer",
          kind: "LoadBalancer",
          origin: "",
          name: "shop",
          scheme: "internal",
        },
        ...{ securityGroups: [], deletionProtection: false, settings: { type: "network", crossZone: true } },
        subnets: zones.map((zone) => ({ ref: `network/private-subnet-${zone}`, attribute: "id" })),
      });
      return resources["aws_lb.main"]?.["subnets"];
    };
    expect(await balancerIn("a", "b")).toBe("${values(aws_subnet.private)[*].id}");
    const [a, b] = ['${aws_subnet.private["a"].id}', '${aws_subnet.private["b"].id}'];
    expect(await balancerIn("b", "a")).toEqual([b, a]);
    expect(await balancerIn("a", "a")).toEqual([a, a]);
    expect(await balancerIn("a")).toEqual([a]);
  });

  it("leave null what only some of them say", async () => {
    const acted = alarm("web", 80, { actions: ["arn:topic"] });
    const { resources } = await moduleWith(service("api"), service("web"), alarm("api", 90), acted);
    const { for_each: forEach, alarm_actions: actions } =
      resources["aws_cloudwatch_metric_alarm.cpu_high"] ?? {};
    expect(actions).toBe("${each.value.alarm_actions}");
    expect(forEach).toEqual({
      api: { service_name: "${aws_ecs_service.api.name}", threshold: 90, alarm_actions: null },
      web: { service_name: "${aws_ecs_service.web.name}", threshold: 80, alarm_actions: ["arn:topic"] },
    });
  });

  it("stand apart where their blocks differ", async () => {
    const expression = alarm("web", 1, {
      watch: { expression: "m", label: "m", metrics: [{ id: "m", metric: metricOf(alarm("web", 1)) }] },
    });
    const { resources } = await moduleWith(service("api"), service("web"), alarm("api", 90), expression);
    expect(Object.keys(resources).filter((each) => each.includes("alarm"))).toEqual([
      "aws_cloudwatch_metric_alarm.cpu_high",
      "aws_cloudwatch_metric_alarm.cpu_high_2",
    ]);
  });

  it("give a part of them what only a part has", async () => {
    const { resources } = await moduleWith(repository("api"), repository("web", 10, ["222222222222"]));
    expect(resources["aws_ecr_repository_policy.services"]).toMatchObject({
      ...{ for_each: '${toset(["web"])}', repository: "${aws_ecr_repository.services[each.key].name}" },
    });
  });

  it("are the same keys and addresses however many there are", async () => {
    const one = await moduleWith(repository("api"));
    expect(one.resources["aws_ecr_repository.services"]).toMatchObject({
      ...{ for_each: '${toset(["api"])}', name: "${local.name_prefix}/${each.key}" },
    });
  });
});

function metricOf({ watch }: Alarm) {
  if (!("metric" in watch)) throw new TypeError("the alarm watches no single metric");
  return watch.metric;
}
