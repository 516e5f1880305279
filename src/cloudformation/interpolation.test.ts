import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interpolate } from "./interpolation.js";
import type { Json } from "./template.js";

const region: Json = { Ref: "AWS::Region" };
const role: Json = { "Fn::GetAtt": ["Role", "Arn"] };
const zone: Json = { "Fn::Select": [0, { "Fn::GetAZs": "" }] };

describe("interpolate", () => {
  it.each<[what: string, parts: Json[], written: Json]>([
    ["nothing", [], ""],
    ["texts", ["a", "", "b"], "ab"],
    ["one value", ["", region], region],
    [
      "values between texts",
      ["a-", region, "-", role, "-b"],
      { "Fn::Sub": "a-${AWS::Region}-${Role.Arn}-b" },
    ],
    ["a placeholder of someone else", ["${HOME}/", region], { "Fn::Sub": "${!HOME}/${AWS::Region}" }],
    ["a placeholder alone", ["a${HOME}"], { "Fn::Join": ["", ["a$", "{HOME}"]] }],
    ["a placeholder that no linter takes for one", ["${HOME:-/}"], "${HOME:-/}"],
    ["a placeholder beside what no Sub takes", ["${A}", zone], { "Fn::Join": ["", ["$", "{A}", zone]] }],
    ["a dollar at the end", [region, "$"], { "Fn::Sub": "${AWS::Region}$" }],
    ["a dollar before a value", ["$", region], { "Fn::Join": ["", ["$", region]] }],
    ["an escape of someone else", ["${!HOME}", region], { "Fn::Join": ["", ["${!HOME}", region]] }],
    ["a placeholder left open", ["${HOME", region], { "Fn::Join": ["", ["${HOME", region]] }],
    ["a value that no Sub takes", ["a", zone], { "Fn::Join": ["", ["a", zone]] }],
  ])("writes %s", (_, parts, written) => {
    expect(interpolate(parts)).toEqual(written);
  });

  it("keeps every text as it is", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc
        .array(fc.constantFrom("$", "{", "}", "!", "${", "${!", "a", ".", "é", "AWS::Region", "Role.Arn"))
        .map((parts) => parts.join("")),
    );
    const parts = fc.array(fc.oneof(text, fc.constantFrom(region, role, zone)));
    fc.assert(
      fc.property(parts, (given) => {
        expect(evaluate(interpolate(given))).toBe(given.map(evaluate).join(""));
      }),
      { numRuns: 2000 },
    );
  });
});

/** What CloudFormation makes of a value, with a text for each name that no other part of a text looks like. */
function evaluate(value: Json): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || Array.isArray(value)) throw new TypeError("not a value of these tests");
  const [[name = "", content] = []] = Object.entries(value);
  if (name === "Ref") return `<${String(content)}>`;
  if (name === "Fn::GetAtt" && Array.isArray(content)) return `<${content.join(".")}>`;
  if (name === "Fn::Join" && Array.isArray(content)) return (content[1] as Json[]).map(evaluate).join("");
  if (name === "Fn::Sub")
    return String(content).replaceAll(/\$\{([^}]*)\}/g, (_, variable: string) => substitute(variable));
  return `<${name}>`;
}

/** Refuses what CloudFormation refuses: "variable names in Fn::Sub syntax must contain only ...". */
function substitute(variable: string): string {
  if (variable.startsWith("!")) return `\${${variable.slice(1)}}`;
  if (!["AWS::Region", "Role.Arn"].includes(variable)) throw new TypeError(`no variable ${variable}`);
  return `<${variable}>`;
}
