import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { error } from "../diagnostics/index.js";
import {
  composeFilesIn,
  isRawMap,
  type ManifestSource,
  parseManifest,
  type RawMap,
  readManifest,
  writtenDocument,
} from "../manifest/index.js";
import { ingressKeys } from "../manifest/schema/ingress.js";
import { overCompose } from "./compose.js";
import { LongshoreError } from "./error.js";
import type { WrittenNames } from "./layer.js";
import type { WrittenResource } from "./layers/resources.js";
import type { LoadedManifest } from "./loaded-manifest.js";
import type { ManifestProps } from "./props.js";

/** @throws LongshoreError when the file cannot be read. */
export function loadManifest({ manifest, environment, composeProfiles }: ManifestProps): LoadedManifest {
  const loaded = loadWritten(manifest);
  const files = composeFilesIn(loaded.document);
  return files.length === 0 ? loaded : overCompose(loaded, files, environment, composeProfiles);
}

function loadWritten(manifest: ManifestProps["manifest"]): LoadedManifest {
  if (typeof manifest === "string") return fromText({ file: manifest, text: readText(manifest) });
  if (isSource(manifest)) return fromText(manifest);
  const file = "the manifest of the app";
  const document = manifest as unknown as RawMap;
  return {
    file,
    textOf: () => undefined,
    document,
    parse: (options) => readManifest(manifest, { file }, options),
  };
}

/** What an app may name: the manifest's own names, those of the environment among them. */
export function namesIn(document: RawMap, environment: string | undefined): WrittenNames {
  const layers = [document, overlayOf(document, environment)];
  const keysOf = (section: string): string[] => layers.flatMap((layer) => Object.keys(mapIn(layer, section)));
  const ingresses = keysOf("ingress");
  const used = [...JSON.stringify(document).matchAll(/\$\{\s*variables\.([A-Za-z0-9_-]+)\s*\}/g)].map(
    ([, name = ""]) => name,
  );
  return {
    services: [...new Set(keysOf("services"))],
    jobs: [...new Set(keysOf("jobs"))],
    ingresses: ingresses.some((key) => ingressKeys.includes(key)) ? [] : [...new Set(ingresses)],
    resources: resourcesIn(layers),
    variables: [...new Set([...keysOf("variables"), ...used])],
  };
}

function resourcesIn(layers: readonly RawMap[]): ReadonlyMap<string, WrittenResource> {
  const found = new Map<string, WrittenResource>();
  for (const [name, resource] of layers.flatMap((layer) => Object.entries(mapIn(layer, "resources")))) {
    if (!isRawMap(resource)) continue;
    const { type, fields } = found.get(name) ?? { type: "", fields: [] };
    const own = resource["type"];
    found.set(name, {
      type: typeof own === "string" ? own : type,
      fields: [...fields, ...Object.keys(resource)],
    });
  }
  return found;
}

function fromText(source: ManifestSource): LoadedManifest {
  const { file, text } = source;
  return {
    file,
    textOf: (name) => (name === file ? text : undefined),
    document: writtenDocument(text),
    parse: (options) => parseManifest(source, options),
  };
}

function readText(file: string): string {
  try {
    return readFileSync(resolve(file), "utf8");
  } catch (problem) {
    const code = problem instanceof Error && "code" in problem ? problem.code : undefined;
    const missing = code === "ENOENT";
    const message = missing ? `${file} does not exist` : `${file} cannot be read (${String(code)})`;
    const hint = `paths are seen from the working directory, ${process.cwd()}; CDK runs an app in the folder of its cdk.json`;
    throw new LongshoreError([error(missing ? "file-missing" : "file-unreadable", "", message, { hint })]);
  }
}

function isSource(manifest: object): manifest is ManifestSource {
  return "text" in manifest && "file" in manifest && typeof manifest.text === "string";
}

function overlayOf(document: RawMap, environment: string | undefined): RawMap {
  return environment === undefined ? {} : mapIn(mapIn(document, "environments"), environment);
}

function mapIn(map: RawMap, key: string): RawMap {
  const value = Object.hasOwn(map, key) ? map[key] : undefined;
  return isRawMap(value) ? value : {};
}
