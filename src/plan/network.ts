import { joinPath } from "../diagnostics/index.js";
import type { NetworkImport } from "../manifest/index.js";
import { external, externalList, type ResolveContext } from "./context.js";
import type { Resource } from "./resource.js";
import { referTo } from "./resource.js";
import type { Subnet, Vpc } from "./resources/network.js";
import { planRouting } from "./routing.js";
import { layOutSubnets, longestPrefixFor, parseCidr, type SubnetLayout, zoneLetters } from "./subnets.js";
import type { Value, ValueList } from "./value.js";

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
}

export function planNetwork(context: ResolveContext): NetworkPart {
  const imported = context.manifest.network.import;
  return imported === undefined ? createNetwork(context) : importNetwork(context, imported);
}

function importNetwork(context: ResolveContext, imported: NetworkImport): NetworkPart {
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
  const zones = settings.zones ?? context.defaults.zones;
  const zoneCount = typeof zones === "number" ? zones : zones.length;
  const cidr = settings.cidr ?? "10.0.0.0/16";
  const layout = layOut(context, cidr, zoneCount);
  const vpc: Vpc = {
    id: "network/vpc",
    kind: "Vpc",
    origin: "network",
    cidrBlock: cidr,
    tags: context.tags({ name: context.prefix }),
  };
  const nat = settings.nat ?? context.defaults.nat;
  const zoneOf = (index: number): Value<string> =>
    typeof zones === "number" ? { select: index, from: { zones: true } } : (zones[index] ?? "");
  const subnets = (tier: "public" | "private", blocks: readonly string[]): Subnet[] =>
    blocks.map((cidrBlock, index) => {
      const name = `${tier}-subnet-${zoneLetters[index]}`;
      return {
        id: `network/${name}`,
        kind: "Subnet",
        origin: "network",
        vpc: referTo(vpc, "id"),
        cidrBlock,
        availabilityZone: zoneOf(index),
        tier,
        tags: context.tags({ name: `${context.prefix}-${name}` }),
      };
    });
  const publicSubnets = subnets("public", layout.publicBlocks);
  const privateSubnets = nat === "none" ? [] : subnets("private", layout.privateBlocks);
  const routing = planRouting(context, vpc, publicSubnets, privateSubnets, nat);
  const groups = new Map<string, SubnetGroup>();
  groups.set("public", { subnets: publicSubnets.map((subnet) => referTo(subnet, "id")), public: true });
  if (nat !== "none") {
    groups.set("private", { subnets: privateSubnets.map((subnet) => referTo(subnet, "id")), public: false });
  }
  return {
    resources: [vpc, ...publicSubnets, ...privateSubnets, ...routing],
    vpcId: referTo(vpc, "id"),
    groups,
    taskGroup: nat === "none" ? "public" : "private",
    endpointPrefixLists: [],
    routes: routing
      .filter((resource) => resource.kind === "Route" || resource.kind === "RouteTableAssociation")
      .map((resource) => resource.id),
  };
}

function layOut(context: ResolveContext, cidr: string, zoneCount: number): SubnetLayout {
  const block = parseCidr(cidr);
  const path = context.manifest.network.cidr === undefined ? "network" : "network.cidr";
  if (block === undefined || block.prefixLength < 16) {
    context.report({
      code: "cidr-invalid",
      severity: "error",
      path,
      message: `${cidr} is not an address block that a VPC can have`,
      reason: "a VPC takes an IPv4 block from /16 to /28 whose address has no bits behind the prefix",
      hint: "use a block such as 10.0.0.0/16",
    });
    return { publicBlocks: [], privateBlocks: [] };
  }
  const layout = layOutSubnets(block, zoneCount);
  if (layout === undefined) {
    const prefix = longestPrefixFor(zoneCount);
    context.report({
      code: "cidr-too-small",
      severity: "error",
      path,
      message: `${cidr} is too small for a public and a private subnet in each of ${zoneCount} zones`,
      reason: `${zoneCount} zones need at least a /${prefix}: a load balancer needs a /27 in every zone, and tasks an address each`,
      hint: `use a /${prefix} or larger (a smaller number behind the slash), or fewer zones`,
    });
  }
  return layout ?? { publicBlocks: [], privateBlocks: [] };
}
