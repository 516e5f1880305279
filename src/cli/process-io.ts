import type { WriteStream } from "node:tty";
import { type ExitCode, exitCodes } from "./exit-code.js";
import type { Io, TextOutput } from "./io.js";
import { describeSystemError, systemErrorCode } from "./system-error.js";

export interface ProcessIo extends Io {
  /** Waits until what was written has been taken; the exit code is changed when results could not be delivered. */
  finish(exitCode: ExitCode): Promise<ExitCode>;
}

/** The streams of this process. A reader that has seen enough (`| head`) is no failure. */
export function createProcessIo(): ProcessIo {
  const stdout = guard(process.stdout);
  const stderr = guard(process.stderr);
  return {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: stdout.output,
    stderr: stderr.output,
    finish: async (exitCode) => {
      await stdout.drained();
      const failure = stdout.failure();
      if (failure !== undefined) stderr.output.write(`error: the results cannot be written: ${failure}\n`);
      await stderr.drained();
      return failure !== undefined && exitCode === exitCodes.done ? exitCodes.findings : exitCode;
    },
  };
}

interface GuardedStream {
  readonly output: TextOutput;
  readonly drained: () => Promise<void>;
  readonly failure: () => string | undefined;
}

function guard(stream: WriteStream): GuardedStream {
  let problem: unknown;
  const fail = (cause: unknown): void => {
    problem ??= cause;
  };
  stream.on("error", fail);
  const output: TextOutput = {
    isTerminal: stream.isTTY === true,
    ...(stream.isTTY && { columns: stream.columns }),
    write: (text) => {
      if (problem !== undefined) return;
      try {
        stream.write(text);
      } catch (cause) {
        fail(cause);
      }
    },
  };
  return {
    output,
    drained: () =>
      new Promise((resolve) => {
        // Errors are told one turn after the write that met them.
        const settle = (): void => void setImmediate(resolve);
        if (stream.writable) stream.write("", settle);
        else settle();
      }),
    failure: () =>
      problem === undefined || systemErrorCode(problem) === "EPIPE"
        ? undefined
        : describeSystemError(problem),
  };
}
