import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CidrBlock, layOutSubnets, parseCidr } from "./subnets.js";

const block = (text: string): CidrBlock => parseCidr(text) ?? { address: -1, prefixLength: -1 };

describe("parseCidr", () => {
  it.each([
    ["10.0.0.0/16", true],
    ["172.31.0.0/24", true],
    ["255.255.255.255/32", true],
    ["10.0.0.1/16", false],
    ["10.0.0.0/33", false],
    ["10.0.0.256/24", false],
    ["10.0.0/24", false],
    ["fd00::/8", false],
    ["", false],
  ])("%s is a block: %s", (text, valid) => {
    expect(parseCidr(text) !== undefined).toBe(valid);
  });
});

describe("layOutSubnets", () => {
  it("gives tasks an eighth of the VPC in each zone", () => {
    expect(layOutSubnets(block("10.0.0.0/16"), 2)).toEqual({
      privateBlocks: ["10.0.0.0/19", "10.0.32.0/19"],
      publicBlocks: ["10.0.128.0/22", "10.0.132.0/22"],
    });
  });

  it("keeps public subnets at the /27 that a load balancer needs", () => {
    expect(layOutSubnets(block("10.0.0.0/24"), 2)).toEqual({
      privateBlocks: ["10.0.0.0/27", "10.0.0.32/27"],
      publicBlocks: ["10.0.0.128/27", "10.0.0.160/27"],
    });
  });

  it("refuses what is too small", () => {
    expect(layOutSubnets(block("10.0.0.0/25"), 2)).toBeUndefined();
    expect(layOutSubnets(block("10.0.0.0/24"), 5)).toBeUndefined();
    expect(layOutSubnets(block("10.0.0.0/22"), 6)).toBeDefined();
  });

  it("never overlaps, never leaves the VPC, and never moves a subnet when a zone is added", () => {
    const prefixes = fc.integer({ min: 16, max: 24 });
    fc.assert(
      fc.property(prefixes, fc.nat(255), fc.integer({ min: 2, max: 6 }), (prefixLength, second, zones) => {
        const vpc = { address: (10 << 24) + (second << 16), prefixLength };
        const layout = layOutSubnets(vpc, zones);
        if (layout === undefined) return prefixLength > 22;
        const all = [...layout.privateBlocks, ...layout.publicBlocks].map(rangeOf);
        const end = vpc.address + 2 ** (32 - prefixLength);
        for (const [index, a] of all.entries()) {
          expect(a.start).toBeGreaterThanOrEqual(vpc.address);
          expect(a.end).toBeLessThanOrEqual(end);
          for (const b of all.slice(index + 1)) expect(a.end <= b.start || b.end <= a.start).toBe(true);
        }
        const fewer = layOutSubnets(vpc, zones - 1);
        expect(layout.privateBlocks.slice(0, -1)).toEqual(fewer?.privateBlocks);
        expect(layout.publicBlocks.slice(0, -1)).toEqual(fewer?.publicBlocks);
        return true;
      }),
    );
  });
});

function rangeOf(text: string): { start: number; end: number } {
  const { address, prefixLength } = block(text);
  return { start: address, end: address + 2 ** (32 - prefixLength) };
}
