import type { SourceSpan } from "../../diagnostics/index.js";
import { secretName } from "../classify/secret-names.js";
import { secretShape } from "../classify/secret-shapes.js";
import type { Source } from "./tree.js";

/**
 * Where a text holds what looks like a secret, read or not: frames show lines of services that are left out and of files
 * that are no YAML, too. Lines are taken as `NAME: value`, `NAME=value` and options of commands.
 */
export function secretSpansIn({ text, spanOf }: Source): readonly SourceSpan[] {
  const spans: SourceSpan[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    for (const [from, to] of secretsIn(line)) spans.push(spanOf(start + from, start + to));
    start += line.length + 1;
  }
  return spans;
}

type Range = readonly [from: number, to: number];

const pair = /([A-Za-z_][\w.-]*)["']?(?:\s*[:=]\s*|\s+)("[^"]*"?|'[^']*'?|\[[^\]]*\]?|[^\s,}\]"']+)/g;
/** A line of a PEM block. */
const base64Line = /^\s*[A-Za-z0-9+/=]{40,}\s*$/;
const credentials = /[a-z][a-z0-9+.-]*:\/\/[^\s/?#@:]*:[^\s/?#@]+@/gi;

function secretsIn(line: string): readonly Range[] {
  // Longer lines are no hand's work; looking at all of them would cost more than the rest of the reading.
  const looked = line.slice(0, 4000);
  if (base64Line.test(looked)) return [[0, line.length]];
  const ranges: Range[] = [];
  for (const match of looked.matchAll(credentials)) ranges.push([match.index, match.index + match[0].length]);
  for (const match of looked.matchAll(pair)) {
    const [whole, name = "", value = ""] = match;
    const bare = value.replace(/^["'[]|["'\]]$/g, "");
    if (/^(?:\$\{?\w+\}?|\$\{\w+:?\?[^}]*\}?)?$/.test(bare)) continue;
    const isSecret = secretName(name) !== undefined || /pass$/i.test(name) || secretShape(bare) !== undefined;
    if (isSecret) ranges.push([match.index + whole.length - value.length, match.index + whole.length]);
  }
  return ranges;
}
