import type { ComposeInput, ComposeLayer, ComposeProject } from "../../src/compose/index.js";
import { readCompose, translateCompose } from "../../src/compose/index.js";
import type { Diagnostic } from "../../src/diagnostics/index.js";
import { formatDiagnostic } from "../../src/diagnostics/index.js";
import type { RawMap } from "../../src/manifest/index.js";

export interface Reading {
  /** Other files by path; the text itself is `compose.yaml`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly overrides?: readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly profiles?: readonly string[];
  readonly projectName?: string;
}

export function read(text: string, reading: Reading = {}): ComposeProject {
  return readCompose(inputOf(text, reading));
}

export function translate(text: string, reading: Reading = {}, manifest: RawMap = {}): ComposeLayer {
  return translateCompose(read(text, reading), { manifest });
}

function inputOf(text: string, reading: Reading = {}): ComposeInput {
  const texts: Readonly<Record<string, string>> = { "compose.yaml": text, ...reading.files };
  return {
    files: ["compose.yaml", ...(reading.overrides ?? [])],
    read: (path) => (Object.hasOwn(texts, path) ? { text: texts[path] ?? "" } : { problem: missing(path) }),
    variables: reading.variables ?? {},
    projectName: reading.projectName ?? "shop",
    ...(reading.profiles === undefined ? {} : { profiles: reading.profiles }),
  };
}

/** The text of one service, indented under `services:`. */
export function service(body: string, name = "api"): string {
  const lines = body.split("\n").map((line) => `    ${line}`);
  return `services:\n  ${name}:\n${lines.join("\n")}\n`;
}

export function servicesOf({ document }: ComposeLayer): Readonly<Record<string, RawMap>> {
  return document["services"] as Readonly<Record<string, RawMap>>;
}

/** The only service. */
export function apiOf(layer: ComposeLayer): RawMap {
  return servicesOf(layer)["api"] ?? {};
}

/** Codes and messages, without the notes on names that every file gets. */
export function said(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics
    .filter(({ path }) => path !== "application")
    .map(({ severity, message }) => `${severity}: ${message}`);
}

/** Everything that a user may see of a translation, as one text. */
export function everythingOf(layer: ComposeLayer, texts: Readonly<Record<string, string>>): string {
  const shown = layer.diagnostics.map((each) =>
    formatDiagnostic(each, each.span === undefined ? undefined : texts[each.span.file], {
      secrets: layer.secretSpans,
    }),
  );
  return [JSON.stringify(layer.document), JSON.stringify(layer.decisions), ...shown].join("\n");
}

function missing(path: string): Diagnostic {
  return { code: "file-missing", severity: "error", path: "", message: `${path} does not exist` };
}
