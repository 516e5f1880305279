import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type ComposeLayer, printManifest } from "../../compose/index.js";
import { type Diagnostic, error, hasErrors } from "../../diagnostics/index.js";
import { readComposeBase } from "../compose/compose-base.js";
import { settingsOf } from "../compose/load-compose.js";
import { type ExitCode, exitCodes } from "../exit-code.js";
import { type InputOptions, refuseName } from "../input-options.js";
import type { Io } from "../io.js";
import { defaultComposeFiles, defaultFiles, findComposeFiles } from "../manifest-files.js";
import { exitCodeOf } from "../planning.js";
import { readStandardInput } from "../read-file.js";
import type { Session } from "../session.js";
import { printDecisions } from "../views/decisions/decisions-view.js";
import { showDecisions } from "../views/decisions/show-decisions.js";
import { showDiagnostics } from "../views/diagnostics.js";
import { lineWidth } from "../views/line-width.js";
import { printableLine } from "../views/printable.js";
import { enumerate } from "../views/quantity.js";
import { quoteWord } from "../views/shell-words.js";
import { writeOutput } from "../write-file.js";

export interface ImportOptions extends InputOptions {
  /** File to write the manifest to. */
  readonly out?: string;
  readonly explain?: boolean;
  readonly force?: boolean;
  readonly quiet?: boolean;
}

export async function importCompose(options: ImportOptions, session: Session): Promise<ExitCode> {
  const { io } = session;
  const files = options.file ?? findComposeFiles(io.cwd);
  const refusal = refuseName(options) ?? refuse(files, options, io);
  if (refusal !== undefined) return fail([refusal], session);
  const piped = files.includes("-") ? await readStandardInput(io, "<stdin>") : undefined;
  if (piped?.ok === false) return fail(piped.diagnostics, session);
  const layer = translateFiles(files, { ...options, stdin: piped?.value }, session);
  if (hasErrors(layer.diagnostics)) return exitCodeOf(layer.diagnostics);
  const { out = defaultFile } = options;
  const problem = writeOutput(out, io.cwd, printManifest(layer));
  if (problem !== undefined) return fail([problem], session);
  showResult(layer, options, session);
  return exitCodes.done;
}

const defaultFile = "longshore.yaml";

/** Nothing is overwritten; nor is a manifest written where another would be found before it. */
function refuse(
  files: readonly string[],
  { out, force }: ImportOptions,
  { cwd }: Io,
): Diagnostic | undefined {
  if (files.length === 0) {
    return error("file-missing", "", "there is no compose file in this folder", {
      reason: `looked for ${enumerate(defaultComposeFiles)} in ${cwd}`,
      hint: "name one: longshore import compose path/to/docker-compose.yml",
    });
  }
  const candidates = out === undefined ? defaultFiles : [out];
  const existing = candidates.find((file) => existsSync(resolve(cwd, file)));
  if (existing === undefined || force) return undefined;
  return error("output-not-writable", "", `${existing} exists already`, {
    hint: "overwrite it with --force, or name another file with --out",
  });
}

/** What there is to report is shown. */
function translateFiles(
  files: readonly string[],
  options: ImportOptions & { readonly stdin: string | undefined },
  session: Session,
): ComposeLayer {
  const { out = defaultFile, quiet, explain } = options;
  // Paths in a manifest are relative to it, wherever the compose files are.
  const base = readComposeBase(settingsOf(files, dirname(out), options, session.io.cwd), session.io);
  const layer = base.translate({});
  const { diagnostics, secretSpans: secrets } = layer;
  showDiagnostics(session, diagnostics, { textOf: base.textOf, secrets, quiet, explain });
  return layer;
}

function showResult(
  { decisions, diagnostics }: ComposeLayer,
  { out, explain, quiet }: ImportOptions,
  session: Session,
): void {
  const { io, palette } = session;
  if (explain) {
    io.stdout.write(`${printDecisions(decisions, { palette, width: lineWidth(io.stdout) })}\n`);
  } else if (!quiet) showDecisions(decisions, diagnostics, {}, session);
  io.stdout.write(`${printableLine(out ?? defaultFile)}\n`);
  if (!quiet) io.stderr.write(nextSteps(out));
}

function fail(diagnostics: readonly Diagnostic[], session: Session): ExitCode {
  showDiagnostics(session, diagnostics);
  return exitCodeOf(diagnostics);
}

function nextSteps(out: string | undefined): string {
  const named = out === undefined ? "" : ` -f ${quoteWord(printableLine(out))}`;
  return `Read what was decided in its comments, and change what you would have otherwise. Next:
  longshore validate${named}
  longshore plan${named}
`;
}
