import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Modules that an entry of the package needs at its start, and those that it may load later. */
async function modulesOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    write: false,
    outdir: "out",
    format: "esm",
    platform: "node",
    metafile: true,
    external: ["aws-cdk-lib", "constructs", "jiti"],
    logLevel: "silent",
  });
  return Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
}

describe("aws-cdk-lib", () => {
  it.each(["src/index.ts", "src/cli/main.ts"])("is not loaded by %s", async (entry) => {
    expect((await modulesOf(entry)).filter((path) => /^(?:aws-cdk-lib|constructs)/.test(path))).toEqual([]);
  });

  it("is loaded by the construct, and is not part of the package", async () => {
    expect(await modulesOf("src/cdk/index.ts")).toContain("aws-cdk-lib");
  });

  it("is an optional peer", () => {
    const { peerDependencies, peerDependenciesMeta, dependencies } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    for (const name of ["aws-cdk-lib", "constructs"]) {
      expect(peerDependenciesMeta[name]).toEqual({ optional: true });
      expect(peerDependencies[name]).toBeDefined();
      expect(dependencies[name]).toBeUndefined();
    }
  });
});
