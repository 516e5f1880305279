import type * as z from "zod/mini";
import type { Diagnostic } from "../diagnostics/index.js";
import { error, joinPath, suggest } from "../diagnostics/index.js";
import { bestBranch, unknownToAll } from "./branch.js";
import { withinContainer } from "./container-path.js";
import { serviceKeyOfJob } from "./job-keys.js";
import type { Raw } from "./raw.js";
import { isRawMap, kindOf, own } from "./raw.js";
import { DeferredText } from "./references/deferred-text.js";
import { misplaced } from "./references/misplaced.js";
import { refusedOnFargate } from "./refused-keys.js";
import { readPhrase } from "./schema/phrase.js";

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

/** zod's issues in plain words: where, what was expected there, what was found, what to write. */
export function explainIssues(issues: readonly Issue[], root: Raw): Diagnostic[] {
  return issues.flatMap((issue) => explain(issue, [], root));
}

function explain(issue: Issue, within: Path, root: Raw): Diagnostic[] {
  const path = [...within, ...(issue.path as Path)];
  const value = valueAt(root, path);
  if (value instanceof DeferredText) return [misplaced(joinPath(path), value)];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => unknownKey(issue.message, [...path, key]));
  if (issue.code === "invalid_key") return [invalidKey(issue.message, path)];
  if (issue.code === "invalid_union") {
    const best = bestBranch(issue.errors, value);
    if (best !== undefined) return best.flatMap((inner) => explain(inner, path, root));
    const { keys, known } = unknownToAll(issue.errors);
    if (keys.length > 0) return keys.map((key) => unknownKey(known.join(" "), [...path, key]));
  }
  return [wrongValue(issue, path, value)];
}

function unknownKey(allowed: string, path: Path): Diagnostic {
  const ofService = serviceKeyOfJob(path);
  const refused = ofService ?? refusedOnFargate(path);
  if (refused !== undefined) return refused;
  const key = String(path.at(-1));
  const keys = allowed.split(" ");
  const meant = suggest(key, keys);
  const place = path.length === 1 ? "the manifest" : joinPath(path.slice(0, -1));
  return error("unknown-key", joinPath(path), `unknown key ${JSON.stringify(short(key))}`, {
    reason: "a key that is not known would do nothing, so it is refused",
    hint: meant === undefined ? `${place} may have ${keys.join(", ")}` : `did you mean "${meant}"?`,
  });
}

function invalidKey(message: string, path: Path): Diagnostic {
  const key = String(path.at(-1));
  const place = joinPath(path.slice(0, -1));
  const { expected } = readPhrase(message);
  return error("invalid-key", joinPath(path), `${JSON.stringify(short(key))} cannot be a key of ${place}`, {
    hint: `use ${expected}`,
  });
}

function wrongValue(issue: Issue, path: Path, value: Raw | undefined): Diagnostic {
  const where = path.length === 0 ? "the manifest" : joinPath(path);
  const { expected, hint } = readPhrase(issue.message);
  if (value === undefined) return missing(joinPath(path), path, expected);
  const sensitive = mayBeSecret(path);
  const next = hint ?? adviseValue(issue, value, path);
  return error(
    codeOf(issue, value),
    joinPath(path),
    `${where} must be ${expected}, not ${found(issue, value, sensitive)}`,
    {
      ...(next === undefined ? {} : { hint: next }),
      ...(sensitive ? { sensitive } : {}),
    },
  );
}

const examples: Readonly<Record<string, string>> = {
  application: "give it a name: `application: shop`",
};

function missing(path: string, segments: Path, expected: string): Diagnostic {
  const key = String(segments.at(-1));
  return error("missing-key", path, `${path} is missing`, {
    hint: examples[path] ?? `add ${key}: ${expected}`,
  });
}

function codeOf(issue: Issue, value: Raw): "wrong-type" | "invalid-value" {
  const accepted = acceptedValues(issue);
  if (accepted !== undefined) {
    return accepted.some((each) => typeof each === typeof value) ? "invalid-value" : "wrong-type";
  }
  return issue.code === "invalid_type" || issue.code === "invalid_union" ? "wrong-type" : "invalid-value";
}

/** The values of an enumeration, or of the key that tells the alternatives of a union apart. */
function acceptedValues(issue: Issue): readonly unknown[] | undefined {
  if (issue.code === "invalid_value") return issue.values;
  return issue.code === "invalid_union" && "options" in issue ? issue.options : undefined;
}

/** The value itself when it is of the right kind, else only its kind. */
function found(issue: Issue, value: Raw, sensitive: boolean): string {
  const isShown = !sensitive && codeOf(issue, value) === "invalid-value";
  return isShown && (typeof value === "string" || typeof value === "number")
    ? JSON.stringify(short(value))
    : kindOf(value);
}

function adviseValue(issue: Issue, value: Raw, path: Path): string | undefined {
  if (value === null) return "give it a value or remove the key";
  const accepted = acceptedValues(issue);
  if (accepted !== undefined && typeof value === "string") {
    const meant = suggest(value, accepted.map(String));
    return meant === undefined ? undefined : `did you mean "${meant}"?`;
  }
  const key = path.at(-1);
  return issue.code === "invalid_type" &&
    issue.expected === "array" &&
    !isRawMap(value) &&
    typeof key === "string"
    ? `write it as a list: ${key}: [${mayBeSecret(path) ? "..." : short(String(value))}]`
    : undefined;
}

function mayBeSecret(path: Path): boolean {
  const [place, name] = withinContainer(path);
  return place === "secrets" || (place === "environment" && name !== undefined);
}

function short<T extends string | number>(value: T): T | string {
  return typeof value === "string" && value.length > 60 ? `${value.slice(0, 57)}...` : value;
}

function valueAt(root: Raw, path: Path): Raw | undefined {
  let value: Raw | undefined = root;
  for (const segment of path) {
    if (Array.isArray(value)) value = (value as readonly Raw[])[Number(segment)];
    else value = isRawMap(value) ? own(value, String(segment)) : undefined;
  }
  return value;
}
