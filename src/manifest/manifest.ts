/**
 * The manifest after reading: one environment laid over the document, `${...}` of the document resolved, short forms
 * expanded, durations in seconds, sizes in CPU units and MiB. What the author left out stays out: defaults are
 * decided by the plan.
 */
export interface Manifest {
  readonly application: string;
  /** The environment that was asked for with `-e`; absent when the manifest declares none. */
  readonly environment?: string;
  /** Paths of the compose files that the document is laid over. */
  readonly compose?: readonly string[];
  readonly region?: string;
  readonly profile?: ProfileName;
  readonly stacks?: "layered" | "single";
  readonly naming?: { readonly prefix?: string };
  readonly tags: Readonly<Record<string, string>>;
  readonly network: NetworkSettings;
  readonly cluster: ClusterSettings;
  readonly ingress: IngressSettings;
  readonly registry: RegistrySettings;
  readonly services: Readonly<Record<string, Service>>;
  readonly resources: Readonly<Record<string, DataResource>>;
  /** Given when the application is deployed, for `${parameters.NAME}`. */
  readonly parameters?: Readonly<Record<string, DeployParameter>>;
  readonly alarms: { readonly notify: readonly string[] };
  readonly dashboard?: boolean;
}

export interface DeployParameter {
  readonly description?: string;
  readonly default?: string;
}

export type ProfileName = "economy" | "balanced" | "production";

/**
 * A value that another owner keeps, written `ssm:/path`, `export:Name`, or plainly as an ARN, id or name.
 * `literal` holds the text as written.
 */
export type External =
  | { readonly from: "ssm"; readonly path: string }
  | { readonly from: "export"; readonly name: string }
  | { readonly from: "literal"; readonly value: string };

/** A list of externals, or one SSM parameter that holds a comma-separated list. */
export type ExternalList =
  | { readonly from: "list"; readonly items: readonly External[] }
  | { readonly from: "ssm-list"; readonly path: string };

export interface NetworkSettings {
  readonly cidr?: string;
  /** A number of zones, or zone names such as `eu-west-1a`. */
  readonly zones?: number | readonly string[];
  readonly nat?: "none" | "single" | "per-zone";
  readonly import?: NetworkImport;
}

export interface NetworkImport {
  readonly vpc: External;
  readonly publicSubnets?: ExternalList;
  readonly privateSubnets?: ExternalList;
  /** Further subnet groups by name, for `services.<name>.subnets`. */
  readonly subnets: Readonly<Record<string, ExternalList>>;
  readonly endpointSecurityGroup?: External;
  /** Prefix lists of gateway endpoints (S3, DynamoDB), such as `pl-6da54004`. */
  readonly endpointPrefixLists: readonly External[];
}

export type CapacityProvider = "FARGATE" | "FARGATE_SPOT";
export interface CapacityShare {
  readonly weight: number;
  readonly base?: number;
}
export type CapacityStrategy = Readonly<Partial<Record<CapacityProvider, CapacityShare>>>;

export interface ClusterSettings {
  readonly capacity?: CapacityStrategy;
  readonly insights?: "off" | "on" | "enhanced";
  /** Name of the private DNS namespace, such as `shop.local`. */
  readonly namespace?: string;
  readonly import?: {
    readonly cluster: External;
    readonly namespace?: { readonly id: External; readonly name: string };
  };
}

export interface IngressSettings {
  readonly scheme?: "public" | "internal";
  readonly domains: readonly Domain[];
  readonly http?: "redirect" | "serve" | "off";
  /** CIDR blocks or prefix-list ids that may come in. */
  readonly sources?: readonly string[];
  readonly tlsPolicy?: string;
  readonly accessLogs?: boolean;
  readonly idleTimeoutSeconds?: number;
  readonly deletionProtection?: boolean;
  readonly import?: IngressImport;
}

export interface Domain {
  readonly name: string;
  /** Route 53 zone id; absent when another account owns the zone. */
  readonly zone?: External;
  readonly certificate: "request" | External;
}

export interface IngressImport {
  readonly listener: External;
  readonly securityGroup: External;
  /** Full name `app/name/id`, for metrics and request scaling. */
  readonly loadBalancer?: External;
  readonly dnsName?: External;
}

export interface RegistrySettings {
  /** Images kept in each repository. */
  readonly keep?: number;
  readonly immutableTags?: boolean;
  /** Twelve-digit ids of other accounts that may pull. */
  readonly pullAccounts: readonly string[];
}

export type ServiceKind = "web" | "backend" | "worker" | "network";

export interface Service {
  readonly kind?: ServiceKind;
  readonly image: Image;
  readonly size: ServiceSize;
  readonly capacity?: CapacityStrategy;
  readonly port?: number;
  readonly routes: readonly Route[];
  readonly health: HealthSettings;
  readonly command?: readonly Text[];
  readonly entrypoint?: readonly Text[];
  readonly process?: ProcessSettings;
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  readonly secrets: Readonly<Record<string, SecretSource>>;
  /** Sidecars that must have come this far before the service's own container starts. */
  readonly dependsOn?: Readonly<Record<string, DependencyCondition>>;
  /** Sidecars by container name. */
  readonly containers?: Readonly<Record<string, Sidecar>>;
  readonly volumes?: Readonly<Record<string, Volume>>;
  /** Ports of a network service. */
  readonly listeners?: readonly NetworkListener[];
  /** Tasks of a network service have addresses of their own instead of a load balancer. */
  readonly publicIp?: boolean;
  /** Names of services or resources. */
  readonly connects: readonly string[];
  readonly egress?: "internet" | "endpoints" | readonly EgressRule[];
  readonly access: Access;
  readonly scale: Scale;
  readonly deploy: DeploySettings;
  readonly logs: { readonly retentionDays?: number };
  readonly exec?: boolean;
  readonly alarms?: boolean;
  /** `private`, `public`, or a name of `network.import.subnets`. */
  readonly subnets?: string;
}

