import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { membersOfCycles } from "./cycles.js";

describe("membersOfCycles", () => {
  it("finds circles and leaves what leads to them", () => {
    const edges = new Map([
      ["a", ["b"]],
      ["b", ["c"]],
      ["c", ["b", "d"]],
      ["d", []],
      ["e", ["e"]],
    ]);
    expect(membersOfCycles(edges)).toEqual(new Set(["b", "c"]));
  });

  it("agrees with a search from every node", () => {
    const graph = fc
      .integer({ min: 1, max: 9 })
      .chain((size) =>
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: size - 1 })), { minLength: size, maxLength: size }),
      );
    fc.assert(
      fc.property(graph, (lists) => {
        const edges = new Map(lists.map((targets, node) => [String(node), targets.map(String)]));
        const expected = [...edges.keys()].filter((node) =>
          [...edges.keys()].some(
            (other) => other !== node && reaches(edges, node, other) && reaches(edges, other, node),
          ),
        );
        expect(membersOfCycles(edges)).toEqual(new Set(expected));
      }),
    );
  });

  it("takes a chain of 100,000 without overflowing the stack", () => {
    const chain = new Map(Array.from({ length: 100_000 }, (_, n) => [String(n), [String(n + 1)]]));
    expect(membersOfCycles(chain).size).toBe(0);
  });
});

function reaches(edges: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [...(edges.get(from) ?? [])];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === to) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    open.push(...(edges.get(node) ?? []));
  }
  return false;
}
