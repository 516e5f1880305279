import { appendPath, splitPath } from "../diagnostics/index.js";
import type { ManifestBase } from "./base.js";
import { overBase } from "./base.js";
import { chooseEnvironment, declaredAs, environmentNames } from "./environments.js";
import { layOver } from "./overlay.js";
import type { Raw, RawMap } from "./raw.js";
import { isRawMap, own } from "./raw.js";

/** A value that somebody wrote, and where. A list is one value. */
export interface WrittenField {
  readonly path: string;
  readonly value: Raw;
  /** `given` is laid over the document by the caller, such as a CDK app. */
  readonly from: "manifest" | "environment" | "compose" | "given";
}

interface WrittenLayers {
  readonly environment?: string;
  readonly base?: ManifestBase;
  readonly over?: RawMap;
}

/** Everything that is written for one environment, `x-` keys aside, in the order of the document. */
export function writtenFields(root: RawMap, { environment, base, over = {} }: WrittenLayers): WrittenField[] {
  const { document } = chooseEnvironment(base === undefined ? root : overBase(root, base), environment);
  if (document === undefined) return [];
  const overlay = overlayOf(root, environment);
  const fromOf = (path: string): WrittenField["from"] => {
    const segments = splitPath(path).map(String);
    if (decides(over, segments)) return "given";
    if (decides(overlay, segments)) return "environment";
    return base === undefined || decides(root, segments) ? "manifest" : "compose";
  };
  return leavesOf(layOver(document, over), "").map(({ path, value }) => ({
    path,
    value,
    from: fromOf(path),
  }));
}

function overlayOf(root: RawMap, environment: string | undefined): RawMap {
  const declared = own(root, "environments");
  if (environment === undefined || !isRawMap(declared)) return {};
  const [name] = declaredAs(environmentNames(root), environment);
  const overlay = name === undefined ? undefined : own(declared, name);
  return isRawMap(overlay) ? overlay : {};
}

/** Whether a tree says what stands at a path. */
function decides(tree: Raw, path: readonly string[]): boolean {
  let value: Raw | undefined = tree;
  for (const segment of path) {
    if (!isRawMap(value)) return true;
    value = own(value, segment);
    if (value === undefined) return false;
  }
  return true;
}

function leavesOf(map: RawMap, path: string): readonly Omit<WrittenField, "from">[] {
  return Object.entries(map).flatMap(([key, value]) => {
    if (key.startsWith("x-")) return [];
    const at = appendPath(path, key);
    return isRawMap(value) && Object.keys(value).length > 0 ? leavesOf(value, at) : [{ path: at, value }];
  });
}
