import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../diagnostics/index.js";
import { maxDepth } from "../raw.js";
import { readYaml } from "./read-yaml.js";
import { maxTextLength } from "./refuse-text.js";

const read = (text: string) => readYaml({ file: "longshore.yaml", text });
const only = (text: string): Diagnostic => {
  const { root, diagnostics } = read(text);
  expect(diagnostics).toHaveLength(1);
  expect(root === undefined || diagnostics[0]?.code === "yaml-duplicate-key").toBe(true);
  return diagnostics[0] as Diagnostic;
};
const place = ({ span }: Diagnostic): string => `${span?.start.line}:${span?.start.column}`;

describe("readYaml", () => {
  it("reads maps, lists and the scalars of YAML 1.2", () => {
    const { root, diagnostics } = read(
      "text: a b\nempty:\nyes: yes\non: on\nno: true\nint: 0x10\noctal: 012\nfloat: 1.5\nlist: [1, ~, {a: b}]\nblock: |\n  two\n  lines\n",
    );
    expect(diagnostics).toEqual([]);
    expect(root).toEqual({
      text: "a b",
      empty: null,
      yes: "yes",
      on: "on",
      no: true,
      int: 16,
      octal: 12,
      float: 1.5,
      list: [1, null, { a: "b" }],
      block: "two\nlines\n",
    });
  });

  it("takes keys as texts", () => {
    expect(read("80: a\ntrue: b\n~: c\n1.0: d\n").root).toEqual({
      "80": "a",
      true: "b",
      "~": "c",
      "1.0": "d",
    });
  });

  it("handles a byte order mark, CRLF and replacement characters", () => {
    expect(read("\ufeffa: 1\r\nb: |\r\n  x\r\n  y\r\n").root).toEqual({ a: 1, b: "x\ny\n" });
    expect(read("a: \ufffd\n").root).toEqual({ a: "\ufffd" });
  });

  it("supports anchors, aliases and merge keys; own keys win, then the first source", () => {
    const { root } = read(
      "base: &base { a: 1, b: 2 }\nother: &other { b: 3, c: 4 }\none: { <<: *base, b: 9 }\nmany:\n  <<: [*base, *other]\n  d: 5\nsame: *base\nquoted: { '<<': x }\n",
    );
    expect(root).toMatchObject({
      one: { a: 1, b: 9 },
      many: { a: 1, b: 2, c: 4, d: 5 },
      same: { a: 1, b: 2 },
      quoted: { "<<": "x" },
    });
  });

  it("lets an anchor be given again", () => {
    expect(read("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").root).toEqual({ a: 1, b: 1, c: 2, d: 2 });
  });
});

