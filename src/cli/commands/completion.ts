import { readdirSync } from "node:fs";
import type { Complete, RootCommand } from "@bomb.sh/tab";
import tab from "@bomb.sh/tab/commander";
import { type ExitCode, exitCodes } from "../exit-code.js";
import type { Session } from "../session.js";
import { createVocabulary } from "../vocabulary.js";

/** Prints what a shell sources to complete the words of longshore. */
export async function printScript(shell: string, session: Session): Promise<ExitCode> {
  session.io.stdout.write(printed(() => vocabulary(session).setup("longshore", "longshore", shell)));
  return exitCodes.done;
}

/** Answers the script: what may follow these words, the last of which is being typed. */
export async function complete(words: readonly string[], session: Session): Promise<ExitCode> {
  const root = vocabulary(session);
  const environments = isValueOf(words, ["-e", "--environment"]) ? await environmentsOf(words, session) : [];
  const files = manifestFiles(session.io.cwd);
  for (const command of root.commands.values()) {
    const offer = (option: string, values: readonly string[]): void => {
      const known = command.options.get(option);
      if (known === undefined) return;
      known.handler = (add) => offerAll(values, add);
    };
    offer("environment", environments);
    offer("file", files);
    const argument = command.arguments.get("files");
    if (argument !== undefined) argument.handler = (add) => offerAll(files, add);
  }
  session.io.stdout.write(printed(() => root.parse([...words])));
  return exitCodes.done;
}

function offerAll(values: readonly string[], add: Complete): void {
  for (const value of values) add(value, "");
}

function vocabulary(session: Session): RootCommand {
  const program = createVocabulary(session, async () => {});
  return tab(program, { completionCommandName: "completion" });
}

/** The library prints to the console and nowhere else. */
function printed(print: () => void): string {
  const lines: string[] = [];
  const { log } = console;
  console.log = (line: string) => lines.push(`${line}\n`);
  try {
    print();
  } finally {
    console.log = log;
  }
  return lines.join("");
}

function isValueOf(words: readonly string[], options: readonly string[]): boolean {
  return options.includes(words.at(-2) ?? "");
}

function manifestFiles(folder: string): readonly string[] {
  return readdirSync(folder).filter(isManifestFile);
}

function isManifestFile(name: string): boolean {
  return /\.ya?ml$|^longshore\.config\.m?[jt]s$/.test(name);
}

/** Of the YAML files that the words name, or of those in the folder; running a config is not cheap enough. */
async function environmentsOf(words: readonly string[], session: Session): Promise<readonly string[]> {
  const { loadManifest } = await import("../load.js");
  const file = words.filter((word, index) => {
    return ["-f", "--file"].includes(words[index - 1] ?? "") || isManifestFile(word);
  });
  if (file.some((name) => /\.m?[jt]s$/.test(name))) return [];
  const loaded = await loadManifest(file.length === 0 ? {} : { file }, session.io);
  return loaded.ok ? loaded.value.parse().environments.filter((name) => !name.includes("*")) : [];
}
