import type { Address } from "./address.js";
import { type Expression, template } from "./hcl/tree.js";
import type { Scope } from "./scope.js";

/** The plan gives what holds data no name: here it is `<prefix>-<label>`, where AWS must be told one. */
export function nameOf({ label }: Address, scope: Scope): Expression {
  return template(scope.names.named(scope.names.prefixText), `-${label.replaceAll("_", "-")}`);
}

/** Start of a name that the provider ends; undefined where it is longer than the provider takes. */
export function namePrefixOf({ label }: Address, scope: Scope, limit: number): Expression | undefined {
  const end = `-${label.replaceAll("_", "-")}-`;
  const start = scope.names.prefixText;
  const fits = start.length + end.length <= limit && /^[a-z0-9][a-z0-9-]*$/.test(start);
  return fits ? template(scope.names.named(start), end) : undefined;
}
