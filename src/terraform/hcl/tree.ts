/** The part of HCL that is printed here: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md */
export type Expression = string | number | boolean | null | readonly Expression[] | Node;

export type Node = Template | Traversal | Index | Call | Conditional | ObjectCons | ForList | ForObject;

/** Texts and expressions one after the other, as in `"${local.name_prefix}-api"`. */
export interface Template {
  readonly kind: "template";
  readonly parts: readonly Expression[];
}

/** `aws_subnet.public["a"].id`: what is named, which of its instances, and what is read from it. */
export interface Traversal {
  readonly kind: "traversal";
  readonly root: string;
  readonly key?: Expression;
  readonly attribute?: string;
}

/** `split(",", text)[0]`, `jsondecode(text)["key"]`, or of every item: `values(aws_subnet.public)[*].id`. */
export interface Index {
  readonly kind: "index";
  readonly of: Expression;
  readonly at: number | "*" | { readonly key: string };
  readonly attribute?: string;
}

export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** `var.tag == null ? first : second` */
export interface Conditional {
  readonly kind: "conditional";
  readonly isNull: Expression;
  readonly whenNull: Expression;
  readonly otherwise: Expression;
}

export interface ObjectCons {
  readonly kind: "object";
  readonly entries: readonly Entry[];
  /** One of several with the same few entries, on one line where it fits. */
  readonly isRecord?: boolean;
}

export interface Entry {
  readonly key: string;
  readonly value: Expression;
  /** Printed on lines of its own, above. */
  readonly comment?: string;
}

/** `[for each in list : value]` */
export interface ForList {
  readonly kind: "for-list";
  readonly each: string;
  readonly in: Expression;
  readonly value: Expression;
}

/** `{ for each in list : key => value }` */
export interface ForObject {
  readonly kind: "for-object";
  readonly each: string;
  readonly in: Expression;
  readonly key: Expression;
  readonly value: Expression;
}

export type BodyItem = Attribute | Block;

export interface Attribute {
  readonly name: string;
  readonly value: Expression;
  readonly comment?: string;
  /** Blank lines keep it apart from its neighbours, as is usual for `for_each` and `depends_on`. */
  readonly apart?: boolean;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: readonly BodyItem[];
  readonly comment?: string;
}

export type Arguments = Readonly<Record<string, Expression | undefined>>;

/** Arguments in this order; those that are undefined are left out. */
export function attributes(given: Arguments): readonly Attribute[] {
  const kept: Attribute[] = [];
  for (const name in given) {
    const value = given[name];
    if (value !== undefined) kept.push({ name, value });
  }
  return kept;
}

/** A block within a resource; a list of items where it needs more than arguments. */
export function block(type: string, body: Arguments | readonly BodyItem[] = []): Block {
  return { type, labels: [], body: isItems(body) ? body : attributes(body) };
}

/** Entries in this order; those that are undefined are left out. */
export function object(given: Arguments): ObjectCons {
  const entries: Entry[] = [];
  for (const key of Object.keys(given)) {
    const value = given[key];
    if (value !== undefined) entries.push({ key, value });
  }
  return { kind: "object", entries };
}

/** Neighbouring texts become one; texts alone are a text, and a lone expression stays what it is. */
export function template(...parts: readonly Expression[]): Expression {
  const merged: Expression[] = [];
  for (const part of parts) {
    if (isNode(part) && part.kind === "template") for (const inner of part.parts) append(inner, merged);
    else append(part, merged);
  }
  return merged.length > 1 ? { kind: "template", parts: merged } : (merged[0] ?? "");
}

export function traversal(root: string, attribute?: string): Traversal {
  return attribute === undefined ? { kind: "traversal", root } : { kind: "traversal", root, attribute };
}

export function call(name: string, ...given: readonly Expression[]): Call {
  return { kind: "call", name, arguments: given };
}

export function isNode(expression: Expression): expression is Node {
  return typeof expression === "object" && expression !== null && !isList(expression);
}

export function isList(expression: Expression): expression is readonly Expression[] {
  return Array.isArray(expression);
}

function isItems(body: Arguments | readonly BodyItem[]): body is readonly BodyItem[] {
  return Array.isArray(body);
}

function append(part: Expression, merged: Expression[]): void {
  const last = merged.at(-1);
  if (typeof part === "string" && typeof last === "string") merged[merged.length - 1] = last + part;
  else if (part !== "") merged.push(part);
}
