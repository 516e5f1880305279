import { existsSync } from "node:fs";
import { extname, resolve } from "node:path";
import { error, type Result } from "../diagnostics/index.js";
import { type ParsedManifest, parseManifest, readManifest } from "../manifest/index.js";
import type { Io } from "./io.js";
import { importConfig } from "./load-config.js";
import { defaultFiles } from "./manifest-files.js";
import { readStandardInput, readTextFile } from "./read-file.js";
import { enumerate } from "./views/quantity.js";

/** A manifest that was read from where it is kept, and may be parsed for one environment after the other. */
export interface LoadedManifest {
  /** As the user knows the file. */
  readonly file: string;
  /** Absent for a manifest that a program exports. */
  readonly text?: string;
  readonly parse: (environment?: string) => ParsedManifest;
}

/** The one place where manifests are read. */
export async function loadManifest(file: string | undefined, io: Io): Promise<Result<LoadedManifest>> {
  const found = file ?? defaultFiles.find((name) => existsSync(resolve(io.cwd, name)));
  if (found === undefined) return missing(io.cwd);
  if (found === "-") return loadText("<stdin>", await readStandardInput(io, "<stdin>"));
  return configExtensions.has(extname(found))
    ? loadConfig(found, io)
    : loadText(found, readTextFile(found, io.cwd));
}

const configExtensions: ReadonlySet<string> = new Set([".ts", ".mts", ".js", ".mjs"]);

function loadText(file: string, text: Result<string>): Result<LoadedManifest> {
  if (!text.ok) return text;
  const source = { file, text: text.value };
  const parse = (environment?: string): ParsedManifest => parseManifest(source, asked(environment));
  return { ok: true, value: { ...source, parse }, diagnostics: [] };
}

async function loadConfig(file: string, io: Io): Promise<Result<LoadedManifest>> {
  const exported = await importConfig(file, io.cwd);
  if (!exported.ok) return exported;
  const parse = (environment?: string): ParsedManifest =>
    readManifest(exported.value, { file }, asked(environment));
  return { ok: true, value: { file, parse }, diagnostics: [] };
}

function asked(environment: string | undefined): { readonly environment?: string } {
  return environment === undefined ? {} : { environment };
}

function missing(cwd: string): Result<never> {
  const diagnostic = error("file-missing", "", "there is no manifest in this folder", {
    reason: `looked for ${enumerate(defaultFiles)} in ${cwd}`,
    hint: "run longshore init to write one, or name one with --file",
  });
  return { ok: false, diagnostics: [diagnostic] };
}
