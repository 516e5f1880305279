import type { Diagnostic, DiagnosticCode, DiagnosticDetails, SourceSpan } from "../../diagnostics/index.js";
import { joinPath } from "../../diagnostics/index.js";
import type { Raw, RawMap } from "../../manifest/index.js";
import { isRawMap } from "../../manifest/index.js";
import type { VariableClass } from "../classify/classify-variable.js";
import { SecretIndex } from "../classify/secret-index.js";
import type { ComposeProject } from "../project.js";
import { note, warning } from "../warnings.js";

/** One thing that was decided, for `--explain`. Never holds the value of a secret. */
export interface Decision {
  /** Path in the manifest, such as `services.api.environment.LOG_LEVEL`. */
  readonly path: string;
  readonly what:
    | VariableClass
    | "application"
    | "service"
    | "backing"
    | "route"
    | "size"
    | "volume"
    | "left-out";
  readonly reason: string;
  readonly span?: SourceSpan;
}

export interface ParameterText {
  readonly description: string;
}

/** What a translation has gathered so far. */
export class Translation {
  readonly project: ComposeProject;
  /** The manifest's own document, which overrules. */
  readonly manifest: RawMap;
  readonly diagnostics: Diagnostic[] = [];
  readonly decisions: Decision[] = [];
  readonly places: Map<string, SourceSpan> = new Map();
  readonly parameters: Map<string, ParameterText> = new Map();
  readonly resources: Map<string, RawMap> = new Map();
  /** Texts of secrets, none of which may be in the result. */
  readonly secretValues: SecretIndex = new SecretIndex();
  /** Variables of the compose file whose values are secrets. */
  readonly secretVariables: Set<string> = new Set();
  readonly secretSpans: SourceSpan[] = [];

  constructor(project: ComposeProject, manifest: RawMap) {
    this.project = project;
    this.manifest = manifest;
  }

  decide(what: Decision["what"], path: readonly string[], reason: string, span?: SourceSpan): void {
    const at = joinPath(path);
    this.decisions.push({ path: at, what, reason, ...(span === undefined ? {} : { span }) });
    if (span !== undefined) this.places.set(at, span);
  }

  place(path: readonly string[], span: SourceSpan | undefined): void {
    if (span !== undefined) this.places.set(joinPath(path), span);
  }

  note(
    code: DiagnosticCode,
    path: readonly string[],
    message: string,
    details: DiagnosticDetails = {},
  ): void {
    this.diagnostics.push(note(code, joinPath(path), message, details));
  }

  warn(
    code: DiagnosticCode,
    path: readonly string[],
    message: string,
    details: DiagnosticDetails = {},
  ): void {
    this.diagnostics.push(warning(code, joinPath(path), message, details));
  }

  /** A value that is given at deploy time. The first description stays. */
  parameter(name: string, description: string, span?: SourceSpan): string {
    if (!this.parameters.has(name)) {
      this.parameters.set(name, { description });
      this.place(["parameters", name], span);
    }
    return `\${parameters.${name}}`;
  }

  /** What the manifest itself has at a path; null where it removes what is there. */
  inManifest(...path: readonly string[]): Raw | undefined {
    let value: Raw | undefined = this.manifest;
    for (const key of path) value = isRawMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return value;
  }

  /** The path of a manifest is looked up here, then its parents. */
  locate(path: string): SourceSpan | undefined {
    for (let at = path; at !== ""; at = parentOf(at)) {
      const span = this.places.get(at);
      if (span !== undefined) return span;
    }
    return undefined;
  }
}

function parentOf(path: string): string {
  const cut = Math.max(path.lastIndexOf("."), path.lastIndexOf("["));
  return cut === -1 ? "" : path.slice(0, cut);
}
