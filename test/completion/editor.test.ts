import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LanguageServer, type Position, startLanguageServer } from "./language-server.js";

let server: LanguageServer;

beforeAll(async () => {
  server = await startLanguageServer();
}, 60_000);

afterAll(() => server.stop());

/** The text without its `|`, and where that stood. */
function cursorIn(text: string): { readonly text: string; readonly position: Position } {
  const before = text.slice(0, text.indexOf("|")).split("\n");
  return {
    text: text.replace("|", ""),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

const modeline = `# yaml-language-server: $schema=${pathToFileURL("schema.json").href}\n`;
let opened = 0;

/** Opens a text as a new file of which the first line names the schema. */
async function openText(text: string) {
  opened += 1;
  const uri = `file:///shop/manifest-${opened}.yaml`;
  return { uri, found: await server.open(uri, modeline + text) };
}

async function open(marked: string): Promise<{ readonly uri: string; readonly position: Position }> {
  const { text, position } = cursorIn(marked);
  const { uri } = await openText(text);
  return { uri, position: { ...position, line: position.line + 1 } };
}

const start = "application: shop\nservices:\n  api:\n    image: nginx\n";

test.each([
  ["keys of the document", "application: shop\n|\n", ["region", "services", "jobs", "ingress"]],
  ["keys of a service", `${start}    |\n`, ["port", "route", "scale", "serviceConnect"]],
  ["keys in a block of a service", `${start}    scale:\n      min: 1\n      |\n`, ["max", "cpu", "schedule"]],
  [
    "keys of a sidecar",
    `${start}    containers:\n      otel:\n        image: a\n        |\n`,
    ["essential", "port"],
  ],
  ["values of a closed set", `${start}    kind: |\n`, ["web", "backend", "worker", "network"]],
  [
    "types of resources",
    `${start}resources:\n  Files:\n    type: |\n`,
    ["s3", "dynamodb", "sqs", "postgres"],
  ],
  [
    "keys of an environment",
    `${start}environments:\n  dev:\n    services:\n      api:\n        |\n`,
    ["scale", "port"],
  ],
])("completion gives %s", async (_what, marked, expected) => {
  const { uri, position } = await open(marked);
  const labels = await server.completions(uri, position);
  expect(labels).toEqual(expect.arrayContaining(expected));
});

test("what stands already is not offered again", async () => {
  const { uri, position } = await open(`${start}    |\n`);
  expect(await server.completions(uri, position)).not.toContain("image");
});

test.each([
  ["a field", `${start}    sc|ale: 3\n`, "How many tasks run"],
  ["a field in a block", `${start}    health: { pa|th: /x }\n`, "/healthz"],
  ["a field of the document", "application: shop\nreg|ion: eu-west-1\n", "AWS region"],
])("hovering over %s shows what it is", async (_what, marked, expected) => {
  const { uri, position } = await open(marked);
  expect(await server.hover(uri, position)).toContain(expected);
});

test.each([
  ["an unknown key", `${start}    prot: 80\n`, /prot/, 4],
  ["a value of another type", `${start}    port: http\n`, /[Ii]ncorrect type|number/, 4],
  ["a value outside a closed set", `${start}    kind: lambda\n`, /web/, 4],
])("%s is underlined", async (_what, text, message, line) => {
  const { found } = await openText(text);
  const at = found.filter(({ range }) => range.start.line === line + 1);
  expect(at.map((each) => each.message).join("\n")).toMatch(message);
});

test("a manifest without faults has none, also with references", async () => {
  const { found } = await openText(
    `${start}    port: 80\n    environment: { A: "\${environment}", B: "\${variables.LEVEL}" }\nvariables: { LEVEL: debug }\n`,
  );
  expect(found).toEqual([]);
});
