import type { Expression, JsonValue } from "../plan/value.js";
import { isReference } from "../plan/value.js";

/** Tells an expression of the plan from an object of the JSON document that it stands in. */
export function isExpression(json: JsonValue): json is Expression {
  if (typeof json !== "object" || Array.isArray(json)) return false;
  const keys = Object.keys(json);
  if (keys.length === 2) return isReference(json) || ("select" in json && "from" in json);
  const [key] = keys;
  const content: unknown = Object.values(json)[0];
  if (keys.length !== 1) return false;
  if (key === "parameter" || key === "pseudo") return typeof content === "string";
  if (key === "join") return Array.isArray(content);
  return key === "import" && typeof content === "object" && !Array.isArray(content);
}
