import type { Variable } from "../attributes/environment.js";
import type { Piece } from "../interpolation/pieces.js";
import { onlyVariable } from "../interpolation/pieces.js";
import { freeName, validName } from "./manifest-names.js";

/** A variable of a service that becomes a secret. */
export interface SecretUse {
  readonly service: string;
  readonly variable: Variable;
}

export interface SecretNames {
  /** `timescale-url`, or `keycloak-db#password`. */
  readonly referenceOf: (use: SecretUse) => string;
  /** Names of the resources. */
  readonly resources: readonly string[];
}

/**
 * One secret for each value: what is written `${TIMESCALE_URL}` in six services is the secret `timescale-url`, the same
 * text in several services is one secret, named after the variable, with the service where the name is ambiguous.
 * `${X_USER}` and `${X_PASSWORD}` are the keys `username` and `password` of the secret `x`, as RDS keeps them.
 */
export function nameSecrets(
  uses: readonly SecretUse[],
  pairs: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): SecretNames {
  const wanted = new Map<string, { readonly name: string; readonly key?: string }>();
  const texts = groupTexts(uses);
  for (const use of uses) {
    const id = idOf(use);
    if (wanted.has(id)) continue;
    const source = sourceOf(use.variable);
    wanted.set(id, source === undefined ? { name: texts.get(id) ?? "" } : pairedName(source, pairs));
  }
  const names = new Map<string, string>();
  const used = new Set(taken);
  const paired = new Set([...wanted.values()].flatMap(({ name, key }) => (key === undefined ? [] : [name])));
  for (const name of [...new Set([...wanted.values()].map(({ name }) => name))].sort()) {
    const longer = validName(`${name}-${paired.has(name) ? "credentials" : "secret"}`, "secret");
    const free = freeName(used.has(name) ? longer : name, used);
    used.add(free);
    names.set(name, free);
  }
  const referenceOf = (use: SecretUse): string => {
    const { name, key } = wanted.get(idOf(use)) ?? { name: "" };
    return key === undefined ? (names.get(name) ?? name) : `${names.get(name) ?? name}#${key}`;
  };
  return { referenceOf, resources: [...names.values()].sort() };
}

const userForm = /^(.+)_(?:USER|USERNAME)$/;
const passwordForm = /^(.+)_(?:PASSWORD|PASS)$/;

/** Prefixes for which one variable is a user and another one the password of it. */
export function credentialPairs(variables: readonly Variable[]): ReadonlySet<string> {
  const sources = variables.map(sourceOf).filter((name) => name !== undefined);
  const users = new Set(sources.map((name) => userForm.exec(name)?.[1]));
  return new Set(
    sources.flatMap((name) => passwordForm.exec(name)?.[1] ?? []).filter((prefix) => users.has(prefix)),
  );
}

/** True for the user of a pair, which is kept beside its password. */
export function isPairedUser(variable: Variable, pairs: ReadonlySet<string>): boolean {
  const prefix = userForm.exec(sourceOf(variable) ?? "")?.[1];
  return prefix !== undefined && pairs.has(prefix);
}

function pairedName(
  source: string,
  pairs: ReadonlySet<string>,
): { readonly name: string; readonly key?: string } {
  const user = userForm.exec(source)?.[1];
  if (user !== undefined && pairs.has(user)) return { name: validName(user, "secret"), key: "username" };
  const password = passwordForm.exec(source)?.[1];
  if (password !== undefined && pairs.has(password))
    return { name: validName(password, "secret"), key: "password" };
  return { name: validName(source, "secret") };
}

/** The variable of the compose file whose value is the whole text; `NAME:` alone is `${NAME}`. */
function sourceOf({ name, value }: Variable): string | undefined {
  return value === undefined ? name : onlyVariable(value.pieces)?.name;
}

function idOf({ variable }: SecretUse): string {
  const source = sourceOf(variable);
  if (source !== undefined) return `variable ${source}`;
  return `text ${JSON.stringify(variable.value?.pieces?.map(signature) ?? variable.value?.text)}`;
}

function signature(piece: Piece): readonly string[] {
  return piece.from === "literal" ? [piece.text] : [piece.from, piece.name];
}

/** Names of secrets that no single variable gives, by id. */
function groupTexts(uses: readonly SecretUse[]): ReadonlyMap<string, string> {
  const byVariable = new Map<string, Map<string, string>>();
  for (const use of uses) {
    if (sourceOf(use.variable) !== undefined) continue;
    const texts = byVariable.get(use.variable.name) ?? new Map<string, string>();
    const before = texts.get(idOf(use));
    if (before === undefined || use.service < before) texts.set(idOf(use), use.service);
    byVariable.set(use.variable.name, texts);
  }
  const names = new Map<string, string>();
  for (const [variable, texts] of [...byVariable].sort(([one], [other]) => (one < other ? -1 : 1))) {
    for (const [id, service] of texts) {
      if (!names.has(id))
        names.set(id, validName(texts.size === 1 ? variable : `${service}-${variable}`, "secret"));
    }
  }
  return names;
}
