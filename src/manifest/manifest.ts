import type { AccountSettings } from "./account-settings.js";
import type { CapacityStrategy } from "./capacity-settings.js";
import type {
  ContainerHealth,
  DependencyCondition,
  EnvironmentFile,
  EnvironmentValue,
  Image,
  ProcessSettings,
  SecretSource,
  ServiceSize,
  Sidecar,
  Volume,
} from "./container-settings.js";
import type { PostgresResource, RedisResource } from "./database-resources.js";
import type { DeploySettings } from "./deploy-settings.js";
import type { External } from "./external-value.js";
import type {
  IngressSettings,
  NetworkBalancerSettings,
  NetworkListener,
  Route,
  TargetHealth,
} from "./ingress-settings.js";
import type { JobSettings } from "./job-settings.js";
import type {
  ClusterSettings,
  ConnectedPort,
  EgressRule,
  NetworkSettings,
  PortSettings,
  ServiceConnectSettings,
} from "./network-settings.js";
import type { AlarmSettings, ApplicationAlarms, LogSettings, Tracing } from "./observability-settings.js";
import type {
  BucketResource,
  CodeConnectionResource,
  CodeRepositoryResource,
  FileSystemResource,
  KeyResource,
  QueueResource,
  SecretResource,
  TableResource,
  TopicResource,
} from "./resource-settings.js";
import type { Scale } from "./scale-settings.js";
import type { Text } from "./text-value.js";

export type {
  ContainerHealth,
  DependencyCondition,
  EnvironmentFile,
  EnvironmentValue,
  Image,
  ProcessSettings,
  SecretSource,
  SecretVersion,
  ServiceSize,
  Sidecar,
  Volume,
} from "./container-settings.js";
export type { External } from "./external-value.js";

/**
 * The manifest after reading: one environment laid over the document, `${...}` of the document resolved, short forms
 * expanded, durations in seconds, sizes in CPU units and MiB. What the author left out stays out: defaults are
 * decided by the plan.
 */
export interface Manifest extends AccountSettings {
  readonly application: string;
  /** The environment that was asked for with `-e`; absent when the manifest declares none. */
  readonly environment?: string;
  /** Paths of the compose files that the document is laid over. */
  readonly compose?: readonly string[];
  readonly profile?: ProfileName;
  readonly stacks?: "layered" | "single";
  readonly naming?: { readonly prefix?: string };
  readonly tags: Readonly<Record<string, string>>;
  readonly network: NetworkSettings;
  readonly cluster: ClusterSettings;
  /** At least one; several have names, in their order. */
  readonly ingresses: readonly IngressSettings[];
  readonly registry: RegistrySettings;
  readonly services: Readonly<Record<string, Service>>;
  readonly jobs?: Readonly<Record<string, Job>>;
  readonly resources: Readonly<Record<string, DataResource>>;
  /** Given when the application is deployed, for `${parameters.NAME}`. */
  readonly parameters?: Readonly<Record<string, DeployParameter>>;
  readonly alarms: ApplicationAlarms;
  readonly dashboard?: boolean;
}

export interface DeployParameter {
  readonly description?: string;
  readonly default?: string;
}

export type ProfileName = "economy" | "balanced" | "production";

export interface RegistrySettings {
  /** Images kept in each repository. */
  readonly keep?: number;
  readonly immutableTags?: boolean;
  /** Twelve-digit ids of other accounts that may pull. */
  readonly pullAccounts: readonly string[];
}

export type ServiceKind = "web" | "backend" | "worker" | "network";

/** What services and jobs say alike of their tasks. */
export interface TaskSettings {
  readonly image: Image;
  readonly size: ServiceSize;
  readonly capacity?: CapacityStrategy;
  readonly command?: readonly Text[];
  readonly entrypoint?: readonly Text[];
  readonly process?: ProcessSettings;
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  readonly environmentFiles?: readonly EnvironmentFile[];
  readonly secrets: Readonly<Record<string, SecretSource>>;
  /** Sidecars that must have come this far before the own container starts. */
  readonly dependsOn?: Readonly<Record<string, DependencyCondition>>;
  /** Sidecars by container name. */
  readonly containers?: Readonly<Record<string, Sidecar>>;
  readonly volumes?: Readonly<Record<string, Volume>>;
  /** Names of services or resources. */
  readonly connects: readonly string[];
  /** Connections that lead to one port of theirs, and not to all. */
  readonly connectedPorts?: readonly ConnectedPort[];
  readonly egress?: "internet" | "endpoints" | readonly EgressRule[];
  readonly access: Access;
  /** ARN of a role that its owner keeps, which the code takes instead of one made for it. */
  readonly taskRole?: External;
  readonly logs: LogSettings;
  readonly alarms?: boolean | AlarmSettings;
  readonly tracing?: Tracing;
  /** `private`, `public`, a name of `network.import.subnets`, or 1 to 16 subnets. */
  readonly subnets?: string | readonly External[];
  /** Security groups of the tasks beside their own. */
  readonly securityGroups?: readonly External[];
}

export interface Service extends TaskSettings {
  readonly kind?: ServiceKind;
  readonly port?: number;
  /** Further ports of the own container. */
  readonly ports?: readonly PortSettings[];
  /** True and a map are a map here; left out, the cluster and the callees decide. */
  readonly serviceConnect?: false | "client" | ServiceConnectSettings;
  readonly routes: readonly Route[];
  readonly health: HealthSettings;
  /** Ports of a network service. */
  readonly listeners?: readonly NetworkListener[];
  /** The load balancer of a network service. */
  readonly loadBalancer?: NetworkBalancerSettings;
  /** Tasks of a network service have addresses of their own instead of a load balancer. */
  readonly publicIp?: boolean;
  readonly scale: Scale;
  readonly deploy: DeploySettings;
  readonly exec?: boolean;
}

/** Tasks that run to completion. */
export interface Job extends TaskSettings, JobSettings {}

export interface HealthSettings extends TargetHealth {
  readonly graceSeconds?: number;
  readonly container?: ContainerHealth;
}

export type AccessVerb = "read" | "write" | "read-write" | "invoke" | "send" | "consume";

export interface Access {
  /** By name of a resource, or of a job for `invoke`. */
  readonly resources: Readonly<Record<string, AccessVerb>>;
  readonly bedrock?: { readonly models: readonly string[]; readonly agents: readonly string[] };
  /** Write to the service's own log group through the API. */
  readonly logs?: "write";
  /** SSM parameter paths to read, such as `/shop/dev/*`. */
  readonly parameters: readonly string[];
  /** Statements in the words of IAM, for what has no verb. */
  readonly policy: readonly AccessStatement[];
}

export interface AccessStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Why a resource is as wide as it is. */
  readonly reason?: string;
}

export type DataResource =
  | BucketResource
  | CodeConnectionResource
  | CodeRepositoryResource
  | FileSystemResource
  | KeyResource
  | PostgresResource
  | QueueResource
  | RedisResource
  | SecretResource
  | TableResource
  | TopicResource;
