import { isRawMap } from "../../manifest/index.js";
import type { Variable } from "../attributes/environment.js";
import type { ComposeService } from "../attributes/service.js";
import { piecesOf } from "../attributes/written.js";
import type { Classified, VariableClass } from "../classify/classify-variable.js";
import { classifyVariable } from "../classify/classify-variable.js";
import { secretName } from "../classify/secret-names.js";
import type { Piece } from "../interpolation/pieces.js";
import { namesIn, onlyVariable } from "../interpolation/pieces.js";
import { credentialPairs, isPairedUser } from "./secret-names.js";
import type { Translation } from "./translation.js";

/** A variable of a service that runs, and what it becomes. */
export interface DecidedVariable extends Classified {
  readonly variable: Variable;
  /** The manifest has a value of its own for it. */
  readonly isOverruled: boolean;
}

export interface DecidedVariables {
  readonly byService: ReadonlyMap<string, readonly DecidedVariable[]>;
  /** Prefixes of users and passwords that are kept in one secret. */
  readonly pairs: ReadonlySet<string>;
}

/** Environment, secret or parameter for each variable; values of secrets are remembered, so that none gets out. */
export function decideVariables(
  translation: Translation,
  services: readonly ComposeService[],
  names: ReadonlyMap<string, string>,
): DecidedVariables {
  const first = services.map((service) => {
    const name = names.get(service.name) ?? service.name;
    return [
      service.name,
      service.variables.map((variable) => decide(translation, name, withValue(translation, variable))),
    ] as const;
  });
  const secrets = first.flatMap(([, decided]) =>
    decided.filter(({ as }) => as === "secret").map(({ variable }) => variable),
  );
  for (const variable of secrets) remember(translation, variable);
  rememberOthers(translation, services);
  const pairs = pairsOf(
    first.flatMap(([, decided]) => decided.map(({ variable }) => variable)),
    secrets,
  );
  const byService = new Map(
    first.map(
      ([service, decided]) => [service, decided.map((each) => reconsider(translation, each, pairs))] as const,
    ),
  );
  return { byService, pairs };
}

/** `NAME:` alone takes the value that the caller's environment has; one that is set to nothing has no value. */
function withValue({ project }: Translation, variable: Variable): Variable {
  const { name, value, span } = variable;
  const text = value === undefined ? project.variables.get(name) : undefined;
  if (text !== undefined && text !== "") {
    const pieces = [{ from: "variable", name, text, isDefault: false } as const];
    return { ...variable, value: { text, pieces, span, folder: "" } };
  }
  if (value?.pieces === undefined) return variable;
  const pieces = value.pieces.map(
    (piece): Piece => (isSetToNothing(piece) ? { from: "missing", name: piece.name, text: "" } : piece),
  );
  return { ...variable, value: { ...value, pieces } };
}

/** `NAME=` in an env file is a line to be filled; an empty text that is meant is written as such, or as a default. */
function isSetToNothing(piece: Piece): piece is Extract<Piece, { from: "variable" }> {
  return piece.from === "variable" && !piece.isDefault && piece.text === "";
}

function decide(translation: Translation, service: string, variable: Variable): DecidedVariable {
  const overruled = overruling(translation, service, variable.name);
  const pieces = variable.value === undefined ? undefined : piecesOf(variable.value);
  const classified = classifyVariable({
    name: variable.name,
    pieces,
    ...(overruled === undefined ? {} : { overruled }),
  });
  return { ...classified, variable, isOverruled: overruled !== undefined };
}

function overruling(translation: Translation, service: string, variable: string): VariableClass | undefined {
  for (const [area, as] of [
    ["environment", "environment"],
    ["secrets", "secret"],
  ] as const) {
    const map = translation.inManifest("services", service, area);
    if (isRawMap(map) && Object.hasOwn(map, variable) && map[variable] !== null) return as;
  }
  return undefined;
}

function remember({ secretValues, secretVariables, secretSpans }: Translation, { value }: Variable): void {
  if (value === undefined) return;
  const pieces = piecesOf(value);
  secretValues.add(value.text);
  const only = onlyVariable(pieces);
  if (only !== undefined) secretVariables.add(only.name);
  const password = /:\/\/[^\s/?#@:]*:([^\s/?#@]+)@/.exec(value.text)?.[1];
  if (password !== undefined) secretValues.add(password);
  // What is a variable in the text and nothing else shows no secret there.
  if (pieces.some((piece) => piece.from === "literal" || (piece.from === "variable" && piece.isDefault)))
    secretSpans.push(value.span);
  else if (value.pieces === undefined) secretSpans.push(value.span);
}

/** Secrets of services that are left out, and of the caller, may stand in the text of those that are planned. */
function rememberOthers({ project, secretValues }: Translation, planned: readonly ComposeService[]): void {
  const others = project.services.filter((service) => !planned.includes(service));
  for (const { name, value } of others.flatMap(({ variables }) => variables)) {
    if (value !== undefined && classifyVariable({ name, pieces: piecesOf(value) }).as === "secret")
      secretValues.add(value.text);
  }
  for (const [name, text] of project.variables) if (secretName(name) !== undefined) secretValues.add(text);
}

/** A pair counts only where its password is a secret. */
function pairsOf(all: readonly Variable[], secrets: readonly Variable[]): ReadonlySet<string> {
  const passwords = new Set(secrets.flatMap(({ name, value }) => [name, ...namesIn(value?.pieces)]));
  return new Set(
    [...credentialPairs(all)].filter(
      (prefix) => passwords.has(`${prefix}_PASSWORD`) || passwords.has(`${prefix}_PASS`),
    ),
  );
}

/** The user of a pair, and what holds a secret of another variable, become secrets after all. */
function reconsider(
  translation: Translation,
  decided: DecidedVariable,
  pairs: ReadonlySet<string>,
): DecidedVariable {
  if (decided.isOverruled || decided.as === "secret") return decided;
  const { variable } = decided;
  if (isPairedUser(variable, pairs))
    return {
      ...decided,
      as: "secret",
      reason: "it is the user of the password beside it, and both are kept in one secret",
    };
  const { value } = variable;
  if (value === undefined || !translation.secretValues.isIn(value.text)) return decided;
  return { ...decided, as: "secret", reason: "the value holds that of another secret" };
}
