import type { Diagnostic } from "../../diagnostics/index.js";
import { error, joinPath, splitPath } from "../../diagnostics/index.js";
import type { Raw, RawMap } from "../raw.js";
import { isRawMap, own } from "../raw.js";
import { DeferredText } from "./deferred-text.js";
import { isDeferred, unknownReference } from "./names.js";
import type { Piece } from "./text.js";
import { cutReferences } from "./text.js";

/** A scalar exactly as written, by path; undefined where there is no text. */
export type Written = (path: string) => string | undefined;

/** Variables that double each other would otherwise exhaust the memory or the stack. */
const maxTextLength = 65_536;
const maxChain = 100;

type Path = readonly (string | number)[];
type Resolved = string | DeferredText;

/** What `${...}` may refer to, and its values. Each value is resolved once, and its faults are reported once. */
export class Scope {
  readonly diagnostics: Diagnostic[] = [];
  private readonly known = new Map<string, { readonly value?: Resolved }>();
  private readonly open: string[] = [];
  private readonly document: RawMap;
  private readonly environment: string | undefined;
  private readonly written: Written;

  constructor(document: RawMap, environment: string | undefined, written: Written) {
    this.document = document;
    this.environment = environment;
    this.written = written;
  }

  /** The value of a name that others may refer to; undefined for any other path. A value that failed is empty. */
  valueAt(path: string): { readonly value?: Resolved } | undefined {
    if (path !== "application" && path !== "region" && !path.startsWith("variables.")) return undefined;
    return this.raw(path) === undefined ? undefined : this.valueOf(path);
  }

  /** Undefined when it fails; why is in the diagnostics, for the first reference that does. */
  resolve(text: string, path: Path): Resolved | undefined {
    const cut = cutReferences(text);
    if ("unclosedAt" in cut) return this.fail(unclosed(joinPath(path)));
    const parts: Part[] = [];
    for (const piece of cut.pieces) {
      const part = this.piece(piece, path);
      if (part === undefined) return undefined;
      parts.push(...part);
    }
    return lengthOf(parts) > maxTextLength ? this.fail(tooLong(joinPath(path))) : joined(parts);
  }

  private piece(piece: Piece, path: Path): readonly Part[] | undefined {
    if ("literal" in piece) return [piece.literal];
    const { reference } = piece;
    if (reference === "environment" && this.environment !== undefined) return [this.environment];
    if (isDeferred(reference, this.document)) return [{ reference }];
    if (this.raw(reference) === undefined) {
      return this.fail(unknownReference(reference, joinPath(path), this.document));
    }
    const { value } = this.valueOf(reference);
    // A variable may stand for parameters; what else the plan resolves is refused where the variable is written.
    if (value instanceof DeferredText) return value.isOfParameters() ? value.template : undefined;
    return value === undefined ? undefined : [value];
  }

  private valueOf(name: string): { readonly value?: Resolved } {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    if (this.open.includes(name)) return this.cycle(name);
    if (this.open.length >= maxChain) return this.tooLongAChain(name);
    this.open.push(name);
    const value = this.scalar(name, this.raw(name));
    this.open.pop();
    const result = value === undefined ? {} : { value };
    this.known.set(name, result);
    return result;
  }

  private scalar(name: string, raw: Raw | undefined): Resolved | undefined {
    if (typeof raw === "string") return this.resolve(raw, splitPath(name));
    if (typeof raw === "number" || typeof raw === "boolean") return this.written(name) ?? String(raw);
    return undefined;
  }

  private cycle(name: string): Record<string, never> {
    const members = this.open.slice(this.open.indexOf(name));
    this.fail(
      error("reference-cycle", name, `${name} refers to itself: ${[...members, name].join(" -> ")}`, {
        hint: "give one of them a value of its own",
      }),
    );
    return {};
  }

  private tooLongAChain(name: string): Record<string, never> {
    this.fail(error("reference-cycle", name, `more than ${maxChain} variables refer to each other in a row`));
    return {};
  }

  private raw(name: string): Raw | undefined {
    if (name === "application" || name === "region") return own(this.document, name);
    const variables = own(this.document, "variables");
    if (!name.startsWith("variables.") || !isRawMap(variables)) return undefined;
    return own(variables, name.slice("variables.".length));
  }

  private fail(diagnostic: Diagnostic): undefined {
    this.diagnostics.push(diagnostic);
    return undefined;
  }
}

type Part = string | { readonly reference: string };

function joined(parts: readonly Part[]): Resolved {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === "string" && typeof last === "string") merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  if (merged.length === 0) return "";
  const [only] = merged;
  return merged.length === 1 && typeof only === "string" ? only : new DeferredText(merged);
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + (typeof part === "string" ? part.length : 1), 0);
}

function tooLong(path: string): Diagnostic {
  return error("invalid-value", path, `its references expand to more than ${maxTextLength} characters`);
}

function unclosed(path: string): Diagnostic {
  return error("unknown-reference", path, "a reference opens with ${ and does not close", {
    hint: "close it with }, or write $${ for the two characters themselves",
  });
}
