import type { SecretResource } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { Secret } from "../resources/storage.js";
import { arn } from "../value.js";
import { encryptionKey } from "./encryption.js";
import type { PlannedResource, SecretHandle } from "./handle.js";

/** Empty: its owner writes the value, so that it never passes through a template. */
export function planSecret(
  context: ResolveContext,
  name: string,
  resource: SecretResource,
): PlannedResource<SecretHandle> {
  if (resource.import !== undefined) {
    const key = resource.key && external(resource.key);
    return { resources: [], handle: { ...importedHandle(resource.import), ...(key && { key }) } };
  }
  const origin = `resources.${name}`;
  const key = encryptionKey(context, `${origin}.encryption`, resource.encryption);
  const secret: Secret = {
    id: `data/${name}`,
    kind: "Secret",
    origin,
    name: `${context.prefix}/${name}`,
    description: `${name} of ${context.prefix}; its value is set by its owner`,
    ...(key && { key }),
    removal: context.defaults.dataRemoval,
    tags: context.tags(),
  };
  return {
    resources: [secret],
    handle: { type: "secret", name: secret.name, arn: referTo(secret, "arn"), ...(key && { key }) },
  };
}

/**
 * By ARN, or by name: the ARN of a secret ends in a hyphen and six random characters, which ECS does without and IAM does
 * not. A parameter or an export holds the ARN.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
 */
function importedHandle(source: NonNullable<SecretResource["import"]>): SecretHandle {
  const value = external(source);
  if (typeof value !== "string" || value.startsWith("arn:")) return { type: "secret", arn: value };
  return {
    type: "secret",
    name: value,
    arn: arn("secretsmanager", `secret:${value}`),
    arnPattern: arn("secretsmanager", `secret:${value}-??????`),
  };
}
