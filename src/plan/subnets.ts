/** An IPv4 block, such as `10.0.0.0/16`. */
export interface CidrBlock {
  readonly address: number;
  readonly prefixLength: number;
}

export interface SubnetLayout {
  readonly publicBlocks: readonly string[];
  readonly privateBlocks: readonly string[];
}

/** Zones are named by letter in ids and names, so that a zone keeps its resources when others are added. */
export const zoneLetters = ["a", "b", "c", "d", "e", "f"] as const;

/** Undefined when the text is no IPv4 block, or has bits set behind its prefix. */
export function parseCidr(text: string): CidrBlock | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const [, ...numbers] = match.map(Number);
  const [a = 256, b = 256, c = 256, d = 256, prefixLength = 33] = numbers;
  if ([a, b, c, d].some((byte) => byte > 255) || prefixLength > 32) return undefined;
  const address = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  return address % 2 ** (32 - prefixLength) === 0 ? { address, prefixLength } : undefined;
}

/** Smallest VPC that has room for this many zones, as a prefix length. */
export function longestPrefixFor(zoneCount: number): number {
  return zoneCount <= 4 ? 24 : 22;
}

/**
 * Cuts a VPC into eighths that keep their place when zones are added later, since a subnet whose block moves is
 * replaced. Private subnets, where the tasks are, get an eighth each. Public subnets share one eighth in a large VPC;
 * in a small one (/23, /24) each gets an eighth, because a load balancer needs a /27 at least.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer
 */
export function layOutSubnets(vpc: CidrBlock, zoneCount: number): SubnetLayout | undefined {
  if (vpc.prefixLength > longestPrefixFor(zoneCount)) return undefined;
  const small = vpc.prefixLength > 22;
  const eighth = (slot: number): string => blockAt(vpc, vpc.prefixLength + 3, slot);
  const zones = Array.from({ length: zoneCount }, (_, zone) => zone);
  return {
    privateBlocks: zones.map((zone) => eighth(zone < 4 ? zone : zone + 1)),
    publicBlocks: zones.map((zone) =>
      small ? eighth(4 + zone) : blockAt(vpc, vpc.prefixLength + 6, 4 * 8 + zone),
    ),
  };
}

function blockAt(vpc: CidrBlock, prefixLength: number, slot: number): string {
  const address = vpc.address + slot * 2 ** (32 - prefixLength);
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
  return `${bytes.join(".")}/${prefixLength}`;
}
