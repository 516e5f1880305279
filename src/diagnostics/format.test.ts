import { describe, expect, it } from "vitest";
import { error } from "./collect.js";
import type { Diagnostic } from "./diagnostic.js";
import { formatDiagnostic } from "./format.js";
import { spanMaker } from "./lines.js";

const controlCode = String.fromCharCode(27);

function at(text: string, part: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = text.indexOf(part);
  return {
    ...error("unknown-key", "x", "wrong"),
    span: spanMaker("f.yaml", text)(start, start + part.length),
    ...more,
  };
}

/** The lines of the frame alone. */
function frame(text: string, part: string, more: Partial<Diagnostic> = {}): string[] {
  return formatDiagnostic(at(text, part, more), text)
    .split("\n")
    .slice(2);
}

describe("formatDiagnostic", () => {
  it("says what, where, why and what next", () => {
    const text = "application: a\n\nregion: eu-west-1\nsevices:\n  api: {}\n";
    const diagnostic = at(text, "sevices", {
      message: 'unknown key "sevices"',
      reason: "it would do nothing",
      hint: 'did you mean "services"?',
    });
    expect(formatDiagnostic(diagnostic, text)).toBe(
      [
        'error: unknown key "sevices" [unknown-key]',
        "  f.yaml:4:1",
        "  3 | region: eu-west-1",
        "> 4 | sevices:",
        "    | ^^^^^^^",
        "  why:  it would do nothing",
        '  next: did you mean "services"?',
      ].join("\n"),
    );
  });

  it("aligns line numbers and leaves out an empty line before", () => {
    const text = `${"#\n".repeat(8)}before: 1\nhere: 2\n`;
    expect(frame(text, "here")).toEqual(["   9 | before: 1", "> 10 | here: 2", "     | ^^^^"]);
    expect(frame("\nhere: 2", "here")).toEqual(["> 2 | here: 2", "    | ^^^^"]);
  });

  it("puts carets under text behind tabs, wide characters and combining marks", () => {
    expect(frame("a\tb: x", "x")).toEqual(["> 1 | a   b: x", "    |        ^"]);
    expect(frame("名前: 値", "値")).toEqual(["> 1 | 名前: 値", "    |       ^^"]);
    expect(frame("e\u0301a: x", "x")).toEqual(["> 1 | e\u0301a: x", "    |     ^"]);
    expect(frame("👩‍💻: x", "x")).toEqual(["> 1 | 👩‍💻: x", "    |     ^"]);
  });

  it("shows control characters escaped, in frame, message and file name", () => {
    const text = `a: ${controlCode}[31mred\u202e`;
    expect(frame(text, "red")).toEqual(["> 1 | a: \\x1b[31mred\\u202e", "    |            ^^^"]);
    const diagnostic = error("usage", `a${controlCode}`, `bad ${controlCode}[0m`, {
      hint: `do ${controlCode}`,
    });
    expect(formatDiagnostic(diagnostic, undefined)).not.toContain(controlCode);
  });

  it("cuts a long line around the span", () => {
    const text = `${"x".repeat(300)} HERE ${"y".repeat(300)}`;
    const [line = "", carets = ""] = frame(text, "HERE");
    expect(line).toMatch(/^> 1 \| …x{39} HERE y+…$/);
    expect(line.length).toBeLessThanOrEqual(6 + 122);
    expect(carets.indexOf("^")).toBe(line.indexOf("HERE"));
    expect(carets.replaceAll(" ", "")).toBe("|^^^^");
  });

  it("reads no more of an enormous line than it shows", () => {
    const text = `a: ${"x".repeat(5_000_000)}HERE${"y".repeat(5_000_000)}`;
    const before = performance.now();
    const [line = "", carets = ""] = frame(text, "HERE");
    expect(performance.now() - before).toBeLessThan(500);
    expect(line).toMatch(/^> 1 \| …x{40}HEREy+…$/);
    expect(carets.indexOf("^")).toBe(line.indexOf("HERE"));
  });

  it("shows the first line of a span over several", () => {
    const text = "a:\n  one\n  two\n";
    expect(frame(text, "one\n  two")).toEqual(["  1 | a:", "> 2 |   one", "    |   ^^^"]);
  });

  it("handles CRLF, an empty span and the end of the text", () => {
    expect(frame("a: 1\r\nb: 2\r\n", "b")).toEqual(["  1 | a: 1", "> 2 | b: 2", "    | ^"]);
    const text = "a: 1\n";
    const end = { ...error("usage", "", "end"), span: spanMaker("f", text)(5, 5) };
    expect(formatDiagnostic(end, text).split("\n").slice(2)).toEqual(["  1 | a: 1", "> 2 |", "    | ^"]);
  });

  it("masks what may be a secret, wherever the frame shows it", () => {
    const text = "A: hunter2\nB: hunter2 # hunter2\n";
    const start = text.lastIndexOf("B: hunter2") + 3;
    const span = spanMaker("f", text)(start, start + 7);
    const diagnostic = { ...error("usage", "", "secret"), span, sensitive: true };
    expect(formatDiagnostic(diagnostic, text).split("\n").slice(2)).toEqual([
      "  1 | A: ***",
      "> 2 | B: *** # ***",
      "    |    ^^^",
    ]);
  });

  it("masks a quoted secret without its quotes too, and those of other diagnostics", () => {
    const text = 'A: first\nB: "hunter2"\nC: hunter2\n';
    const spanOf = spanMaker("f", text);
    const second = { ...error("usage", "", "x"), span: spanOf(12, 21), sensitive: true };
    const output = formatDiagnostic(second, text, { secrets: [spanOf(3, 8)] });
    expect(output).not.toMatch(/hunter2|first/);
    const third = { ...error("usage", "", "x"), span: spanOf(25, 32) };
    expect(formatDiagnostic(third, text, { secrets: [spanOf(12, 21)] })).not.toContain("hunter2");
  });

  it("names the file and the path where there is no text", () => {
    const diagnostic: Diagnostic = {
      ...error("wrong-type", "services.api.port", "no"),
      file: "longshore.config.ts",
    };
    expect(formatDiagnostic(diagnostic, undefined)).toBe(
      "error: no [wrong-type]\n  longshore.config.ts (services.api.port)",
    );
    expect(formatDiagnostic(error("usage", "", "no"), undefined)).toBe("error: no [usage]");
  });

  it("indents hints of several lines and paints with the given colours", () => {
    const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const colors = { bold: tag("b"), dim: tag("d"), red: tag("r"), yellow: tag("y"), cyan: tag("c") };
    const diagnostic = error("usage", "", "no", { hint: "one\ntwo" });
    expect(formatDiagnostic(diagnostic, undefined, { colors })).toBe(
      "<r>error:</r> <b>no</b> <d>[usage]</d>\n  <c>next:</c> one\n        two",
    );
  });
});
