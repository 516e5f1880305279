import type { LogRouter } from "../../manifest/index.js";
import { referTo } from "../resource.js";
import type { PolicyStatement } from "../resources/iam.js";
import type { LogGroup } from "../resources/observability.js";
import { arn, region, type Value } from "../value.js";
import { isCloudWatch, outputOf } from "./log-router.js";

/**
 * What the router does with the task's role, for the destinations of AWS that it can be told of here; for others `access`
 * says it. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html
 */
export function routerStatements(
  settings: LogRouter | undefined,
  logGroup: LogGroup,
): readonly PolicyStatement[] {
  if (settings === undefined) return [];
  const output = outputOf(settings);
  const option = (wanted: string): string | undefined =>
    Object.entries(settings.destination ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1];
  const allow = (
    actions: readonly string[],
    resources: readonly Value<string>[],
  ): readonly PolicyStatement[] => [{ sid: "RouteLogs", effect: "Allow", actions, resources }];
  const scope = { region: option("region") ?? region };
  if (isCloudWatch(output)) {
    const group = option("log_group_name");
    const create = option("auto_create_group") === "true";
    const keep = option("log_retention_days") !== undefined;
    return allow(
      [
        ...(create ? ["logs:CreateLogGroup"] : []),
        ...["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        ...(keep ? ["logs:PutRetentionPolicy"] : []),
      ],
      group === undefined
        ? [referTo(logGroup, "streamsArn")]
        : [
            ...(create || keep ? [arn("logs", `log-group:${filled(group)}`, scope)] : []),
            arn("logs", `log-group:${filled(group)}:*`, scope),
          ],
    );
  }
  const stream = option("delivery_stream") ?? option("stream");
  if ((output === "kinesis_firehose" || output === "firehose") && stream !== undefined)
    return allow(["firehose:PutRecordBatch"], [arn("firehose", `deliverystream/${filled(stream)}`, scope)]);
  if ((output === "kinesis_streams" || output === "kinesis") && stream !== undefined)
    return allow(["kinesis:PutRecords"], [arn("kinesis", `stream/${filled(stream)}`, scope)]);
  const bucket = option("bucket");
  if (output === "s3" && bucket !== undefined)
    return allow(["s3:PutObject"], [arn("s3", `${filled(bucket)}/*`, { region: "", account: "" })]);
  return [];
}

/** Names of Fluent Bit may hold variables that only the task knows, such as `$(ecs_cluster)`. */
function filled(name: string): string {
  return name.replace(/\$\([^)]*\)/g, "*");
}