describe("texts that are no manifest", () => {
  it.each(["", "\n\n", "# only\n# comments\n", "---\n", "---\n# x\n...\n", "~\n", "null"])(
    "%j is empty",
    (text) => {
      const diagnostic = only(text);
      expect(diagnostic.code).toBe("empty-document");
      expect(diagnostic.hint).toContain("application: shop");
      expect(diagnostic.span).toBeDefined();
    },
  );

  it("tabs as indentation", () => {
    const diagnostic = only("a:\n\tb: 1\n");
    expect(diagnostic).toMatchObject({ code: "yaml-syntax", message: "a tab is used for indentation" });
    expect(diagnostic.hint).toContain("spaces");
    expect(place(diagnostic)).toBe("2:1");
  });

  it("duplicate keys, but the rest is read", () => {
    const { root, diagnostics } = read("a: 1\nb: 2\na: 3\nc: { x: 1, x: 2 }\n");
    expect(root).toEqual({ a: 1, b: 2, c: { x: 1 } });
    expect(diagnostics.map((each) => [each.code, each.message, place(each)])).toEqual([
      ["yaml-duplicate-key", 'the key "a" is written twice', "3:1"],
      ["yaml-duplicate-key", 'the key "x" is written twice', "4:12"],
    ]);
  });

  it("several documents", () => {
    const diagnostic = only("a: 1\n---\nb: 2\n");
    expect(diagnostic.code).toBe("yaml-documents");
    expect(diagnostic.hint).toContain("environments");
    expect(place(diagnostic)).toBe("2:1");
  });

  it.each([
    ["an unclosed quote", 'a: "b\n'],
    ["an unclosed bracket", "a: [1, 2\n"],
    ["a missing colon", "a: 1\nb\nc: 2\n"],
    ["a colon in a value", "a: b: c\n"],
    ["wrong indentation", "a:\n    b: 1\n  c: 2\n"],
    ["a reserved character", "a: @b\n"],
    ["a tag", "a: !Ref b\n"],
    ["a directive", "%FOO x\n---\na: 1\n"],
    ["a list as key", "? [a]\n: b\n"],
    ["an alias without anchor", "a: *nothing\n"],
    ["a merge of a text", "a: { <<: text }\n"],
    ["binary noise", "%PDF-1.4\n{ } ] <</Type\n"],
    ["not YAML at all", "<html>\n<body class='x'>: &lt;\n *: }\n"],
  ])("%s is an error with a place in the text", (_, text) => {
    const { diagnostics, root } = read(text);
    expect(root).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThanOrEqual(5);
    for (const diagnostic of diagnostics) {
      expect(diagnostic.code).toBe("yaml-syntax");
      expect(diagnostic.message).not.toMatch(/\n|\.$/);
      expect(diagnostic.span?.end.offset).toBeLessThanOrEqual(text.length);
    }
  });

  it("zero bytes and other control characters", () => {
    expect(only("a: 1\nb: \u0000\n")).toMatchObject({
      code: "yaml-syntax",
      message: expect.stringContaining("U+0000"),
    });
    expect(only("a: 1\u0000").hint).toContain("UTF-8");
    expect(place(only("a: 1\nb: \u001b[0m\n"))).toBe("2:4");
  });

  it("the key __proto__", () => {
    expect(only("__proto__: { application: x }\n").message).toContain("__proto__");
    expect(Object.prototype).not.toHaveProperty("application");
  });

  it("more than ten MiB", () => {
    expect(only("#".repeat(maxTextLength + 1))).toMatchObject({ code: "file-too-large" });
  });
});

describe("texts that would exhaust a reader", () => {
  it("aliases that expand without end", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 12; level++) {
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(", ")}]`,
      );
    }
    expect(only(lines.join("\n")).code).toBe("alias-bomb");
  });

  it("the same through merge keys", () => {
    const lines = ["a0: &a0 { k: [x, x, x, x, x, x, x, x, x, x] }"];
    for (let level = 1; level < 12; level++) {
      const keys = Array.from({ length: 10 }, (_, key) => `k${key}: *a${level - 1}`);
      lines.push(`a${level}: &a${level} { <<: *a${level - 1}, ${keys.join(", ")} }`);
    }
    expect(only(lines.join("\n")).code).toBe("alias-bomb");
  });

  it("an alias inside its own anchor", () => {
    expect(only("a: &a [1, *a]\n")).toMatchObject({
      code: "alias-bomb",
      message: expect.stringContaining("inside"),
    });
    expect(only("a: &a { <<: *a }\n").code).toBe("alias-bomb");
  });

  it.each([
    ["lists", "[".repeat(10_000)],
    ["closed lists", "[".repeat(10_000) + "]".repeat(10_000)],
    ["maps", "{a: ".repeat(10_000)],
    ["lists in lines", "- ".repeat(10_000)],
    ["keys", "? ".repeat(3_000)],
    ["indented maps", Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("%s nested thousands deep", (_, text) => {
    const { diagnostics } = read(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(["too-deep"]);
  });

  it("aliases that nest deep together", () => {
    const half = maxDepth - 10;
    const text = `a: &a ${"[".repeat(half)}1${"]".repeat(half)}\nb: ${"[".repeat(20)}*a${"]".repeat(20)}\n`;
    expect(only(text).code).toBe("too-deep");
  });

  it("takes what is as deep as allowed", () => {
    const deep = maxDepth - 1;
    expect(read(`a: ${"[".repeat(deep)}${"]".repeat(deep)}\n`).diagnostics).toEqual([]);
  });

  it("a map of a hundred thousand keys in linear time", () => {
    const text = Array.from({ length: 100_000 }, (_, key) => `k${key}: 1\n`).join("");
    const before = performance.now();
    expect(read(text).diagnostics).toEqual([]);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
