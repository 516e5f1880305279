import type { Piece } from "../interpolation/pieces.js";
import { isMissing, namesIn } from "../interpolation/pieces.js";
import { connectionName, secretName } from "./secret-names.js";
import { secretShape } from "./secret-shapes.js";

export type VariableClass = "environment" | "secret" | "parameter";

export interface Classified {
  readonly as: VariableClass;
  /** Never holds the value. */
  readonly reason: string;
}

export interface ToClassify {
  readonly name: string;
  /** Undefined for `NAME:` alone without a value in the caller's environment. */
  readonly pieces: readonly Piece[] | undefined;
  /** What the manifest says of it, which overrules everything. */
  readonly overruled?: VariableClass;
}

/**
 * Environment, secret or parameter, by the first rule that applies: the manifest; an empty text or true/false; the
 * shape of the value; the name, its own or that of a variable in it; the name of a connection without a value; a value
 * that is missing. That a value holds a secret of another variable is seen when all are known.
 */
export function classifyVariable({ name, pieces, overruled }: ToClassify): Classified {
  if (overruled !== undefined) return { as: overruled, reason: "the manifest says so" };
  const isUnknown = pieces === undefined || isMissing(pieces);
  const text = shownText(pieces ?? []);
  if (!isUnknown && text === "") return { as: "environment", reason: "the value is empty" };
  if (!isUnknown && /^(?:true|false|yes|no|on|off)$/i.test(text))
    return { as: "environment", reason: "the value is true or false" };
  const shape = secretShape(text);
  if (shape !== undefined) return { as: "secret", reason: shape };
  const named = nameReason(name, pieces ?? []);
  if (named !== undefined) return { as: "secret", reason: named };
  if (isUnknown) return withoutValue(name, pieces);
  return { as: "environment", reason: literalReason(pieces) };
}

/** A missing part counts as text: `postgres://app:${PASSWORD}@db/app` has credentials whether the password is known or not. */
function shownText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.from === "missing" ? "x" : piece.text)).join("");
}

function nameReason(name: string, pieces: readonly Piece[]): string | undefined {
  const own = secretName(name);
  if (own !== undefined) return own;
  for (const variable of namesIn(pieces)) {
    const reason = secretName(variable);
    if (reason !== undefined) return `it holds \${${variable}}, and ${reason}`;
  }
  return undefined;
}

function withoutValue(name: string, pieces: readonly Piece[] | undefined): Classified {
  const names = pieces === undefined ? [name] : namesIn(pieces.filter(({ from }) => from === "missing"));
  if ([name, ...names].some(connectionName))
    return {
      as: "secret",
      reason: "it has no value here, and the name says a connection, which may hold a password",
    };
  return {
    as: "parameter",
    reason: `${names.map((each) => `\${${each}}`).join(", ")} has no value here, so it is given at deploy time`,
  };
}

function literalReason(pieces: readonly Piece[]): string {
  const [piece] = pieces.filter(({ from }) => from !== "literal");
  if (piece === undefined || piece.from === "literal") return "neither name nor value says secret";
  const origin = piece.from === "variable" && piece.isDefault ? "the default" : "the value";
  return `neither name nor value says secret; it is ${origin} of \${${piece.name}}`;
}
