import type { SecretSource } from "./container-settings.js";

/** Where the lines of the containers go, and how. */
export interface LogSettings {
  readonly retentionDays?: number;
  readonly removal?: "delete" | "retain";
  /** Name of the log group. */
  readonly group?: string;
  readonly class?: LogClass;
  /** Name of a resource of type kms. */
  readonly encryption?: string;
  readonly mode?: "blocking" | "non-blocking";
  /** Of non-blocking mode. */
  readonly bufferMiB?: number;
  /** Regular expression of the first line of each message. */
  readonly multiline?: string;
  readonly router?: LogRouter;
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html */
export type LogClass = "standard" | "infrequent-access";

/** Fluent Bit beside the containers. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html */
export interface LogRouter {
  /** A reference; the image of AWS when it is left out. */
  readonly image?: string;
  /** Options of an output of Fluent Bit, `Name` among them. */
  readonly destination?: Readonly<Record<string, string>>;
  readonly enableMetadata?: boolean;
  readonly secretOptions: Readonly<Record<string, SecretSource>>;
  /** Path of a configuration file in the router's image. */
  readonly config?: string;
}

/** Limits of alarms. `false` makes none. */
export interface AlarmSettings {
  /** Answers 5xx in percent of all. */
  readonly errorRatePercent?: number | false;
  /** Of the 99th percentile. */
  readonly latencySeconds?: number | false;
  readonly cpuPercent?: number | false;
  readonly memoryPercent?: number | false;
  /** Of the oldest message in a queue that the service consumes. */
  readonly queueAgeSeconds?: number | false;
}

export interface ApplicationAlarms extends AlarmSettings {
  /** E-mail addresses and ARNs of SNS topics. */
  readonly notify: readonly string[];
  /** True: one alarm over all others notifies, and they do not. */
  readonly composite?: boolean;
  /** Name of a resource of type kms, for the topic that is made. */
  readonly encryption?: string;
  /** How long stopped tasks and deployments are kept as events; absent when they are not. */
  readonly eventRetentionDays?: number;
}

export type Tracing = "xray" | "otel";
