import { shortNamePattern } from "../../manifest/index.js";
import { validName } from "./manifest-names.js";
import type { Translation } from "./translation.js";

/** `name:` of the compose file, else the caller's name, as the manifest allows it. */
export function applicationName(translation: Translation): string {
  const { name, nameSpan } = translation.project;
  const valid = shortNamePattern.test(name) ? name : validName(name, "app");
  const from = nameSpan === undefined ? "the name of the folder" : "name: of the compose file";
  translation.decide(
    "application",
    ["application"],
    valid === name ? `it is ${from}` : `it is ${from}, with letters, digits and hyphens only`,
    nameSpan,
  );
  translation.note("compose-choice", ["application"], `the application is named ${valid}, ${from}`, {
    ...(nameSpan === undefined ? {} : { span: nameSpan }),
    hint: "every name in AWS starts with it: write application: in the manifest for another one before the first deployment",
  });
  return valid;
}
