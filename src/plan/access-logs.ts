import type { ResolveContext } from "./context.js";
import { type Resource, referTo } from "./resource.js";
import type { PolicyStatement } from "./resources/iam.js";
import type { Bucket } from "./resources/storage.js";
import { accountId, join, type Value } from "./value.js";

export interface AccessLogsPart {
  readonly resources: readonly Resource[];
  readonly bucketName: Value<string>;
  readonly prefix: string;
  /** The load balancer must wait for it: turning logs on writes a test object. */
  readonly policyId: string;
}

/**
 * A bucket for the access logs. The statement names the log delivery service and this account's own path and has no
 * condition: the delivery sets no context keys that one could rest on.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export function planAccessLogs(context: ResolveContext): AccessLogsPart {
  const origin = context.manifest.ingress.accessLogs === undefined ? "ingress" : "ingress.accessLogs";
  const bucket: Bucket = {
    id: "platform/access-logs",
    kind: "Bucket",
    origin,
    versioning: false,
    expireDays: context.defaults.accessLogDays,
    removal: context.defaults.dataRemoval,
    tags: context.tags(),
  };
  const policyId = "platform/access-logs-policy";
  const prefix = "load-balancer";
  return {
    resources: [
      bucket,
      {
        id: policyId,
        kind: "BucketPolicy",
        origin,
        bucket: referTo(bucket, "name"),
        statements: [
          {
            sid: "WriteAccessLogs",
            effect: "Allow",
            principals: [{ service: "logdelivery.elasticloadbalancing.amazonaws.com" }],
            actions: ["s3:PutObject"],
            resources: [join(referTo(bucket, "arn"), `/${prefix}/AWSLogs/`, accountId, "/*")],
          },
          requireTls(bucket),
        ],
      },
    ],
    bucketName: referTo(bucket, "name"),
    prefix,
    policyId,
  };
}

/** Refuses every request to a bucket that does not come over TLS. */
export function requireTls(bucket: Bucket): PolicyStatement {
  return {
    sid: "RequireTls",
    effect: "Deny",
    principals: [{ everyone: true }],
    actions: ["s3:*"],
    resources: [referTo(bucket, "arn"), join(referTo(bucket, "arn"), "/*")],
    conditions: [{ operator: "Bool", key: "aws:SecureTransport", values: ["false"] }],
  };
}
