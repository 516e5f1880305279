import type { Diagnostic } from "../diagnostics/index.js";
import { appendPath, error, suggest } from "../diagnostics/index.js";
import { layOver, withoutKey } from "./overlay.js";
import type { Raw, RawMap } from "./raw.js";
import { isRawMap, kindOf, own } from "./raw.js";
import { shortNamePattern } from "./schema/patterns.js";

export interface ChosenEnvironment {
  /** The document with the environment laid over it; absent when none can be chosen. */
  readonly document?: RawMap;
  readonly diagnostics: readonly Diagnostic[];
}

/** Names of the environments that the document declares, in its order. */
export function environmentNames(root: Raw | undefined): readonly string[] {
  const declared = isRawMap(root) ? own(root, "environments") : undefined;
  return isRawMap(declared) ? Object.keys(declared) : [];
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
  if (!names.includes(wanted)) return { diagnostics: [...malformed, unknown(wanted, names)] };
  const overlay = own(declared, wanted);
  return { document: isRawMap(overlay) ? layOver(base, overlay) : base, diagnostics: malformed };
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
  if (!shortNamePattern.test(name)) {
    return [
      error("invalid-key", path, `${JSON.stringify(name)} cannot name an environment`, {
        hint: "use lower-case letters, digits and single hyphens, at most 40 characters",
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
      hint: `ask for one of ${names.join(", ")}: -e ${names[0]}`,
    },
  );
}

function unknown(wanted: string, names: readonly string[]): Diagnostic {
  const meant = suggest(wanted, names);
  const known = `the manifest declares ${names.join(", ")}`;
  return error("unknown-environment", "environments", `there is no environment "${wanted}"`, {
    hint: meant === undefined ? known : `did you mean "${meant}"? ${known}`,
  });
}
