import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type Diagnostic, error } from "../../diagnostics/index.js";
import { exposedPort } from "../dockerfile.js";
import { type ExitCode, exitCodes } from "../exit-code.js";
import type { Io } from "../io.js";
import { makeFolder } from "../make-folder.js";
import { defaultFiles } from "../manifest-files.js";
import { readTextFile } from "../read-file.js";
import type { Session } from "../session.js";
import { applicationName, printStarterManifest, type StarterManifest } from "../starter-manifest.js";
import { showDiagnostics } from "../views/diagnostics.js";
import { printableLine } from "../views/printable.js";
import { quoteWord } from "../views/shell-words.js";
import { notWritable, writeOutput } from "../write-file.js";

export interface InitOptions {
  readonly force?: boolean;
  readonly quiet?: boolean;
}

const fileName = "longshore.yaml";

export async function init(folder: string, options: InitOptions, session: Session): Promise<ExitCode> {
  const { io } = session;
  const file = join(folder, fileName);
  const starter = describeSituation(resolve(io.cwd, folder), io.env);
  const problem = prepare(folder, options, io) ?? writeOutput(file, io.cwd, printStarterManifest(starter));
  if (problem !== undefined) {
    showDiagnostics(session, [problem]);
    return exitCodes.findings;
  }
  io.stdout.write(`${printableLine(file)}\n`);
  if (!options.quiet) io.stderr.write(nextSteps(folder, starter));
  return exitCodes.done;
}

function describeSituation(path: string, env: Io["env"]): StarterManifest {
  const dockerfile = readTextFile("Dockerfile", path);
  const port = dockerfile.ok ? exposedPort(dockerfile.value) : undefined;
  return {
    application: applicationName(basename(path)),
    region: [env["AWS_REGION"], env["AWS_DEFAULT_REGION"]].find(isRegion) ?? "eu-west-1",
    dockerfile: dockerfile.ok,
    ...(port !== undefined && { port }),
  };
}

function isRegion(region: string | undefined): region is string {
  return region !== undefined && /^[a-z]{2}(-[a-z]+)+-\d$/.test(region);
}

function prepare(folder: string, { force }: InitOptions, io: Io): Diagnostic | undefined {
  const path = resolve(io.cwd, folder);
  const existing = defaultFiles.find((name) => existsSync(join(path, name)));
  if (existing !== undefined && !force) {
    return error("output-not-writable", "", `${join(folder, existing)} exists already`, {
      hint: `edit it, or write a new ${fileName} with --force`,
    });
  }
  try {
    makeFolder(path);
    return undefined;
  } catch (problem) {
    return notWritable(folder, problem);
  }
}

function nextSteps(folder: string, { dockerfile }: StarterManifest): string {
  const enter = folder === "." ? "" : `  cd ${quoteWord(printableLine(folder))}\n`;
  const image = dockerfile
    ? "builds the Dockerfile of the folder"
    : "runs a public image until you give it yours";
  return `The service "web" ${image}. Next:
${enter}  longshore validate
  longshore plan
  longshore render cloudformation --out infra
`;
}
