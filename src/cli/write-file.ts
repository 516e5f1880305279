import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Diagnostic, error } from "../diagnostics/index.js";
import { describeSystemError, systemErrorCode } from "./system-error.js";

/** Writes a result whole or not at all; says why when it cannot. */
export function writeOutput(file: string, cwd: string, text: string): Diagnostic | undefined {
  try {
    writeWhole(resolve(cwd, file), text);
    return undefined;
  } catch (problem) {
    return notWritable(file, problem);
  }
}

export function notWritable(file: string, problem: unknown): Diagnostic {
  const hint = hints[systemErrorCode(problem) ?? ""];
  const message = `${file} cannot be written: ${describeSystemError(problem)}`;
  return error("output-not-writable", "", message, hint === undefined ? {} : { hint });
}

const hints: Readonly<Record<string, string>> = {
  EACCES: "choose another place, or change who may write there",
  EISDIR: "name a file in it",
  ENOENT: "make the folder first",
  ENOTDIR: "choose another place",
  EROFS: "choose another place",
};

/** Through a temporary file in the same folder, so that a reader never finds half of it. */
function writeWhole(path: string, text: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  // A device such as /dev/stdout takes the text; a rename would replace the device.
  if (stats !== undefined && !stats.isFile()) {
    writeFileSync(path, text);
    return;
  }
  const target = stats === undefined ? path : realpathSync.native(path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text, { flag: "wx", mode: stats?.mode ?? 0o666 });
    renameSync(temporary, target);
  } catch (problem) {
    if (systemErrorCode(problem) !== "EEXIST") rmSync(temporary, { force: true });
    throw problem;
  }
}
