import type { Json } from "./template.js";

/**
 * The parts one after the other: `Fn::Sub` as a person would write it where every part can stand in one, else
 * `Fn::Join`. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
export function interpolate(parts: readonly Json[]): Json {
  const merged = mergeTexts(parts);
  if (merged.length === 0) return "";
  const [only, ...more] = merged;
  if (more.length === 0 && only !== undefined) return typeof only === "string" ? renderLiteral(only) : only;
  const written = merged.map(writeInSub);
  const endsInDollar = merged.slice(0, -1).some((part) => typeof part === "string" && part.endsWith("$"));
  if (endsInDollar || !written.every((part) => part !== undefined)) return writeJoin(merged);
  return { "Fn::Sub": written.join("") };
}

/** A text as it is. */
export function renderLiteral(text: string): Json {
  return text.includes("${") && looksLikeVariable.test(text) ? writeJoin([text]) : text;
}

/**
 * `${name}` outside of a Sub means nothing to CloudFormation, but cfn-lint's rule E1029 and AWS's validator take it for
 * a forgotten Sub, so it is cut in two.
 */
function writeJoin(parts: readonly Json[]): Json {
  const cut = parts.flatMap((part) =>
    typeof part === "string" && looksLikeVariable.test(part) ? part.split(/(?<=\$)(?=\{)/) : [part],
  );
  return { "Fn::Join": ["", cut] };
}

const looksLikeVariable = /\$\{[\w.:]+\}/;

function mergeTexts(parts: readonly Json[]): Json[] {
  const merged: Json[] = [];
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") {
      text += part;
      continue;
    }
    if (text !== "") merged.push(text);
    text = "";
    merged.push(part);
  }
  if (text !== "") merged.push(text);
  return merged;
}

function writeInSub(part: Json): string | undefined {
  if (typeof part === "string") return escapeText(part);
  if (typeof part !== "object" || Array.isArray(part)) return undefined;
  if ("Ref" in part && typeof part["Ref"] === "string") return `\${${part["Ref"]}}`;
  const attribute = "Fn::GetAtt" in part ? part["Fn::GetAtt"] : undefined;
  return Array.isArray(attribute) ? `\${${attribute.join(".")}}` : undefined;
}

/** `${name}` is written `${!name}`; there is no documented escape for any other `${`, so that text cannot be in a Sub. */
function escapeText(text: string): string | undefined {
  if (!text.includes("${")) return text;
  const escaped = text.replaceAll(/\$\{(?=[^!{}$]+\})/g, "${!");
  return /\$\{(?!![^!{}$]+\})/.test(escaped) || /\$\{!/.test(text) ? undefined : escaped;
}
