import { escapeText, quote } from "./quote.js";
import {
  type Entry,
  type Expression,
  type Index,
  isList,
  isNode,
  type Node,
  type ObjectCons,
} from "./tree.js";

/** Where an expression stands: objects in a list are short records, objects that are a value want lines of their own. */
export type Place = "value" | "item";

/** On one line where a person would write it on one, else undefined. */
export function inline(expression: Expression, place: Place): string | undefined {
  if (isList(expression)) return inlineList(expression);
  if (!isNode(expression)) return scalar(expression);
  switch (expression.kind) {
    case "object":
      return inlineObject(expression, place);
    case "call":
      return inlineCall(expression.name, expression.arguments);
    default:
      return inlineNode(expression);
  }
}

/** The name of an argument in an object: bare where HCL takes it for a name and for nothing else. */
export function entryKey(key: string): string {
  return bareKey.test(key) && !keywords.has(key) ? key : quote(key);
}

function scalar(value: string | number | boolean | null): string {
  return typeof value === "string" ? quote(value) : String(value);
}

function inlineList(items: readonly Expression[]): string | undefined {
  const texts: string[] = [];
  for (const item of items) {
    if (items.length > 1 && isFilledObject(item)) return undefined;
    const text = inline(item, "item");
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return `[${texts.join(", ")}]`;
}

function inlineObject({ entries, isRecord = false }: ObjectCons, place: Place): string | undefined {
  if (entries.length === 0) return "{}";
  if (entries.length > (isRecord || place === "item" ? 3 : 1)) return undefined;
  const texts: string[] = [];
  for (const entry of entries) {
    const text = inlineEntry(entry);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return `{ ${texts.join(", ")} }`;
}

function inlineEntry({ key, value, comment }: Entry): string | undefined {
  if (comment !== undefined || isFilledObject(value)) return undefined;
  if (isList(value) && value.some(isFilledObject)) return undefined;
  const text = inline(value, "value");
  return text === undefined ? undefined : `${entryKey(key)} = ${text}`;
}

/** A document of JSON is laid out over lines, even a short one. */
function inlineCall(name: string, given: readonly Expression[]): string | undefined {
  const texts: string[] = [];
  for (const argument of given) {
    if (isFilledObject(argument) || (isList(argument) && argument.some(isFilledObject))) return undefined;
    const text = inline(argument, "item");
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return `${name}(${texts.join(", ")})`;
}

/** What has no form over several lines. */
function inlineNode(node: Exclude<Node, { kind: "object" | "call" }>): string {
  switch (node.kind) {
    case "template":
      return `"${node.parts.map(inlinePart).join("")}"`;
    case "traversal": {
      const key = node.key === undefined ? "" : `[${force(node.key)}]`;
      return `${node.root}${key}${attribute(node.attribute)}`;
    }
    case "index":
      return `${force(node.of)}[${indexOf(node.at)}]${attribute(node.attribute)}`;
    case "conditional":
      return `${force(node.isNull)} == null ? ${force(node.whenNull)} : ${force(node.otherwise)}`;
    case "for-list":
      return `[for ${node.each} in ${force(node.in)} : ${force(node.value)}]`;
    case "for-object":
      return `{ for ${node.each} in ${force(node.in)} : ${force(node.key)} => ${force(node.value)} }`;
  }
}

function inlinePart(part: Expression, index: number, parts: readonly Expression[]): string {
  if (typeof part !== "string") return `\${${force(part)}}`;
  return escapeText(part, index < parts.length - 1);
}

/** On one line, because there is no other way to write it here. */
function force(expression: Expression): string {
  if (isList(expression)) return `[${expression.map(force).join(", ")}]`;
  if (isNode(expression) && expression.kind === "object") {
    const entries = expression.entries.map(({ key, value }) => `${entryKey(key)} = ${force(value)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  if (isNode(expression) && expression.kind === "call") {
    return `${expression.name}(${expression.arguments.map(force).join(", ")})`;
  }
  return isNode(expression) ? inlineNode(expression) : scalar(expression);
}

function indexOf(at: Index["at"]): string {
  return typeof at === "object" ? quote(at.key) : String(at);
}

function attribute(name: string | undefined): string {
  return name === undefined ? "" : `.${name}`;
}

function isFilledObject(expression: Expression): boolean {
  return isNode(expression) && expression.kind === "object" && expression.entries.length > 0;
}

const bareKey = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const keywords: ReadonlySet<string> = new Set(["for", "null", "true", "false"]);
