import type { SourceSpan } from "../../diagnostics/index.js";
import { error } from "../../diagnostics/index.js";
import type { Variables } from "../interpolation/evaluate.js";
import { mergeDocuments, withoutResets } from "../merge/merge-trees.js";
import { listOf } from "../source/keyed-list.js";
import { folderOf, resolvePath } from "../source/paths.js";
import type { Entry, MapTree, Tree } from "../source/tree.js";
import { childOf, entriesOf, isMap, isScalar, spanAt } from "../source/tree.js";
import { warning } from "../warnings.js";
import { checkDocument } from "./check-document.js";
import { resolveExtends } from "./extends.js";
import type { Loader } from "./loader.js";

/** Files that make one model: laid over each other, then what they include is added. */
export interface ModelFiles {
  readonly paths: readonly string[];
  /** Against which relative paths in the files are meant. */
  readonly folder: string;
  readonly variables: Variables;
  readonly askedAt?: SourceSpan;
  /** The files that include these, for cycles. */
  readonly chain: readonly string[];
}

/** The merged tree of compose files; undefined when none can be read. */
export function loadModel(loader: Loader, files: ModelFiles): MapTree | undefined {
  let merged: MapTree | undefined;
  for (const path of files.paths) {
    for (const document of loader.documents(path, files.folder, files.variables, files.askedAt)) {
      const checked = checkDocument(document);
      if (!("kind" in checked)) loader.diagnostics.push(checked);
      else merged = lay(loader, files.variables, merged, checked);
    }
  }
  return merged === undefined ? undefined : withIncludes(loader, files, withoutResets(merged) as MapTree);
}

function lay(loader: Loader, variables: Variables, base: MapTree | undefined, document: MapTree): MapTree {
  const resolved = resolveExtends(
    {
      documents: (path, folder, askedAt) => loader.documents(path, folder, variables, askedAt),
      earlier: (service) => childOf(childOf(base, "services"), service),
      report: (diagnostic) => loader.diagnostics.push(diagnostic),
    },
    document,
  );
  return base === undefined ? resolved : (mergeDocuments(base, resolved) as MapTree);
}

function withIncludes(loader: Loader, files: ModelFiles, model: MapTree): MapTree {
  return listOf(childOf(model, "include")).reduce<MapTree>((whole, item) => {
    const included = includedFiles(loader, files, item);
    const tree = included === undefined ? undefined : loadModel(loader, included);
    return tree === undefined ? whole : copyInto(loader, whole, tree);
  }, model);
}

function includedFiles(loader: Loader, files: ModelFiles, item: Tree): ModelFiles | undefined {
  const { folder: base, file } = item.place.source;
  const paths = textsOf(isScalar(item) ? item : childOf(item, "path")).map((path) => resolvePath(base, path));
  const span = spanAt(item.place);
  const [first] = paths;
  if (first === undefined) {
    loader.diagnostics.push(error("invalid-value", "include", "an include names no file", { span }));
    return undefined;
  }
  const chain = [...files.chain, file];
  const again = paths.find((path) => chain.includes(path) || files.paths.includes(path));
  if (again !== undefined) {
    const message = `${again} includes itself: ${[...chain, again].join(" -> ")}`;
    loader.diagnostics.push(error("compose-cycle", "include", message, { span }));
    return undefined;
  }
  const [written] = textsOf(childOf(item, "project_directory"));
  const folder = written === undefined ? folderOf(first) : resolvePath(base, written).replace(/^\.$/, "");
  const variables = withEnvFiles(loader, files.variables, item, folder);
  return { paths, folder, variables, askedAt: span, chain };
}

/** Variables of the env files of an include; those of the including project win. */
function withEnvFiles(loader: Loader, variables: Variables, item: Tree, folder: string): Variables {
  const written = textsOf(childOf(item, "env_file")).map((path) =>
    resolvePath(item.place.source.folder, path),
  );
  const paths = written.length > 0 ? written : [resolvePath(folder, ".env")];
  const isOptional = written.length === 0;
  const added = paths.flatMap((path) => {
    const file = loader.envFile(path, variables, { isOptional, askedAt: spanAt(item.place) });
    return [...(file?.entries ?? [])].map(([name, { text }]) => [name, text] as const);
  });
  return new Map([...added, ...variables]);
}

const areas = ["services", "volumes", "networks", "secrets", "configs"];

/** Included things are copied; a name that exists already stays as it is, as Compose does not merge them. */
function copyInto(loader: Loader, model: MapTree, included: MapTree): MapTree {
  const entries = new Map(model.entries);
  for (const area of areas) {
    const incoming = entriesOf(childOf(included, area));
    if (incoming.length === 0) continue;
    const own = entries.get(area);
    const known = new Map<string, Entry>(entriesOf(own?.value));
    for (const [name, entry] of incoming) {
      if (!known.has(name)) known.set(name, entry);
      else if (known.get(name)?.key !== entry.key && area === "services")
        loader.diagnostics.push(conflict(name, entry));
    }
    const key = own?.key ?? included.entries.get(area)?.key ?? included.place;
    const place = isMap(own?.value) ? own.value.place : included.place;
    entries.set(area, { key, value: { kind: "map", entries: known, place } });
  }
  return { ...model, entries };
}

function conflict(name: string, { key }: Entry): ReturnType<typeof warning> {
  return warning(
    "name-collision",
    `services.${name}`,
    `the included service ${name} exists already and is left out`,
    {
      span: spanAt(key),
      reason: "Compose copies what is included and does not merge it",
      hint: "rename one of the two, or lay the file over this one instead of including it",
    },
  );
}

function textsOf(tree: Tree | undefined): readonly string[] {
  return listOf(tree).flatMap((item) => (isScalar(item) && item.value !== null ? [item.text] : []));
}
