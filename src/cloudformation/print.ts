import { Document, visit } from "yaml";
import type { Template } from "./template.js";

export function printJson(template: Template): string {
  return `${JSON.stringify(template, undefined, 2)}\n`;
}

/**
 * CloudFormation reads YAML 1.1, in which a bare `yes`, `on` or `1:30` is no text; so those are quoted. Long lines
 * stay whole, and equal parts are printed again instead of as aliases.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
export function printYaml(template: Template): string {
  const document = new Document(template, {
    version: "1.1",
    aliasDuplicateObjects: false,
    // A text `<<` is a text; the library would make it a merge of maps.
    customTags: (tags) => tags.filter((tag) => typeof tag === "string" || !tag.tag.endsWith(":merge")),
  });
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === "string" && readOtherwise.test(scalar.value)) scalar.type = "QUOTE_DOUBLE";
    },
  });
  const text = document.toString({ lineWidth: 0 });
  return text.replaceAll(/[\u0085\u2028\u2029\ufeff]/g, (character) => escapes[character] ?? character);
}

/** Texts that the library leaves bare and readers of YAML 1.1 do not take as they are: line breaks of 1.1, `=`, `<<`. */
const readOtherwise = /[\u0085\u2028\u2029\ufeff]|^(=|<<)$/;

/** Only inside double quotes, where `readOtherwise` has put them all. https://yaml.org/spec/1.1/#id872840 */
const escapes: Readonly<Record<string, string>> = {
  "\u0085": "\\N",
  "\u2028": "\\L",
  "\u2029": "\\P",
  "\ufeff": "\\uFEFF",
};
