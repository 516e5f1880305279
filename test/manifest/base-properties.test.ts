import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { Raw, RawMap } from "../../src/manifest/index.js";
import { isRawMap, parseManifest, readManifest } from "../../src/manifest/index.js";
import { nowhere } from "../../src/manifest/source.js";
import { manifestArbitrary } from "./arbitrary.js";

const file = "longshore.yaml";

/** A manifest cut in two at random: laid over the base, the document is the whole again. */
function cut(whole: RawMap, pick: () => number, depth = 0): { base: RawMap; document: RawMap } {
  const base: Record<string, Raw> = {};
  const document: Record<string, Raw> = {};
  for (const [key, value] of Object.entries(whole)) {
    const choice = pick() % 4;
    if (choice === 0) base[key] = value;
    else if (choice === 1 && value !== null) {
      base[key] = isRawMap(value) ? "replaced" : { replaced: true };
      document[key] = value;
    } else if (choice === 2 && isRawMap(value) && depth < 4) {
      const inner = cut(value, pick, depth + 1);
      base[key] = { ...inner.base, removed: { by: "null" } };
      document[key] = { ...inner.document, removed: null };
    } else document[key] = value;
  }
  return { base, document };
}

describe("a manifest cut into a base and a document", () => {
  it("means what the whole means", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(manifestArbitrary({ maxServices: 3 }), fc.infiniteStream(fc.nat(3)), (written, picks) => {
        const whole = written as unknown as RawMap;
        const { base, document } = cut(whole, () => picks.next().value);
        const options = { base: { tree: base, places: nowhere } };
        const { manifest } = readManifest(whole, { file });
        const read = readManifest(document, { file }, options);
        expect(read.diagnostics).toEqual([]);
        expect(read.manifest).toEqual(manifest);
        if (Object.keys(document).length === 0) return;
        const text = stringify(document, { aliasDuplicateObjects: false });
        expect(parseManifest({ file, text }, options).manifest).toEqual(manifest);
      }),
      { numRuns: 100 },
    );
  });
});
