import { type Diagnostic, error } from "../diagnostics/index.js";
import { shortNamePattern } from "../manifest/index.js";
import { quoteWord } from "./views/shell-words.js";

/** What a call says of the files to read. */
export interface InputOptions {
  /** The manifest, or compose files, later ones laid over earlier ones. */
  readonly file?: readonly string[];
  /** Name of the application, for compose files. */
  readonly name?: string;
  /** Profiles of the compose files. */
  readonly profile?: readonly string[];
}

/** A manifest names its application by itself, and has no profiles of Compose unless it names compose files. */
export function refuseComposeOptions(
  { name, profile }: InputOptions,
  hasCompose: boolean,
): Diagnostic | undefined {
  if (name !== undefined) {
    return error("usage", "", "--name is for compose files, and this is a manifest", {
      hint: "write application: in the manifest",
    });
  }
  if (profile === undefined || hasCompose) return undefined;
  return error("usage", "", "--profile is for profiles of compose files, and this manifest names none", {
    hint: "the set of defaults is chosen in the manifest, such as profile: economy",
  });
}

export function refuseName({ name }: InputOptions): Diagnostic | undefined {
  if (name === undefined || shortNamePattern.test(name)) return undefined;
  return error("usage", "", `${JSON.stringify(name)} cannot name an application`, {
    hint: "use lower-case letters, digits and single hyphens, at most 40 characters, such as --name shop",
  });
}

/** The words that repeat the same input in another call, each with a space before it. */
export function repeatInput({ file = [], name, profile = [] }: InputOptions): string {
  const words = [
    ...file.map((path) => ["-f", path]),
    ...(name === undefined ? [] : [["--name", name]]),
    ...profile.map((each) => ["--profile", each]),
  ];
  return words.map(([option, value = ""]) => ` ${option} ${quoteWord(value)}`).join("");
}
