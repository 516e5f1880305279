import type { Diagnostic } from "../../diagnostics/index.js";
import { error } from "../../diagnostics/index.js";
import type { Variables } from "../interpolation/evaluate.js";
import { evaluate } from "../interpolation/evaluate.js";
import { parseTemplate } from "../interpolation/parse-template.js";
import type { Piece } from "../interpolation/pieces.js";
import { textOf } from "../interpolation/pieces.js";
import type { Place, Source } from "../source/tree.js";
import { spanAt } from "../source/tree.js";

export interface EnvEntry {
  readonly text: string;
  /** Present where the value holds variables. */
  readonly pieces?: readonly Piece[];
  /** Place of the value. */
  readonly place: Place;
}

export interface EnvFile {
  readonly entries: ReadonlyMap<string, EnvEntry>;
  readonly diagnostics: readonly Diagnostic[];
}

/** `raw`: everything behind the equal sign, quotes and dollar signs too. */
export type EnvFormat = "compose" | "raw";

const statement = /(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*(?:(=|:[ \t])[ \t]*|(?=\r?\n|$|#))/y;

/**
 * An env file in Compose's format: `NAME=value`, `export`, comments, single quotes for literal text, double quotes
 * with escapes and variables, values of several lines in quotes. A name alone takes the caller's value.
 */
export function parseEnvFile(source: Source, variables: Variables, format: EnvFormat = "compose"): EnvFile {
  const reader = new EnvReader(source, variables, format);
  reader.read();
  return { entries: reader.entries, diagnostics: reader.diagnostics };
}

class EnvReader {
  readonly entries = new Map<string, EnvEntry>();
  readonly diagnostics: Diagnostic[] = [];
  private readonly source: Source;
  private readonly variables: Variables;
  private readonly isRaw: boolean;
  private at: number;

  constructor(source: Source, variables: Variables, format: EnvFormat) {
    this.source = source;
    this.variables = variables;
    this.isRaw = format === "raw";
    this.at = source.text.startsWith("\ufeff") ? 1 : 0;
  }

  read(): void {
    const { text } = this.source;
    const blank = /(?:\s+|#[^\n]*)*/y;
    while (this.at < text.length) {
      blank.lastIndex = this.at;
      this.at += blank.exec(text)?.[0].length ?? 0;
      if (this.at >= text.length) return;
      statement.lastIndex = this.at;
      const [whole, name = "", assign] = statement.exec(text) ?? [];
      if (whole === undefined) this.refuse("not of the form NAME=value", this.at, this.endOfLine());
      else {
        this.at += whole.length;
        if (assign === undefined) this.inherit(name);
        else this.assign(name);
      }
    }
  }

  private inherit(name: string): void {
    const text = this.variables.get(name);
    const place = { source: this.source, start: this.at - name.length, end: this.at };
    this.at = this.endOfLine();
    if (text !== undefined) this.entries.set(name, { text, place });
  }

  private assign(name: string): void {
    const quote = this.source.text[this.at];
    if (!this.isRaw && (quote === '"' || quote === "'")) this.quoted(name, quote);
    else this.plain(name);
  }

  private plain(name: string): void {
    const start = this.at;
    this.at = this.endOfLine();
    const line = this.source.text.slice(start, this.at).replace(/\r$/, "");
    const text = this.isRaw ? line : line.replace(/(?:^|\s+)#.*$/, "").trimEnd();
    const place = { source: this.source, start, end: start + text.length };
    if (this.isRaw) this.entries.set(name, { text, place });
    else this.interpolate(name, text, place);
  }

  private quoted(name: string, quote: string): void {
    const { text } = this.source;
    const start = this.at;
    let end = start + 1;
    while (end < text.length && text[end] !== quote) end += text[end] === "\\" && quote === '"' ? 2 : 1;
    if (end >= text.length) {
      this.at = this.endOfLine();
      this.refuse("a quoted value that does not end", start, this.at);
      return;
    }
    const inner = text.slice(start + 1, end);
    const place = { source: this.source, start, end: end + 1 };
    this.at = end + 1;
    const rest = text.slice(this.at, this.endOfLine());
    this.at = this.endOfLine();
    if (!/^\s*(?:#.*)?$/.test(rest)) this.refuse("text behind the closing quote", place.end, this.at);
    if (quote === "'") this.entries.set(name, { text: inner, place });
    else this.interpolate(name, unescaped(inner), place);
  }

  private interpolate(name: string, text: string, place: Place): void {
    const parsed = text.includes("$") ? parseTemplate(text) : undefined;
    // A dollar sign that begins no variable is common in passwords: it is kept as it is.
    if (parsed === undefined || "fault" in parsed) this.entries.set(name, { text, place });
    else {
      const pieces = evaluate(parsed.parts, this.known());
      this.entries.set(name, { text: textOf(pieces), pieces, place });
    }
  }

  private known(): Variables {
    return new Map([
      ...[...this.entries].map(([name, { text }]) => [name, text] as const),
      ...this.variables,
    ]);
  }

  private endOfLine(): number {
    const at = this.source.text.indexOf("\n", this.at);
    return at === -1 ? this.source.text.length : at;
  }

  private refuse(what: string, start: number, end: number): void {
    this.at = this.endOfLine();
    this.diagnostics.push(
      error("invalid-value", "", `the env file has ${what}`, {
        span: spanAt({ source: this.source, start, end }),
        sensitive: true,
        hint: "write NAME=value, one on each line; quote a value that holds # or several lines",
      }),
    );
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (whole, character: string) => {
    // `\$` is a literal dollar sign, which a template writes as two.
    if (character === "$") return "$$";
    return escapes[character] ?? whole;
  });
}
