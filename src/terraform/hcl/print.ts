import { entryKey, inline, type Place } from "./inline.js";
import {
  type Attribute,
  type Block,
  type BodyItem,
  type Entry,
  type Expression,
  isList,
  isNode,
} from "./tree.js";

/** The text of one block of a file, exactly as `terraform fmt` leaves it; blank lines go between such texts. */
export function printItem(item: BodyItem): string {
  const lines: string[] = [];
  writeBody([item], "", lines);
  return lines.join("\n");
}

/** The text of a file. */
export function printFile(items: readonly string[]): string {
  return `${items.join("\n\n")}\n`;
}

/** Longest line that is tried before an expression is laid out over several. */
const lineWidth = 100;

/** Arguments in paragraphs, blank lines around blocks and around what stands apart. */
function writeBody(items: readonly BodyItem[], indent: string, lines: string[]): void {
  const start = lines.length;
  let paragraph: Entry[] = [];
  for (const item of items) {
    const isBlock = "body" in item;
    if ((isBlock || item.apart === true) && paragraph.length > 0) {
      writeParagraph(paragraph, indent, lines, start);
      paragraph = [];
    }
    if (isBlock) {
      if (lines.length > start) lines.push("");
      writeBlock(item, indent, lines);
    } else if (item.apart === true) writeParagraph([entryOf(item)], indent, lines, start);
    else paragraph.push(entryOf(item));
  }
  if (paragraph.length > 0) writeParagraph(paragraph, indent, lines, start);
}

function writeBlock({ type, labels, body, comment }: Block, indent: string, lines: string[]): void {
  writeComment(comment, indent, lines);
  let head = `${indent}${type}`;
  for (const label of labels) head += ` "${label}"`;
  if (body.length === 0) {
    lines.push(`${head} {}`);
    return;
  }
  lines.push(`${head} {`);
  writeBody(body, `${indent}  `, lines);
  lines.push(`${indent}}`);
}

/** `start` is where the lines of its body begin. */
function writeParagraph(entries: readonly Entry[], indent: string, lines: string[], start: number): void {
  if (lines.length > start) lines.push("");
  writeEntries(entries, indent, lines);
}

function entryOf({ name, value, comment }: Attribute): Entry {
  return comment === undefined ? { key: name, value } : { key: name, value, comment };
}

/** Only neighbours on one line each are aligned: a comment or a value over several lines begins anew. */
function writeEntries(entries: readonly Entry[], indent: string, lines: string[]): void {
  let aligned: Line[] = [];
  for (const { key: name, value, comment } of entries) {
    const key = entryKey(name);
    const text = onOneLine(value, "value", indent.length + key.length + 3);
    if ((comment !== undefined || text === undefined) && aligned.length > 0) {
      writeAligned(aligned, indent, lines);
      aligned = [];
    }
    writeComment(comment, indent, lines);
    if (text === undefined) writeOverLines(value, indent, lines, `${indent}${key} = `, "");
    else aligned.push({ key, width: columns(key), text });
  }
  if (aligned.length > 0) writeAligned(aligned, indent, lines);
}

interface Line {
  readonly key: string;
  readonly width: number;
  readonly text: string;
}

function writeAligned(aligned: readonly Line[], indent: string, lines: string[]): void {
  let widest = 0;
  for (const { width } of aligned) widest = Math.max(widest, width);
  for (const { key, width, text } of aligned)
    lines.push(`${indent}${key}${" ".repeat(widest - width)} = ${text}`);
}

/** Undefined where it is laid out over lines: a person would not write it on one, or it does not fit after `before`. */
function onOneLine(value: Expression, place: Place, before: number): string | undefined {
  const text = inline(value, place);
  if (text === undefined || (before + text.length > lineWidth && hasLayout(value))) return undefined;
  return text;
}

/** Texts and references are on one line however long they are. */
function hasLayout(value: Expression): boolean {
  if (isList(value)) return value.length > 0;
  if (!isNode(value)) return false;
  if (value.kind === "object") return value.entries.length > 0;
  if (value.kind === "call") return hasLayout(value.arguments.at(-1) ?? null);
  return value.kind === "for-object";
}

/** The first line begins with `before`, the last ends in `after`. */
function writeOverLines(
  value: Expression,
  indent: string,
  lines: string[],
  before: string,
  after: string,
): void {
  const inner = `${indent}  `;
  if (isList(value)) {
    const [only = null] = value;
    if (value.length === 1 && isNode(only) && hasLayout(only)) {
      writeOverLines(only, indent, lines, `${before}[`, `]${after}`);
      return;
    }
    lines.push(`${before}[`);
    for (const item of value) writeItem(item, inner, lines);
    lines.push(`${indent}]${after}`);
  } else if (isNode(value) && value.kind === "object") {
    lines.push(`${before}{`);
    writeEntries(value.entries, inner, lines);
    lines.push(`${indent}}${after}`);
  } else if (isNode(value) && value.kind === "call") {
    // The last argument opens and closes on the lines of the call: `jsonencode({`, `join(",", [`.
    const first = value.arguments.slice(0, -1).map((argument) => `${inline(argument, "item")}, `);
    const last = value.arguments.at(-1) ?? null;
    writeOverLines(last, indent, lines, `${before}${value.name}(${first.join("")}`, `)${after}`);
  } else if (isNode(value) && value.kind === "for-object") {
    const source = `for ${value.each} in ${inline(value.in, "item")} :`;
    const result = `${inline(value.key, "item")} => ${inline(value.value, "item")}`;
    lines.push(`${before}{`, `${inner}${source} ${result}`, `${indent}}${after}`);
  }
}

function writeItem(item: Expression, indent: string, lines: string[]): void {
  const text = onOneLine(item, "item", indent.length + 1);
  if (text === undefined) writeOverLines(item, indent, lines, indent, ",");
  else lines.push(`${indent}${text},`);
}

function writeComment(comment: string | undefined, indent: string, lines: string[]): void {
  if (comment === undefined) return;
  for (const line of comment.split(/[\n\r\u0085\u2028\u2029]+/)) {
    const text = line.replaceAll(/\p{Cc}/gu, " ").trim();
    lines.push(text === "" ? `${indent}#` : `${indent}# ${text}`);
  }
}

/** `terraform fmt` counts what a reader sees, not code units: https://pkg.go.dev/github.com/apparentlymart/go-textseg */
function columns(key: string): number {
  return isAscii.test(key) ? key.length : [...segmenter.segment(key)].length;
}

const isAscii = /^[ -~]*$/;
const segmenter: Intl.Segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
