import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { ComposeLayer } from "../../src/compose/index.js";
import { composeKeys, printManifest } from "../../src/compose/index.js";
import { formatDiagnostic, splitPath } from "../../src/diagnostics/index.js";
import { translate } from "./reading.js";

function expectSound(layer: ComposeLayer, text: string, files: Readonly<Record<string, string>> = {}) {
  const texts: Readonly<Record<string, string>> = { "compose.yaml": text, ...files };
  const spans = [
    ...layer.diagnostics.flatMap(({ span }) => span ?? []),
    ...layer.decisions.flatMap(({ span }) => span ?? []),
    ...layer.secretSpans,
  ];
  for (const { file, start, end } of spans) {
    const length = texts[file]?.length ?? -1;
    expect(start.offset).toBeGreaterThanOrEqual(0);
    expect(start.offset).toBeLessThanOrEqual(end.offset);
    expect(end.offset).toBeLessThanOrEqual(length);
  }
  for (const each of layer.diagnostics) {
    expect(each.message).not.toBe("");
    expect(formatDiagnostic(each, texts[each.span?.file ?? ""], { secrets: layer.secretSpans })).toContain(
      each.code,
    );
  }
  expect(JSON.parse(JSON.stringify(layer.document))).toEqual(layer.document);
  for (const { path } of layer.decisions) expect(splitPath(path).length).toBeGreaterThan(0);
  expect(printManifest(layer)).toContain("application:");
}

/** JSON values whose keys are often those of a compose file. */
function composeLike(): fc.Arbitrary<unknown> {
  const words = [...new Set(composeKeys.flatMap(({ key }) => key.split(".")))].filter((word) => word !== "*");
  const texts = fc.constantFrom(
    "80:80",
    "a:b",
    "$A",
    "${B:-c}",
    "${",
    "1m30s",
    "512m",
    "http://api:80",
    "postgres://u:p@api/d",
    "CMD",
    "NONE",
    "./x:/y",
    "true",
    "service:api",
    "host",
    "a=b",
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      texts,
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      tie("list"),
      tie("map"),
    ),
    list: fc.array(tie("value"), { maxLength: 4 }),
    map: fc.dictionary(
      fc.oneof(fc.constantFrom(...words, "api", "db", "x-a"), fc.string({ maxLength: 6 })),
      tie("value"),
      { maxKeys: 6 },
    ),
  }));
  return value;
}

describe("whatever is read", () => {
  it("any text gives a layer, never an exception; spans lie within the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string(),
          fc.string({
            unit: fc.constantFrom(
              "services:",
              "\n",
              "  ",
              "a",
              ": ",
              "- ",
              "&a",
              "*a",
              "<<",
              "!reset",
              "${",
              "}",
              "image",
              "{",
              "'",
            ),
          }),
        ),
        (text) => {
          expectSound(translate(text), text);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("any JSON value as a document", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json().map((text) => JSON.parse(text) as unknown),
          composeLike(),
        ),
        (value) => {
          const text = JSON.stringify(value);
          expectSound(translate(text), text);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("any JSON value as a service", () => {
    fc.assert(
      fc.property(
        composeLike(),
        fc.dictionary(
          fc.constantFrom(...composeKeys.map(({ key }) => key.split(".")[2] ?? "image")),
          composeLike(),
          { maxKeys: 8 },
        ),
        (odd, keys) => {
          const text = stringify({
            services: { api: { image: "a", ...keys }, db: odd, x_y: { image: "postgres", ...keys } },
          });
          expectSound(translate(text), text);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("any text as a second file, an env file and .env", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (odd, env) => {
        const files = { "b.yaml": odd, "a.env": env, ".env": odd };
        const text =
          "services: { api: { image: a, env_file: a.env, extends: { file: b.yaml, service: x } } }\ninclude: [b.yaml]\n";
        expectSound(translate(text, { files, overrides: ["b.yaml"] }), text, files);
      }),
      { numRuns: 100 },
    );
  });

  it("laying a file over itself changes nothing but lists without a key", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("A", "B", "C"), fc.string({ maxLength: 5 })),
        (environment) => {
          const text = stringify({
            services: { api: { image: "a", ports: ["80:80"], environment, volumes: ["d:/d"] } },
          });
          const files = { "b.yaml": text };
          expect(translate(text, { files, overrides: ["b.yaml"] }).document).toEqual(
            translate(text).document,
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
