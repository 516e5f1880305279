import { extname } from "node:path";
import { type Diagnostic, error, type Result } from "../diagnostics/index.js";
import {
  composeFilesIn,
  composeFilesOf,
  isRawMap,
  parseManifest,
  type Raw,
  type RawMap,
  readManifest,
  writtenDocument,
} from "../manifest/index.js";
import { isComposeName, isComposeText, isManifestText } from "./compose/recognise.js";
import { type InputOptions, refuseComposeOptions, refuseName } from "./input-options.js";
import type { Io } from "./io.js";
import { importConfig } from "./load-config.js";
import type { LoadedManifest, ManifestFile } from "./loaded-manifest.js";
import { defaultComposeFiles, defaultFiles, findDefaultFiles } from "./manifest-files.js";
import { readStandardInput, readTextFile } from "./read-file.js";
import { enumerate } from "./views/quantity.js";

/** The one place where manifests and compose files are read. */
export async function loadManifest(options: InputOptions, io: Io): Promise<Result<LoadedManifest>> {
  const files = options.file ?? findDefaultFiles(io.cwd);
  const [first, ...others] = files;
  if (first === undefined) return fail(missing(io.cwd));
  const piped = files.includes("-") ? await readStandardInput(io, "<stdin>") : undefined;
  if (piped?.ok === false) return piped;
  const read: ReadFile = (file) => (file === "-" && piped !== undefined ? piped : readTextFile(file, io.cwd));
  const compose = (): Promise<Result<LoadedManifest>> => loadCompose(files, options, piped?.value, io);
  if (others.length > 0) {
    const single = files.find((file) => isSingle(file, read));
    return single === undefined ? compose() : fail(severalFiles(single));
  }
  if (isComposeName(first)) return compose();
  if (isConfig(first)) return loadConfig(first, options, io);
  const text = read(first);
  if (!text.ok) return text;
  return isComposeText(first, text.value)
    ? compose()
    : loadText(first === "-" ? "<stdin>" : first, text.value, options, io);
}

type ReadFile = (file: string) => Result<string>;

function isConfig(file: string): boolean {
  return [".ts", ".mts", ".js", ".mjs"].includes(extname(file));
}

/** True for a manifest, which is not laid over others. What cannot be read is reported when it is read for good. */
function isSingle(file: string, read: ReadFile): boolean {
  if (isComposeName(file)) return false;
  if (isConfig(file)) return true;
  const text = read(file);
  return text.ok && isManifestText(file, text.value);
}

async function loadCompose(
  files: readonly string[],
  options: InputOptions,
  stdin: string | undefined,
  io: Io,
): Promise<Result<LoadedManifest>> {
  const refusal = refuseName(options);
  if (refusal !== undefined) return fail(refusal);
  const { loadComposeFiles } = await import("./compose/load-compose.js");
  return { ok: true, value: loadComposeFiles(files, options, stdin, io), diagnostics: [] };
}

async function loadText(
  file: string,
  text: string,
  options: InputOptions,
  io: Io,
): Promise<Result<LoadedManifest>> {
  const source = { file, text };
  const manifest: ManifestFile = {
    file,
    textOf: (name) => (name === file ? text : undefined),
    composeFiles: composeFilesOf(source),
    document: () => writtenDocument(text),
    parse: (settings) => parseManifest(source, settings),
  };
  return loadWritten(manifest, options, io);
}

async function loadConfig(file: string, options: InputOptions, io: Io): Promise<Result<LoadedManifest>> {
  const exported = await importConfig(file, io.cwd);
  if (!exported.ok) return exported;
  const { value } = exported;
  const manifest: ManifestFile = {
    file,
    textOf: () => undefined,
    composeFiles: composeFilesIn(value),
    document: () => (isRawMap(value as Raw) ? (value as RawMap) : {}),
    parse: (settings) => readManifest(value, { file }, settings),
  };
  return loadWritten(manifest, options, io);
}

async function loadWritten(
  manifest: ManifestFile,
  options: InputOptions,
  io: Io,
): Promise<Result<LoadedManifest>> {
  const { file, textOf, composeFiles, parse } = manifest;
  const refusal = refuseComposeOptions(options, composeFiles.length > 0);
  if (refusal !== undefined) return fail(refusal);
  if (composeFiles.length > 0) {
    const { loadOverCompose } = await import("./compose/load-compose.js");
    return { ok: true, value: loadOverCompose(manifest, options, io), diagnostics: [] };
  }
  const value: LoadedManifest = {
    file,
    textOf,
    parse: (environment, region) => {
      const parsed = parse({
        ...(environment !== undefined && { environment }),
        ...(region !== undefined && { region }),
      });
      return { ...parsed, decisions: [], secrets: [] };
    },
  };
  return { ok: true, value, diagnostics: [] };
}

function fail(diagnostic: Diagnostic): Result<never> {
  return { ok: false, diagnostics: [diagnostic] };
}

function missing(cwd: string): Diagnostic {
  return error("file-missing", "", "there is no manifest in this folder", {
    reason: `looked for ${enumerate([...defaultFiles, ...defaultComposeFiles])} in ${cwd}`,
    hint: "run longshore init to write one, or name one with --file",
  });
}

function severalFiles(manifest: string): Diagnostic {
  return error("usage", "", `${manifest} is not a compose file, and only those are laid over each other`, {
    hint: "name one manifest; its compose files are named in it: compose: docker-compose.yml",
  });
}
