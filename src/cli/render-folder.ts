import { lstatSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Diagnostic, error, type Result } from "../diagnostics/index.js";
import { makeFolder } from "./make-folder.js";
import { markerName, printMarker, readMarker } from "./render-marker.js";
import { enumerate } from "./views/quantity.js";
import { notWritable, writeOutput } from "./write-file.js";

export interface RenderedFile {
  /** Name inside the folder. */
  readonly name: string;
  readonly text: string;
}

export interface RenderFolderOptions {
  readonly cwd: string;
  readonly force: boolean;
  /** Whether a file is of the kind that this render makes. One folder may hold templates and a Terraform module. */
  readonly isOwnKind: (name: string) => boolean;
}

export interface WrittenFolder {
  /** Names of files of an earlier render that are made no more, and are gone. */
  readonly removed: readonly string[];
}

/**
 * Makes the folder hold these files. Files that an earlier render wrote and this one does not are removed; any other
 * file is left alone, and one that would be overwritten is an error unless `force` says otherwise. Files that are as
 * they should be are not touched.
 */
export function writeRenderFolder(
  folder: string,
  files: readonly RenderedFile[],
  options: RenderFolderOptions,
): Result<WrittenFolder> {
  const path = resolve(options.cwd, folder);
  const refusal = make(folder, path);
  if (refusal !== undefined) return fail(refusal);
  const own = readMarker(path);
  const names = new Set(files.map(({ name }) => name));
  const states = files.map((file) => ({ file, state: stateOf(join(path, file.name), file.text) }));
  const changed = states.filter(({ state }) => state !== "same").map(({ file }) => file);
  const foreign = states
    .filter(({ file, state }) => state === "different" && !own.has(file.name))
    .map(({ file }) => file);
  if (foreign.length > 0 && !options.force) return fail(notOurs(folder, foreign));
  const earlier = [...own].filter((name) => !names.has(name) && exists(join(path, name)));
  const removed = earlier.filter(options.isOwnKind);
  const kept = [...names, ...earlier.filter((name) => !options.isOwnKind(name))];
  // The marker first: were the render stopped half way, the next one would still know the files as its own.
  const marked = (listed: readonly string[]): RenderedFile => ({
    name: markerName,
    text: printMarker(listed),
  });
  const problem =
    writeAll(folder, [marked([...kept, ...removed]), ...changed], options.cwd) ??
    removeAll(folder, removed, options.cwd) ??
    (removed.length === 0 ? undefined : writeAll(folder, [marked(kept)], options.cwd));
  return problem === undefined ? { ok: true, value: { removed }, diagnostics: [] } : fail(problem);
}

function fail(diagnostic: Diagnostic): Result<never> {
  return { ok: false, diagnostics: [diagnostic] };
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function stateOf(path: string, text: string): "missing" | "same" | "different" {
  try {
    if (!exists(path)) return "missing";
    return readFileSync(path, "utf8") === text ? "same" : "different";
  } catch {
    return "different";
  }
}

function make(folder: string, path: string): Diagnostic | undefined {
  try {
    makeFolder(path);
    return undefined;
  } catch (problem) {
    return notWritable(folder, problem);
  }
}

function writeAll(folder: string, files: readonly RenderedFile[], cwd: string): Diagnostic | undefined {
  for (const { name, text } of files) {
    const problem = writeOutput(join(folder, name), cwd, text);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function removeAll(folder: string, names: readonly string[], cwd: string): Diagnostic | undefined {
  for (const name of names) {
    try {
      rmSync(resolve(cwd, folder, name));
    } catch (problem) {
      return notWritable(join(folder, name), problem);
    }
  }
  return undefined;
}

function notOurs(folder: string, files: readonly RenderedFile[]): Diagnostic {
  const names = enumerate(files.map(({ name }) => name));
  return error("output-not-writable", "", `${folder} holds ${names}, which no earlier render wrote`, {
    reason: "files that longshore did not write may be somebody's work",
    hint: "choose another folder, or overwrite them with --force",
  });
}
