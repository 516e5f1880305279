import type { Written } from "../attributes/written.js";
import { piecesOf } from "../attributes/written.js";
import { secretName } from "../classify/secret-names.js";
import { secretShape } from "../classify/secret-shapes.js";
import { isMissing, namesIn } from "../interpolation/pieces.js";
import { variableNameOf } from "./manifest-names.js";
import { manifestText } from "./manifest-text.js";
import type { PlaceContext } from "./place-variables.js";

/** Words of a command; one that holds a secret becomes a parameter, with a warning. */
export function commandWords(
  context: PlaceContext,
  key: "command" | "entrypoint",
  words: readonly Written[],
): readonly string[] {
  return words.map((word, index) => {
    const option = optionBefore(word.text, words[index - 1]?.text);
    if (holdsSecret(context, word, option)) return withholdWord(context, key, word, option);
    const { translation, endpoints, service, connects, path } = context;
    return manifestText(
      translation,
      endpoints,
      { path: [...path, key], variable: option ?? "", service: service.name, connects },
      word,
    );
  });
}

/** True when a text holds a secret: by its shape, by a variable in it, by the option that it belongs to. */
export function holdsSecret(
  { translation }: Pick<PlaceContext, "translation">,
  word: Written,
  option?: string,
): boolean {
  const { text, pieces } = word;
  if (namesIn(pieces).some((name) => translation.secretVariables.has(name) || secretName(name) !== undefined))
    return true;
  if (text === "") return false;
  if (secretShape(text) !== undefined || translation.secretValues.isIn(text)) return true;
  const isOnlyOption = option !== undefined && text.startsWith("-") && !text.includes("=");
  return (
    option !== undefined &&
    !isOnlyOption &&
    (secretName(option) !== undefined || /pass$/i.test(option)) &&
    !/^(?:true|false)$/i.test(valueBehind(text))
  );
}

/** `db-password` of `--db-password=x`, or of the `--db-password` before the word. */
function optionBefore(word: string, before: string | undefined): string | undefined {
  const own = /^--?([A-Za-z][\w.-]*)(?:=|$)/.exec(word)?.[1];
  if (own !== undefined) return own;
  return before === undefined ? undefined : /^--?([A-Za-z][\w.-]*)$/.exec(before)?.[1];
}

function valueBehind(text: string): string {
  return text.startsWith("-") ? text.slice(text.indexOf("=") + 1) : text;
}

function withholdWord(
  { translation, service, path }: PlaceContext,
  key: string,
  word: Written,
  option: string | undefined,
): string {
  const { span } = word;
  translation.secretValues.add(valueBehind(word.text));
  if (piecesOf(word).some(({ from }) => from === "literal")) translation.secretSpans.push(span);
  const [source] = namesIn(word.pieces);
  const name = source ?? variableNameOf(`${service.name}_${option ?? key}`);
  const prefix =
    word.text.startsWith("-") && word.text.includes("=")
      ? word.text.slice(0, word.text.indexOf("=") + 1)
      : "";
  const parameter = translation.parameter(name, `A secret in the ${key} of ${service.name}`, span);
  const isKnown = !isMissing(word.pieces);
  translation.warn(
    "compose-secret",
    [...path, key],
    `the ${key} of ${service.name} holds a secret: it becomes the parameter ${name}`,
    {
      span,
      sensitive: isKnown,
      reason: "who may read the task definition may read its command",
      hint: "let the program read it from a variable, which is kept in Secrets Manager",
    },
  );
  return `${prefix}${parameter}`;
}
