import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import type { ReadText } from "../../compose/index.js";
import { error } from "../../diagnostics/index.js";
import { readTextFile } from "../read-file.js";

/** Compose files, and where the paths in them lead from. */
export interface ComposeFiles {
  /** POSIX paths as seen from the folder; `-` is the standard input. */
  readonly files: readonly string[];
  /** As the user knows it; `.` is the current one. */
  readonly folder: string;
  /** What was read of the standard input. */
  readonly stdin?: string;
}

export interface ComposeReader {
  readonly read: ReadText;
  /** A path of the compose files as the user knows it. */
  readonly nameOf: (path: string) => string;
  /** Text that a frame may show of a file that was read, by its name. Env files are full of secrets: none of theirs. */
  readonly textOf: (name: string) => string | undefined;
}

/** Reads what compose files name, each file once. */
export function createComposeReader({ files, folder, stdin }: ComposeFiles, cwd: string): ComposeReader {
  const texts = new Map<string, string>();
  const nameOf = (path: string): string => (path === "-" ? "<stdin>" : nameIn(folder, path));
  const read: ReadText = (path) => {
    const name = nameOf(path);
    const found = path === "-" ? stdinText(stdin) : readTextFile(name, cwd);
    if (!found.ok) return { problem: found.diagnostics[0] ?? missing(name) };
    if (files.includes(path) || /\.(?:ya?ml|json)$/i.test(path)) texts.set(name, found.value);
    return { text: found.value };
  };
  return { read, nameOf, textOf: (name) => texts.get(name) };
}

function nameIn(folder: string, path: string): string {
  if (path === "~" || path.startsWith("~/")) return join(homedir(), path.slice(1));
  return isAbsolute(path) ? path : join(folder, path);
}

function stdinText(text = ""): ReturnType<typeof readTextFile> {
  return { ok: true, value: text, diagnostics: [] };
}

function missing(name: string): ReturnType<typeof error> {
  return error("file-missing", "", `${name} cannot be read`);
}
