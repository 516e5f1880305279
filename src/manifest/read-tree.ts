import type { Diagnostic } from "../diagnostics/index.js";
import { error, joinPath, splitPath } from "../diagnostics/index.js";
import { chooseEnvironment } from "./environments.js";
import { explainIssues } from "./explain.js";
import type { Manifest } from "./manifest.js";
import type { Faulty } from "./normalise/manifest.js";
import { normalise } from "./normalise/manifest.js";
import { Reading } from "./normalise/reading.js";
import type { Raw, RawMap } from "./raw.js";
import { isRawMap, kindOf } from "./raw.js";
import { interpolate } from "./references/interpolate.js";
import { document } from "./schema/document.js";
import { withoutExtensions } from "./schema/extensions.js";
import type { Places } from "./source.js";
import type { WrittenManifest } from "./written.generated.js";

export interface ReadTree {
  readonly manifest?: Manifest;
  readonly diagnostics: readonly Diagnostic[];
}

/** A tree of plain data to a manifest: environment, `x-` keys, `${...}`, form, meaning. */
export function readTree(root: Raw, environment: string | undefined, places: Places): ReadTree {
  if (!isRawMap(root)) return { diagnostics: [notAMap(root)] };
  const chosen = chooseEnvironment(root, environment);
  if (chosen.document === undefined) return chosen;
  const plain = withoutExtensions(document, chosen.document) as RawMap;
  const written = (path: string): string | undefined => places.written(path, environment);
  const resolved = interpolate(plain, environment, written);
  const malformed = explainIssues(issuesOf(resolved.document), resolved.document).filter(
    ({ path }) => !resolved.unresolved.has(path),
  );
  const before = [...chosen.diagnostics, ...resolved.diagnostics.map(withoutSecret), ...malformed];
  const reading = new Reading(written);
  const isFaulty = areasOf([...malformed.map(({ path }) => path), ...resolved.unresolved]);
  const manifest = normalise(reading, resolved.document as unknown as WrittenManifest, environment, isFaulty);
  return { manifest, diagnostics: [...before, ...reading.diagnostics] };
}

function notAMap(root: Raw): Diagnostic {
  return error("wrong-type", "", `the manifest must be a map, not ${kindOf(root)}`, {
    hint: "it starts with a line such as `application: shop`",
  });
}

function issuesOf(root: RawMap): Parameters<typeof explainIssues>[0] {
  // Compiling checks pays off over many documents; this is one.
  const result = document.safeParse(root, { jitless: true });
  return result.success ? [] : result.error.issues;
}

/** A reference that is cut from a secret written as a value may be part of it. */
function withoutSecret(diagnostic: Diagnostic): Diagnostic {
  const [top, , place] = splitPath(diagnostic.path);
  if (top !== "services" || place !== "secrets") return diagnostic;
  const { path } = diagnostic;
  return error("secret-looks-like-value", path, `${path} holds \${ and no reference that can be resolved`, {
    hint: "write secret:name, secret:name#jsonKey, ssm:/path, or the ARN of a secret or parameter",
    sensitive: true,
  });
}

const depthOfArea: Readonly<Record<string, number>> = { services: 3, resources: 2 };

/** Areas that hold a fault: a field of a service, a resource, else a key of the document. */
function areasOf(paths: readonly string[]): Faulty {
  const areas = new Set<string>();
  for (const path of paths) {
    const segments = splitPath(path);
    areas.add(joinPath(segments.slice(0, depthOfArea[segments[0] ?? ""] ?? 1)));
  }
  return (area) => areas.has(area);
}
