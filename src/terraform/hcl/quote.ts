/**
 * A text as a quoted template that evaluates to the same text.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions
 */
export function quote(text: string): string {
  return `"${escapeText(text, false)}"`;
}

/** What stands between the quotes; `beforeExpression` where `${` follows, with which a last `$` would become an escape. */
export function escapeText(text: string, beforeExpression: boolean): string {
  if (!special.test(text)) return text;
  const escaped = text.replace(sequences, escapeSequence);
  return beforeExpression && escaped.endsWith("$") ? `${escaped.slice(0, -1)}${codePoint("$")}` : escaped;
}

/** Quotes, backslashes, template markers, and what is invisible or is no text: controls, separators, halves of pairs. */
const special = /["\\$%\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u;
const sequences = /[$%]\{|["\\\p{Cc}\p{Cs}\u2028\u2029\ufeff]/gu;

function escapeSequence(found: string): string {
  if (found === "${") return "$${";
  if (found === "%{") return "%%{";
  // Half of a surrogate pair is in no UTF-8 file.
  return short[found] ?? (/\p{Cs}/u.test(found) ? "\ufffd" : codePoint(found));
}

const short: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function codePoint(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
