import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { manifestBaseOf, type ReadText, readCompose, translateCompose } from "../compose/index.js";
import { error, hasErrors, sortDiagnostics } from "../diagnostics/index.js";
import {
  type ManifestOptions,
  type ParsedManifest,
  type RawMap,
  withEnvironment,
} from "../manifest/index.js";
import type { LoadedManifest } from "./loaded-manifest.js";

/** A manifest over the compose files that it names, whose paths are seen from the manifest's folder. */
export function overCompose(
  loaded: LoadedManifest,
  files: readonly string[],
  environment: string | undefined,
  profiles: readonly string[] | undefined,
): LoadedManifest {
  const folder = resolve(dirname(loaded.file));
  const texts = new Map<string, string>();
  const project = readCompose({
    files,
    read: reader(folder, texts),
    variables: Object.fromEntries(
      Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    projectName: basename(resolve(folder, dirname(files[0] ?? ""))),
    ...(profiles !== undefined && { profiles }),
  });
  const document = withEnvironment(loaded.document, environment);
  const layer = translateCompose(project, { manifest: document });
  const application = loaded.document["application"];
  // Whoever names the application needs no advice on it.
  const said = layer.diagnostics.filter(
    ({ path, code }) => path !== "application" || code !== "compose-choice" || application === undefined,
  );
  return {
    ...loaded,
    document: {
      ...layer.document,
      ...loaded.document,
      services: servicesOf(layer.document, loaded.document),
    },
    textOf: (file) => loaded.textOf(file) ?? texts.get(file),
    parse: (options: ManifestOptions): ParsedManifest => {
      const { manifest, ...parsed } = loaded.parse({ ...options, base: manifestBaseOf(layer) });
      // Where the compose files cannot be read, what they would have said is not to be missed in the manifest.
      const own = project.tree === undefined ? [] : parsed.diagnostics;
      const diagnostics = sortDiagnostics([...said, ...own]);
      return {
        ...parsed,
        diagnostics,
        ...(manifest !== undefined && !hasErrors(diagnostics) && { manifest }),
      };
    },
  };
}

/** Frames show compose files and the like. Env files are full of secrets: none of theirs. */
function reader(folder: string, texts: Map<string, string>): ReadText {
  return (path) => {
    try {
      const text = readFileSync(join(resolve(folder, path)), "utf8");
      if (/\.(?:ya?ml|json)$/i.test(path)) texts.set(path, text);
      return { text };
    } catch {
      return { problem: error("file-missing", "", `${path} cannot be read`) };
    }
  };
}

/** Services of both, for checking names. */
function servicesOf(base: RawMap, document: RawMap): RawMap {
  return { ...(base["services"] as RawMap | undefined), ...(document["services"] as RawMap | undefined) };
}
