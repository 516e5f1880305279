import type { Diagnostic, DiagnosticCode, Locate } from "../diagnostics/index.js";
import { hasErrors, sortDiagnostics } from "../diagnostics/index.js";
import type { ManifestBase } from "./base.js";
import { placesOver } from "./base.js";
import { declaredAs, environmentNames } from "./environments.js";
import type { Manifest } from "./manifest.js";
import { plainTree } from "./plain.js";
import type { Raw, RawMap } from "./raw.js";
import { isRawMap } from "./raw.js";
import type { ReadTree } from "./read-tree.js";
import { readTree } from "./read-tree.js";
import type { ManifestSource, Places } from "./source.js";
import { nowhere } from "./source.js";
import { type WrittenField, writtenFields } from "./written-fields.js";
import { readYaml } from "./yaml/read-yaml.js";

export interface ManifestOptions {
  /** The environment to lay over the document; required when the manifest declares any. */
  readonly environment?: string;
  /** One of the regions that the manifest names; the first when it is left out. */
  readonly region?: string;
  /** What the document is laid over: what its compose files say. */
  readonly base?: ManifestBase;
  /** What is laid over the document and its environment, in the words of a manifest: what a CDK app brings. */
  readonly over?: RawMap;
}

export interface ParsedManifest {
  /** Absent when there is an error. */
  readonly manifest?: Manifest;
  /** With spans, in reading order. */
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
  /** The environments that the manifest declares, also when it has errors. */
  readonly environments: readonly string[];
  /** The regions of the environment, in their order; empty where the manifest names none. */
  readonly regions: readonly string[];
  /** What is written for the environment, each value with who wrote it. */
  readonly writtenFields: () => readonly WrittenField[];
}

/** Reads a manifest written in YAML. Every fault becomes a diagnostic; nothing is thrown. */
export function parseManifest(source: ManifestSource, options: ManifestOptions = {}): ParsedManifest {
  const { root, diagnostics, places } = readYaml(source);
  return finish({ root, diagnostics, places }, options);
}

/** Reads the object that a `longshore.config.ts` exports. There is no text, so that diagnostics have no spans but in a base. */
export function readManifest(
  value: unknown,
  source: Pick<ManifestSource, "file">,
  options: ManifestOptions = {},
): ParsedManifest {
  const parsed = finish({ ...plainTree(value), places: nowhere }, options);
  const diagnostics = parsed.diagnostics.map((each) =>
    each.span === undefined ? { ...each, file: source.file } : each,
  );
  return { ...parsed, diagnostics };
}

interface Tree {
  readonly root?: Raw | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly places: Places;
}

function finish(tree: Tree, options: ManifestOptions): ParsedManifest {
  const { environment, base } = options;
  const { root, diagnostics } = tree;
  const places = root === undefined || base === undefined ? tree.places : placesOver(root, tree.places, base);
  const environments = environmentNames(root);
  const read: ReadTree = root === undefined ? { diagnostics: [] } : readTree(root, places, options);
  const [overlay] = environment === undefined ? [] : declaredAs(environments, environment);
  const all = [...diagnostics, ...read.diagnostics].map((each) => placed(each, places, overlay));
  const locate: Locate = (path) => places.find(path, "value", overlay);
  const manifest = read.manifest !== undefined && !hasErrors(all) ? { manifest: read.manifest } : {};
  const { regions = [] } = read;
  const written = (): readonly WrittenField[] => (isRawMap(root) ? writtenFields(root, options) : []);
  return {
    ...manifest,
    diagnostics: sortDiagnostics(all),
    locate,
    environments,
    regions,
    writtenFields: written,
  };
}

/** Faults of a key, where the value may be right. */
const aboutKeys: readonly DiagnosticCode[] = ["unknown-key", "invalid-key"];

function placed(diagnostic: Diagnostic, places: Places, environment: string | undefined): Diagnostic {
  if (diagnostic.span !== undefined) return diagnostic;
  const part = aboutKeys.includes(diagnostic.code) ? "key" : "value";
  const span = places.find(diagnostic.path, part, environment);
  return span === undefined ? diagnostic : { ...diagnostic, span };
}
