import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Diagnostic, error, type Result } from "../diagnostics/index.js";
import { makeFolder } from "./make-folder.js";
import { enumerate } from "./views/quantity.js";
import { notWritable, writeOutput } from "./write-file.js";

export interface RenderedFile {
  /** Name inside the folder. */
  readonly name: string;
  readonly text: string;
}

export interface WrittenFolder {
  /** Names of files of an earlier render that were made no more, and are gone. */
  readonly removed: readonly string[];
}

/** Lists what a render wrote, so that the next one knows what is its own to replace and to remove. */
const markerName = "longshore-render.json";

/**
 * Makes the folder hold these files. Files that an earlier render wrote and this one does not are removed; any other
 * file is left alone, and one that would be overwritten is an error unless `force` says otherwise.
 */
export function writeRenderFolder(
  folder: string,
  files: readonly RenderedFile[],
  options: { readonly cwd: string; readonly force: boolean },
): Result<WrittenFolder> {
  const path = resolve(options.cwd, folder);
  const own = readMarker(join(path, markerName));
  const foreign = files.filter((file) => !own.has(file.name) && differs(join(path, file.name), file.text));
  if (foreign.length > 0 && !options.force) return fail(notOurs(folder, foreign));
  try {
    makeFolder(path);
  } catch (problem) {
    return fail(notWritable(folder, problem));
  }
  const names = files.map(({ name }) => name);
  const removed = [...own].filter((name) => !names.includes(name) && existsSync(join(path, name)));
  // The marker first: were the render stopped half way, the next one would still know the files as its own.
  const marker = (listed: readonly string[]): RenderedFile => ({
    name: markerName,
    text: markerText(listed),
  });
  const steps = [marker([...names, ...removed]), ...files];
  for (const { name, text } of steps) {
    const problem = writeOutput(join(folder, name), options.cwd, text);
    if (problem !== undefined) return fail(problem);
  }
  for (const name of removed) rmSync(join(path, name), { force: true });
  const problem =
    removed.length === 0 ? undefined : writeOutput(join(folder, markerName), options.cwd, marker(names).text);
  return problem === undefined ? { ok: true, value: { removed }, diagnostics: [] } : fail(problem);
}

function fail(diagnostic: Diagnostic): Result<never> {
  return { ok: false, diagnostics: [diagnostic] };
}

function markerText(names: readonly string[]): string {
  return `${JSON.stringify({ writtenBy: "longshore render", files: [...names].sort() }, null, 2)}\n`;
}

/** Whatever else the file holds, nothing outside of its folder is ever taken for a file of ours. */
function readMarker(path: string): ReadonlySet<string> {
  try {
    const marker: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof marker !== "object" || marker === null || !("files" in marker)) return new Set();
    const { files } = marker;
    if (!Array.isArray(files)) return new Set();
    return new Set(files.filter((name) => typeof name === "string" && /^[\w-]+\.(json|yaml)$/.test(name)));
  } catch {
    return new Set();
  }
}

function differs(path: string, text: string): boolean {
  try {
    return existsSync(path) && readFileSync(path, "utf8") !== text;
  } catch {
    return true;
  }
}

function notOurs(folder: string, files: readonly RenderedFile[]): Diagnostic {
  const names = enumerate(files.map(({ name }) => name));
  return error("output-not-writable", "", `${folder} holds ${names}, which no earlier render wrote`, {
    reason: "files that longshore did not write may be somebody's work",
    hint: "choose another folder, or overwrite them with --force",
  });
}
