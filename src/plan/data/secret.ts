import type { ResolveContext } from "../context.js";
import { referTo } from "../resource.js";
import type { Secret } from "../resources/storage.js";
import type { PlannedResource } from "./handle.js";

/** Empty: its owner writes the value, so that it never passes through a template. */
export function planSecret(context: ResolveContext, name: string): PlannedResource {
  const secret: Secret = {
    id: `data/${name}`,
    kind: "Secret",
    origin: `resources.${name}`,
    name: `${context.prefix}/${name}`,
    description: `${name} of ${context.prefix}; its value is set by its owner`,
    removal: context.defaults.dataRemoval,
    tags: context.tags(),
  };
  return { resources: [secret], handle: { type: "secret", name: secret.name, arn: referTo(secret, "arn") } };
}
