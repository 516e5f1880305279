import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, type Stats } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Diagnostic, type DiagnosticCode, error, type Result, suggest } from "../diagnostics/index.js";
import type { Io } from "./io.js";
import { describeSystemError, systemErrorCode } from "./system-error.js";

/** No manifest that a person wrote comes near it; a database dump given by mistake does. */
const maxFileBytes = 10 * 1024 * 1024;

/** Reads a whole text file, and never more than {@link maxFileBytes} of it. */
export function readTextFile(file: string, cwd: string): Result<string> {
  let descriptor: number | undefined;
  try {
    // Without O_NONBLOCK, opening a pipe waits until somebody writes to it.
    descriptor = openSync(resolve(cwd, file), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    const refusal = refuse(file, stats);
    if (refusal !== undefined) return { ok: false, diagnostics: [refusal] };
    return decode(file, readUpTo(descriptor, stats.size));
  } catch (problem) {
    return { ok: false, diagnostics: [describe(file, problem, () => similarFile(file, cwd))] };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Reads what is piped in, and stops at {@link maxFileBytes}. */
export async function readStandardInput(io: Io, name: string): Promise<Result<string>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of io.stdin) {
      chunks.push(chunk);
      length += chunk.byteLength;
      if (length > maxFileBytes) return { ok: false, diagnostics: [tooLarge(name)] };
    }
  } catch (problem) {
    return { ok: false, diagnostics: [describe(name, problem)] };
  }
  return decode(name, Buffer.concat(chunks));
}

function refuse(file: string, stats: Stats): Diagnostic | undefined {
  if (stats.isDirectory()) {
    return fileError("file-is-directory", `${file} is a directory`, {
      hint: `name the file in it, such as ${file.replace(/\/$/, "")}/longshore.yaml`,
    });
  }
  if (!stats.isFile()) {
    return fileError("file-unreadable", `${file} is not a regular file`, {
      reason: "a pipe or a device may never end",
      hint: "pipe the text in instead: longshore ... --file - < file",
    });
  }
  return stats.size > maxFileBytes ? tooLarge(file, stats.size) : undefined;
}

/** A file may grow while it is read, and those of /proc say that they are empty. */
function readUpTo(descriptor: number, expected: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length <= maxFileBytes) {
    const chunk = new Uint8Array(Math.max(expected + 1 - length, 64 * 1024));
    const count = readSync(descriptor, chunk, 0, chunk.length, null);
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
    length += count;
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

function decode(file: string, bytes: Uint8Array): Result<string> {
  if (bytes.length > maxFileBytes) return { ok: false, diagnostics: [tooLarge(file)] };
  try {
    // Takes a byte order mark off, which Windows editors write.
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    const notText = fileError("file-unreadable", `${file} is not UTF-8 text`, {
      hint: "save it as UTF-8, or name another file",
    });
    return { ok: false, diagnostics: [notText] };
  }
}

function describe(file: string, problem: unknown, similar = (): string | undefined => undefined): Diagnostic {
  switch (systemErrorCode(problem)) {
    case "ENOENT": {
      const meant = similar();
      const details = meant === undefined ? {} : { hint: `did you mean ${meant}?` };
      return fileError("file-missing", `${file} does not exist`, details);
    }
    case "EISDIR":
      return fileError("file-is-directory", `${file} is a directory`);
    default:
      return fileError("file-unreadable", `${file} cannot be read: ${describeSystemError(problem)}`);
  }
}

/** A file beside it with nearly the same name. */
function similarFile(file: string, cwd: string): string | undefined {
  try {
    const meant = suggest(basename(file), readdirSync(resolve(cwd, dirname(file))));
    return meant === undefined ? undefined : join(dirname(file), meant);
  } catch {
    return undefined;
  }
}

function tooLarge(file: string, bytes?: number): Diagnostic {
  const size = bytes === undefined ? "more than 10 MiB" : `${Math.ceil(bytes / 1024 / 1024)} MiB`;
  return fileError("file-too-large", `${file} has ${size}`, {
    reason: "a manifest has at most 10 MiB",
    hint: "check that it is the file you meant",
  });
}

function fileError(
  code: DiagnosticCode,
  message: string,
  details: { readonly reason?: string; readonly hint?: string } = {},
): Diagnostic {
  return error(code, "", message, details);
}
