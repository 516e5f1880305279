import type { External } from "./external-value.js";
import type { Text } from "./text-value.js";

/** What a container runs. */
export type Image =
  | { readonly from: "reference"; readonly reference: string }
  | {
      readonly from: "build";
      readonly context: string;
      /** Path within the context. */
      readonly dockerfile?: string;
      readonly target?: string;
      readonly args?: Readonly<Record<string, string>>;
      readonly cacheFrom?: readonly string[];
      readonly tag?: string;
      /** `outside`: Terraform keeps the image that it finds. */
      readonly releasedBy?: "deploy" | "outside";
    }
  | {
      readonly from: "repository";
      readonly uri: External;
      readonly tag?: string;
      readonly digest?: string;
      /** The only processor that it runs on. */
      readonly architecture?: Architecture;
      /** Of a private registry that is not ECR. */
      readonly credentials?: SecretSource;
    }
  /** That of a service or job. */
  | { readonly from: "workload"; readonly name: string };

export type Architecture = "x86_64" | "arm64";

export interface ServiceSize {
  readonly cpuUnits?: number;
  readonly memoryMiB?: number;
  readonly diskGiB?: number;
  readonly architecture?: Architecture;
  readonly os?:
    | "linux"
    | "windows-2019-core"
    | "windows-2019-full"
    | "windows-2022-core"
    | "windows-2022-full";
}

/** How the main process of a container runs. */
export interface ProcessSettings {
  readonly user?: string;
  readonly workingDirectory?: string;
  readonly init?: boolean;
  readonly readOnly?: boolean;
  readonly stopTimeoutSeconds?: number;
  readonly startTimeoutSeconds?: number;
  readonly labels?: Readonly<Record<string, string>>;
  readonly openFiles?: { readonly soft: number; readonly hard: number };
  readonly restart?: {
    readonly ignoredExitCodes?: readonly number[];
    readonly attemptPeriodSeconds?: number;
  };
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  /** Kernel parameters by name. */
  readonly sysctls?: Readonly<Record<string, string>>;
  /** By path in the container. */
  readonly tmpfs?: Readonly<
    Record<string, { readonly sizeMiB: number; readonly options?: readonly string[] }>
  >;
}

export type DependencyCondition = "start" | "healthy" | "complete" | "success";

export interface Sidecar {
  readonly image: Image;
  readonly essential?: boolean;
  readonly dependsOn?: Readonly<Record<string, DependencyCondition>>;
  readonly port?: number;
  /** Further ports. */
  readonly ports?: readonly SidecarPort[];
  readonly cpuUnits?: number;
  readonly memoryMiB?: number;
  readonly memoryReservationMiB?: number;
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  readonly environmentFiles?: readonly EnvironmentFile[];
  readonly secrets: Readonly<Record<string, SecretSource>>;
  readonly health?: ContainerHealth;
  readonly command?: readonly Text[];
  readonly entrypoint?: readonly Text[];
  readonly process?: ProcessSettings;
  /** Volumes of the service by name. */
  readonly volumes?: Readonly<Record<string, { readonly path: string; readonly readOnly?: boolean }>>;
}

export interface SidecarPort {
  readonly port: number;
  readonly protocol?: "tcp" | "udp";
}

/** On an EFS file system of `resources`, or scratch that lives as long as the task. */
export interface Volume {
  readonly efs?: string;
  readonly path: string;
  readonly readOnly?: boolean;
  /** Of the files, whatever the container runs as. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** Folder of the file system. */
  readonly directory?: string;
  /** Id of an access point that exists already. */
  readonly accessPoint?: External;
  readonly iam?: boolean;
}

export interface ContainerHealth {
  /** Starts with `CMD` or `CMD-SHELL`. */
  readonly command: readonly string[];
  readonly intervalSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly retries?: number;
  readonly startPeriodSeconds?: number;
}

export type EnvironmentValue = Text | { readonly from: "ssm"; readonly path: string };

/** An object of S3 with a variable on each line. */
export interface EnvironmentFile {
  readonly bucket: { readonly name: string } | { readonly resource: string };
  readonly key: string;
}

/** One version of a secret instead of its current one. */
export interface SecretVersion {
  /** Staging label such as AWSPREVIOUS. */
  readonly stage?: string;
  readonly versionId?: string;
}

export type SecretSource =
  | ({ readonly from: "secrets-manager"; readonly name: string; readonly jsonKey?: string } & SecretVersion)
  | ({
      readonly from: "secrets-manager-arn";
      readonly arn: string;
      readonly jsonKey?: string;
    } & SecretVersion)
  | ({ readonly from: "resource"; readonly name: string; readonly jsonKey?: string } & SecretVersion)
  | { readonly from: "ssm"; readonly path: string }
  | { readonly from: "ssm-arn"; readonly arn: string };
