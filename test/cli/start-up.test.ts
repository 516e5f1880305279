import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The bundle as the package has it, without being written. */
async function bundle(): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["src/cli/main.ts"],
    outdir: "dist",
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    external: ["jiti"],
    logLevel: "error",
  });
  return metafile;
}

/** Sources that are loaded when a module is, those of imports that are made later aside. */
function loadedWith(source: string, { outputs }: Metafile): readonly string[] {
  const [start] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source) ?? [];
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? []) if (kind === "import-statement") visit(path);
  };
  if (start !== undefined) visit(start);
  return [...seen].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
}

const isStage = (source: string): boolean => /^src\/(?!cli\/)|node_modules\/(yaml|zod)\//.test(source);
const stagesOf = (sources: readonly string[]): readonly string[] => [
  ...new Set(sources.flatMap((source) => /^src\/(?!cli\/)(\w+)\//.exec(source)?.[1] ?? [])),
];

test("help waits for no stage, and each command for what it needs alone", async () => {
  const metafile = await bundle();
  const help = loadedWith("src/cli/run-process.ts", metafile);
  expect(help).toContain("src/cli/vocabulary.ts");
  expect(help.filter(isStage)).toEqual([]);

  const stages = (command: string): readonly string[] =>
    [...stagesOf(loadedWith(`src/cli/commands/${command}.ts`, metafile))].sort();
  expect(stages("validate")).toEqual(["diagnostics", "manifest", "plan"]);
  expect(stages("render-cloudformation")).toEqual(["cloudformation", "diagnostics", "manifest", "plan"]);
  expect(stages("render-terraform")).toEqual(["diagnostics", "manifest", "plan", "terraform"]);
  expect(stages("import-compose")).not.toContain("terraform");
});
