import { joinPath } from "../diagnostics/index.js";
import type { NetworkImport } from "../manifest/index.js";
import { external, externalList, type ResolveContext } from "./context.js";
import { type EndpointSettings, endpointSettings } from "./endpoints/settings.js";
import { planFlowLog } from "./flow-log.js";
import type { Resource } from "./resource.js";
import { referTo } from "./resource.js";
import type { RouteTable, SecurityGroup, Subnet, Vpc } from "./resources/network.js";
import { planRouting } from "./routing.js";
import { zoneLetters } from "./subnets.js";
import type { Value, ValueList } from "./value.js";
import { type PlacedSubnet, placeSubnets } from "./vpc-subnets.js";

/** Subnets with the same way out; tasks in a public group get a public address. */
export interface SubnetGroup {
  readonly subnets: ValueList;
  readonly public: boolean;
}

export interface NetworkPart {
  readonly resources: readonly Resource[];
  readonly vpcId: Value<string>;
  readonly groups: ReadonlyMap<string, SubnetGroup>;
  /** Where tasks go that do not say. */
  readonly taskGroup: string;
  readonly endpointSecurityGroup?: Value<string>;
  readonly endpointPrefixLists: readonly Value<string>[];
  /** Ids of the resources without which a task has no way out. */
  readonly routes: readonly string[];
  /** Absent for a network that another owner keeps. */
  readonly own?: OwnNetwork;
}

/** What endpoints of a network that is made here need. */
export interface OwnNetwork {
  readonly vpc: Vpc;
  readonly nat: "none" | "single" | "per-zone";
  readonly endpoints: EndpointSettings;
  /** One in each zone. */
  readonly endpointSubnets: readonly Value<string>[];
  /** Present where there are interface endpoints. */
  readonly endpointGroup?: SecurityGroup;
  readonly routeTables: readonly RouteTable[];
}

export function planNetwork(context: ResolveContext): NetworkPart {
  const imported = context.manifest.network.import;
  return imported === undefined ? createNetwork(context) : importNetwork(context, imported);
}

function importNetwork(context: ResolveContext, imported: NetworkImport): NetworkPart {
  reportIgnored(context);
  const groups = new Map<string, SubnetGroup>();
  if (imported.publicSubnets)
    groups.set("public", { subnets: externalList(imported.publicSubnets), public: true });
  if (imported.privateSubnets)
    groups.set("private", { subnets: externalList(imported.privateSubnets), public: false });
  for (const [name, list] of Object.entries(imported.subnets)) {
    if (groups.has(name)) {
      context.report({
        code: "kind-conflict",
        severity: "error",
        path: joinPath(["network", "import", "subnets", name]),
        message: `the subnet group "${name}" is given twice`,
        hint: `keep network.import.${name}Subnets, or give this group another name`,
      });
    }
    groups.set(name, { subnets: externalList(list), public: false });
  }
  return {
    resources: [],
    vpcId: external(imported.vpc),
    groups,
    taskGroup: groups.has("private") ? "private" : "public",
    ...(imported.endpointSecurityGroup && {
      endpointSecurityGroup: external(imported.endpointSecurityGroup),
    }),
    endpointPrefixLists: imported.endpointPrefixLists.map(external),
    routes: [],
  };
}

function createNetwork(context: ResolveContext): NetworkPart {
  const settings = context.manifest.network;
  const cidr = context.decide(
    "network.cidr",
    settings.cidr,
    "10.0.0.0/16",
    "the largest range that a VPC may have",
  );
  const nat = context.byProfile(
    "network.nat",
    settings.nat,
    context.defaults.nat,
    "a gateway in each zone costs as much as the first, and outlives the zone of another",
  );
  const endpoints = endpointSettings(context);
  // Private subnets without a way out are of use where endpoints lead to what the tasks need.
  const reachable = nat !== "none" || endpoints.interfaces;
  const placed = placeSubnets(context, cidr, reachable);
  const vpc: Vpc = {
    id: "network/vpc",
    kind: "Vpc",
    origin: "network",
    cidrBlock: cidr,
    tags: context.tags({ name: context.prefix }),
  };
  const publicSubnets = planSubnets(context, vpc, "public", placed.public);
  const privateSubnets = planSubnets(context, vpc, "private", placed.private);
  const routing = planRouting(context, vpc, publicSubnets, privateSubnets, nat);
  const groups = new Map<string, SubnetGroup>();
  groups.set("public", { subnets: idsOf(publicSubnets), public: true });
  if (reachable || settings.subnets?.private !== undefined)
    groups.set("private", { subnets: idsOf(privateSubnets), public: false });
  const endpointGroup = endpoints.interfaces ? planEndpointGroup(context, vpc) : undefined;
  return {
    resources: [
      vpc,
      ...publicSubnets,
      ...privateSubnets,
      ...routing.resources,
      ...(endpointGroup ? [endpointGroup] : []),
      ...planFlowLog(context, vpc),
    ],
    vpcId: referTo(vpc, "id"),
    groups,
    taskGroup: reachable ? "private" : "public",
    ...(endpointGroup && { endpointSecurityGroup: referTo(endpointGroup, "id") }),
    endpointPrefixLists: (settings.endpointPrefixLists ?? []).map(external),
    routes: routing.resources
      .filter((resource) => resource.kind === "Route" || resource.kind === "RouteTableAssociation")
      .map((resource) => resource.id),
    own: {
      vpc,
      nat,
      endpoints,
      endpointSubnets: idsOf(privateSubnets.length > 0 ? privateSubnets : publicSubnets),
      ...(endpointGroup && { endpointGroup }),
      routeTables: routing.tables,
    },
  };
}

function planSubnets(
  context: ResolveContext,
  vpc: Vpc,
  tier: "public" | "private",
  placed: readonly PlacedSubnet[],
): readonly Subnet[] {
  return placed.map(({ cidrBlock, zone, origin }, index) => {
    const name = `${tier}-subnet-${zoneLetters[index]}`;
    return {
      id: `network/${name}`,
      kind: "Subnet",
      origin,
      vpc: referTo(vpc, "id"),
      cidrBlock,
      availabilityZone: zone,
      tier,
      tags: context.tags({ name: `${context.prefix}-${name}` }),
    };
  });
}

/** Empty: each service and job lets its own tasks in. */
function planEndpointGroup(context: ResolveContext, vpc: Vpc): SecurityGroup {
  return {
    id: "network/endpoint-security-group",
    kind: "SecurityGroup",
    origin: "network.endpoints",
    vpc: referTo(vpc, "id"),
    description: `VPC endpoints of ${context.prefix}`,
    ingress: [],
    egress: [],
    tags: context.tags({ name: `${context.prefix}-endpoints` }),
  };
}

function idsOf(subnets: readonly Subnet[]): readonly Value<string>[] {
  return subnets.map((subnet) => referTo(subnet, "id"));
}

/** Nothing of what is written does nothing: who keeps the network decides these. */
function reportIgnored(context: ResolveContext): void {
  for (const key of ["subnets", "endpoints", "endpointPrefixLists", "flowLogs"] as const) {
    if (context.manifest.network[key] === undefined) continue;
    context.report({
      code: "kind-conflict",
      severity: "error",
      path: `network.${key}`,
      message: `the network is imported, and network.${key} is for one that is made here`,
      hint:
        key === "subnets" || key === "endpointPrefixLists"
          ? `write it as network.import.${key}`
          : "remove it: the owner of the network decides",
    });
  }
}
