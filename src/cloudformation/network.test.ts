import { describe, expect, it } from "vitest";
import { renderWith } from "../../test/judges/small-plan.js";
import type { Resource } from "../plan/resource.js";
import type { JsonObject } from "./template.js";

const origin = "network";

describe("the network", () => {
  it.each<[resource: Resource, properties: JsonObject]>([
    [
      { id: "a", kind: "Vpc", origin, cidrBlock: "10.0.0.0/16" },
      { CidrBlock: "10.0.0.0/16", EnableDnsSupport: true, EnableDnsHostnames: true },
    ],
    [
      {
        id: "a",
        kind: "Subnet",
        origin,
        vpc: "v",
        cidrBlock: "10.0.0.0/24",
        availabilityZone: "z",
        tier: "public",
      },
      { VpcId: "v", CidrBlock: "10.0.0.0/24", AvailabilityZone: "z", MapPublicIpOnLaunch: false },
    ],
    [{ id: "a", kind: "ElasticIp", origin }, { Domain: "vpc" }],
    [
      { id: "a", kind: "NatGateway", origin, subnet: "s", elasticIpAllocation: "e" },
      { SubnetId: "s", AllocationId: "e" },
    ],
    [{ id: "a", kind: "RouteTable", origin, vpc: "v" }, { VpcId: "v" }],
    [
      { id: "a", kind: "RouteTableAssociation", origin, routeTable: "r", subnet: "s" },
      { RouteTableId: "r", SubnetId: "s" },
    ],
    [
      {
        id: "a",
        kind: "Route",
        origin,
        routeTable: "r",
        destinationCidrBlock: "0.0.0.0/0",
        target: { natGateway: "n" },
      },
      { RouteTableId: "r", DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "n" },
    ],
    [
      {
        id: "a",
        kind: "Route",
        origin,
        routeTable: "r",
        destinationCidrBlock: "::/0",
        target: { internetGateway: "i" },
      },
      { RouteTableId: "r", DestinationCidrBlock: "::/0", GatewayId: "i" },
    ],
    [
      { id: "a", kind: "GatewayEndpoint", origin, vpc: "v", service: "dynamodb", routeTables: ["r"] },
      {
        ...{ VpcId: "v", VpcEndpointType: "Gateway", RouteTableIds: ["r"] },
        ServiceName: { "Fn::Sub": "com.amazonaws.${AWS::Region}.dynamodb" },
      },
    ],
    [
      { id: "a", kind: "PrivateDnsNamespace", origin, name: "shop.local", vpc: "v", description: "d" },
      { Name: "shop.local", Vpc: "v", Description: "d" },
    ],
    [
      { id: "a", kind: "DiscoveryService", origin, name: "api", namespace: "n", ttlSeconds: 10 },
      {
        ...{ Name: "api", NamespaceId: "n", HealthCheckCustomConfig: { FailureThreshold: 1 } },
        DnsConfig: { DnsRecords: [{ Type: "A", TTL: 10 }], RoutingPolicy: "MULTIVALUE" },
      },
    ],
  ])("renders %o", (resource, properties) => {
    expect(renderWith(resource).Properties).toEqual(properties);
  });
});
