import type { NetworkSettings, SubnetBlock } from "../manifest/index.js";
import type { ResolveContext } from "./context.js";
import { type CidrBlock, layOutSubnets, longestPrefixFor, parseCidr } from "./subnets.js";
import type { Value } from "./value.js";

/** Where a subnet of a tier is; the first of each tier are in the same zone, and so on. */
export interface PlacedSubnet {
  readonly cidrBlock: string;
  readonly zone: Value<string>;
  readonly origin: string;
}

export interface PlacedSubnets {
  readonly public: readonly PlacedSubnet[];
  readonly private: readonly PlacedSubnet[];
}

/** The subnets that the manifest lists, else those cut out of the VPC's range. */
export function placeSubnets(context: ResolveContext, cidr: string, hasPrivate: boolean): PlacedSubnets {
  const { subnets } = context.manifest.network;
  const vpc = readRange(context, cidr);
  if (vpc === undefined) return { public: [], private: [] };
  if (subnets !== undefined) return placeListed(context, vpc, cidr, subnets, hasPrivate);
  const zones = context.byProfile<number | readonly string[], number>(
    "network.zones",
    context.manifest.network.zones,
    context.defaults.zones,
    "a load balancer needs two; the loss of one of three takes a third of the tasks",
  );
  const layout = layOut(context, vpc, cidr, typeof zones === "number" ? zones : zones.length);
  const place = (blocks: readonly string[]): readonly PlacedSubnet[] =>
    blocks.map((cidrBlock, index) => ({ cidrBlock, zone: zoneAt(zones, index), origin: "network" }));
  return { public: place(layout.publicBlocks), private: hasPrivate ? place(layout.privateBlocks) : [] };
}

const settingsPath = (context: ResolveContext): string =>
  context.manifest.network.cidr === undefined ? "network" : "network.cidr";

function readRange(context: ResolveContext, cidr: string): CidrBlock | undefined {
  const block = parseCidr(cidr);
  if (block !== undefined && block.prefixLength >= 16) return block;
  context.report({
    code: "cidr-invalid",
    severity: "error",
    path: settingsPath(context),
    message: `${cidr} is not an address block that a VPC can have`,
    reason: "a VPC takes an IPv4 block from /16 to /28 whose address has no bits behind the prefix",
    hint: "use a block such as 10.0.0.0/16",
  });
  return undefined;
}

function layOut(
  context: ResolveContext,
  vpc: CidrBlock,
  cidr: string,
  zoneCount: number,
): NonNullable<ReturnType<typeof layOutSubnets>> {
  const layout = layOutSubnets(vpc, zoneCount);
  if (layout !== undefined) return layout;
  const prefix = longestPrefixFor(zoneCount);
  context.report({
    code: "cidr-too-small",
    severity: "error",
    path: settingsPath(context),
    message: `${cidr} is too small for a public and a private subnet in each of ${zoneCount} zones`,
    reason: `${zoneCount} zones need at least a /${prefix}: a load balancer needs a /27 in every zone, and tasks an address each`,
    hint: `use a /${prefix} or larger (a smaller number behind the slash), or fewer zones`,
  });
  return { publicBlocks: [], privateBlocks: [] };
}

function zoneAt(zones: number | readonly string[] | undefined, index: number): Value<string> {
  const named = typeof zones === "object" ? zones[index] : undefined;
  return named ?? { select: index, from: { zones: true } };
}

function placeListed(
  context: ResolveContext,
  vpc: CidrBlock,
  cidr: string,
  subnets: NonNullable<NetworkSettings["subnets"]>,
  hasPrivate: boolean,
): PlacedSubnets {
  if (hasPrivate && subnets.private === undefined) {
    refuse(
      context,
      "network.subnets",
      "the network has private subnets, and their address ranges are not listed",
      {
        reason: "NAT gateways and interface endpoints are for tasks in private subnets",
        hint: "add network.subnets.private, or set nat: none and leave endpoints out",
      },
    );
  }
  const found = { public: subnets.public, private: subnets.private ?? [] };
  checkZones(context, found);
  checkRanges(context, vpc, cidr, found);
  const { zones } = context.manifest.network;
  const place = (tier: "public" | "private"): readonly PlacedSubnet[] =>
    found[tier].map((each, index) => ({
      cidrBlock: each.cidr,
      zone: each.zone ?? zoneAt(zones, index),
      origin: `network.subnets.${tier}[${index}]`,
    }));
  return { public: place("public"), private: place("private") };
}

