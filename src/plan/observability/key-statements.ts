import type { Service } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { PolicyStatement } from "../resources/iam.js";
import { arn, join, region } from "../value.js";

/** What the policy of a key must say so that logs and the topic of the alarms can be encrypted with it. */
export function observabilityKeyStatements(context: ResolveContext, key: string): readonly PolicyStatement[] {
  const { services, jobs = {}, alarms } = context.manifest;
  const usesIt = ({ logs }: Pick<Service, "logs">): boolean => logs.encryption === key;
  const isForLogs = [...Object.values(services), ...Object.values(jobs)].some(usesIt);
  return [...(isForLogs ? [usedByLogs] : []), ...(alarms.encryption === key ? [usedByAlarms] : [])];
}

const reason = "in the policy of a key, * is that key";

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
const usedByLogs: PolicyStatement = {
  sid: "UsedByLogs",
  effect: "Allow",
  principals: [{ service: join("logs.", region, ".amazonaws.com") }],
  actions: [
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
  ],
  resources: ["*"],
  conditions: [
    { operator: "ArnLike", key: "kms:EncryptionContext:aws:logs:arn", values: [arn("logs", "log-group:*")] },
  ],
  reason,
};

/**
 * EventBridge gets no condition, as for the topic itself.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
const usedByAlarms: PolicyStatement = {
  sid: "UsedByAlarms",
  effect: "Allow",
  principals: [{ service: "cloudwatch.amazonaws.com" }, { service: "events.amazonaws.com" }],
  actions: ["kms:Decrypt", "kms:GenerateDataKey"],
  resources: ["*"],
  reason,
};
