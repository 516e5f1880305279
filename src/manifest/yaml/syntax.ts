import type { Document, YAMLError } from "yaml";
import type { Diagnostic, SourceSpan } from "../../diagnostics/index.js";
import { error, spanMaker } from "../../diagnostics/index.js";
import type { ManifestSource } from "../source.js";

/** One fault in YAML makes many messages after it; those beyond this many tell nothing new. */
const maxSyntaxErrors = 5;

/** The faults of the text as YAML: at most one for each line. */
export function explainSyntax(source: ManifestSource, documents: readonly Document.Parsed[]): Diagnostic[] {
  const spanOf = spanMaker(source.file, source.text);
  const found = new Map<number, Diagnostic>();
  for (const fault of documents.flatMap((document) => [...document.errors, ...document.warnings])) {
    const span = spanOf(fault.pos[0], fault.pos[1]);
    if (!found.has(span.start.line)) found.set(span.start.line, explain(fault, span));
  }
  const [, second] = documents;
  if (second !== undefined && found.size === 0)
    return [severalDocuments(spanOf(second.range[0], second.range[0] + 3))];
  return [...found.values()].slice(0, maxSyntaxErrors);
}

function explain(fault: YAMLError, span: SourceSpan): Diagnostic {
  const { message = plain(fault.message), hint } = explanations[fault.code] ?? {};
  return error("yaml-syntax", "", message, hint === undefined ? { span } : { span, hint });
}

interface Explanation {
  readonly message?: string;
  readonly hint?: string;
}

const indentation = "indent with spaces, the keys of one map by the same number";
const explanations: Partial<Record<YAMLError["code"], Explanation>> = {
  TAB_AS_INDENT: {
    message: "a tab is used for indentation",
    hint: "YAML allows spaces only: replace the tab",
  },
  BAD_INDENT: { hint: indentation },
  MISSING_CHAR: {
    hint: "a key is followed by a colon and a space; each quote and bracket that opens must close",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "a map starts where a value was expected",
    hint: "put a text that holds a colon and a space in quotes",
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "a key must be on one line and be followed by a colon",
    hint: "write `key: value`; is the colon, or the space after it, missing?",
  },
  BAD_SCALAR_START: { hint: "put a text that starts with @ or ` in quotes" },
  NON_STRING_KEY: { message: "a key must be a text", hint: "a list or a map cannot be a key" },
  TAG_RESOLVE_FAILED: {
    message: "tags such as !Ref are not supported",
    hint: "write plain values; values of other owners are ssm:/path, export:Name or an ARN",
  },
  BAD_DIRECTIVE: { hint: "a manifest needs no % line: remove it" },
};

function plain(message: string): string {
  const [sentence = ""] = message.split("\n");
  return `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1).replace(/[.:]$/, "")}`;
}

function severalDocuments(span: SourceSpan): Diagnostic {
  return error("yaml-documents", "", "the file holds several YAML documents", {
    span,
    hint: "keep one; what differs by environment goes under environments:",
  });
}
