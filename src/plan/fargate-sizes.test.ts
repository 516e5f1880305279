import { describe, expect, it } from "vitest";
import { fargateSizes, isFargateSize, nearestFargateSizes, smallestFargateSize } from "./fargate-sizes.js";

describe("Fargate sizes", () => {
  it("are the 77 pairs of the developer guide", () => {
    const counts = new Map<number, number>();
    for (const { cpuUnits } of fargateSizes) counts.set(cpuUnits, (counts.get(cpuUnits) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      256: 3,
      512: 4,
      1024: 7,
      2048: 13,
      4096: 23,
      8192: 12,
      16384: 12,
      32768: 3,
    });
    expect(fargateSizes).toHaveLength(77);
  });

  it.each([
    [256, 512, true],
    [256, 4096, false],
    [512, 1536, false],
    [4096, 30720, true],
    [4096, 31744, false],
    [8192, 20480, true],
    [8192, 18432, false],
    [32768, 249856, true],
    [300, 512, false],
  ])("%i CPU units with %i MiB: %s", (cpuUnits, memoryMiB, valid) => {
    expect(isFargateSize({ cpuUnits, memoryMiB })).toBe(valid);
  });

  it("takes the smallest partner for half a pair", () => {
    expect(smallestFargateSize({ cpuUnits: 2048 })).toEqual({ cpuUnits: 2048, memoryMiB: 4096 });
    expect(smallestFargateSize({ memoryMiB: 3000 })).toEqual({ cpuUnits: 512, memoryMiB: 3072 });
    expect(smallestFargateSize({ memoryMiB: 250000 })).toBeUndefined();
  });

  it.each([
    [
      { cpuUnits: 256, memoryMiB: 4096 },
      [
        { cpuUnits: 256, memoryMiB: 2048 },
        { cpuUnits: 512, memoryMiB: 4096 },
      ],
    ],
    [
      { cpuUnits: 300, memoryMiB: 512 },
      [
        { cpuUnits: 256, memoryMiB: 512 },
        { cpuUnits: 512, memoryMiB: 1024 },
      ],
    ],
    [
      { cpuUnits: 1024, memoryMiB: 2500 },
      [
        { cpuUnits: 1024, memoryMiB: 2048 },
        { cpuUnits: 1024, memoryMiB: 3072 },
      ],
    ],
  ])("names the nearest to %j", (wanted, nearest) => {
    expect(nearestFargateSizes(wanted)).toEqual(nearest);
  });

  it("names only sizes that exist", () => {
    for (let cpuUnits = 64; cpuUnits < 70000; cpuUnits = cpuUnits * 2 - 7) {
      for (let memoryMiB = 128; memoryMiB < 500000; memoryMiB = memoryMiB * 2 - 3) {
        const nearest = nearestFargateSizes({ cpuUnits, memoryMiB });
        for (const size of nearest) expect(isFargateSize(size)).toBe(true);
      }
    }
  });
});
