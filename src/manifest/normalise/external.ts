import { appendPath } from "../../diagnostics/index.js";
import type { External, ExternalList } from "../external-value.js";
import { DeferredText } from "../references/deferred-text.js";
import type { ExternalKind } from "../schema/external.js";
import { externalShapes } from "../schema/external.js";
import { exportPattern, ssmPathPattern } from "../schema/patterns.js";
import type { Reading } from "./reading.js";

/** `ssm:/path`, `export:Name`, `${parameters.NAME}`, or the plain id, name or ARN that the kind takes. */
export function external(
  reading: Reading,
  path: string,
  written: string,
  kind: ExternalKind,
): External | undefined {
  const parameter = parameterOf(written);
  if (parameter !== undefined) return { from: "parameter", name: parameter };
  if (written.startsWith("ssm:")) {
    const name = ssmPath(reading, path, written);
    return name === undefined ? undefined : { from: "ssm", path: name };
  }
  if (written.startsWith("export:")) return exported(reading, path, written.slice("export:".length));
  const { literal, expected } = externalShapes[kind];
  if (literal.test(written)) return { from: "literal", value: written };
  return reading.fail(
    "import-not-a-reference",
    path,
    `${path} must be ${expected}, ssm:/path or export:Name`,
    {
      reason: `${JSON.stringify(written.slice(0, 60))} is none of them`,
    },
  );
}

/** The name in `${parameters.NAME}`, which is left to the plan; the written type does not tell. */
function parameterOf(written: string | DeferredText): string | undefined {
  if (!(written instanceof DeferredText)) return undefined;
  const [piece] = written.template;
  return typeof piece === "object" ? piece.reference.slice("parameters.".length) : undefined;
}

/** An External of a field that may be left out. */
export function maybeExternal(
  reading: Reading,
  path: string,
  written: string | undefined,
  kind: ExternalKind,
): External | undefined {
  return written === undefined ? undefined : external(reading, path, written, kind);
}

export function maybeExternalList(
  reading: Reading,
  path: string,
  written: string | readonly string[] | undefined,
  kind: ExternalKind,
): ExternalList | undefined {
  return written === undefined ? undefined : externalList(reading, path, written, kind);
}

/** A list of externals, or one `ssm:/path` of a parameter that holds a list. */
export function externalList(
  reading: Reading,
  path: string,
  written: string | readonly string[],
  kind: ExternalKind,
): ExternalList | undefined {
  if (typeof written !== "string") return { from: "list", items: externals(reading, path, written, kind) };
  if (!written.startsWith("ssm:")) {
    return reading.fail(
      "import-not-a-reference",
      path,
      `${path} must be a list, or one ssm:/path that holds a list`,
      {
        hint: `for a single one write a list: [${written.slice(0, 60)}]`,
      },
    );
  }
  const name = ssmPath(reading, path, written);
  return name === undefined ? undefined : { from: "ssm-list", path: name };
}

export function externals(
  reading: Reading,
  path: string,
  written: readonly string[],
  kind: ExternalKind,
): External[] {
  return written.flatMap((each, index) => external(reading, appendPath(path, index), each, kind) ?? []);
}

/** The path of `ssm:/path`. */
export function ssmPath(reading: Reading, path: string, written: string): string | undefined {
  const name = written.slice("ssm:".length);
  if (ssmPathPattern.test(name)) return name;
  return reading.fail(
    "import-not-a-reference",
    path,
    `${path} names no SSM parameter: ${JSON.stringify(name.slice(0, 60))}`,
    {
      reason: "a path has up to 15 levels of letters, digits, _ . and -, each after a slash",
      hint: name.startsWith("/")
        ? "remove empty levels and other characters"
        : `start it with a slash: ssm:/${name.slice(0, 60)}`,
    },
  );
}

function exported(reading: Reading, path: string, name: string): External | undefined {
  if (exportPattern.test(name)) return { from: "export", name };
  return reading.fail("import-not-a-reference", path, `${path} names no export of CloudFormation`, {
    reason: "names of exports have letters, digits, colons and hyphens, at most 255",
  });
}
