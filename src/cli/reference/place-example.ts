import { isRawMap, type Raw, type RawMap } from "../../manifest/index.js";
import { anyItem, anyName, type SchemaPath } from "./schema-fields.js";

/** The base with a value at a path, once for each name that the path may mean there. */
export function placeExample(
  base: RawMap,
  path: SchemaPath,
  value: Raw,
): readonly { readonly manifest: RawMap; readonly path: readonly string[] }[] {
  return concretePaths(base, path).map((concrete) => ({
    manifest: putAt(base, concrete, value) as RawMap,
    path: concrete,
  }));
}

function concretePaths(tree: Raw | undefined, path: SchemaPath): readonly (readonly string[])[] {
  const [step, ...rest] = path;
  if (step === undefined) return [[]];
  return namesAt(tree, step).flatMap((name) => {
    const next = isRawMap(tree) && Object.hasOwn(tree, name) ? tree[name] : undefined;
    return concretePaths(next, rest).map((below) => [name, ...below]);
  });
}

/** A variant such as `<s3>` fits the things of that type alone. */
function namesAt(tree: Raw | undefined, step: string): readonly string[] {
  if (step === anyItem || !step.startsWith("<")) return [step];
  const known = isRawMap(tree) ? Object.entries(tree) : [];
  if (step === anyName) return known.length > 0 ? known.map(([name]) => name) : ["example"];
  const type = step.slice(1, -1);
  return known.filter(([, each]) => isRawMap(each) && each["type"] === type).map(([name]) => name);
}

/** Whether the base says something at a path. */
export function isWritten(base: RawMap, path: readonly string[]): boolean {
  let value: Raw | undefined = base;
  for (const step of path) {
    if (step === anyItem && Array.isArray(value)) value = value[0] as Raw | undefined;
    else if (isRawMap(value) && Object.hasOwn(value, step)) value = value[step];
    else return false;
  }
  return true;
}

/** A list is written anew, so that its one item is the example. */
function putAt(tree: Raw | undefined, path: readonly string[], value: Raw): Raw {
  const [step, ...rest] = path;
  if (step === undefined) return isRawMap(tree) && isRawMap(value) ? { ...tree, ...value } : value;
  if (step === anyItem) {
    const first = Array.isArray(tree) ? (tree[0] as Raw) : undefined;
    return [putAt(first, rest, value)];
  }
  const map = isRawMap(tree) ? tree : {};
  const below = Object.hasOwn(map, step) ? map[step] : undefined;
  return { ...map, [step]: rest.length === 0 ? value : putAt(below, rest, value) };
}
