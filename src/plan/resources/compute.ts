import type { Value } from "../value.js";
import type { Removal, ResourceBase } from "./base.js";
import type { NetworkPlacement } from "./network.js";

export interface CapacityProviderShare {
  readonly provider: "FARGATE" | "FARGATE_SPOT";
  readonly base: number;
  readonly weight: number;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/clusters.html */
export interface Cluster extends ResourceBase<"Cluster"> {
  readonly clusterName: string;
  readonly containerInsights: "disabled" | "enabled" | "enhanced";
  readonly capacityProviders: readonly ("FARGATE" | "FARGATE_SPOT")[];
  readonly defaultCapacityProviderStrategy: readonly CapacityProviderShare[];
}

export type ContainerCondition = "START" | "HEALTHY" | "COMPLETE" | "SUCCESS";

export interface ContainerDefinition {
  readonly name: string;
  readonly image: Value<string>;
  /** A pipeline releases the image: Terraform keeps the one that it finds, unless it is given another. */
  readonly imageReleasedOutside?: true;
  /** ARN or name of the secret with the username and password of the registry. */
  readonly repositoryCredentials?: Value<string>;
  readonly essential: boolean;
  /** Its share of the task's CPU where others want it, too. */
  readonly cpuUnits?: number;
  /** At which it is ended. */
  readonly memoryMiB?: number;
  readonly memoryReservationMiB?: number;
  readonly entryPoint?: readonly Value<string>[];
  readonly command?: readonly Value<string>[];
  /** As `--user` of docker: `1000`, `1000:1000`, `node`. */
  readonly user?: string;
  readonly workingDirectory?: string;
  readonly readonlyRootFilesystem: boolean;
  /** Containers that must have come this far before this one starts. */
  readonly dependsOn: readonly { readonly container: string; readonly condition: ContainerCondition }[];
  readonly mountPoints: readonly {
    readonly volume: string;
    readonly containerPath: string;
    readonly readOnly: boolean;
  }[];
  readonly dockerLabels: readonly { readonly name: string; readonly value: string }[];
  /** Limit of open files, where it is not Fargate's own of 65,535. */
  readonly openFiles?: { readonly soft: number; readonly hard: number };
  readonly portMappings: readonly {
    readonly name: string;
    readonly containerPort: number;
    readonly protocol: "tcp" | "udp";
    /** What Service Connect speaks there; connections are only passed on where there is none. */
    readonly appProtocol?: "http" | "http2" | "grpc";
  }[];
  readonly environment: readonly { readonly name: string; readonly value: Value<string> }[];
  /** ARNs of objects of S3. */
  readonly environmentFiles?: readonly Value<string>[];
  readonly secrets: readonly { readonly name: string; readonly valueFrom: Value<string> }[];
  readonly healthCheck?: ContainerHealthCheck;
  readonly stopTimeoutSeconds: number;
  /** How long it waits for the containers that it depends on. */
  readonly startTimeoutSeconds?: number;
  /** Starts the container again when it ends, without a new task. */
  readonly restart?: { readonly ignoredExitCodes: readonly number[]; readonly attemptPeriodSeconds: number };
  /** Runs a small init process that forwards signals and reaps children; absent on Windows. */
  readonly initProcess?: boolean;
  readonly capabilities?: { readonly add: readonly string[]; readonly drop: readonly string[] };
  /** Folders in memory. */
  readonly tmpfs?: readonly {
    readonly containerPath: string;
    readonly sizeMiB: number;
    readonly mountOptions: readonly string[];
  }[];
  /** Kernel parameters. */
  readonly systemControls?: readonly { readonly namespace: string; readonly value: string }[];
  /** Of the container that routes what the others write. */
  readonly firelens?: FirelensSettings;
  readonly logs: ContainerLogs | RoutedLogs;
}

export interface FirelensSettings {
  /** Adds the names of cluster and task to each line. */
  readonly enableMetadata: boolean;
  /** Path in the router's image. */
  readonly configFile?: string;
}

/** The awsfirelens driver: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html */
export interface RoutedLogs {
  readonly options: readonly { readonly name: string; readonly value: Value<string> }[];
  readonly secretOptions: readonly { readonly name: string; readonly valueFrom: Value<string> }[];
}

export interface ContainerHealthCheck {
  readonly command: readonly string[];
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly retries: number;
  readonly startPeriodSeconds: number;
}

/** The awslogs driver: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html */
export interface ContainerLogs {
  readonly logGroup: Value<string>;
  readonly region: Value<string>;
  readonly streamPrefix: string;
  readonly mode: "non-blocking" | "blocking";
  readonly maxBufferMiB: number;
  /** Of the first line of a message. */
  readonly multilinePattern?: string;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html */
export type OperatingSystem =
  | "LINUX"
  | "WINDOWS_SERVER_2019_CORE"
  | "WINDOWS_SERVER_2019_FULL"
  | "WINDOWS_SERVER_2022_CORE"
  | "WINDOWS_SERVER_2022_FULL";

export interface TaskDefinition extends ResourceBase<"TaskDefinition"> {
  readonly family: string;
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  /** Ephemeral storage beyond the 20 GiB that are included; 21 to 200. */
  readonly ephemeralStorageGiB?: number;
  readonly architecture: "X86_64" | "ARM64";
  readonly operatingSystem: OperatingSystem;
  readonly executionRole: Value<string>;
  readonly taskRole: Value<string>;
  readonly containers: readonly ContainerDefinition[];
  readonly volumes: readonly TaskVolume[];
}

/** Scratch that lives as long as the task, or an EFS file system, always over TLS. */
export interface TaskVolume {
  readonly name: string;
  readonly efs?: {
    readonly fileSystem: Value<string>;
    readonly accessPoint: Value<string>;
    /** Whether it is mounted with the task role. */
    readonly iam: boolean;
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html */
export interface EcsService extends ResourceBase<"EcsService"> {
  readonly serviceName: string;
  readonly cluster: Value<string>;
  readonly taskDefinition: Value<string>;
  /** Absent where auto scaling owns the count, so that a deployment never shrinks the service. */
  readonly desiredCount?: number;
  readonly capacityProviderStrategy: readonly CapacityProviderShare[];
  readonly network: NetworkPlacement;
  readonly loadBalancers: readonly {
    readonly containerName: string;
    readonly containerPort: number;
    readonly targetGroup: Value<string>;
    readonly shift?: TrafficShift;
  }[];
  readonly serviceRegistries: readonly Value<string>[];
  readonly serviceConnect?: ServiceConnect;
  readonly healthCheckGracePeriodSeconds?: number;
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
  /** Only of rolling deployments. */
  readonly circuitBreaker?: CircuitBreaker;
  /** Rolling, as ECS has it, where it is absent. */
  readonly strategy?: DeploymentStrategy;
  /** How long both versions run after the last requests have moved. */
  readonly bakeTimeMinutes?: number;
  readonly deploymentAlarms?: { readonly names: readonly Value<string>[]; readonly rollback: boolean };
  readonly lifecycleHooks?: readonly LifecycleHook[];
  /** Others wait until it is steady, for so long at most. */
  readonly awaitedMinutes?: number;
  readonly availabilityZoneRebalancing: boolean;
  readonly enableExecuteCommand: boolean;
}

export interface CircuitBreaker {
  readonly enable: boolean;
  readonly rollback: boolean;
  /** Failed tasks that end a deployment; a share within the bounds of ECS where it is absent. */
  readonly threshold?: { readonly type: "COUNT" | "BOUNDED_PERCENT"; readonly value: number };
  readonly resetOnHealthyTask?: boolean;
}

/**
 * A canary moves a share of the requests and then the rest, a linear deployment the same share each time.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
export type DeploymentStrategy =
  | { readonly type: "ROLLING" | "BLUE_GREEN" }
  | {
      readonly type: "CANARY" | "LINEAR";
      readonly percent: number;
      readonly stepBakeTimeMinutes: number;
    };

/**
 * The second target group of a container, and the rules (of a network load balancer: the listener) whose weights ECS moves
 * between the two.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AdvancedConfiguration.html
 */
export interface TrafficShift {
  readonly alternateTargetGroup: Value<string>;
  readonly productionRule: Value<string>;
  readonly testRule?: Value<string>;
  readonly role: Value<string>;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html */
export type LifecycleHook = { readonly stages: readonly LifecycleStage[] } & (
  | { readonly type: "AWS_LAMBDA"; readonly function: Value<string>; readonly role: Value<string> }
  | { readonly type: "PAUSE"; readonly timeoutMinutes: number; readonly onTimeout: "ROLLBACK" | "CONTINUE" }
);

export type LifecycleStage =
  | "RECONCILE_SERVICE"
  | "PRE_SCALE_UP"
  | "POST_SCALE_UP"
  | "TEST_TRAFFIC_SHIFT"
  | "POST_TEST_TRAFFIC_SHIFT"
  | "PRE_PRODUCTION_TRAFFIC_SHIFT"
  | "PRODUCTION_TRAFFIC_SHIFT"
  | "POST_PRODUCTION_TRAFFIC_SHIFT";

/**
 * A proxy in each task that finds other services by their aliases.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectConfiguration.html
 */
export interface ServiceConnect {
  /** ARN or name. */
  readonly namespace: Value<string>;
  /** What others may reach; none for a service that only calls. */
  readonly services: readonly {
    readonly portName: string;
    readonly discoveryName: string;
    readonly alias: { readonly dnsName: string; readonly port: number };
    readonly idleTimeoutSeconds?: number;
    readonly requestTimeoutSeconds?: number;
    readonly tls?: {
      readonly authority: Value<string>;
      readonly role: Value<string>;
      readonly key?: Value<string>;
    };
  }[];
  readonly logs: ContainerLogs;
}

/** A Cloud Map service: tasks are found as `<name>.<namespace>`. */
export interface DiscoveryService extends ResourceBase<"DiscoveryService"> {
  readonly name: string;
  readonly namespace: Value<string>;
  readonly ttlSeconds: number;
}

export interface EcrRepository extends ResourceBase<"EcrRepository"> {
  readonly repositoryName: string;
  readonly scanOnPush: boolean;
  readonly immutableTags: boolean;
  readonly keepImages: number;
  readonly untaggedExpireDays: number;
  /** Other accounts that may pull. */
  readonly pullAccounts: readonly string[];
  readonly removal: Removal;
}
