import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { readComposeBase } from "../../src/cli/compose/compose-base.js";
import type { Io } from "../../src/cli/io.js";
import { composeFilesOf, exampleName, parseManifest } from "../../src/manifest/index.js";
import { type Plan, resolve } from "../../src/plan/index.js";
import { planOf } from "./plan-of.js";

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
    return {
      name,
      manifestFile,
      text,
      environments: environments.length === 0 ? [undefined] : environments.map(exampleName),
    };
  });
}

/** Folder of the artefacts of one environment. */
export function artefactFolder(sample: Sample, environment: string | undefined): string {
  return join(samplesFolder, sample.name, environment ?? "default");
}

/** The plan of a sample, with the compose files that it names; throws the diagnostics when there is none. */
export function planOfSample(sample: Sample, environment: string | undefined): Plan {
  const source = { file: "longshore.yaml", text: sample.text };
  const files = composeFilesOf(source);
  if (files.length === 0) return planOf(sample.text, environment);
  const io = { cwd: dirname(sample.manifestFile), env: {} } as Io;
  const { manifest, diagnostics } = readComposeBase({ files, folder: "." }, io).under(
    parse(sample.text),
    (base) => parseManifest(source, { base, ...(environment !== undefined && { environment }) }),
  );
  const resolved = manifest === undefined ? undefined : resolve(manifest);
  if (resolved?.ok) return resolved.value;
  throw new TypeError(
    [...diagnostics, ...(resolved?.diagnostics ?? [])].map((each) => each.message).join("\n"),
  );
}
