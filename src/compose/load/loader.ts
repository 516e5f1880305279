import type { Diagnostic, SourceSpan } from "../../diagnostics/index.js";
import { error, spanMaker } from "../../diagnostics/index.js";
import type { EnvFile, EnvFormat } from "../env/env-file.js";
import { parseEnvFile } from "../env/env-file.js";
import type { ReadText } from "../input.js";
import type { Variables } from "../interpolation/evaluate.js";
import { interpolateTree } from "../interpolation/interpolate-tree.js";
import { maxComposeLength, readSource } from "../source/read-source.js";
import type { Source, Tree } from "../source/tree.js";

const maxEnvLength = 1024 * 1024;

/** Where a file was asked for, for the message when it is not there. */
export type AskedAt = SourceSpan | undefined;

/** Reads each file once and collects what is wrong with it. */
export class Loader {
  readonly diagnostics: Diagnostic[] = [];
  /** Every text that was read. */
  readonly sources: Source[] = [];
  private readonly read: ReadText;
  /** A file may be read again with other variables, by an include. */
  private readonly trees = new Map<Variables, Map<string, readonly Tree[]>>();

  constructor(read: ReadText) {
    this.read = read;
  }

  /** The documents of a compose file with their variables replaced; none when it cannot be read. */
  documents(path: string, folder: string, variables: Variables, askedAt: AskedAt): readonly Tree[] {
    const key = JSON.stringify([path, folder]);
    const read = this.trees.get(variables) ?? new Map<string, readonly Tree[]>();
    this.trees.set(variables, read);
    const trees = read.get(key) ?? this.interpolated(path, folder, variables, askedAt);
    read.set(key, trees);
    return trees;
  }

  private interpolated(
    path: string,
    folder: string,
    variables: Variables,
    askedAt: AskedAt,
  ): readonly Tree[] {
    const source = this.source(path, folder, askedAt, "error");
    const read = source === undefined ? undefined : readSource(source);
    this.diagnostics.push(...(read?.diagnostics ?? []));
    const interpolated = (read?.trees ?? []).map((tree) => interpolateTree(tree, variables));
    this.diagnostics.push(...interpolated.flatMap(({ diagnostics }) => diagnostics));
    const trees = interpolated.map(({ tree }) => tree);
    if (read !== undefined && trees.length === 0 && read.diagnostics.length === 0)
      this.diagnostics.push(emptyFile(path));
    return trees;
  }

  /** An env file; undefined when there is none. A missing one is reported unless it is optional. */
  envFile(path: string, variables: Variables, options: EnvFileOptions): EnvFile | undefined {
    const severity = options.isOptional ? undefined : "warning";
    const source = this.source(path, "", options.askedAt, severity);
    if (source === undefined) return undefined;
    if (source.text.length > maxEnvLength) {
      this.diagnostics.push(error("file-too-large", "", `${path} is larger than an env file may be: 1 MiB`));
      return undefined;
    }
    const file = parseEnvFile(source, variables, options.format);
    this.diagnostics.push(...file.diagnostics);
    return file;
  }

  private source(
    path: string,
    folder: string,
    askedAt: AskedAt,
    severity: "error" | "warning" | undefined,
  ): Source | undefined {
    const read = this.read(path);
    if ("text" in read) {
      const source = { file: path, folder, text: read.text, spanOf: spanMaker(path, read.text) };
      if (read.text.length <= maxComposeLength) this.sources.push(source);
      return source;
    }
    const isMissing = read.problem.code === "file-missing";
    if (severity !== undefined || !isMissing) {
      const span = read.problem.span ?? askedAt;
      this.diagnostics.push({
        ...read.problem,
        severity: severity ?? "warning",
        ...(span === undefined ? {} : { span }),
      });
    }
    return undefined;
  }
}

export interface EnvFileOptions {
  readonly isOptional: boolean;
  readonly askedAt?: SourceSpan;
  readonly format?: EnvFormat;
}

function emptyFile(path: string): Diagnostic {
  return {
    ...error("empty-document", "", `${path} is empty`, {
      hint: "a compose file has at least a service:\n  services:\n    web: { image: nginx:1.27, ports: [80:80] }",
    }),
    file: path,
  };
}
