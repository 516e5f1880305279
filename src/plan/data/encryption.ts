import { suggest } from "../../diagnostics/index.js";
import { external, type ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { Value } from "../value.js";

/** ARN of the key that `encryption` names; undefined for AWS's own key. Anything but a resource of type kms is an error. */
export function encryptionKey(
  context: ResolveContext,
  path: string,
  name: string | undefined,
): Value<string> | undefined {
  if (name === undefined) return undefined;
  const { resources } = context.manifest;
  const found = Object.hasOwn(resources, name) ? resources[name] : undefined;
  if (found?.type === "kms") {
    return found.import === undefined ? referTo(createdKey(name), "arn") : external(found.import);
  }
  const keys = Object.keys(resources).filter((each) => resources[each]?.type === "kms");
  const meant = suggest(name, keys);
  context.report({
    code: "unknown-reference",
    severity: "error",
    path,
    message:
      found === undefined
        ? `${path} names no resource: "${name}"`
        : `${path} names ${name}, a resource of type ${found.type}`,
    reason: "what encrypts is a resource of type kms",
    hint: meant === undefined ? `add resources.${name}: { type: kms }` : `did you mean "${meant}"?`,
  });
  return undefined;
}

/** The key that is made for a resource of type kms. */
export function createdKey(name: string): { readonly id: string; readonly kind: "Key" } {
  return { id: `data/${name}`, kind: "Key" };
}
