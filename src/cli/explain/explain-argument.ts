import { extname } from "node:path";
import { isComposeName } from "../compose/recognise.js";
import type { InputOptions } from "../input-options.js";

interface Explained extends InputOptions {
  readonly explain?: boolean | string;
}

/**
 * `--explain` takes a path when one follows: in `plan --explain compose.yaml`, what follows is the manifest. A file has
 * an extension that no field has, or is the standard input.
 */
export function readExplainArgument<T extends Explained>(options: T): T {
  const { explain } = options;
  if (typeof explain !== "string" || !isFile(explain)) return options;
  return { ...options, explain: true, file: [...(options.file ?? []), explain] };
}

const extensions: readonly string[] = [".yaml", ".yml", ".json", ".ts", ".mts", ".js", ".mjs"];

function isFile(word: string): boolean {
  return word === "-" || isComposeName(word) || extensions.includes(extname(word));
}
