import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { printJson, printYaml } from "./print.js";
import type { Template } from "./template.js";

const read = (text: string): unknown => parse(text, { version: "1.1" });

describe("printJson", () => {
  it("indents by two spaces and ends in a new line", () => {
    expect(printJson(templateOf("a"))).toMatch(
      /^\{\n {2}"AWSTemplateFormatVersion": "2010-09-09",\n[\s\S]*\n\}\n$/,
    );
  });
});

describe("printYaml", () => {
  it.each(["yes", "on", "n", "1:30", "08", "1_000", "2010-09-09", "~", "<<", "=", "1e3"])(
    "quotes %s, which is no text in YAML 1.1",
    (text) => {
      expect(printYaml(templateOf(text))).toContain(`Name: "${text}"\n`);
    },
  );

  it("escapes characters that YAML 1.1 takes for line breaks", () => {
    expect(printYaml(templateOf("\u0085\u2028\u2029\ufeff"))).toContain('Name: "\\N\\L\\P\\uFEFF"\n');
  });

  it("neither folds long lines nor uses aliases", () => {
    const long = "word ".repeat(60).trim();
    const shared = { Key: "team", Value: long };
    const text = printYaml(templateOf(long, [shared, shared]));
    expect(text.split("\n").filter((line) => line.includes(long))).toHaveLength(3);
    expect(text).not.toMatch(/[&*]a\d/);
  });

  it("reads back as the same template", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (name, key) => {
        const template = templateOf(name, [{ Key: key, Value: name }]);
        expect(read(printYaml(template))).toEqual(template);
      }),
      { numRuns: 100 },
    );
  });
});

function templateOf(name: string, tags: readonly { Key: string; Value: string }[] = []): Template {
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "printed",
    Resources: { Bucket: { Type: "AWS::S3::Bucket", Properties: { Name: name, Tags: tags } } },
  };
}
