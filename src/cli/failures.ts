import type { CommanderError } from "commander";
import { type Diagnostic, error } from "../diagnostics/index.js";
import { type ExitCode, exitCodes } from "./exit-code.js";
import type { Session } from "./session.js";
import { version } from "./version.js";
import { showDiagnostics } from "./views/diagnostics.js";

/** A call that commander does not understand. */
export function reportUsage(problem: CommanderError, command: string, session: Session): ExitCode {
  // For a call without a command, commander has printed the help already.
  if (problem.code !== "commander.help") showDiagnostics(session, [describeUsage(problem, command)]);
  return exitCodes.usage;
}

/** Says that it is our fault. The stack trace is for whoever looks for the fault. */
export function reportBug(problem: unknown, session: Session): ExitCode {
  const message = problem instanceof Error ? problem.message : String(problem);
  const bug = error("internal", "", `longshore ${version} met a fault of its own: ${message}`, {
    hint: "please report it with this version and the manifest; LONGSHORE_DEBUG=1 adds where it happened",
  });
  showDiagnostics(session, [bug]);
  const wantsTrace = session.io.env["LONGSHORE_DEBUG"] === "1";
  if (wantsTrace && problem instanceof Error) session.io.stderr.write(`${problem.stack}\n`);
  return exitCodes.bug;
}

function describeUsage({ message }: CommanderError, command: string): Diagnostic {
  const [what = "", suggestion] = message.replace(/^error: /, "").split("\n");
  const meant = /^\(Did you mean (.*)\?\)$/.exec(suggestion ?? "")?.[1];
  const hint = meant === undefined ? `see ${command} --help` : `did you mean ${meant}?`;
  return error("usage", "", what.replace(/\.$/, ""), { hint });
}
