import { listOf, mapOfNames, mapOfPairs } from "../source/keyed-list.js";
import type { Entry, ListTree, MapTree, Tree } from "../source/tree.js";
import { childOf, isMap, isNothing, isScalar } from "../source/tree.js";
import type { UniqueKey } from "./unique-keys.js";
import { fileKey, portKey, textKey, volumeKey } from "./unique-keys.js";

/** Lays one compose document over another. https://github.com/compose-spec/compose-spec/blob/main/13-merge.md */
export function mergeDocuments(base: Tree, over: Tree): Tree {
  return merge(base, over, []);
}

/** Lays a service over the one that it extends, or over the same service of an earlier file. */
export function mergeServices(base: Tree, over: Tree): Tree {
  return merge(base, over, ["services", "*"]);
}

/** What `!reset` leaves of a tree that nothing was merged with. */
export function withoutResets(tree: Tree): Tree {
  if (tree.kind === "scalar") return tree;
  if (tree.kind === "list") {
    const kept = tree.items.filter(({ tag }) => tag !== "reset").map(withoutResets);
    const isSame =
      kept.length === tree.items.length && kept.every((item, index) => item === tree.items[index]);
    return isSame ? tree : { ...tree, items: kept };
  }
  let copy: Map<string, Entry> | undefined;
  for (const [key, entry] of tree.entries) {
    const value = entry.value.tag === "reset" ? undefined : withoutResets(entry.value);
    if (value === entry.value) continue;
    copy ??= new Map(tree.entries);
    if (value === undefined) copy.delete(key);
    else copy.set(key, { ...entry, value });
  }
  return copy === undefined ? tree : { ...tree, entries: copy };
}

type Path = readonly string[];
type Rule = (base: Tree, over: Tree, path: Path) => Tree;

const replace: Rule = (_base, over) => over;
const pairs: Rule = (base, over, path) => mergeMaps(mapOfPairs(base), mapOfPairs(over), path) ?? over;
const names: Rule = (base, over, path) => mergeMaps(mapOfNames(base), mapOfNames(over), path) ?? over;
const append: Rule = (base, over) => listed([...listOf(base), ...listOf(over)], over);

/** The rules by attribute of a service; what is not listed merges by its kind: maps merge, lists append. */
const rules: Readonly<Record<string, Rule>> = {
  command: replace,
  entrypoint: replace,
  "healthcheck.test": replace,
  annotations: pairs,
  environment: pairs,
  extra_hosts: pairs,
  labels: pairs,
  sysctls: pairs,
  "build.additional_contexts": pairs,
  "build.args": pairs,
  "build.extra_hosts": pairs,
  "build.labels": pairs,
  "deploy.labels": pairs,
  depends_on: names,
  models: names,
  networks: names,
  dns: append,
  dns_opt: append,
  dns_search: append,
  env_file: append,
  label_file: append,
  tmpfs: append,
  build: (base, over, path) => mergeMaps(longBuild(base), longBuild(over), path) ?? over,
  logging: (base, over, path) => (differInDriver(base, over) ? over : (mergeMaps(base, over, path) ?? over)),
  configs: unique(fileKey("/")),
  expose: unique(textKey),
  ports: unique(portKey),
  secrets: unique(fileKey("/run/secrets/")),
  volumes: unique(volumeKey),
};

function merge(base: Tree, over: Tree, path: Path): Tree {
  if (over.tag === "override") return over;
  if (isNothing(over)) return base;
  const rule = path[0] === "services" && path.length > 2 ? rules[path.slice(2).join(".")] : undefined;
  if (rule !== undefined) return rule(base, over, path);
  if (base.kind === "list" && over.kind === "list") return append(base, over, path);
  return mergeMaps(base, over, path) ?? over;
}

/** Undefined where the two are not both maps: then the later one replaces the earlier one. */
function mergeMaps(base: Tree | undefined, over: Tree | undefined, path: Path): MapTree | undefined {
  if (!isMap(base) || !isMap(over)) return undefined;
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const before = entries.get(key);
    if (entry.value.tag === "reset") entries.delete(key);
    else if (before === undefined || key.startsWith("x-")) entries.set(key, entry);
    else {
      const value = merge(before.value, entry.value, [...path, key]);
      entries.set(key, { key: value === before.value ? before.key : entry.key, value });
    }
  }
  return { kind: "map", entries, place: over.place };
}

function unique(keyOf: UniqueKey): Rule {
  return (base, over) => {
    const items: Tree[] = [];
    const known = new Map<string, number>();
    for (const item of [...listOf(base), ...listOf(over)]) {
      const key = keyOf(item);
      const at = key === undefined ? undefined : known.get(key);
      if (at !== undefined) items[at] = item;
      else {
        if (key !== undefined) known.set(key, items.length);
        items.push(item);
      }
    }
    return listed(items, over);
  };
}

function listed(items: readonly Tree[], { place }: Tree): ListTree {
  return { kind: "list", items, place };
}

/** `build: .` is `build: { context: . }`. */
function longBuild(tree: Tree): Tree {
  if (tree.kind !== "scalar") return tree;
  return {
    kind: "map",
    entries: new Map([["context", { key: tree.place, value: tree }]]),
    place: tree.place,
  };
}

function differInDriver(base: Tree, over: Tree): boolean {
  const [one, other] = [childOf(base, "driver"), childOf(over, "driver")];
  return isScalar(one) && isScalar(other) && one.text !== other.text;
}
