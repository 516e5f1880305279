import { join } from "node:path";
import type { Plan } from "../../plan/index.js";
import type { RenderedFile } from "../render-folder.js";
import type { Session } from "../session.js";
import { buildCommand } from "./build-commands.js";
import { lineWidth } from "./line-width.js";
import { printableLine } from "./printable.js";
import { byteSize, quantity } from "./quantity.js";
import { quoteWord } from "./shell-words.js";
import { printTable } from "./table.js";

export interface WrittenModule {
  readonly plan: Plan;
  readonly files: readonly RenderedFile[];
  readonly folder: string;
  /** Names of files of an earlier render that are gone. */
  readonly removed: readonly string[];
}

export interface ModuleDescription {
  readonly application: string;
  readonly environment: string | null;
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
  /** Variables that have no default. */
  readonly variables: readonly string[];
  /** What builds and pushes each image, once its repository is made. */
  readonly images: readonly { readonly parameter: string; readonly command: string }[];
  readonly removed: readonly string[];
  /** What to run next, one after the other. */
  readonly commands: readonly string[];
}

/** For machines. */
export function describeModule({ plan, files, folder, removed }: WrittenModule): ModuleDescription {
  const variables = requiredVariables(files);
  const given = variables.map((name) => ` -var ${quoteWord(`${name}=<${placeholder(name)}>`)}`);
  return {
    application: plan.application,
    environment: plan.environment ?? null,
    files: files.map(({ name, text }) => ({ file: join(folder, name), bytes: Buffer.byteLength(text) })),
    variables,
    images: plan.images.map((image) => ({ parameter: image.parameter, command: buildCommand(plan, image) })),
    removed: removed.map((name) => join(folder, name)),
    commands: [`cd ${quoteWord(folder)}`, "terraform init", `terraform plan${given.join("")}`],
  };
}

/** The files, and what to run next; with `quiet`, only their paths. */
export function printModule(module: WrittenModule, quiet: boolean, { io, palette }: Session): string {
  const { files, images, removed, commands } = describeModule(module);
  if (quiet) return files.map(({ file }) => `${printableLine(file)}\n`).join("");
  const listed = printTable(
    [{ title: "file" }, { title: "size", align: "right" }],
    files.map(({ file, bytes }) => [file, byteSize(bytes)]),
    { width: lineWidth(io.stdout), indent: 2, title: palette.dim },
  );
  const gone = removed.map((file) => `  removed ${printableLine(file)}\n`).join("");
  const toBuild = images.map(({ command }) => `  ${printableLine(command)}\n`).join("");
  const builds =
    images.length === 0
      ? ""
      : `${palette.dim("  # push the images once their repositories are there")}\n${toBuild}`;
  const heading = palette.bold(`Wrote ${quantity(files.length, "file")}`);
  return `${heading}\n${listed}${gone}\n${palette.bold("Next")}\n  ${printableLine(commands.join(" && "))}\n${builds}`;
}

/** As the module declares them: its own text is asked, so that the command fits it. */
function requiredVariables(files: readonly RenderedFile[]): readonly string[] {
  const blocks = files.flatMap(({ text }) => [...text.matchAll(/^variable "(\w+)" \{\n([\s\S]*?)^\}/gm)]);
  return blocks.flatMap(([, name = "", body = ""]) => (/^ {2}default\b/m.test(body) ? [] : [name]));
}

/** `api_image_tag` is given a tag. */
function placeholder(variable: string): string {
  return /[^_]+$/.exec(variable)?.[0] ?? "value";
}
