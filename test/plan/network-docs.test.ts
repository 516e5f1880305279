import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tryPlan } from "../support/plan-of.js";

const text = readFileSync(join(import.meta.dirname, "../../docs/network.md"), "utf8");
const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? "");

/** A block as a whole manifest: with a name, an image of its own and what it only mentions. */
function complete(block: string): string {
  const resources = block.includes("Db]") ? "resources: { Db: { type: postgres } }\n" : "";
  return [
    block.includes("application:") ? "" : "application: shop\nregion: eu-west-1\n",
    block.replaceAll("image: ...", "image: { build: . }"),
    block.includes("services:") ? "" : "services: { api: { image: { build: . } } }\n",
    resources,
  ].join("");
}

describe("docs/network.md", () => {
  it.each(blocks.map((block, index) => [index + 1, block] as const))(
    "has a block %i that plans",
    (_, block) => {
      expect(tryPlan(complete(block)).diagnostics).toEqual([]);
    },
  );

  it("names every field of the network", () => {
    const schema = readFileSync(join(import.meta.dirname, "../../src/manifest/schema/network.ts"), "utf8");
    const [, own = ""] = /"Network",\n([\s\S]*)/.exec(schema) ?? [];
    const names = [...own.matchAll(/^ {4}(\w+): /gm)].map(([, name]) => name ?? "");
    expect(names).toContain("endpoints");
    expect(
      names.filter((name) => !text.includes(`\`${name}\``) && !text.includes(`network.${name}`)),
    ).toEqual([]);
  });
});
