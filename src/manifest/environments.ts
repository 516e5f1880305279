import type { Diagnostic } from "../diagnostics/index.js";
import { appendPath, error, suggest } from "../diagnostics/index.js";
import { layOver, withoutKey } from "./overlay.js";
import type { Raw, RawMap } from "./raw.js";
import { isRawMap, kindOf, own } from "./raw.js";
import { environmentPattern, shortNamePattern } from "./schema/patterns.js";

export interface ChosenEnvironment {
  /** The document with the environment laid over it; absent when none can be chosen. */
  readonly document?: RawMap;
  /** The pattern that the name matches, where it is not declared itself. */
  readonly pattern?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Names of the environments that the document declares, in its order. */
export function environmentNames(root: Raw | undefined): readonly string[] {
  const declared = isRawMap(root) ? own(root, "environments") : undefined;
  return isRawMap(declared) ? Object.keys(declared) : [];
}

/** What a name is declared as: itself before any pattern; several when it matches several patterns, none when none. */
export function declaredAs(names: readonly string[], wanted: string): readonly string[] {
  if (!wanted.includes("*") && names.includes(wanted)) return [wanted];
  return names.filter((name) => name.includes("*") && matcher(name).test(wanted));
}

/** A name that the declaration stands for: `pr-1` for `pr-*`, any other for itself. */
export function exampleName(declared: string): string {
  return declared.replaceAll("*", "1");
}

/** A `*` stands for at least one character. The pattern holds no other character that means anything to an expression. */
function matcher(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/\*+/g, "[a-z0-9-]+")}$`);
}

/** Lays the environment over the document. A document that declares none takes any name, as a name only. */
export function chooseEnvironment(root: RawMap, wanted: string | undefined): ChosenEnvironment {
  const declared = own(root, "environments");
  const base = withoutKey(root, "environments");
  const malformed = checkEnvironments(declared);
  const names = environmentNames(root);
  if (wanted !== undefined && !shortNamePattern.test(wanted))
    return { diagnostics: [...malformed, badName(wanted)] };
  if (!isRawMap(declared) || names.length === 0) return { document: base, diagnostics: malformed };
  if (wanted === undefined) return { diagnostics: [...malformed, required(names)] };
  const [match, ...others] = declaredAs(names, wanted);
  if (match === undefined) return { diagnostics: [...malformed, unknown(wanted, names)] };
  if (others.length > 0) return { diagnostics: [...malformed, ambiguous(wanted, [match, ...others])] };
  const overlay = own(declared, match);
  return {
    document: isRawMap(overlay) ? layOver(base, overlay) : base,
    ...(match !== wanted && { pattern: match }),
    diagnostics: malformed,
  };
}

function checkEnvironments(declared: Raw | undefined): Diagnostic[] {
  if (declared === undefined) return [];
  if (!isRawMap(declared)) {
    return [
      error(
        "wrong-type",
        "environments",
        `environments must be a map of names to what differs, not ${kindOf(declared)}`,
      ),
    ];
  }
  return Object.entries(declared).flatMap(([name, overlay]) => checkEnvironment(name, overlay));
}

function checkEnvironment(name: string, overlay: Raw): Diagnostic[] {
  const path = appendPath("environments", name);
  if (!environmentPattern.test(name)) {
    return [
      error("invalid-key", path, `${JSON.stringify(name)} cannot name an environment`, {
        hint: "use lower-case letters, digits and single hyphens, at most 40 characters, or a pattern such as pr-*",
      }),
    ];
  }
  // `dev:` with nothing behind it is an environment that changes nothing.
  if (overlay === null) return [];
  if (!isRawMap(overlay))
    return [error("wrong-type", path, `${path} must be a map of what differs, not ${kindOf(overlay)}`)];
  return Object.entries(forDocumentAlone)
    .filter(([key]) => Object.hasOwn(overlay, key))
    .map(([key, reason]) =>
      error("unknown-key", appendPath(path, key), `an environment cannot hold ${key}`, { reason }),
    );
}

/** Keys that no environment may have, and why. */
const forDocumentAlone: Readonly<Record<string, string>> = {
  environments: "an environment is laid over the document, not over another environment",
  compose: "compose files are read once, for all environments",
};

function badName(wanted: string): Diagnostic {
  return error("unknown-environment", "", `${JSON.stringify(wanted)} cannot name an environment`, {
    hint: "use lower-case letters, digits and single hyphens, at most 40 characters",
  });
}

function required(names: readonly string[]): Diagnostic {
  return error(
    "environment-required",
    "environments",
    "the manifest declares environments and none was asked for",
    {
      reason: "what is deployed differs by environment, so one must be chosen",
      hint: `ask for one of ${names.join(", ")}: -e ${exampleName(names[0] ?? "")}`,
    },
  );
}

function ambiguous(wanted: string, matches: readonly string[]): Diagnostic {
  return error("environment-ambiguous", "environments", `"${wanted}" matches ${matches.join(" and ")}`, {
    reason: "which of them is laid over the document must not depend on their order",
    hint: `declare ${wanted} itself, or make the patterns differ`,
  });
}

function unknown(wanted: string, names: readonly string[]): Diagnostic {
  const meant = suggest(wanted, names);
  const known = `the manifest declares ${names.join(", ")}`;
  return error("unknown-environment", "environments", `there is no environment "${wanted}"`, {
    hint: meant === undefined ? known : `did you mean "${meant}"? ${known}`,
  });
}
