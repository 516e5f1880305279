import type { Diagnostic } from "../diagnostics/index.js";
import { error, splitPath } from "../diagnostics/index.js";
import type { ManifestBase } from "./base.js";
import { overBase } from "./base.js";
import { chooseRegion } from "./choose-region.js";
import { withinContainer } from "./container-path.js";
import { chooseEnvironment } from "./environments.js";
import { explainIssues } from "./explain.js";
import type { Manifest } from "./manifest.js";
import { areasOf } from "./normalise/faulty.js";
import { normalise } from "./normalise/manifest.js";
import { Reading } from "./normalise/reading.js";
import { layOver } from "./overlay.js";
import type { Raw, RawMap } from "./raw.js";
import { isRawMap, kindOf } from "./raw.js";
import { interpolate } from "./references/interpolate.js";
import { document } from "./schema/document.js";
import { withoutExtensions } from "./schema/extensions.js";
import type { Places } from "./source.js";
import type { WrittenManifest } from "./written.generated.js";

export interface ReadTree {
  readonly manifest?: Manifest;
  /** All that the document names. */
  readonly regions?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What lies under the document and over it. */
export interface Layers {
  readonly environment?: string;
  readonly region?: string;
  readonly base?: ManifestBase;
  readonly over?: RawMap;
}

/** A tree of plain data to a manifest: base, environment, what is laid over, `x-` keys, `${...}`, form, meaning. */
export function readTree(root: Raw, places: Places, layers: Layers): ReadTree {
  if (!isRawMap(root)) return { diagnostics: [notAMap(root)] };
  const { environment, base, over = {} } = layers;
  const chosen = chooseEnvironment(base === undefined ? root : overBase(root, base), environment);
  if (chosen.document === undefined) return chosen;
  const plain = withoutExtensions(document, layOver(chosen.document, over)) as RawMap;
  const placed = chooseRegion(plain, layers.region);
  if (placed.document === undefined) return { diagnostics: [...chosen.diagnostics, ...placed.diagnostics] };
  const written = (path: string): string | undefined => places.written(path, chosen.pattern ?? environment);
  const resolved = interpolate(placed.document, environment, written);
  const malformed = explainIssues(issuesOf(resolved.document), resolved.document).filter(
    ({ path }) => !resolved.unresolved.has(path),
  );
  const before = [...chosen.diagnostics, ...resolved.diagnostics.map(withoutSecret), ...malformed];
  const reading = new Reading(written);
  const isFaulty = areasOf([...malformed.map(({ path }) => path), ...resolved.unresolved]);
  const read = normalise(reading, resolved.document as unknown as WrittenManifest, environment, isFaulty);
  const { regions } = placed;
  const manifest: Manifest = {
    ...read,
    ...(regions !== undefined && regions.length > 1 && { regions }),
    ...(chosen.pattern !== undefined && { pattern: chosen.pattern }),
  };
  return {
    manifest,
    ...(regions && { regions }),
    diagnostics: [...before, ...placed.diagnostics, ...reading.diagnostics],
  };
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
  const [place] = withinContainer(splitPath(diagnostic.path));
  if (place !== "secrets") return diagnostic;
  const { path } = diagnostic;
  return error("secret-looks-like-value", path, `${path} holds \${ and no reference that can be resolved`, {
    hint: "write secret:name, secret:name#jsonKey, resource:Name#jsonKey, ssm:/path, or the ARN of a secret or parameter",
    sensitive: true,
  });
}
