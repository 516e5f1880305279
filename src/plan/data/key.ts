import type { KeyResource } from "../../manifest/index.js";
import { external, type ResolveContext } from "../context.js";
import { checkName } from "../names.js";
import { observabilityKeyStatements } from "../observability/key-statements.js";
import { type Resource, referTo } from "../resource.js";
import type { PolicyStatement } from "../resources/iam.js";
import type { Key, KeyAlias } from "../resources/keys.js";
import { accountId } from "../value.js";
import { createdKey } from "./encryption.js";
import type { KeyHandle, PlannedResource } from "./handle.js";
import { subscriptionsOf } from "./subscriptions.js";

export function planKey(
  context: ResolveContext,
  name: string,
  resource: KeyResource,
): PlannedResource<KeyHandle> {
  if (resource.import !== undefined) {
    return { resources: [], handle: { type: "kms", arn: external(resource.import) } };
  }
  const origin = `resources.${name}`;
  const key: Key = {
    ...createdKey(name),
    origin,
    description: `${name} of ${context.prefix}`,
    policy: [
      administeredByTheAccount,
      ...allowTopics(context, name),
      ...observabilityKeyStatements(context, name),
    ],
    pendingWindowDays: 30,
    removal: context.defaults.dataRemoval,
    tags: context.tags(),
  };
  const aliasName = `alias/${context.prefix}-${name}`;
  const problem = checkName("KMS alias", aliasName, origin);
  if (problem !== undefined) context.report(problem);
  const alias: KeyAlias = {
    id: `${key.id}/alias`,
    kind: "KeyAlias",
    origin,
    aliasName,
    keyId: referTo(key, "id"),
  };
  const resources: readonly Resource[] = [key, alias];
  return { resources, handle: { type: "kms", name: aliasName, arn: referTo(key, "arn") } };
}

/**
 * The policy that KMS gives every key. Without it IAM has no say over the key, and nobody could change its policy.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
const administeredByTheAccount: PolicyStatement = {
  sid: "AdministeredByTheAccount",
  effect: "Allow",
  principals: [{ account: accountId }],
  actions: ["kms:*"],
  resources: ["*"],
  reason:
    "the default policy of KMS, by which IAM decides who may use the key; in the policy of a key, * is that key",
};

/**
 * A topic that delivers to a queue which the key encrypts.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html
 */
function allowTopics(context: ResolveContext, key: string): readonly PolicyStatement[] {
  const { resources } = context.manifest;
  const topics = subscriptionsOf(context).filter(({ queue }) => {
    const found = resources[queue];
    return found?.type === "sqs" && found.import === undefined && found.encryption === key;
  });
  const arns = new Map(
    topics.map(({ topic, topicArn, knownArn }) => {
      const found = resources[topic];
      // A topic that is encrypted waits for a key, which may be this one, or wait for this one.
      const waits = found?.type === "sns" && found.import === undefined && found.encryption !== undefined;
      return [topic, waits ? knownArn : topicArn];
    }),
  );
  return arns.size === 0
    ? []
    : [
        {
          sid: "UsedByTopics",
          effect: "Allow",
          principals: [{ service: "sns.amazonaws.com" }],
          actions: ["kms:Decrypt", "kms:GenerateDataKey"],
          resources: ["*"],
          conditions: [{ operator: "ArnEquals", key: "aws:SourceArn", values: [...arns.values()] }],
          reason: "in the policy of a key, * is that key",
        },
      ];
}
