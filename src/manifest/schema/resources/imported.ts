import { type ExternalKind, external } from "../external.js";
import { field, type Schema, type Shape, text } from "../fields.js";
import { resourceNamePattern } from "../patterns.js";

/** `import` and `key`: a resource of another owner, and the KMS key that its content is encrypted with. */
export function imported(what: string, kind: ExternalKind, example: string): Shape {
  return {
    import: field(`A ${what} that exists already.`, external(kind), example),
    key: field(
      `KMS key of the ${what} that is imported, so that access to it includes the key.`,
      external("kmsKey"),
      "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    ),
  };
}

/** A keyword for the key that AWS keeps, or a key of one's own. */
export function encryption(keyword: string, what: string): Schema {
  return field(
    `${keyword} for the key that AWS keeps, the default, or the name of a resource of type kms.`,
    text(`${keyword}, or the name of a resource of type kms that encrypts ${what}`, resourceNamePattern),
    keyword,
  );
}
