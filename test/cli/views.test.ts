import { expect, test } from "vitest";
import { displayWidth } from "../../src/cli/views/display-width.js";
import { field, printFields } from "../../src/cli/views/fields.js";
import { byteSize, enumerate, quantity } from "../../src/cli/views/quantity.js";
import { quoteWord } from "../../src/cli/views/shell-words.js";
import { printTable } from "../../src/cli/views/table.js";
import { wrap } from "../../src/cli/views/wrap.js";

const plain = (text: string): string => text;

test.each([
  ["", 0],
  ["shop", 4],
  ["日本", 4],
  ["é", 1],
  ["e\u0301", 1],
  ["👩‍👩‍👧 x", 4],
])("%j takes %d columns", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test("a table is aligned by what is seen, and wraps its last column", () => {
  const printed = printTable(
    [{ title: "name" }, { title: "n", align: "right" }, { title: "note" }],
    [
      ["日本", "1", "one two three four five six"],
      ["shop", "1000", "line\nbreak"],
    ],
    { width: 34, indent: 2, title: plain },
  );

  expect(printed).toBe(`  name     n  note
  日本     1  one two three four
              five six
  shop  1000  line\\u000abreak
`);
});

test("fields stand beside their labels, and nothing to say is no field", () => {
  const fields = [
    ...field("tasks", "2 to 4"),
    ...field("none", undefined, ""),
    ...field("may", "a b c d", "e"),
  ];
  const printed = printFields(fields, { width: 15, indent: 2, labelWidth: 6, label: plain });

  expect(printed).toBe("  tasks   2 to 4\n  may     a b c d\n          e\n");
});

test("a word that does not fit gets a line of its own", () => {
  expect(wrap("aa bbbbbbbb cc dd", 5)).toEqual(["aa", "bbbbbbbb", "cc dd"]);
});

test.each([
  ["plain/path-1.json", "plain/path-1.json"],
  ["two words", "'two words'"],
  ["it's", "'it'\\''s'"],
  ["Tag=<tag>", "'Tag=<tag>'"],
  ["$(x)", "'$(x)'"],
  ["", "''"],
])("a shell is given %j as %s", (word, quoted) => {
  expect(quoteWord(word)).toBe(quoted);
});

test("numbers in words", () => {
  expect([quantity(0, "stack"), quantity(1, "stack"), quantity(2, "repository")]).toEqual([
    "0 stacks",
    "1 stack",
    "2 repositories",
  ]);
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(enumerate)).toEqual(["", "a", "a and b", "a, b and c"]);
  expect([byteSize(999), byteSize(51_200)]).toEqual(["999 B", "51.2 kB"]);
});
