import { exitCodes } from "./exit-code.js";
import { createProcessIo } from "./process-io.js";
import { run } from "./run.js";
import { createSession } from "./session.js";

/** Runs the command line in this process, and ends it. */
export async function runProcess(): Promise<void> {
  const io = createProcessIo();
  const argv = process.argv.slice(2);
  process.on("uncaughtException", (problem) => {
    import("./failures.js")
      .then(({ reportBug }) => reportBug(problem, createSession(io, argv)))
      .finally(() => process.exit(exitCodes.bug));
  });
  dropWarningsAboutConfigs();
  // A config file may have left timers or connections behind, so the process is not left to end by itself.
  process.exit(await io.finish(await run(argv, io)));
}

/** A config may be an ES module in a package that is none: Node reads it all the same, and complains of the time. */
function dropWarningsAboutConfigs(): void {
  const listeners = process.listeners("warning");
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if ("code" in warning && warning.code === "MODULE_TYPELESS_PACKAGE_JSON") return;
    for (const listener of listeners) listener(warning);
  });
}
