import type { PolicyStatement } from "./resources/iam.js";
import type { Value } from "./value.js";

/** Refuses every request that does not come over TLS. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport */
export function requireTls(actions: readonly string[], resources: readonly Value<string>[]): PolicyStatement {
  return {
    sid: "RequireTls",
    effect: "Deny",
    principals: [{ everyone: true }],
    actions,
    resources,
    conditions: [{ operator: "Bool", key: "aws:SecureTransport", values: ["false"] }],
  };
}
