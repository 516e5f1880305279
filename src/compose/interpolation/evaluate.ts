import type { TemplatePart } from "./parse-template.js";
import type { Piece } from "./pieces.js";
import { isMissing, textOf } from "./pieces.js";

export type Variables = ReadonlyMap<string, string>;

type Variable = Extract<TemplatePart, { variable: string }>;

/** Replaces the variables of a text; what has no value and no default stays a missing piece. */
export function evaluate(parts: readonly TemplatePart[], variables: Variables): readonly Piece[] {
  return parts.flatMap((part) =>
    "literal" in part ? [{ from: "literal" as const, text: part.literal }] : expand(part, variables),
  );
}

function expand(part: Variable, variables: Variables): readonly Piece[] {
  const { variable: name, operator, argument } = part;
  const value = variables.get(name);
  const isSet = operator?.startsWith(":") ? value !== undefined && value !== "" : value !== undefined;
  if (operator?.endsWith("+")) return isSet ? evaluate(argument, variables) : [];
  if (isSet) return [{ from: "variable", name, text: value ?? "", isDefault: false }];
  if (operator?.endsWith("-")) return defaulted(name, evaluate(argument, variables));
  return [missing(name, operator === undefined ? [] : argument)];
}

/** A default that comes from another variable keeps that variable's name. */
function defaulted(name: string, pieces: readonly Piece[]): readonly Piece[] {
  const isPlain = pieces.every(({ from }) => from === "literal");
  if (!isPlain || isMissing(pieces)) return pieces;
  return [{ from: "variable", name, text: textOf(pieces), isDefault: true }];
}

/** The reason is kept only where no variable is in it: a value has no place in a message. */
function missing(name: string, argument: readonly TemplatePart[]): Piece {
  const [only] = argument;
  const isLiteral = argument.length === 1 && only !== undefined && "literal" in only;
  return { from: "missing", name, text: "", ...(isLiteral ? { reason: only.literal } : {}) };
}
