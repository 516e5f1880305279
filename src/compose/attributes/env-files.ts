import type { SourceSpan } from "../../diagnostics/index.js";
import type { EnvFile, EnvFormat } from "../env/env-file.js";
import { listOf } from "../source/keyed-list.js";
import { resolvePath } from "../source/paths.js";
import type { Tree } from "../source/tree.js";
import { childOf, isScalar, spanAt } from "../source/tree.js";
import type { AttributeReader } from "./attribute-reader.js";
import type { Variable } from "./environment.js";
import { parseFlag } from "./quantities.js";
import { writtenOf } from "./written.js";

export interface EnvFileUse {
  readonly path: string;
  readonly isOptional: boolean;
  readonly format: EnvFormat;
  readonly span: SourceSpan;
}

/** `env_file`: a path, a list of paths, or maps with `path`, `required` and `format`. */
export function readEnvFiles(reader: AttributeReader): readonly EnvFileUse[] {
  return listOf(reader.entry("env_file")?.value).flatMap((item) => {
    const path = isScalar(item) ? item : childOf(item, "path");
    if (!isScalar(path)) {
      reader.fail(
        "invalid-value",
        "env_file",
        "an env file is a path, or a map with path",
        spanAt(item.place),
      );
      return [];
    }
    if (!reader.isKnown("env_file", writtenOf(path))) return [];
    const required = textAt(item, "required");
    return [
      {
        path: resolvePath(path.place.source.folder, path.text),
        isOptional: required !== undefined && parseFlag(required) === false,
        format: textAt(item, "format") === "raw" ? "raw" : "compose",
        span: spanAt(path.place),
      },
    ];
  });
}

/** Variables of env files, later files over earlier ones, beneath those of `environment`. */
export function withEnvFiles(
  files: readonly EnvFile[],
  environment: readonly Variable[],
): readonly Variable[] {
  const variables = new Map<string, Variable>();
  for (const { entries } of files) {
    for (const [name, { text, pieces, place }] of entries) {
      const value = writtenOf({ text, place, ...(pieces === undefined ? {} : { pieces }) });
      variables.set(name, { name, value, span: value.span, from: "env_file" });
    }
  }
  for (const variable of environment) {
    // `NAME:` alone takes a value from the caller only; without one an env file may still give it.
    if (variable.value !== undefined || !variables.has(variable.name)) variables.set(variable.name, variable);
  }
  return [...variables.values()];
}

function textAt(tree: Tree, key: string): string | undefined {
  const value = childOf(tree, key);
  return isScalar(value) ? value.text : undefined;
}
