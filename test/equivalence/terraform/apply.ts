import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parse } from "@cdktn/hcl2json";
import type { RenderedFile } from "../../../src/terraform/index.js";
import { EquivalenceError } from "../facts.js";
import { world } from "../world.js";
import type { AppliedModule, State } from "./state.js";
import type { WrittenModule } from "./written.js";

const script = fileURLToPath(new URL("../../conformance/equivalence-apply.mjs", import.meta.url));
const run = promisify(execFile);

/** Applies modules by name with the real binary, in a process of its own; an error for each that it refuses. */
export async function applyModules(
  modules: ReadonlyMap<string, readonly RenderedFile[]>,
): Promise<ReadonlyMap<string, AppliedModule | EquivalenceError>> {
  const home = mkdtempSync(join(tmpdir(), "longshore-equivalence-"));
  try {
    const written = new Map<string, WrittenModule>();
    for (const [name, files] of modules) {
      const module = await readModule(files);
      written.set(name, module);
      prepare(folderOf(home, name), files, module);
    }
    await run(process.execPath, [script, ...[...modules.keys()].map((name) => folderOf(home, name))]);
    return new Map([...written].map(([name, module]) => [name, readState(folderOf(home, name), module)]));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

export async function hasTerraform(): Promise<boolean> {
  return run("terraform", ["version"]).then(
    () => true,
    () => false,
  );
}

export async function readModule(files: readonly RenderedFile[]): Promise<WrittenModule> {
  const text = files.map((file) => file.text).join("\n");
  const {
    resource = {},
    output = {},
    variable = {},
  } = (await parse("module.tf", text)) as Partial<WrittenModule>;
  return { resource, output, variable };
}

/** Every variable has a value that names it; the environment, which is part of every name, keeps its own. */
function prepare(folder: string, files: readonly RenderedFile[], { variable }: WrittenModule): void {
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of files) writeFileSync(join(folder, file), text);
  const names = Object.keys(variable).filter((name) => name !== "environment");
  const values = Object.fromEntries(
    names.map((name) => [name, name === "aws_region" ? world.region : world.parameter(name)]),
  );
  writeFileSync(join(folder, "equivalence.auto.tfvars.json"), JSON.stringify(values));
}

function readState(folder: string, written: WrittenModule): AppliedModule | EquivalenceError {
  const [state, failure] = [join(folder, "state.json"), join(folder, "failure.txt")];
  if (existsSync(state)) return { written, state: JSON.parse(readFileSync(state, "utf8")) as State };
  return new EquivalenceError(existsSync(failure) ? readFileSync(failure, "utf8") : "not applied");
}

function folderOf(home: string, name: string): string {
  return join(home, name.replaceAll(/[^\w.-]/g, "_"));
}
