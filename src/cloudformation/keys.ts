import type { Key, KeyAlias } from "../plan/resources/keys.js";
import { renderPolicy } from "./iam.js";
import { renderRemoval } from "./removal.js";
import type { Scope } from "./scope.js";
import type { ResourceBody } from "./template.js";
import { renderValue } from "./values.js";

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html */
export function renderKey(key: Key, scope: Scope): ResourceBody {
  return {
    Type: "AWS::KMS::Key",
    ...renderRemoval(key.removal),
    Properties: {
      Description: key.description,
      EnableKeyRotation: true,
      PendingWindowInDays: key.pendingWindowDays,
      KeyPolicy: renderPolicy(key.policy, scope),
    },
  };
}

export function renderKeyAlias(alias: KeyAlias, scope: Scope): ResourceBody {
  return {
    Type: "AWS::KMS::Alias",
    Properties: { AliasName: alias.aliasName, TargetKeyId: renderValue(alias.keyId, scope) },
  };
}
