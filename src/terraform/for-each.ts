import { rootOf } from "./address.js";
import type { Draft } from "./drafts.js";
import { mapExpressions } from "./hcl/map-expressions.js";
import { type Attribute, type Block, type BodyItem, call, type Expression, isNode } from "./hcl/tree.js";
import { TerraformRenderError } from "./render-error.js";
import { isSame } from "./same.js";
import type { Scope } from "./scope.js";
import { type Holes, unify } from "./unify.js";

/** The resources of one address, each under its key, as one body with `for_each`. */
export function underForEach(instances: readonly Draft[], scope: Scope): readonly BodyItem[] {
  const drafts = instances.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const keys = drafts.map(keyOf);
  const subject = drafts[0] === undefined ? "" : rootOf(drafts[0].address);
  const holes: Holes = { keys, values: new Map() };
  const body = unifyBodies(
    drafts.map((draft) => draft.body),
    holes,
    subject,
  );
  const { size } = holes.values;
  if (size > 1) return [forEach(recordByKey(holes)), ...body];
  if (size === 1) return [forEach(valueByKey(holes)), ...mapExpressions(body, withoutName)];
  return overOther(body, keys, subject, scope) ?? [forEach(call("toset", keys)), ...body];
}

function keyOf({ address }: Draft): string {
  return address.key ?? "";
}

/** Arguments that not all have are null for the others; blocks must be the same in all. */
function unifyBodies(
  bodies: readonly (readonly BodyItem[])[],
  holes: Holes,
  subject: string,
): readonly BodyItem[] {
  const attributes = bodies.map((body) => body.filter((item): item is Attribute => !("body" in item)));
  const blocks = bodies.map((body) => body.filter((item): item is Block => "body" in item));
  const named = new Map(attributes.flat().map((attribute) => [attribute.name, attribute]));
  const unified = [...named.values()].map((attribute, at): Attribute => {
    const values = attributes.map((each) => findValue(attribute.name, each, at));
    return { ...attribute, value: unify(values, attribute.name, holes) };
  });
  const [first = []] = blocks;
  const types = (each: readonly Block[]): readonly string[] => each.map(({ type }) => type);
  if (!blocks.every((each) => isSame(types(each), types(first)))) {
    throw new TerraformRenderError("uneven-group", subject);
  }
  const inner = first.map((block, at): Block => {
    const same = blocks.map((each) => each[at]?.body ?? []);
    return { ...block, body: unifyBodies(same, holes, subject) };
  });
  return [...unified, ...inner];
}

/** Mostly it is in the same place in all of them. */
function findValue(name: string, attributes: readonly Attribute[], at: number): Expression {
  const guess = attributes[at];
  return (guess?.name === name ? guess : attributes.find((each) => each.name === name))?.value ?? null;
}

function recordByKey({ keys, values }: Holes): Expression {
  const columns = [...values];
  const record = (at: number): Expression => ({
    kind: "object",
    entries: columns.map(([key, all]) => ({ key, value: all[at] ?? null })),
    isRecord: true,
  });
  return { kind: "object", entries: keys.map((key, at) => ({ key, value: record(at) })) };
}

function valueByKey({ keys, values }: Holes): Expression {
  const [all = []] = values.values();
  return { kind: "object", entries: keys.map((key, at) => ({ key, value: all[at] ?? null })) };
}

/** A lone hole is `each.value` itself. */
function withoutName(expression: Expression): Expression {
  const isHole = isNode(expression) && expression.kind === "traversal" && expression.root === "each.value";
  return isHole ? { kind: "traversal", root: "each.value" } : expression;
}

/**
 * Where nothing but the key differs and the body reads the instance of that key of another resource with the same keys,
 * it goes over the instances of that one: `for_each = aws_subnet.public`.
 */
function overOther(
  body: readonly BodyItem[],
  keys: readonly string[],
  subject: string,
  scope: Scope,
): readonly BodyItem[] | undefined {
  let over: string | undefined;
  mapExpressions(body, (expression) => {
    over ??= rootByKey(expression);
    return expression;
  });
  if (over === undefined || over === subject || !isSame(scope.keysOf(over), keys)) return undefined;
  const items = mapExpressions(body, (expression) => {
    const isOfEach = rootByKey(expression) === over && isNode(expression) && expression.kind === "traversal";
    return isOfEach && expression.attribute !== undefined
      ? { kind: "traversal", root: "each.value", attribute: expression.attribute }
      : expression;
  });
  return [forEach({ kind: "traversal", root: over }), ...items];
}

function rootByKey(expression: Expression): string | undefined {
  if (!isNode(expression) || expression.kind !== "traversal") return undefined;
  return isNode(expression.key ?? null) ? expression.root : undefined;
}

function forEach(value: Expression): Attribute {
  return { name: "for_each", value, apart: true };
}
