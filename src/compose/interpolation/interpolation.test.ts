import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.js";
import { parseTemplate } from "./parse-template.js";
import { isMissing, textOf } from "./pieces.js";

const variables = new Map([
  ["FOO", "first"],
  ["BAR", ""],
  ["A", "a"],
]);

function expand(text: string): string {
  const parsed = parseTemplate(text);
  if ("fault" in parsed) return `fault: ${parsed.fault}`;
  const pieces = evaluate(parsed.parts, variables);
  return isMissing(pieces)
    ? `missing: ${pieces.flatMap((piece) => (piece.from === "missing" ? [piece.name] : [])).join()}`
    : textOf(pieces);
}

describe("interpolation, by the table of the Compose Specification", () => {
  it.each([
    // Without a variable, and escapes.
    ["plain", "plain"],
    ["$$FOO", "$FOO"],
    ["$${FOO}", "${FOO}"],
    ["a$$${A}", "a$a"],
    ["cost: 5$$", "cost: 5$"],
    // Direct substitution.
    ["$FOO-bar", "first-bar"],
    ["${FOO}", "first"],
    ["$A-$BAR", "a-"],
    ["${BAR}", ""],
    ["${FOO}${A}", "firsta"],
    // Default when unset or empty, default when unset.
    ["${BAR:-d}", "d"],
    ["${BAR-d}", ""],
    ["${NONE:-d}", "d"],
    ["${NONE-d}", "d"],
    ["${FOO:-d}", "first"],
    ["${NONE:-}", ""],
    ["${NONE:-/non:-alphanumeric}", "/non:-alphanumeric"],
    ["${NONE-http://x:80/?a=b}", "http://x:80/?a=b"],
    ["${NONE:-a b}", "a b"],
    // Required.
    ["${FOO:?e}", "first"],
    ["${BAR?e}", ""],
    ["${BAR:?e}", "missing: BAR"],
    ["${NONE:?e}", "missing: NONE"],
    ["${NONE?e}", "missing: NONE"],
    ["${NONE:?}", "missing: NONE"],
    // Alternative.
    ["${FOO:+y}", "y"],
    ["${BAR:+y}", ""],
    ["${BAR+y}", "y"],
    ["${NONE+y}", ""],
    ["${NONE:+y}", ""],
    // Nested.
    ["${NONE:-${FOO}}", "first"],
    ["${NONE-$FOO}", "first"],
    ["${NONE:-${FOO} ${A}}", "first a"],
    ["${NONE:-${ALSO:-deep}}", "deep"],
    ["${FOO:+${A}}", "a"],
    ["${NONE:-${ALSO}}", "missing: ALSO"],
    ['${NONE:-{"k": 1}}', '{"k": 1}'],
    // The first operator counts.
    ["${NONE?bar-baz}", "missing: NONE"],
    ["${NONE-myerror?msg}", "myerror?msg"],
    ["${NONE-va:-lu:?e}", "va:-lu:?e"],
    // Never an empty text for what has no value.
    ["$NONE", "missing: NONE"],
    ["x ${NONE} y", "missing: NONE"],
  ])("%s", (text, expected) => {
    expect(expand(text)).toBe(expected);
  });

  it.each([
    "${",
    "$}",
    "${}",
    "${ }",
    "${ FOO}",
    "${FOO }",
    "${FOO!}",
    "$",
    "a $ b",
    "${FOO",
    "${1A}",
    "${A:-",
    "$1",
  ])("%s is malformed", (text) => {
    expect(expand(text)).toMatch(/^fault: /);
  });

  it("refuses nesting without end", () => {
    expect(expand(`${"${A:+".repeat(5000)}x${"}".repeat(5000)}`)).toBe(
      "fault: variables are nested too deep",
    );
  });

  it("remembers where each part comes from", () => {
    const parsed = parseTemplate("x${FOO}${NONE:-d}${GONE:?why}");
    expect("parts" in parsed && evaluate(parsed.parts, variables)).toEqual([
      { from: "literal", text: "x" },
      { from: "variable", name: "FOO", text: "first", isDefault: false },
      { from: "variable", name: "NONE", text: "d", isDefault: true },
      { from: "missing", name: "GONE", text: "", reason: "why" },
    ]);
  });

  it("keeps a variable's value out of the reason of a missing one", () => {
    const parsed = parseTemplate("${GONE:?set it like $FOO}");
    expect("parts" in parsed && evaluate(parsed.parts, variables)).toEqual([
      { from: "missing", name: "GONE", text: "" },
    ]);
  });
});
