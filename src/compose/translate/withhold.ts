import type { Diagnostic, SourceSpan } from "../../diagnostics/index.js";
import type { Raw, RawMap } from "../../manifest/index.js";
import { isRawMap } from "../../manifest/index.js";
import { secretSpansIn } from "../source/secret-spans.js";
import type { Translation } from "./translation.js";

/** The last guard: no text of the document holds the value of a secret. What is masked is said. */
export function maskDocument(translation: Translation, document: RawMap): RawMap {
  const { secretValues } = translation;
  const masked = (value: Raw, path: readonly string[]): Raw => {
    if (typeof value === "string") {
      const text = secretValues.mask(value);
      if (text !== value)
        translation.warn(
          "compose-secret",
          path,
          `${path.join(".")} holds the value of a secret, which is withheld`,
          { sensitive: true },
        );
      return text;
    }
    if (Array.isArray(value)) return value.map((item: Raw) => masked(item, path));
    return isRawMap(value)
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masked(item, [...path, key])]))
      : value;
  };
  return masked(document, []) as RawMap;
}

/** Every place of the files that shows a secret: what was decided, what looks like one, and each repetition of a value. */
export function allSecretSpans({ project, secretSpans, secretValues }: Translation): readonly SourceSpan[] {
  const found = project.sources.flatMap((source) => [
    ...secretSpansIn(source),
    ...secretValues.rangesIn(source.text).map(([from, to]) => source.spanOf(from, to)),
  ]);
  return [...secretSpans, ...found];
}

/** Diagnostics without secrets in their words, and marked where their frame would show one. */
export function maskTexts(
  { diagnostics, secretValues }: Translation,
  secretSpans: readonly SourceSpan[],
): readonly Diagnostic[] {
  const mask = (text: string): string => secretValues.mask(text);
  const isSecret = overlapping(secretSpans);
  return diagnostics.map((each) => {
    const isSensitive = each.sensitive === true || (each.span !== undefined && isSecret(each.span));
    return {
      ...each,
      message: mask(each.message),
      ...(each.reason === undefined ? {} : { reason: mask(each.reason) }),
      ...(each.hint === undefined ? {} : { hint: mask(each.hint) }),
      ...(isSensitive ? { sensitive: true } : {}),
    };
  });
}

/** Tells whether a span overlaps one of many, by halving: a file may hold thousands of secrets. */
function overlapping(spans: readonly SourceSpan[]): (span: SourceSpan) => boolean {
  const byFile = new Map<string, { readonly start: number; readonly furthest: number }[]>();
  for (const { file, start, end } of [...spans].sort((one, other) => one.start.offset - other.start.offset)) {
    const known = byFile.get(file) ?? [];
    byFile.set(file, known);
    known.push({ start: start.offset, furthest: Math.max(known.at(-1)?.furthest ?? 0, end.offset) });
  }
  return ({ file, start, end }) => {
    const known = byFile.get(file) ?? [];
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[middle]?.start ?? 0) < end.offset) low = middle + 1;
      else high = middle;
    }
    return (known[low - 1]?.furthest ?? 0) > start.offset;
  };
}
