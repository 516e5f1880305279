import { type BodyItem, type Expression, isList, isNode } from "./tree.js";

/** The same body with each of its expressions, the inner ones first, replaced by what `change` makes of it. */
export function mapExpressions(
  body: readonly BodyItem[],
  change: (expression: Expression) => Expression,
): readonly BodyItem[] {
  return body.map((item) =>
    "body" in item
      ? { ...item, body: mapExpressions(item.body, change) }
      : { ...item, value: mapExpression(item.value, change) },
  );
}

function mapExpression(expression: Expression, change: (each: Expression) => Expression): Expression {
  const map = (inner: Expression): Expression => mapExpression(inner, change);
  if (isList(expression)) return change(expression.map(map));
  if (!isNode(expression)) return change(expression);
  switch (expression.kind) {
    case "template":
      return change({ ...expression, parts: expression.parts.map(map) });
    case "traversal":
      return change(expression);
    case "index":
      return change({ ...expression, of: map(expression.of) });
    case "call":
      return change({ ...expression, arguments: expression.arguments.map(map) });
    case "conditional": {
      const isNull = map(expression.isNull);
      return change({
        ...expression,
        isNull,
        whenNull: map(expression.whenNull),
        otherwise: map(expression.otherwise),
      });
    }
    case "object": {
      const entries = expression.entries.map((entry) => ({ ...entry, value: map(entry.value) }));
      return change({ ...expression, entries });
    }
    case "for-list":
      return change({ ...expression, in: map(expression.in), value: map(expression.value) });
    case "for-object": {
      const key = map(expression.key);
      return change({ ...expression, in: map(expression.in), key, value: map(expression.value) });
    }
  }
}
