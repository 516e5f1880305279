import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseManifest } from "../../src/manifest/index.js";

const root = join(import.meta.dirname, "../..");
const samplesFolder: string = join(root, "test/samples");

export interface Sample {
  readonly name: string;
  /** Of the manifest: in the sample's own folder, or in the example of the same name. */
  readonly manifestFile: string;
  readonly text: string;
  /** `undefined` stands for a manifest without environments. */
  readonly environments: readonly (string | undefined)[];
}

export function listSamples(): readonly Sample[] {
  const names = readdirSync(samplesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => {
    const own = join(samplesFolder, name, "longshore.yaml");
    const manifestFile = existsSync(own) ? own : join(root, "examples", name, "longshore.yaml");
    const text = readFileSync(manifestFile, "utf8");
    const { environments } = parseManifest({ file: "longshore.yaml", text });
    return { name, manifestFile, text, environments: environments.length === 0 ? [undefined] : environments };
  });
}

/** Folder of the artefacts of one environment. */
export function artefactFolder(sample: Sample, environment: string | undefined): string {
  return join(samplesFolder, sample.name, environment ?? "default");
}
