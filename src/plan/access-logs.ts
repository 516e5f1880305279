import type { IngressSettings, LogDestination } from "../manifest/index.js";
import { abortUploads } from "./bucket-lifecycle.js";
import { external, type ResolveContext } from "./context.js";
import { ingressId } from "./ingress-names.js";
import { requireTls } from "./require-tls.js";
import { type Resource, referTo } from "./resource.js";
import type { PolicyStatement } from "./resources/iam.js";
import type { LogBucket } from "./resources/load-balancing.js";
import type { Bucket } from "./resources/storage.js";
import { accountId, join } from "./value.js";

export interface LogsPart {
  readonly resources: readonly Resource[];
  readonly accessLogs?: LogBucket;
  readonly connectionLogs?: LogBucket;
  /** The load balancer must wait for it: turning logs on writes a test object. */
  readonly policyId?: string;
}

const accessPrefix = "load-balancer";
const connectionPrefix = "connections";

/**
 * Where the logs of a load balancer go: buckets of another owner, or one made for those that have none.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-connection-logs.html
 */
export function planLogs(context: ResolveContext, settings: IngressSettings): LogsPart {
  const access = context.byProfile<boolean | LogDestination, boolean>(
    `${settings.origin}.accessLogs`,
    settings.accessLogs,
    context.defaults.accessLogs,
    "who asked for what is worth its storage outside test environments",
  );
  const connections = context.decide<boolean | LogDestination, boolean>(
    `${settings.origin}.connectionLogs`,
    settings.connectionLogs,
    false,
    "access logs tell enough but for failed TLS handshakes",
  );
  const prefixes = [
    ...(access === true ? [{ sid: "WriteAccessLogs", prefix: accessPrefix }] : []),
    ...(connections === true ? [{ sid: "WriteConnectionLogs", prefix: connectionPrefix }] : []),
  ];
  const own = prefixes.length === 0 ? undefined : planBucket(context, settings, prefixes);
  const bucketFor = (logs: boolean | LogDestination, prefix: string): LogBucket | undefined =>
    typeof logs === "object"
      ? { bucket: external(logs.bucket), ...(logs.prefix !== undefined && { prefix: logs.prefix }) }
      : logs && own
        ? { bucket: referTo(own.bucket, "name"), prefix }
        : undefined;
  const accessLogs = bucketFor(access, accessPrefix);
  const connectionLogs = bucketFor(connections, connectionPrefix);
  return {
    resources: own?.resources ?? [],
    ...(accessLogs && { accessLogs }),
    ...(connectionLogs && { connectionLogs }),
    ...(own && { policyId: own.policyId }),
  };
}

/**
 * The statements name the log delivery service and this account's own path and have no condition: the delivery sets no
 * context keys that one could rest on.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
function planBucket(
  context: ResolveContext,
  settings: IngressSettings,
  prefixes: readonly { readonly sid: string; readonly prefix: string }[],
): { readonly bucket: Bucket; readonly resources: readonly Resource[]; readonly policyId: string } {
  const written = (["accessLogs", "connectionLogs"] as const).find((key) => settings[key] === true);
  const origin = written === undefined ? settings.origin : `${settings.origin}.${written}`;
  const bucket: Bucket = {
    id: ingressId(settings, "access-logs"),
    kind: "Bucket",
    origin,
    versioning: false,
    lifecycle: [{ id: "expire", expireDays: context.defaults.accessLogDays }, abortUploads()],
    removal: context.defaults.dataRemoval,
    tags: context.tags(),
  };
  const policyId = ingressId(settings, "access-logs-policy");
  const write = ({ sid, prefix }: (typeof prefixes)[number]): PolicyStatement => ({
    sid,
    effect: "Allow",
    principals: [{ service: "logdelivery.elasticloadbalancing.amazonaws.com" }],
    actions: ["s3:PutObject"],
    resources: [join(referTo(bucket, "arn"), `/${prefix}/AWSLogs/`, accountId, "/*")],
  });
  const policy: Resource = {
    id: policyId,
    kind: "BucketPolicy",
    origin,
    bucket: referTo(bucket, "name"),
    statements: [
      ...prefixes.map(write),
      requireTls(["s3:*"], [referTo(bucket, "arn"), join(referTo(bucket, "arn"), "/*")]),
    ],
  };
  return { bucket, resources: [bucket, policy], policyId };
}
