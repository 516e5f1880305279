import { describe, expect, it } from "vitest";
import { printFile, printItem } from "../../src/terraform/hcl/print.js";
import {
  type BodyItem,
  block,
  call,
  type Expression,
  object,
  template,
  traversal,
} from "../../src/terraform/hcl/tree.js";

function print(...body: readonly BodyItem[]): string {
  return printFile([printItem({ type: "resource", labels: ["aws_vpc", "main"], body })]);
}

function printValue(value: Expression): string {
  return printItem({ name: "a", value });
}

// `npm run conformance` asks `terraform fmt` itself; these are its rules that are relied on.
describe("a body", () => {
  it("aligns neighbours on one line each, and begins anew at a comment or a value over several lines", () => {
    expect(
      print(
        { name: "a", value: 1 },
        { name: "longer", value: true },
        { name: "b", value: "x", comment: "Why b\nis x." },
        { name: "middle", value: null },
        {
          name: "policy",
          value: call("jsonencode", object({ A: 1, Long: ["b"], Nested: object({ c: 1, d: 2 }) })),
        },
        { name: "z", value: [] },
      ),
    ).toBe(`resource "aws_vpc" "main" {
  a      = 1
  longer = true
  # Why b
  # is x.
  b      = "x"
  middle = null
  policy = jsonencode({
    A    = 1
    Long = ["b"]
    Nested = {
      c = 1
      d = 2
    }
  })
  z = []
}
`);
  });

  it("has blank lines around blocks and around what stands apart", () => {
    expect(
      print(
        { name: "for_each", value: call("toset", ["a"]), apart: true },
        { name: "a", value: 1 },
        block("rule", [{ name: "id", value: "x" }, block("filter")]),
        { ...block("lifecycle", { create_before_destroy: true }), comment: "Why." },
        { name: "depends_on", value: [traversal("aws_eip.nat")], apart: true },
      ),
    ).toBe(`resource "aws_vpc" "main" {
  for_each = toset(["a"])

  a = 1

  rule {
    id = "x"

    filter {}
  }

  # Why.
  lifecycle {
    create_before_destroy = true
  }

  depends_on = [aws_eip.nat]
}
`);
  });

  it("is on one line when it is empty", () => {
    expect(printItem({ type: "data", labels: ["aws_region", "current"], body: [] })).toBe(
      'data "aws_region" "current" {}',
    );
  });

  it("keeps what a comment holds out of the code", () => {
    expect(printItem({ name: "a", value: 1, comment: 'x\r\nb = 2\u2028c = 3\u0000"' })).toBe(
      '# x\n# b = 2\n# c = 3 "\na = 1',
    );
  });
});

describe("an expression", () => {
  it.each<[Expression, string]>([
    [-1.5, "a = -1.5"],
    [template("x", traversal("var.y"), "z"), 'a = "x${var.y}z"'],
    [template(traversal("var.y")), "a = var.y"],
    [template("x", "y"), 'a = "xy"'],
    [{ kind: "traversal", root: "aws_x.y", key: "k", attribute: "id" }, 'a = aws_x.y["k"].id'],
    [{ kind: "index", of: call("split", ",", traversal("var.y")), at: 2 }, 'a = split(",", var.y)[2]'],
    [
      { kind: "index", of: call("values", traversal("aws_x.y")), at: "*", attribute: "id" },
      "a = values(aws_x.y)[*].id",
    ],
    [{ kind: "for-list", each: "r", in: traversal("x"), value: traversal("r.y") }, "a = [for r in x : r.y]"],
    [object({}), "a = {}"],
    [object({ Name: "x" }), 'a = { Name = "x" }'],
    [[object({ name: "x", value: "y" })], 'a = [{ name = "x", value = "y" }]'],
    [
      object({ "a b": 1, for: 2, true: 3, ok: undefined }),
      'a = {\n  "a b"  = 1\n  "for"  = 2\n  "true" = 3\n}',
    ],
    [[object({ a: 1 }), object({ b: 2 })], "a = [\n  { a = 1 },\n  { b = 2 },\n]"],
    [[object({ a: object({ b: 1 }) })], "a = [{\n  a = { b = 1 }\n}]"],
  ])("%j", (value, expected) => {
    expect(printValue(value)).toBe(expected);
  });

  it("goes over several lines when one is too long", () => {
    const long = "x".repeat(40);
    expect(printValue([long, long, long])).toBe(`a = [\n  "${long}",\n  "${long}",\n  "${long}",\n]`);
    expect(printValue(call("join", ",", [long, long, long]))).toBe(
      `a = join(",", [\n  "${long}",\n  "${long}",\n  "${long}",\n])`,
    );
    expect(printValue("x".repeat(200))).toBe(`a = "${"x".repeat(200)}"`);
  });

  it("aligns by what a reader sees", () => {
    expect(printValue(object({ "👩‍👩‍👧": 1, "e\u0301e": 2, x: 3 }))).toBe(
      'a = {\n  "👩‍👩‍👧"  = 1\n  "e\u0301e" = 2\n  x    = 3\n}',
    );
  });
});
