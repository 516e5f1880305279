import type { Key, KeyAlias } from "../plan/resources/keys.js";
import { renderPolicy } from "./iam.js";
import { keptBlocks } from "./removal.js";
import type { Rendered } from "./rendered.js";
import type { Scope } from "./scope.js";
import { renderValue } from "./values.js";

/** https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key */
export function renderKey(key: Key, scope: Scope): Rendered {
  return {
    arguments: {
      description: key.description,
      enable_key_rotation: true,
      deletion_window_in_days: key.pendingWindowDays,
      policy: renderPolicy(key.policy, scope),
    },
    blocks: keptBlocks(key.removal),
  };
}

export function renderKeyAlias(alias: KeyAlias, scope: Scope): Rendered {
  return {
    arguments: {
      name: scope.names.named(alias.aliasName),
      target_key_id: renderValue(alias.keyId, scope),
    },
  };
}
