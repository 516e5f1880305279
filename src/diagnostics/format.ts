import { printable } from "./cells.js";
import type { Diagnostic, Severity, SourceSpan } from "./diagnostic.js";
import type { FrameLine } from "./frame.js";
import { frameOf } from "./frame.js";

/** What paints a text; plain when a terminal shows no colours. */
export interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
}

export interface FormatOptions {
  readonly colors?: Colors;
  /** Spans of other diagnostics that may hold secrets; a frame that shows their lines masks them too. */
  readonly secrets?: readonly SourceSpan[];
}

/**
 * A diagnostic for people: what, where with a frame of the text, why, what next. Several lines, none empty, without a
 * line end. The frame is left out when the text is not known.
 */
export function formatDiagnostic(
  diagnostic: Diagnostic,
  text: string | undefined,
  options: FormatOptions = {},
): string {
  const { colors = plain, secrets = [] } = options;
  const { severity, message, code, reason, hint } = diagnostic;
  const paint = painter(severity, colors);
  return [
    `${paint(`${severity}:`)} ${colors.bold(printable(message))} ${colors.dim(`[${code}]`)}`,
    ...place(diagnostic),
    ...frame(diagnostic, text, secrets, colors, paint),
    ...part("why: ", reason, colors),
    ...part("next:", hint, colors),
  ].join("\n");
}

type Paint = (text: string) => string;

function painter(severity: Severity, colors: Colors): Paint {
  if (severity === "error") return colors.red;
  return severity === "warning" ? colors.yellow : colors.cyan;
}

/** `file:line:column`, or the manifest path where there is no text. */
function place({ span, file, path }: Diagnostic): string[] {
  if (span !== undefined) return [`  ${printable(span.file)}:${span.start.line}:${span.start.column}`];
  const named = path === "" ? file : file === undefined ? path : `${file} (${path})`;
  return named === undefined || named === "" ? [] : [`  ${printable(named)}`];
}

function frame(
  { span, sensitive }: Diagnostic,
  text: string | undefined,
  secrets: readonly SourceSpan[],
  colors: Colors,
  paint: Paint,
): string[] {
  if (span === undefined || text === undefined || text === "") return [];
  const lines = frameOf(text, span, sensitive === true ? [...secrets, span] : secrets);
  const digits = String(span.start.line).length;
  return lines.map((line) => frameLine(line, digits, colors, paint));
}

function frameLine({ number, text, kind }: FrameLine, digits: number, colors: Colors, paint: Paint): string {
  const marker = kind === "marked" ? paint(">") : " ";
  const gutter = colors.dim(`${String(number ?? "").padStart(digits)} |`);
  const content = kind === "carets" ? paint(text) : text;
  return `${marker} ${gutter} ${content}`.trimEnd();
}

function part(label: string, text: string | undefined, colors: Colors): string[] {
  if (text === undefined) return [];
  const [first = "", ...others] = printable(text).split("\n");
  return [`  ${colors.cyan(label)} ${first}`, ...others.map((line) => `        ${line}`)];
}

const same = (text: string): string => text;
const plain: Colors = { bold: same, dim: same, red: same, yellow: same, cyan: same };
