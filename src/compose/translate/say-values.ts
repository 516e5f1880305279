import type { Translation } from "./translation.js";
import type { DecidedVariable, DecidedVariables } from "./variables.js";

/** What must be given before the first deployment, and secrets that stand in the files. */
export function sayValues(translation: Translation, { byService }: DecidedVariables): void {
  sayParameters(translation);
  saySecrets(translation);
  const said = new Set<string>();
  for (const [service, decided] of byService) {
    for (const each of decided) if (isWritten(each)) sayWritten(translation, service, each, said);
  }
}

function sayParameters(translation: Translation): void {
  const names = [...translation.parameters.keys()].sort();
  const [first] = names;
  if (first === undefined) return;
  const span = translation.locate(`parameters.${first}`);
  translation.warn(
    "compose-variable",
    ["parameters"],
    `without a value here, given at deploy time: ${names.join(", ")}`,
    {
      ...(span === undefined ? {} : { span }),
      reason: "Compose would put an empty text there; a deployment with one fails late and in the dark",
      hint: "set them in .env or in the environment, write a default (${NAME:-value}), or give them with the deployment",
    },
  );
}

function saySecrets(translation: Translation): void {
  const names = [...translation.resources].filter(([, { type }]) => type === "secret").map(([name]) => name);
  const [first] = names.sort();
  if (first === undefined) return;
  const span = translation.locate(`resources.${first}`);
  translation.note(
    "compose-secret",
    ["resources"],
    `secrets to be filled before the first deployment: ${names.join(", ")}`,
    {
      ...(span === undefined ? {} : { span }),
      reason: "no value of a secret goes from a compose file into what is planned",
    },
  );
}

/** A secret without any variable in it, in the compose file itself: who reads the repository reads it. */
function isWritten({ as, variable }: DecidedVariable): boolean {
  const { value, from } = variable;
  return as === "secret" && from === "environment" && value !== undefined && value.pieces === undefined;
}

function sayWritten(
  translation: Translation,
  service: string,
  { variable }: DecidedVariable,
  said: Set<string>,
): void {
  const place = `${variable.span.file} ${variable.span.start.offset}`;
  if (said.has(place)) return;
  said.add(place);
  translation.warn(
    "compose-secret",
    ["services", service],
    `${variable.name} of ${service} is a secret, and its value is written in the file`,
    {
      span: variable.span,
      sensitive: true,
      reason: "who may read the repository may read it, and its history keeps it",
      hint: `write \${${variable.name}} and keep the value in .env; the deployed one should be another`,
    },
  );
}
