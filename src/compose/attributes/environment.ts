import { mapOfPairs } from "../source/keyed-list.js";
import type { Entry } from "../source/tree.js";
import { isScalar, spanAt } from "../source/tree.js";
import type { AttributeReader } from "./attribute-reader.js";
import type { Written } from "./written.js";
import { writtenOf } from "./written.js";

/** A variable of a container. */
export interface Variable {
  readonly name: string;
  /** Absent for `NAME:` alone, which takes the value that the caller's environment has. */
  readonly value?: Written;
  readonly span: Written["span"];
  readonly from: "environment" | "env_file";
}

/** `environment` as a map or as a list of `NAME=value`. */
export function readEnvironment(reader: AttributeReader): readonly Variable[] {
  const entry = reader.entry("environment");
  const map = mapOfPairs(entry?.value);
  if (entry !== undefined && map === undefined)
    reader.wrong("environment", entry, "a map of names to values or a list of NAME=value");
  return [...(map?.entries ?? [])].flatMap(([name, each]) => readVariable(reader, name, each));
}

/** `args` and the like: names and values. */
export function readPairs(reader: AttributeReader, key: string): ReadonlyMap<string, Written> {
  const entry = reader.entry(key);
  const map = mapOfPairs(entry?.value);
  if (entry !== undefined && map === undefined)
    reader.wrong(key, entry, "a map of names to values or a list of NAME=value");
  return new Map(
    [...(map?.entries ?? [])].flatMap(([name, { value }]) =>
      isScalar(value) ? [[name, writtenOf(value)] as const] : [],
    ),
  );
}

function readVariable(reader: AttributeReader, name: string, { key, value }: Entry): readonly Variable[] {
  const from = "environment";
  if (!isScalar(value)) {
    reader.fail(
      "wrong-type",
      `environment.${name}`,
      `${name} must be a text, a number or true/false`,
      spanAt(value.place),
      { sensitive: true },
    );
    return [];
  }
  if (value.value === null) return [{ name, span: spanAt(key), from }];
  return [{ name, value: writtenOf(value), span: spanAt(value.place), from }];
}
