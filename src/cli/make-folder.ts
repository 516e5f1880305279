import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { systemErrorCode } from "./system-error.js";

/** Makes a folder and those above it. Node's own recursive mkdir never returns where a folder takes none, as /proc. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (problem) {
    const code = systemErrorCode(problem);
    if (code === "EEXIST" && statSync(path).isDirectory()) return;
    if (code !== "ENOENT" || existsSync(dirname(path))) throw problem;
    makeFolder(dirname(path));
    mkdirSync(path);
  }
}
