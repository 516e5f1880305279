import { describe, expect, it } from "vitest";
import { largestPair, nearestPair } from "../../src/compose/translate/fargate-pair.js";
import { fargateSizes } from "../../src/plan/fargate-sizes.js";

const pairs = fargateSizes.map(({ cpuUnits, memoryMiB }) => ({ cpu: cpuUnits, memory: memoryMiB }));

describe("sizes of compose files and those of the plan", () => {
  it("are the same table", () => {
    for (const pair of pairs) expect(nearestPair(pair.cpu, pair.memory)).toEqual(pair);
    expect(pairs.at(-1)).toEqual(largestPair);
  });

  it("leave out none that would do with less", () => {
    for (let cpu = 0; cpu <= 34_000; cpu += 173) {
      for (const memory of [0, 1, 700, 1500, 3000, 9000, 20_000, 31_000, 62_000, 130_000]) {
        const smallest = pairs.find((each) => each.cpu >= cpu && each.memory >= memory);
        expect([cpu, memory, nearestPair(cpu, memory)]).toEqual([cpu, memory, smallest]);
      }
    }
  });
});
