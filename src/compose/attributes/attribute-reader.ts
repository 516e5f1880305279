import type { Diagnostic, DiagnosticCode, DiagnosticDetails, SourceSpan } from "../../diagnostics/index.js";
import { appendPath, error, joinPath } from "../../diagnostics/index.js";
import { isMissing, namesIn } from "../interpolation/pieces.js";
import type { Entry, Tree } from "../source/tree.js";
import { entryOf, isMap, isNothing, kindOfTree, spanAt, spanOfEntry } from "../source/tree.js";
import { warning } from "../warnings.js";
import { parseDecimal, parseDuration, parseFlag, parseMiB, parseWhole } from "./quantities.js";
import type { Written } from "./written.js";
import { writtenOf } from "./written.js";

/** Reads the values of one map, and reports those that cannot be read. A value that is at fault counts as not written. */
export class AttributeReader {
  readonly tree: Tree | undefined;
  readonly path: string;
  private readonly diagnostics: Diagnostic[];

  constructor(tree: Tree | undefined, path: readonly string[] | string, diagnostics: Diagnostic[]) {
    this.tree = tree;
    this.path = typeof path === "string" ? path : joinPath(path);
    this.diagnostics = diagnostics;
  }

  /** A map below this one. */
  below(key: string): AttributeReader {
    const entry = this.entry(key);
    const path = appendPath(this.path, key);
    if (entry !== undefined && !isMap(entry.value)) this.wrong(key, entry, "a map");
    return new AttributeReader(entry?.value, path, this.diagnostics);
  }

  /** The entry of a key; undefined where nothing is behind it. */
  entry(key: string): Entry | undefined {
    const entry = entryOf(this.tree, key);
    return entry === undefined || isNothing(entry.value) ? undefined : entry;
  }

  /** A scalar, also one in which a variable has no value. */
  text(key: string): Written | undefined {
    const entry = this.entry(key);
    if (entry === undefined) return undefined;
    if (entry.value.kind !== "scalar") return this.wrong(key, entry, "a text");
    return writtenOf(entry.value);
  }

  /** A scalar of which every part is known. */
  known(key: string): Written | undefined {
    const written = this.text(key);
    return written === undefined || this.isKnown(key, written) ? written : undefined;
  }

  /** False, with a warning, when a variable in the text has no value. */
  isKnown(key: string, { pieces, span }: Written): boolean {
    if (!isMissing(pieces)) return true;
    const names = namesIn(pieces).join(", ");
    this.warn("compose-variable", key, `${key} needs a value for ${names}, which has none`, span, {
      reason: "the place decides what is planned, so it cannot wait for the deployment",
      hint: `set ${names} in the environment or in .env, or write a default: \${${names.split(",")[0]}:-...}`,
    });
    return false;
  }

  flag(key: string): boolean | undefined {
    return this.parsed(key, parseFlag, "true or false");
  }

  whole(key: string): number | undefined {
    return this.parsed(key, parseWhole, "a whole number");
  }

  decimal(key: string): number | undefined {
    return this.parsed(key, parseDecimal, "a number");
  }

  seconds(key: string): number | undefined {
    return this.parsed(key, parseDuration, "a duration such as 1m30s");
  }

  mebibytes(key: string): number | undefined {
    return this.parsed(key, parseMiB, "an amount of memory such as 512m");
  }

  spanOf(key: string): SourceSpan | undefined {
    const entry = this.entry(key);
    return entry === undefined ? undefined : spanOfEntry(entry);
  }

  wrong(key: string, entry: Entry, expected: string): undefined {
    return this.fail(
      "wrong-type",
      key,
      `${key} must be ${expected}, not ${kindOfTree(entry.value)}`,
      spanAt(entry.key),
    );
  }

  fail(
    code: DiagnosticCode,
    key: string | number,
    message: string,
    span: SourceSpan,
    details: DiagnosticDetails = {},
  ): undefined {
    this.diagnostics.push(error(code, appendPath(this.path, key), message, { ...details, span }));
    return undefined;
  }

  warn(
    code: DiagnosticCode,
    key: string | number,
    message: string,
    span: SourceSpan,
    details: DiagnosticDetails = {},
  ): void {
    this.diagnostics.push(warning(code, appendPath(this.path, key), message, { ...details, span }));
  }

  private parsed<T>(key: string, parse: (text: string) => T | undefined, expected: string): T | undefined {
    const written = this.known(key);
    if (written === undefined) return undefined;
    const value = parse(written.text);
    return (
      value ??
      this.fail("invalid-value", key, `${key} must be ${expected}`, written.span, {
        sensitive: written.pieces !== undefined,
      })
    );
  }
}