type Listed = Readonly<Record<"public" | "private", readonly SubnetBlock[]>>;

function checkZones(context: ResolveContext, listed: Listed): void {
  const { zones } = context.manifest.network;
  const count = typeof zones === "object" ? zones.length : (zones ?? listed.public.length);
  for (const tier of ["public", "private"] as const) {
    const blocks = listed[tier];
    const path = `network.subnets.${tier}`;
    if (blocks.length > 0 && blocks.length !== count) {
      refuse(context, path, `${path} lists ${blocks.length} subnets for ${count} zones`, {
        reason: "a load balancer, and a NAT gateway, takes one subnet in each zone",
        hint: `list ${count} subnets, or set zones: ${blocks.length} and list as many in the other tier`,
      });
    }
    const named = blocks.filter(({ zone }) => zone !== undefined).length;
    if (named > 0 && named < blocks.length)
      refuse(context, path, "some of the subnets name their zone and others do not", {
        hint: "name the zone of each, or of none and list them under zones",
      });
    blocks.forEach(({ zone }, index) => {
      const at = `${path}[${index}].zone`;
      if (zone === undefined) return;
      if (blocks.slice(0, index).some((other) => other.zone === zone))
        refuse(context, at, `two subnets of the ${tier} tier are in ${zone}`, {
          hint: "put each into a zone of its own",
        });
      const meant = (typeof zones === "object" ? zones[index] : undefined) ?? listed.public[index]?.zone;
      if (meant !== undefined && meant !== zone)
        refuse(
          context,
          at,
          `subnet ${index + 1} of the ${tier} tier is in ${zone}, and zone ${index + 1} is ${meant}`,
          {
            hint: "list the subnets of both tiers in the order of the zones",
          },
        );
    });
  }
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
function checkRanges(context: ResolveContext, vpc: CidrBlock, cidr: string, listed: Listed): void {
  const taken: { readonly cidr: string; readonly block: CidrBlock }[] = [];
  for (const tier of ["public", "private"] as const) {
    const smallest = tier === "public" ? 27 : 28;
    listed[tier].forEach((each, index) => {
      const path = `network.subnets.${tier}[${index}]`;
      const block = parseCidr(each.cidr);
      if (block === undefined || block.prefixLength > smallest) {
        refuse(context, path, `${each.cidr} is not an address block that a ${tier} subnet can have`, {
          reason:
            tier === "public"
              ? "a load balancer needs a /27 at least, and the address has no bits behind the prefix"
              : "a subnet has a /28 at least, and its address no bits behind the prefix",
          hint: "use a block such as 10.0.0.0/24",
        });
        return;
      }
      if (!contains(vpc, block))
        refuse(context, path, `${each.cidr} is not within the VPC's ${cidr}`, {
          hint: "choose a block within network.cidr, or a larger network.cidr",
        });
      const twin = taken.find((other) => contains(other.block, block) || contains(block, other.block));
      if (twin !== undefined)
        refuse(context, path, `${each.cidr} overlaps ${twin.cidr}`, {
          hint: "choose blocks that have no address in common",
        });
      taken.push({ cidr: each.cidr, block });
    });
  }
}

function contains(outer: CidrBlock, inner: CidrBlock): boolean {
  const size = 2 ** (32 - outer.prefixLength);
  return (
    outer.prefixLength <= inner.prefixLength &&
    Math.floor(inner.address / size) === Math.floor(outer.address / size)
  );
}

function refuse(
  context: ResolveContext,
  path: string,
  message: string,
  details: { readonly reason?: string; readonly hint: string },
): void {
  context.report({ code: "subnets-invalid", severity: "error", path, message, ...details });
}
