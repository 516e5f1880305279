import type { Diagnostic } from "../../diagnostics/index.js";
import { error, joinPath } from "../../diagnostics/index.js";
import { withinContainer } from "../container-path.js";
import type { Raw, RawMap } from "../raw.js";
import { isRawMap } from "../raw.js";
import { DeferredText } from "./deferred-text.js";
import { misplaced } from "./misplaced.js";
import type { Written } from "./scope.js";
import { Scope } from "./scope.js";
import { mayHoldReference } from "./text.js";

export interface Interpolated {
  readonly document: RawMap;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths whose text could not be resolved and stands as written. */
  readonly unresolved: ReadonlySet<string>;
}

/** Resolves the `${...}` of every text; those that only the plan can resolve become {@link DeferredText}. */
export function interpolate(
  document: RawMap,
  environment: string | undefined,
  written: Written,
): Interpolated {
  const walk = new Interpolation(document, environment, written);
  return {
    document: walk.map(document),
    diagnostics: [...walk.diagnostics, ...walk.scope.diagnostics],
    unresolved: walk.unresolved,
  };
}

class Interpolation {
  readonly diagnostics: Diagnostic[] = [];
  readonly unresolved: Set<string> = new Set();
  readonly scope: Scope;
  private readonly path: (string | number)[] = [];

  constructor(document: RawMap, environment: string | undefined, written: Written) {
    this.scope = new Scope(document, environment, written);
  }

  /** The same map where nothing changes, else a copy: branches may be shared. */
  map(map: RawMap): RawMap {
    let copy: Record<string, Raw> | undefined;
    for (const key of Object.keys(map)) {
      const value = map[key] as Raw;
      const resolved = this.at(key, value);
      if (resolved === value) continue;
      copy ??= { ...map };
      copy[key] = resolved;
    }
    return copy ?? map;
  }

  private list(list: readonly Raw[]): readonly Raw[] {
    const resolved = list.map((item, index) => this.at(index, item));
    return resolved.some((item, index) => item !== list[index]) ? resolved : list;
  }

  private at(segment: string | number, value: Raw): Raw {
    if (typeof value === "string" ? !mayHoldReference(value) : typeof value !== "object") return value;
    this.path.push(segment);
    const resolved = this.value(value);
    this.path.pop();
    return resolved;
  }

  private value(value: Raw): Raw {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return this.list(value as readonly Raw[]);
    return isRawMap(value) ? this.map(value) : value;
  }

  private text(text: string): Raw {
    if (this.path[0] === "compose") return this.refuse(text, tooLate(joinPath(this.path)));
    const known = this.path.length <= 2 ? this.scope.valueAt(joinPath(this.path)) : undefined;
    const resolved = known === undefined ? this.scope.resolve(text, this.path) : known.value;
    if (resolved === undefined) this.unresolved.add(joinPath(this.path));
    if (!(resolved instanceof DeferredText) || this.mayBeDeferred(resolved)) return resolved ?? text;
    return this.refuse(text, misplaced(joinPath(this.path), resolved));
  }

  private refuse(text: string, diagnostic: Diagnostic): string {
    this.unresolved.add(diagnostic.path);
    this.diagnostics.push(diagnostic);
    return text;
  }

  private mayBeDeferred(text: DeferredText): boolean {
    if (this.path[0] === "variables") return text.isOfParameters();
    // The schema knows where the id, name or ARN of another owner stands, and refuses it elsewhere.
    if (text.isParameter()) return true;
    const within = withinContainer(this.path);
    const [place] = within;
    if (place === "environment" || place === "environmentFiles") return within.length === 2;
    if (this.path[0] === "jobs" && place === "parallel")
      return within[1] === "over" || within[1] === "results";
    return (place === "command" || place === "entrypoint") && within.length <= 2;
  }
}

function tooLate(path: string): Diagnostic {
  return error("unknown-reference", path, "a reference may not stand in the path of a compose file", {
    reason: "compose files are read before the references of the manifest are resolved",
    hint: "write the path itself",
  });
}