/** How the main process of a container runs. */
export interface ProcessSettings {
  readonly user?: string;
  readonly workingDirectory?: string;
  readonly init?: boolean;
  readonly readOnly?: boolean;
  readonly stopTimeoutSeconds?: number;
  readonly labels?: Readonly<Record<string, string>>;
  readonly openFiles?: { readonly soft: number; readonly hard: number };
}

export type DependencyCondition = "start" | "healthy" | "complete" | "success";

export interface Sidecar {
  readonly image: Extract<Image, { from: "reference" | "repository" }>;
  readonly essential?: boolean;
  readonly dependsOn?: Readonly<Record<string, DependencyCondition>>;
  readonly port?: number;
  readonly environment: Readonly<Record<string, EnvironmentValue>>;
  readonly secrets: Readonly<Record<string, SecretSource>>;
  readonly health?: ContainerHealth;
  readonly command?: readonly Text[];
  readonly entrypoint?: readonly Text[];
  readonly process?: ProcessSettings;
  /** Volumes of the service by name. */
  readonly volumes?: Readonly<Record<string, { readonly path: string; readonly readOnly?: boolean }>>;
}

/** On an EFS file system of `resources`, or scratch that lives as long as the task. */
export interface Volume {
  readonly efs?: string;
  readonly path: string;
  readonly readOnly?: boolean;
}

export interface NetworkListener {
  readonly port: number;
  readonly protocol: "tcp" | "udp" | "tls";
  /** Port of the container; the listener's own when left out. */
  readonly target?: number;
  /** For `tls`, which ends at the load balancer. */
  readonly certificate?: External;
}

export type Image =
  | { readonly from: "reference"; readonly reference: string }
  | { readonly from: "build"; readonly context: string; readonly dockerfile?: string; readonly tag?: string }
  | { readonly from: "repository"; readonly uri: External; readonly tag?: string; readonly digest?: string };

export interface ServiceSize {
  readonly cpuUnits?: number;
  readonly memoryMiB?: number;
  readonly diskGiB?: number;
  readonly architecture?: "x86_64" | "arm64";
}

export interface Route {
  /** Manifest path of this route, such as `services.api.route` or `services.api.routes[1]`. */
  readonly origin: string;
  readonly hosts: readonly string[];
  readonly paths: readonly string[];
  readonly priority?: number;
  readonly drainSeconds?: number;
}

export interface HealthSettings {
  readonly path?: string;
  /** HTTP status codes that pass, such as `200-299`. */
  readonly codes?: string;
  readonly intervalSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly healthyCount?: number;
  readonly unhealthyCount?: number;
  readonly graceSeconds?: number;
  readonly container?: ContainerHealth;
}

export interface ContainerHealth {
  /** Starts with `CMD` or `CMD-SHELL`. */
  readonly command: readonly string[];
  readonly intervalSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly retries?: number;
  readonly startPeriodSeconds?: number;
}

/** A text whose `${services...}` and `${resources...}` only the plan can resolve. */
export type Text = string | Template;
export interface Template {
  readonly template: readonly (string | { readonly reference: string })[];
}

export type EnvironmentValue = Text | { readonly from: "ssm"; readonly path: string };

export type SecretSource =
  | { readonly from: "secrets-manager"; readonly name: string; readonly jsonKey?: string }
  | { readonly from: "secrets-manager-arn"; readonly arn: string; readonly jsonKey?: string }
  | { readonly from: "ssm"; readonly path: string }
  | { readonly from: "ssm-arn"; readonly arn: string };

export interface EgressRule {
  readonly to:
    | { readonly kind: "cidr"; readonly cidr: string }
    | { readonly kind: "prefix-list"; readonly id: External }
    | { readonly kind: "security-group"; readonly id: External };
  readonly port: number;
}

export type AccessVerb = "read" | "write" | "read-write";

export interface Access {
  /** By resource name of `resources`. */
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

export interface Scale {
  readonly min?: number;
  readonly max?: number;
  readonly cpuPercent?: number;
  readonly memoryPercent?: number;
  /** Requests per target and minute. */
  readonly requestsPerMinute?: number;
  readonly cooldownInSeconds?: number;
  readonly cooldownOutSeconds?: number;
}

export interface DeploySettings {
  readonly minHealthyPercent?: number;
  readonly maxPercent?: number;
  readonly breaker?: boolean;
}

export type DataResource =
  | { readonly type: "s3"; readonly import?: External }
  | { readonly type: "secret" }
  | {
      readonly type: "efs";
      readonly import?: {
        readonly fileSystem: External;
        readonly securityGroup: External;
        readonly addRules: boolean;
      };
    }
  | {
      readonly type: "postgres";
      readonly import: {
        readonly securityGroup: External;
        readonly host?: External;
        readonly port?: number;
        /** True when this stack may add rules to the imported group. */
        readonly addRules: boolean;
      };
    };
