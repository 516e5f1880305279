import type { LogRouter, Sidecar } from "../../manifest/index.js";
import type { ResolveContext } from "../context.js";
import type { DataPart } from "../data/plan-data.js";
import { referTo } from "../resource.js";
import type { FirelensSettings, RoutedLogs } from "../resources/compute.js";
import type { LogGroup } from "../resources/observability.js";
import { planSecrets, type SecretsPart } from "../service/secrets.js";
import type { Workload } from "../service/workload.js";
import { region, type Value } from "../value.js";

export const routerName = "log-router";

const image = "public.ecr.aws/aws-observability/aws-for-fluent-bit:2.34.0";

/** The task ends with it: lines of the other containers would be lost. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html */
export function router(settings: LogRouter): Sidecar {
  return {
    image: { from: "reference", reference: settings.image ?? image },
    essential: true,
    environment: {},
    secrets: {},
    // It reads a socket that belongs to root.
    process: { user: "0" },
  };
}

/** What makes a container the router of its task. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html */
export function firelensOf({ enableMetadata, config }: LogRouter): FirelensSettings {
  return { enableMetadata: enableMetadata ?? true, ...(config !== undefined && { configFile: config }) };
}

/** The secrets among the options of the destination; they are read like those of containers. */
export function planRouterSecrets(
  context: ResolveContext,
  data: DataPart,
  facts: Workload,
): SecretsPart | undefined {
  const { router: settings } = facts.settings.logs;
  return (
    settings &&
    planSecrets(context, data, settings.secretOptions, `${facts.origin}.logs.router.secretOptions`)
  );
}

/** Where the lines of every other container go. CloudWatch is the service's own log group unless another is named. */
export function planRoutedLogs(
  settings: LogRouter,
  secrets: SecretsPart,
  name: string,
  logGroup: LogGroup,
): RoutedLogs {
  const { destination = {} } = settings;
  const written: readonly (readonly [string, Value<string>])[] = Object.entries(destination);
  const has = (option: string): boolean => written.some(([key]) => key.toLowerCase() === option);
  const own: readonly (readonly [string, Value<string>])[] = isCloudWatch(outputOf(settings))
    ? [
        ["region", region],
        ["log_group_name", referTo(logGroup, "name")],
        ...(has("log_stream_name") || has("log_stream_template")
          ? []
          : ([["log_stream_prefix", `${name}/`]] as const)),
      ]
    : [];
  const options = [...written, ...own.filter(([option]) => !has(option))];
  return {
    options: options
      .map(([option, value]) => ({ name: option, value }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    secretOptions: secrets.variables,
  };
}

/** Name of the output, in lower case; absent where a configuration file has it. */
export function outputOf({ destination = {} }: LogRouter): string | undefined {
  const [, name] = Object.entries(destination).find(([option]) => option.toLowerCase() === "name") ?? [];
  return name?.toLowerCase();
}

export function isCloudWatch(output: string | undefined): boolean {
  return output === "cloudwatch_logs" || output === "cloudwatch";
}
