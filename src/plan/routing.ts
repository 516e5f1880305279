import type { ResolveContext } from "./context.js";
import type { Resource } from "./resource.js";
import { referTo } from "./resource.js";
import type { InternetGateway, RouteTable, Subnet, Vpc } from "./resources/network.js";
import { zoneLetters } from "./subnets.js";

export interface RoutingPart {
  readonly resources: readonly Resource[];
  readonly tables: readonly RouteTable[];
}

/** The way out of a VPC that is made here: internet gateway, NAT gateways and route tables. */
export function planRouting(
  context: ResolveContext,
  vpc: Vpc,
  publicSubnets: readonly Subnet[],
  privateSubnets: readonly Subnet[],
  nat: "none" | "single" | "per-zone",
): RoutingPart {
  const gateway: InternetGateway = {
    id: "network/internet-gateway",
    kind: "InternetGateway",
    origin: "network",
    vpc: referTo(vpc, "id"),
    tags: context.tags({ name: context.prefix }),
  };
  const table = (name: string): RouteTable => ({
    id: `network/${name}-route-table`,
    kind: "RouteTable",
    origin: "network",
    vpc: referTo(vpc, "id"),
    tags: context.tags({ name: `${context.prefix}-${name}` }),
  });
  const publicTable = table("public");
  const natCount = nat === "none" ? 0 : nat === "single" ? 1 : publicSubnets.length;
  // Without a NAT gateway nothing leaves the private subnets but to endpoints, and one table says so for all.
  const privateTables =
    privateSubnets.length === 0
      ? []
      : natCount <= 1
        ? [table("private")]
        : zoneLetters.slice(0, natCount).map((letter) => table(`private-${letter}`));
  const privateTableOf = (index: number): RouteTable | undefined => privateTables[natCount <= 1 ? 0 : index];
  const resources: Resource[] = [
    gateway,
    publicTable,
    ...privateTables,
    {
      id: "network/public-default-route",
      kind: "Route",
      origin: "network",
      dependsOn: [gateway.id],
      routeTable: referTo(publicTable, "id"),
      destinationCidrBlock: "0.0.0.0/0",
      target: { internetGateway: referTo(gateway, "id") },
    },
    ...publicSubnets.map((subnet) => associate(subnet, publicTable)),
    ...privateTables
      .slice(0, natCount)
      .flatMap((privateTable, index) =>
        planNat(context, index, natCount, publicSubnets, privateTable, gateway),
      ),
    ...privateSubnets.flatMap((subnet, index) => {
      const privateTable = privateTableOf(index);
      return privateTable === undefined ? [] : [associate(subnet, privateTable)];
    }),
  ];
  return { resources, tables: [publicTable, ...privateTables] };
}

function planNat(
  context: ResolveContext,
  index: number,
  natCount: number,
  publicSubnets: readonly Subnet[],
  privateTable: RouteTable,
  gateway: InternetGateway,
): readonly Resource[] {
  const suffix = natCount === 1 ? "" : `-${zoneLetters[index]}`;
  const subnet = publicSubnets[index];
  if (subnet === undefined) return [];
  const origin = context.manifest.network.nat === undefined ? "network" : "network.nat";
  const address = {
    id: `network/nat-address${suffix}`,
    kind: "ElasticIp",
    origin,
    dependsOn: [gateway.id],
    tags: context.tags({ name: `${context.prefix}-nat${suffix}` }),
  } as const;
  const natGateway = {
    id: `network/nat-gateway${suffix}`,
    kind: "NatGateway",
    origin,
    // AWS refuses a NAT gateway in a VPC that has no way to the internet yet.
    dependsOn: ["network/public-default-route", `${subnet.id}-route-table`],
    subnet: referTo(subnet, "id"),
    elasticIpAllocation: referTo(address, "allocationId"),
    tags: context.tags({ name: `${context.prefix}-nat${suffix}` }),
  } as const;
  return [
    address,
    natGateway,
    {
      id: `network/private-default-route${suffix}`,
      kind: "Route",
      origin,
      routeTable: referTo(privateTable, "id"),
      destinationCidrBlock: "0.0.0.0/0",
      target: { natGateway: referTo(natGateway, "id") },
    },
  ];
}

function associate(subnet: Subnet, routeTable: RouteTable): Resource {
  return {
    id: `${subnet.id}-route-table`,
    kind: "RouteTableAssociation",
    origin: "network",
    routeTable: referTo(routeTable, "id"),
    subnet: referTo(subnet, "id"),
  };
}
