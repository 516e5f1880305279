import { basename, dirname, resolve } from "node:path";
import {
  type ComposeLayer,
  type ComposeProject,
  manifestBaseOf,
  readCompose,
  translateCompose,
} from "../../compose/index.js";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../../diagnostics/index.js";
import type { ManifestBase, ParsedManifest, RawMap } from "../../manifest/index.js";
import type { Io } from "../io.js";
import type { ReadInput } from "../loaded-manifest.js";
import { nameApplication } from "./application.js";
import { type ComposeFiles, createComposeReader } from "./reader.js";
import { renameFiles } from "./rename.js";

export interface ComposeSettings extends ComposeFiles {
  /** Compose profiles that are active; `*` is all. */
  readonly profiles?: readonly string[] | undefined;
  /** Name of the application, where the user gives one. */
  readonly name?: string | undefined;
}

/** Compose files that were read, to lie beneath a manifest. */
export interface ComposeBase {
  readonly textOf: (file: string) => string | undefined;
  /** The names of the files. */
  readonly files: readonly string[];
  /** What the files say, for a manifest that overrules it. */
  readonly translate: (manifest: RawMap) => ComposeLayer;
  /** What the files say and a manifest laid over it. */
  readonly under: (manifest: RawMap, parse: (base: ManifestBase) => ParsedManifest) => ReadInput;
}

export function readComposeBase(settings: ComposeSettings, io: Io): ComposeBase {
  const { read, nameOf, textOf } = createComposeReader(settings, io.cwd);
  const project = readCompose({
    files: settings.files,
    read,
    variables: Object.fromEntries(
      Object.entries(io.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    projectName: projectName(nameOf(settings.files[0] ?? ""), io.cwd),
    ...(settings.profiles !== undefined && { profiles: settings.profiles }),
  });
  const translate = (manifest: RawMap): ComposeLayer => translated(project, manifest, settings, nameOf);
  return {
    textOf,
    files: settings.files.map(nameOf),
    translate,
    under: (manifest, parse) => {
      const layer = translate(manifest);
      return laidOver(layer, parse(manifestBaseOf(layer)), project.tree !== undefined);
    },
  };
}

/** That of the folder of the first file, as Compose has it. */
function projectName(file: string, cwd: string): string {
  return basename(resolve(cwd, dirname(file)));
}

function translated(
  project: ComposeProject,
  manifest: RawMap,
  { name }: ComposeSettings,
  nameOf: (path: string) => string,
): ComposeLayer {
  const layer = renameFiles(translateCompose(project, { manifest }), nameOf);
  if (name !== undefined) return nameApplication(layer, name, "--name says so");
  const { application } = manifest;
  return typeof application === "string"
    ? nameApplication(layer, application, "the manifest says so")
    : layer;
}

/** Where the compose files cannot be read, what they would have said is not to be missed in the manifest. */
function laidOver(layer: ComposeLayer, parsed: ParsedManifest, isReadable: boolean): ReadInput {
  const { manifest, ...rest } = parsed;
  const own: readonly Diagnostic[] = isReadable ? parsed.diagnostics : [];
  const diagnostics = sortDiagnostics([...layer.diagnostics, ...own]);
  return {
    ...rest,
    ...(manifest !== undefined && !hasErrors(diagnostics) && { manifest }),
    diagnostics,
    decisions: layer.decisions,
    secrets: layer.secretSpans,
  };
}
