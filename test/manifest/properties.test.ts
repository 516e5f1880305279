import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse as parseYaml, stringify } from "yaml";
import { formatDiagnostic } from "../../src/diagnostics/index.js";
import type { ParsedManifest, WrittenManifest } from "../../src/manifest/index.js";
import { parseManifest, readManifest } from "../../src/manifest/index.js";
import { manifestArbitrary } from "./arbitrary.js";

const file = "longshore.yaml";
/** PROPERTY_RUNS=20 searches twenty times as long. */
const effort = Number(process.env["PROPERTY_RUNS"] ?? 1);
const timeout = 30_000 * effort;

/** A manifest or errors, never both, never neither. */
function expectDecided({ manifest, diagnostics }: ParsedManifest): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(manifest === undefined).toBe(errors.length > 0);
}

function expectPlaced(text: string, { diagnostics }: ParsedManifest): void {
  for (const diagnostic of diagnostics) {
    const { span } = diagnostic;
    expect(span, diagnostic.message).toBeDefined();
    if (span === undefined) continue;
    expect(span.start.offset).toBeGreaterThanOrEqual(0);
    expect(span.end.offset).toBeGreaterThanOrEqual(span.start.offset);
    expect(span.end.offset).toBeLessThanOrEqual(text.length);
    expect(formatDiagnostic(diagnostic, text)).toContain(diagnostic.code);
  }
}

type Change = (value: unknown) => unknown;

/** Replaces, removes or adds something at a random place of a tree. */
function mutated(root: unknown, picks: readonly number[], change: Change): unknown {
  const [pick = 0, ...others] = picks;
  if (typeof root !== "object" || root === null || others.length === 0) return change(root);
  const entries = Object.entries(root);
  if (entries.length === 0) return change(root);
  const [key, value] = entries[pick % entries.length] as [string, unknown];
  const replaced = mutated(value, others, change);
  if (Array.isArray(root)) return root.map((item, index) => (String(index) === key ? replaced : item));
  const rest = Object.fromEntries(entries.filter(([other]) => other !== key));
  return replaced === undefined ? rest : { ...rest, [key]: replaced };
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1.5,
    1e21,
    "",
    "x",
    "${",
    "${services.a.url}",
    "ssm:/",
    "${variables.A}",
    [],
    {},
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  junk.map(
    (value): Change =>
      () =>
        value,
  ),
  fc.constant<Change>(() => undefined),
  fc.tuple(fc.string(), junk).map(
    ([key, value]): Change =>
      (old) =>
        Array.isArray(old)
          ? [...old, value]
          : typeof old === "object" && old !== null
            ? { ...old, [key]: value }
            : [old],
  ),
);
const mutation = fc.tuple(fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }), change);

const yamlNoise = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."{}[],:&*#?|->!%@`'\"\n\t <<~",
        "---\n",
        "...\n",
        "&a ",
        "*a",
        "<<: *a\n",
        "application: ",
        "services:\n  ",
        "${",
        "\u0000",
        "\ufeff",
      ),
      fc.string({ maxLength: 4, unit: "binary" }),
    ),
  )
  .map((parts) => parts.join(""));

describe("manifests drawn from the vocabulary", () => {
  it(
    "are valid, as objects and as YAML, and mean the same",
    () => {
      fc.assert(
        fc.property(manifestArbitrary(), (written: WrittenManifest) => {
          const read = readManifest(written, { file });
          expect(read.diagnostics).toEqual([]);
          const parsed = parseManifest({ file, text: stringify(written, { aliasDuplicateObjects: false }) });
          expect(parsed.diagnostics).toEqual([]);
          expect(parsed.manifest).toEqual(read.manifest);
        }),
        { numRuns: effort * 60 },
      );
    },
    timeout,
  );

  it(
    "do not depend on the order of keys",
    () => {
      fc.assert(
        fc.property(manifestArbitrary(), (written) => {
          const reversed = Object.fromEntries(Object.entries(written).reverse());
          expect(readManifest(reversed, { file }).manifest).toEqual(readManifest(written, { file }).manifest);
        }),
      );
    },
    timeout,
  );
});

describe("whatever is given", () => {
  it(
    "any JSON value is a manifest or diagnostics",
    () => {
      fc.assert(
        fc.property(fc.jsonValue(), (value) => expectDecided(readManifest(value, { file }))),
        { numRuns: effort * 200 },
      );
    },
    timeout,
  );

  it(
    "any object of JavaScript is a manifest or diagnostics",
    () => {
      const anything = fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withNullPrototype: true,
        withSparseArray: true,
      });
      fc.assert(
        fc.property(anything, (value) => expectDecided(readManifest(value, { file }))),
        { numRuns: effort * 200 },
      );
    },
    timeout,
  );

  it(
    "any text is a manifest or diagnostics with a place in it",
    () => {
      fc.assert(
        fc.property(
          fc.oneof(fc.string({ unit: "binary" }), yamlNoise),
          fc.option(fc.string()),
          (text, environment) => {
            const parsed = parseManifest({ file, text }, environment === null ? {} : { environment });
            expectDecided(parsed);
            expectPlaced(text, parsed);
          },
        ),
        { numRuns: effort * 1000 },
      );
    },
    timeout,
  );

  it(
    "any manifest with something changed is a manifest or diagnostics with a place in it",
    () => {
      fc.assert(
        fc.property(
          manifestArbitrary({ maxServices: 3 }),
          fc.array(mutation, { minLength: 1, maxLength: 3 }),
          (written, mutations) => {
            const changed = mutations.reduce<unknown>(
              (value, [picks, by]) => mutated(value, picks, by),
              written,
            );
            expectDecided(readManifest(changed, { file }));
            const text = stringify(changed ?? null, { aliasDuplicateObjects: false });
            const parsed = parseManifest({ file, text });
            expectDecided(parsed);
            expectPlaced(text, parsed);
            expect(() => parseYaml(text)).not.toThrow();
          },
        ),
        { numRuns: effort * 300 },
      );
    },
    timeout,
  );

  it(
    "any environment laid over a manifest is a manifest or diagnostics with a place in the text",
    () => {
      fc.assert(
        fc.property(
          manifestArbitrary({ maxServices: 2 }),
          mutation,
          mutation,
          (written, [picks, by], [others, other]) => {
            const environments = { dev: mutated(written, picks, by), prod: mutated(written, others, other) };
            const text = stringify({ ...written, environments }, { aliasDuplicateObjects: false });
            for (const environment of ["dev", "prod", "none"]) {
              const parsed = parseManifest({ file, text }, { environment });
              expectDecided(parsed);
              expectPlaced(text, parsed);
            }
          },
        ),
        { numRuns: effort * 50 },
      );
    },
    timeout,
  );
});
