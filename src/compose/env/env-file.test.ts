import { describe, expect, it } from "vitest";
import { spanMaker } from "../../diagnostics/index.js";
import type { EnvFormat } from "./env-file.js";
import { parseEnvFile } from "./env-file.js";

const outside = new Map([["OUT", "outside"]]);

function parse(text: string, format: EnvFormat = "compose") {
  const file = parseEnvFile(
    { file: ".env", folder: "", text, spanOf: spanMaker(".env", text) },
    outside,
    format,
  );
  const values = Object.fromEntries([...file.entries].map(([name, entry]) => [name, entry.text]));
  return { ...file, values };
}

describe("env files", () => {
  it.each([
    ["A=1", { A: "1" }],
    ["A=1\nB=2\r\nC=3\r\n", { A: "1", B: "2", C: "3" }],
    ["\ufeffA=1", { A: "1" }],
    ["# comment\n\n  A = 1 \n#B=2", { A: "1" }],
    ["export A=1", { A: "1" }],
    ["A=", { A: "" }],
    ["A=x # comment", { A: "x" }],
    ["A=x#no-comment", { A: "x#no-comment" }],
    ["A=#all comment", { A: "" }],
    ["A='$B # \"x\"'", { A: '$B # "x"' }],
    ['A="a # b"', { A: "a # b" }],
    ['A="two\nlines" # comment\nB=1', { A: "two\nlines", B: "1" }],
    ["A='two\nlines'", { A: "two\nlines" }],
    ['A="a\\tb\\nc\\"d\\\\"', { A: 'a\tb\nc"d\\' }],
    ['A="\\$OUT"', { A: "$OUT" }],
    ["A=${OUT}/x", { A: "outside/x" }],
    ["A=1\nB=${A}2", { A: "1", B: "12" }],
    ["A=${NONE:-d}", { A: "d" }],
    ["A: yaml style", { A: "yaml style" }],
    ["OUT", { OUT: "outside" }],
    ["NOT_OUT", {}],
    ["A=1\nA=2", { A: "2" }],
    ["A.B-c=1", { "A.B-c": "1" }],
    ["A=pa$$word", { A: "pa$word" }],
    ["A=ends with $", { A: "ends with $" }],
    ["A==b=", { A: "=b=" }],
  ])("%j", (text, expected) => {
    const { values, diagnostics } = parse(text);
    expect(diagnostics).toEqual([]);
    expect(values).toEqual(expected);
  });

  it("takes everything as it is in the raw format", () => {
    expect(parse("A='x' # y\nB=$OUT", "raw").values).toEqual({ A: "'x' # y", B: "$OUT" });
  });

  it.each(["=x", "1A=x", "just text", 'A="open', "A='x' y"])(
    "%j is reported, masked, and the rest is read",
    (text) => {
      const { values, diagnostics } = parse(`${text}\nZ=1`);
      expect(diagnostics).toMatchObject([{ code: "invalid-value", sensitive: true }]);
      expect(values["Z"]).toBe("1");
    },
  );

  it("knows where each value stands", () => {
    const { entries } = parse("# x\nTOKEN= abc # y\n");
    const { place } = entries.get("TOKEN") ?? {};
    expect(place?.source.text.slice(place.start, place.end)).toBe("abc");
  });
});
