/** What follows the name of a variable: `:-` and `-` default, `:?` and `?` require, `:+` and `+` replace. */
export type Operator = ":-" | "-" | ":?" | "?" | ":+" | "+";

/** A text cut at its variables. https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md */
export type TemplatePart =
  | { readonly literal: string }
  | { readonly variable: string; readonly operator?: Operator; readonly argument: readonly TemplatePart[] };

export type ParsedTemplate =
  | { readonly parts: readonly TemplatePart[] }
  | { readonly fault: string; readonly start: number; readonly end: number };

/** Deeper nesting is refused, so that a text never exhausts the stack. */
const maxNesting = 32;

export function parseTemplate(text: string): ParsedTemplate {
  const parser = new Parser(text);
  const parts = parser.parts(0);
  return parser.fault ?? { parts };
}

const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const operators: readonly Operator[] = [":-", ":?", ":+", "-", "?", "+"];

class Parser {
  fault: { readonly fault: string; readonly start: number; readonly end: number } | undefined;
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  parts(depth: number): readonly TemplatePart[] {
    const parts: TemplatePart[] = [];
    let literal = "";
    const { text } = this;
    while (this.at < text.length && this.fault === undefined) {
      const next = text[this.at] ?? "";
      if (depth > 0 && next === "}") break;
      if (next !== "$") literal += this.take(1);
      else if (text[this.at + 1] === "$") {
        this.at += 2;
        literal += "$";
      } else {
        const part = this.variable(depth);
        if (part === undefined) break;
        if (literal !== "") parts.push({ literal });
        literal = "";
        parts.push(part);
      }
    }
    if (literal !== "") parts.push({ literal });
    return parts;
  }

  private variable(depth: number): TemplatePart | undefined {
    const start = this.at;
    this.at++;
    const isBraced = this.text[this.at] === "{";
    if (isBraced) this.at++;
    const variable = this.name();
    if (variable === undefined) return this.fail("a name must follow $; a literal $ is written $$", start);
    if (!isBraced) return { variable, argument: [] };
    const operator = operators.find((each) => this.text.startsWith(each, this.at));
    this.at += operator?.length ?? 0;
    if (depth >= maxNesting) return this.fail("variables are nested too deep", start);
    const argument = operator === undefined ? [] : this.parts(depth + 1);
    if (this.fault !== undefined) return undefined;
    if (this.text[this.at] !== "}")
      return this.fail(
        this.at < this.text.length
          ? `unexpected ${JSON.stringify(this.text[this.at])} in \${${variable}`
          : `\${${variable} is not closed with }`,
        start,
      );
    this.at++;
    return operator === undefined ? { variable, argument } : { variable, operator, argument };
  }

  private name(): string | undefined {
    name.lastIndex = this.at;
    const found = name.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private take(count: number): string {
    const taken = this.text.slice(this.at, this.at + count);
    this.at += count;
    return taken;
  }

  private fail(fault: string, start: number): undefined {
    this.fault = { fault, start, end: Math.min(this.at + 1, this.text.length) };
    return undefined;
  }
}
