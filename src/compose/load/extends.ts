import type { Diagnostic, SourceSpan } from "../../diagnostics/index.js";
import { appendPath, error, suggest } from "../../diagnostics/index.js";
import { mergeServices } from "../merge/merge-trees.js";
import { folderOf, resolvePath } from "../source/paths.js";
import type { Entry, MapTree, Tree } from "../source/tree.js";
import { childOf, entryOf, isMap, isScalar, spanAt, spanOfEntry } from "../source/tree.js";

export interface ExtendsContext {
  /** The documents of another compose file. */
  readonly documents: (path: string, folder: string, askedAt: SourceSpan) => readonly Tree[];
  /** What earlier files made of a service, for an override file that extends one of theirs. */
  readonly earlier: (service: string) => Tree | undefined;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Every service of a document with what it extends beneath it. A fault leaves the service without its base. */
export function resolveExtends(context: ExtendsContext, document: MapTree): MapTree {
  const services = childOf(document, "services");
  if (!isMap(services)) return document;
  const resolver = new Resolver(context);
  const entries = new Map<string, Entry>();
  for (const [name, entry] of services.entries)
    entries.set(name, { ...entry, value: resolver.service(document, name, entry.value, []) });
  const replaced: Tree = { ...services, entries };
  const key = document.entries.get("services")?.key ?? services.place;
  return { ...document, entries: new Map(document.entries).set("services", { key, value: replaced }) };
}

interface Base {
  readonly document: MapTree;
  readonly name: string;
  readonly tree: Tree;
}

class Resolver {
  private readonly context: ExtendsContext;
  private readonly done = new Map<Tree, Tree>();

  constructor(context: ExtendsContext) {
    this.context = context;
  }

  service(document: MapTree, name: string, tree: Tree, chain: readonly string[]): Tree {
    const entry = entryOf(tree, "extends");
    if (entry === undefined || !isMap(tree)) return tree;
    const known = this.done.get(tree);
    if (known !== undefined) return known;
    const own = `${tree.place.source.file}#${name}`;
    const rest: MapTree = {
      ...tree,
      entries: new Map([...tree.entries].filter(([key]) => key !== "extends")),
    };
    let resolved: Tree = rest;
    if (chain.includes(own)) this.cycle(name, entry, [...chain.slice(chain.indexOf(own)), own]);
    else {
      const base = this.baseOf(document, name, entry);
      if (base !== undefined)
        resolved = mergeServices(this.service(base.document, base.name, base.tree, [...chain, own]), rest);
    }
    this.done.set(tree, resolved);
    return resolved;
  }

  private baseOf(document: MapTree, name: string, entry: Entry): Base | undefined {
    const { value } = entry;
    const wanted = isScalar(value) ? value : childOf(value, "service");
    const file = isMap(value) ? childOf(value, "file") : undefined;
    if (!isScalar(wanted)) return this.refuse(name, entry, "extends names no service");
    const from = isScalar(file) ? this.document(entry, file.text) : document;
    if (from === undefined) return undefined;
    const tree = childOf(childOf(from, "services"), wanted.text);
    if (tree !== undefined) return { document: from, name: wanted.text, tree };
    const earlier = file === undefined ? this.context.earlier(wanted.text) : undefined;
    if (earlier !== undefined) return { document, name: wanted.text, tree: earlier };
    const services = childOf(from, "services");
    const meant = suggest(wanted.text, isMap(services) ? services.entries.keys() : []);
    const where = isScalar(file) ? ` in ${file.text}` : "";
    return this.refuse(
      name,
      entry,
      `${name} extends ${wanted.text}, which does not exist${where}`,
      meant === undefined ? undefined : `did you mean "${meant}"?`,
    );
  }

  private document({ key, value }: Entry, file: string): MapTree | undefined {
    const path = resolvePath(value.place.source.folder, file);
    const [first] = this.context.documents(path, folderOf(path), spanAt(key));
    return isMap(first) ? first : undefined;
  }

  private cycle(name: string, entry: Entry, chain: readonly string[]): void {
    const names = chain.map((each) => each.slice(each.lastIndexOf("#") + 1)).join(" -> ");
    this.context.report(
      error("compose-cycle", appendPath(`services.${name}`, "extends"), `${name} extends itself: ${names}`, {
        span: spanOfEntry(entry),
        hint: "put what the services share into one that extends nothing",
      }),
    );
  }

  private refuse(name: string, entry: Entry, message: string, hint?: string): undefined {
    const path = appendPath(appendPath("services", name), "extends");
    const details = { span: spanOfEntry(entry), ...(hint === undefined ? {} : { hint }) };
    this.context.report(error("invalid-value", path, message, details));
    return undefined;
  }
}
