import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import type { ExitCode } from "../../src/cli/exit-code.js";
import type { TextOutput } from "../../src/cli/io.js";
import { run } from "../../src/cli/run.js";

export interface Outcome {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | AsyncIterable<Uint8Array>;
  /** Whether both outputs are terminals, and how wide. */
  readonly columns?: number;
}

/** A folder that is gone after the test, and the command line run in it. */
export interface Workspace {
  readonly path: string;
  write(file: string, content: string | Uint8Array): void;
  read(file: string): string;
  /** Names in a folder of the workspace, in order. */
  files(folder?: string): readonly string[];
  run(args: readonly string[], surroundings?: Surroundings): Promise<Outcome>;
}

const paths: string[] = [];

afterEach(() => {
  for (const path of paths.splice(0)) rmSync(path, { recursive: true, force: true });
});

export function createWorkspace(files: Readonly<Record<string, string>> = {}): Workspace {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "longshore-cli-")));
  paths.push(path);
  const workspace: Workspace = {
    path,
    write: (file, content) => {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), content);
    },
    read: (file) => readFileSync(join(path, file), "utf8"),
    files: (folder = ".") => readdirSync(join(path, folder)).sort(),
    run: (args, surroundings = {}) => runIn(path, args, surroundings),
  };
  for (const [file, content] of Object.entries(files)) workspace.write(file, content);
  return workspace;
}

/** `application: hello`, one service behind a load balancer; further lines are added to the service. */
export function helloManifest(...lines: readonly string[]): string {
  const service = ["image: nginx:1.27", "port: 80", "route: /*", ...lines];
  return `application: hello\nregion: eu-west-1\nservices:\n  web:\n${service.map((line) => `    ${line}\n`).join("")}`;
}

async function runIn(cwd: string, args: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  const stdout = capture(surroundings.columns);
  const stderr = capture(surroundings.columns);
  const stdin = typeof surroundings.stdin === "string" ? piped(surroundings.stdin) : surroundings.stdin;
  const io = { cwd, env: surroundings.env ?? {}, stdin: stdin ?? piped(""), stdout, stderr };
  const code = await run(args, io);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function capture(columns: number | undefined): TextOutput & { readonly text: () => string } {
  const parts: string[] = [];
  return {
    isTerminal: columns !== undefined,
    ...(columns !== undefined && { columns }),
    write: (text) => {
      parts.push(text);
    },
    text: () => parts.join(""),
  };
}

async function* piped(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
