import type { Diagnostic } from "../diagnostics/index.js";
import { appendPath, error } from "../diagnostics/index.js";
import type { Raw } from "./raw.js";
import { maxDepth, maxValues } from "./raw.js";

export interface PlainTree {
  /** Absent when there is an error. */
  readonly root?: Raw;
  readonly diagnostics: readonly Diagnostic[];
}

/** A copy of the object that a config file exports: plain data only, keys that are `undefined` left out. */
export function plainTree(value: unknown): PlainTree {
  const copy = new Copy();
  const root = copy.of(value, "", 0);
  return copy.diagnostics.length > 0 ? { diagnostics: copy.diagnostics } : { root, diagnostics: [] };
}

class Copy {
  readonly diagnostics: Diagnostic[] = [];
  private readonly open = new Set<object>();
  private values = 0;

  of(value: unknown, path: string, depth: number): Raw {
    this.values++;
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    if (typeof value === "number") return Number.isFinite(value) ? value : this.refuse(path, String(value));
    if (typeof value !== "object") return this.refuse(path, kindOfOther(value));
    if (depth >= maxDepth)
      return this.stop("too-deep", path, `objects are nested more than ${maxDepth} deep`);
    if (this.values > maxValues)
      return this.stop("file-too-large", path, "the manifest holds millions of values");
    if (this.open.has(value)) return this.stop("not-plain-data", path, "an object holds itself");
    this.open.add(value);
    const copied = Array.isArray(value) ? this.list(value, path, depth) : this.map(value, path, depth);
    this.open.delete(value);
    return copied;
  }

  private list(value: readonly unknown[], path: string, depth: number): Raw {
    // Array.from also visits the holes of a sparse array.
    return Array.from(value, (item, index) => this.of(item, appendPath(path, index), depth + 1));
  }

  private map(value: object, path: string, depth: number): Raw {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      return this.refuse(path, "a class instance");
    const map: Record<string, Raw> = {};
    for (const [key, item] of Object.entries(value) as [string, unknown][]) {
      if (item === undefined) continue;
      const itemPath = appendPath(path, key);
      if (key === "__proto__") this.refuse(itemPath, "a key __proto__");
      else map[key] = this.of(item, itemPath, depth + 1);
    }
    return map;
  }

  private refuse(path: string, what: string): null {
    this.diagnostics.push(
      error("not-plain-data", path, `${path === "" ? "the manifest" : path} is ${what}, not plain data`, {
        reason: "a manifest is data: the same file must give the same plan everywhere",
        hint: "use texts, finite numbers, true, false, null, lists and plain objects",
      }),
    );
    return null;
  }

  private stop(code: "too-deep" | "file-too-large" | "not-plain-data", path: string, message: string): null {
    if (!this.diagnostics.some((each) => each.code === code))
      this.diagnostics.push(error(code, path, message));
    return null;
  }
}

function kindOfOther(value: unknown): string {
  if (typeof value === "function") return "a function";
  return value === undefined ? "undefined" : `a ${typeof value}`;
}
