import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { printJson, printYaml, renderCloudFormation } from "../src/cloudformation/index.js";
import { encodePlan, printPermissions } from "../src/plan/index.js";
import { renderTerraform } from "../src/terraform/index.js";
import { artefactFolder, listSamples, planOfSample, type Sample } from "./support/samples.js";

// `npm run samples` sets it: the artefacts are written anew, to be read line by line in the diff.
const update = process.env["UPDATE_SAMPLES"] === "1";

describe.each(listSamples())("sample $name", (sample) => {
  it.each(sample.environments)("gives every artefact of environment %s", (environment) => {
    const folder = artefactFolder(sample, environment);
    const artefacts = render(sample, environment);
    if (update) writeArtefacts(folder, artefacts);
    for (const [file, text] of artefacts) {
      expect(
        existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : undefined,
        file,
      ).toBe(text);
    }
    expect(filesIn(folder)).toEqual([...artefacts.keys()].sort());
  });
});

function render(sample: Sample, environment: string | undefined): ReadonlyMap<string, string> {
  const plan = planOfSample(sample, environment);
  const artefacts = new Map([
    ["plan.json", encodePlan(plan)],
    ["permissions.txt", printPermissions(plan)],
  ]);
  for (const { area, template } of renderCloudFormation(plan)) {
    artefacts.set(`cloudformation/${area}.json`, printJson(template));
    if (sample.name === "minimal") artefacts.set(`cloudformation/${area}.yaml`, printYaml(template));
  }
  for (const { file, text } of renderTerraform(plan)) artefacts.set(`terraform/${file}`, text);
  return artefacts;
}

function writeArtefacts(folder: string, artefacts: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, text] of artefacts) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
