import { describe, expect, it } from "vitest";
import { compareFacts } from "./compare.js";
import type { Facts } from "./facts.js";
import { explain, knownDifferences, printKnownDifferences } from "./known-differences.js";

const placeholder = { "icmp 252 to 86, 255.255.255.255/32": { description: "Disallow all traffic" } };

describe("a known difference", () => {
  it("explains just what its side says", () => {
    expect(
      explained({ "security group a": { egress: placeholder } }, { "security group a": { egress: {} } }),
    ).toEqual(["Security groups that let nothing out"]);
  });

  it.each<[string, Facts, Facts]>([
    [
      "on the other side",
      { "security group a": { egress: {} } },
      { "security group a": { egress: placeholder } },
    ],
    ["of another subject", { "service a": { egress: placeholder } }, { "service a": { egress: {} } }],
    ["with another value", { "bucket a": { "deletion policy": "Delete" } }, { "bucket a": {} }],
    ["at another place", { "service a": {} }, { "service a": { minimum: 1 } }],
    ["of a whole subject", {}, { "security group a": { "name prefix": "a-" } }],
  ])("does not explain one %s", (_, cloudFormation, terraform) => {
    expect(explained(cloudFormation, terraform)).toEqual([undefined]);
  });

  it("has its reason and is told in one row", () => {
    const rows = printKnownDifferences().trimEnd().split("\n");
    expect(rows).toHaveLength(knownDifferences.length + 2);
    for (const row of rows) expect(row.replaceAll(/`[^`]*`/g, "").split("|")).toHaveLength(6);
    expect(rows[2]).toMatch(
      /^\| Security groups that let nothing out \| a rule that matches nothing \| nothing \| EC2 /,
    );
    expect(new Set(knownDifferences.map(({ what }) => what)).size).toBe(knownDifferences.length);
  });
});

describe("compareFacts", () => {
  it("names each place in which the sides differ, and nothing else", () => {
    const one = { "role a": { name: "a", trust: { x: [1, 2] } }, "role b": { name: "b" } };
    const other = { "role a": { trust: { x: [2, 1] }, name: "a" }, "role c": { name: "c" } };
    expect(compareFacts(one, other)).toEqual([
      { subject: "role a", path: ["trust", "x"], cloudFormation: [1, 2], terraform: [2, 1] },
      { subject: "role b", path: [], cloudFormation: { name: "b" } },
      { subject: "role c", path: [], terraform: { name: "c" } },
    ]);
  });

  it("finds no difference in the order of names", () => {
    expect(compareFacts({ a: { b: [{ c: 1, d: 2 }] } }, { a: { b: [{ d: 2, c: 1 }] } })).toEqual([]);
  });
});

function explained(cloudFormation: Facts, terraform: Facts): readonly (string | undefined)[] {
  return compareFacts(cloudFormation, terraform).map((difference) => explain(difference)?.what);
}
