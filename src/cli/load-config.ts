import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Diagnostic, error, type Result } from "../diagnostics/index.js";
import { readTextFile } from "./read-file.js";

/** Runs a module that exports a manifest, as its default or as `manifest`: an object, or a promise of one. */
export async function importConfig(file: string, cwd: string): Promise<Result<unknown>> {
  // The file is read by whoever imports it; this asks only whether it may be.
  const readable = readTextFile(file, cwd);
  if (!readable.ok) return readable;
  try {
    const value = await settled(importModule(resolve(cwd, file)).then(exportOf));
    const problem = check(file, value);
    return problem === undefined
      ? { ok: true, value, diagnostics: [] }
      : { ok: false, diagnostics: [problem] };
  } catch (problem) {
    return { ok: false, diagnostics: [describe(file, problem)] };
  }
}

/** Node of 22.18 and later takes the types off by itself. */
async function importModule(path: string): Promise<unknown> {
  if (/\.m?js$/.test(path) || isTypescriptNative()) return import(pathToFileURL(path).href);
  const { createJiti } = await import("jiti");
  // Its cache would lie in a folder of temporary files, where others may write code to be run.
  return createJiti(path, { fsCache: false }).import(path);
}

function isTypescriptNative(): boolean {
  return "typescript" in process.features && Boolean(process.features.typescript);
}

function exportOf(module: unknown): unknown {
  if (typeof module !== "object" || module === null) return undefined;
  if ("default" in module) return module.default;
  return "manifest" in module ? module.manifest : undefined;
}

const neverSettles: unique symbol = Symbol("never settles");

/** Without the race, a promise that nothing will ever keep would end the process in silence. */
async function settled(value: Promise<unknown>): Promise<unknown> {
  let stopWaiting = (): void => {};
  const idle = new Promise((settle) => {
    stopWaiting = () => settle(neverSettles);
    process.once("beforeExit", stopWaiting);
  });
  try {
    return await Promise.race([value, idle]);
  } finally {
    process.off("beforeExit", stopWaiting);
  }
}

function check(file: string, value: unknown): Diagnostic | undefined {
  if (value === neverSettles)
    return error("not-plain-data", "", `${file} exports a promise that never settles`);
  if (typeof value === "function") {
    return error("not-plain-data", "", `${file} exports a function`, {
      hint: "call it there: export default defineManifest(...)",
    });
  }
  if (value !== undefined) return undefined;
  return error("empty-document", "", `${file} exports no manifest`, {
    hint: 'add: export default defineManifest({ application: "..." })',
  });
}

function describe(file: string, problem: unknown): Diagnostic {
  const message = problem instanceof Error ? problem.message : String(problem);
  const [summary = "", ...more] = message.split("\n").map((line) => line.trimEnd());
  const isMissing = /Cannot find (package|module) 'longshore'/.test(message);
  const reason = more.filter((line) => line !== "").slice(0, maxReasonLines);
  return error("config-failed", "", `${file} failed: ${summary}`, {
    ...(reason.length > 0 && { reason: reason.join("\n") }),
    ...(isMissing && { hint: "install it beside the file: npm install --save-dev longshore" }),
  });
}

/** Compilers add where it happened; whole traces are of no help. */
const maxReasonLines = 4;
