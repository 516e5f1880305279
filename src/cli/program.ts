import { Argument, type Command } from "commander";
import type { Session } from "./session.js";
import { createVocabulary, type Finish } from "./vocabulary.js";

/** The whole command line. */
export function createProgram(session: Session, finish: Finish): Command {
  const program = createVocabulary(session, finish);
  declareCompletion(program, session, finish);
  return program;
}

const shells = ["bash", "zsh", "fish", "powershell"] as const;

function declareCompletion(program: Command, session: Session, finish: Finish): void {
  program
    .command("completion")
    .summary("print a completion script for a shell")
    .description(
      "Prints a completion script; for bash, add to ~/.bashrc: source <(longshore completion bash)",
    )
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .action((shell: (typeof shells)[number]) =>
      finish(import("./commands/completion.js").then(({ printScript }) => printScript(shell, session))),
    );
  // What the script calls: longshore complete -- validate --fi
  program
    .command("complete", { hidden: true })
    .argument("[words...]")
    .action((words: readonly string[]) =>
      finish(import("./commands/completion.js").then(({ complete }) => complete(words, session))),
    );
}
