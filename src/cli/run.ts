import { type Command, CommanderError } from "commander";
import { type ExitCode, exitCodes } from "./exit-code.js";
import type { Io } from "./io.js";
import { createProgram } from "./program.js";
import { createSession } from "./session.js";

/** The whole command line: arguments in, text and an exit code out. Never throws and never exits. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const session = createSession(io, argv);
  let exitCode: ExitCode = exitCodes.done;
  const program = createProgram(session, async (running) => {
    exitCode = await running;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (problem) {
    if (problem instanceof CommanderError && problem.exitCode === 0) return exitCodes.done;
    // Help must not wait for what only a failure needs.
    const { reportBug, reportUsage } = await import("./failures.js");
    if (!(problem instanceof CommanderError)) return reportBug(problem, session);
    return reportUsage(problem, calledCommand(program, argv), session);
  }
}

/** The words of the command that was called, as far as they are known: `longshore render`. */
function calledCommand(program: Command, argv: readonly string[]): string {
  const names = [program.name()];
  let command: Command | undefined = program;
  for (const word of argv) {
    command = command.commands.find((each) => each.name() === word);
    if (command === undefined) break;
    names.push(word);
  }
  return names.join(" ");
}
