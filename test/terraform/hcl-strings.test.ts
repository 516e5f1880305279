import { getReferencesInExpression, parse } from "@cdktn/hcl2json";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printFile, printItem } from "../../src/terraform/hcl/print.js";
import { type Expression, object, template, traversal } from "../../src/terraform/hcl/tree.js";

/** What HCL reads: `${` and `%{` come back escaped from hcl2json, and HCL composes accents (NFC). */
function asRead(text: string): string {
  return text.normalize("NFC").replaceAll(/[$%]\{/g, (found) => `${found[0]}${found}`);
}

async function readBack(value: Expression): Promise<unknown> {
  const text = printFile([printItem({ name: "value", value })]);
  const parsed = (await parse("value.tf", text)) as { value: unknown };
  return parsed.value;
}

const awkward = fc.constantFrom(
  ...["$", "%", "{", "}", "${", "%{", "$${", "%%{", '"', "\\", "\n", "\r", "\t", "EOT", "<<EOT", "<<-EOT\n"],
  ...[
    "\u0000",
    "\u001b",
    "\u007f",
    "\u0085",
    "\u2028",
    "\ufeff",
    "é",
    "e\u0301",
    "東京",
    "👩‍👩‍👧",
    "#",
    "//",
    "/*",
  ],
);
const text = fc.oneof(
  fc.array(awkward, { maxLength: 12 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 30 }),
);

describe("a text", () => {
  it("is the same when it is read back", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (each) => {
        expect(await readBack(each)).toBe(asRead(each));
      }),
      { numRuns: 300 },
    );
  });

  it("is the same beside an expression", async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        fc.pre(before !== "" || after !== "");
        const read = await readBack(template(before, traversal("var.x"), after));
        expect(read).toBe(`${asRead(before)}\${var.x}${asRead(after)}`);
        // An escaped `$${var.x}` reads the same, and refers to nothing.
        const printed = printItem({ name: "value", value: template(before, traversal("var.x"), after) });
        const references = await getReferencesInExpression("value.tf", printed.slice("value = ".length));
        expect(references.map(({ value }) => value)).toEqual(["var.x"]);
      }),
      { numRuns: 200 },
    );
  });

  it("is the same as a key and a value of an object", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(text, text, { maxKeys: 4 }), async (given) => {
        const composed = Object.entries(given).map(([key, value]) => [asRead(key), asRead(value)]);
        fc.pre(new Set(composed.map(([key]) => key)).size === composed.length);
        expect(await readBack(object(given))).toEqual(Object.fromEntries(composed));
      }),
      { numRuns: 200 },
    );
  });

  it("loses only what is no text: halves of surrogate pairs", async () => {
    expect(await readBack("a\ud800b")).toBe("a\ufffdb");
  });
});
