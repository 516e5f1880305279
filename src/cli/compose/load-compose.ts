import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { readManifest, withEnvironment } from "../../manifest/index.js";
import type { InputOptions } from "../input-options.js";
import type { Io } from "../io.js";
import type { LoadedManifest, ManifestFile } from "../loaded-manifest.js";
import { type ComposeSettings, readComposeBase } from "./compose-base.js";

/** Compose files without a manifest: what they say is all there is. */
export function loadComposeFiles(
  files: readonly string[],
  options: InputOptions,
  stdin: string | undefined,
  io: Io,
): LoadedManifest {
  const base = readComposeBase(settingsOf(files, dirname(files[0] ?? ""), { ...options, stdin }, io.cwd), io);
  const file = base.files.join(" + ");
  const parse: LoadedManifest["parse"] = (environment, region) =>
    base.under({}, (beneath) => readManifest({}, { file }, { ...asked(environment, region), base: beneath }));
  return { file, textOf: base.textOf, parse };
}

/** A manifest laid over the compose files that it names. */
export function loadOverCompose(manifest: ManifestFile, options: InputOptions, io: Io): LoadedManifest {
  const { file, textOf, composeFiles } = manifest;
  const folder = file === "<stdin>" ? "." : dirname(file);
  const base = readComposeBase(
    { files: composeFiles, folder, profiles: options.profile, name: undefined },
    io,
  );
  const document = manifest.document();
  const parse: LoadedManifest["parse"] = (environment, region) =>
    base.under(withEnvironment(document, environment), (beneath) =>
      manifest.parse({ ...asked(environment, region), base: beneath }),
    );
  return { file, textOf: (name) => textOf(name) ?? base.textOf(name), parse };
}

/** Paths given by the user, as seen from the folder that paths in the result are relative to. */
export function settingsOf(
  files: readonly string[],
  folder: string,
  { name, profile, stdin }: InputOptions & { readonly stdin?: string | undefined },
  cwd: string,
): ComposeSettings {
  return {
    files: files.map((file) => (file === "-" ? file : seenFrom(resolve(cwd, folder), resolve(cwd, file)))),
    folder,
    profiles: profile,
    name,
    ...(stdin !== undefined && { stdin }),
  };
}

function seenFrom(folder: string, path: string): string {
  const seen = relative(folder, path);
  // On Windows, no relative path leads to another drive.
  return isAbsolute(seen) ? path : seen.split(sep).join("/");
}

function asked(
  environment: string | undefined,
  region: string | undefined,
): { readonly environment?: string; readonly region?: string } {
  return { ...(environment !== undefined && { environment }), ...(region !== undefined && { region }) };
}
