import { type SourceSpan, splitPath } from "../../diagnostics/index.js";
import type { WrittenField } from "../../manifest/index.js";
import type { FieldDecision } from "../../plan/index.js";
import type { ReadInput } from "../loaded-manifest.js";

/** A field of the manifest as it was resolved, and where its value comes from. */
export interface ExplainedField {
  readonly path: string;
  readonly value: unknown;
  readonly unit?: string;
  readonly from: WrittenField["from"] | "profile" | "default";
  /** Where it is written. */
  readonly span?: SourceSpan;
  readonly reason?: string;
}

/** Everything that is written and everything that was decided, by path: services in their order, fields in theirs. */
export function explainFields(
  input: Pick<ReadInput, "writtenFields" | "locate" | "decisions" | "secrets">,
  decisions: readonly FieldDecision[],
): readonly ExplainedField[] {
  const written = input.writtenFields();
  const decided = new Map(decisions.flatMap((each) => (each.value === undefined ? [] : [[each.path, each]])));
  const leaves = written
    .filter(({ path }) => !isWithin(path, decided))
    .map((each): ExplainedField => ({ ...each, ...placeOf(input, each.path) }));
  const chosen = [...decided.values()].map((each) => explainDecision(input, written, each));
  const why = new Map(input.decisions.map(({ path, reason }) => [path, reason]));
  return inOrder([...leaves, ...chosen]).map((field) => {
    const reason = field.from === "compose" ? why.get(field.path) : undefined;
    return { ...field, ...(reason !== undefined && { reason }), ...hiddenValue(input.secrets, field) };
  });
}

/** True for a short form such as `scale: 3` of which a part was decided: the part tells it. */
function isWithin(path: string, decided: ReadonlyMap<string, FieldDecision>): boolean {
  if (decided.has(path)) return true;
  const parts = [...decided.values()].filter((each) => each.from === "manifest");
  return parts.some((each) => each.path.startsWith(`${path}.`));
}

function explainDecision(
  input: Pick<ReadInput, "locate">,
  written: readonly WrittenField[],
  decision: FieldDecision,
): ExplainedField {
  const { from, ...field } = decision;
  if (from !== "manifest") return decision;
  return { ...field, from: writerOf(written, decision.path), ...placeOf(input, decision.path) };
}

/** Who wrote a path, or the nearest that encloses it, or what is in it. */
function writerOf(written: readonly WrittenField[], path: string): WrittenField["from"] {
  const at = written.find((each) => each.path === path);
  const around =
    at ?? written.find((each) => path.startsWith(`${each.path}.`) || path.startsWith(`${each.path}[`));
  return (around ?? written.find((each) => each.path.startsWith(`${path}.`)))?.from ?? "manifest";
}

function placeOf({ locate }: Pick<ReadInput, "locate">, path: string): { readonly span?: SourceSpan } {
  const span = locate(path);
  return span === undefined ? {} : { span };
}

/** What a frame may not show, no table may. */
function hiddenValue(secrets: readonly SourceSpan[], { span }: ExplainedField): { readonly value?: unknown } {
  if (span === undefined) return {};
  const hidden = secrets.some(
    ({ file, start, end }) =>
      file === span.file && start.offset < span.end.offset && span.start.offset < end.offset,
  );
  return hidden ? { value: "(hidden)" } : {};
}

/** Areas and names as they come, fields of one thing together. */
function inOrder(fields: readonly ExplainedField[]): readonly ExplainedField[] {
  const ranks = new Map<string, number>();
  const rankOf = (path: string): string => {
    const segments = splitPath(path).slice(0, -1);
    return segments
      .map((_, index) => {
        const at = segments.slice(0, index + 1).join(".");
        const known = ranks.get(at) ?? ranks.size;
        ranks.set(at, known);
        return String(known).padStart(6, "0");
      })
      .join(".");
  };
  const ranked = fields.map((field) => ({ field, rank: rankOf(field.path) }));
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0)).map(({ field }) => field);
}
