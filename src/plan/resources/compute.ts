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
  readonly essential: boolean;
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
  }[];
  readonly environment: readonly { readonly name: string; readonly value: Value<string> }[];
  readonly secrets: readonly { readonly name: string; readonly valueFrom: Value<string> }[];
  readonly healthCheck?: ContainerHealthCheck;
  readonly stopTimeoutSeconds: number;
  /** Runs a small init process that forwards signals and reaps children. */
  readonly initProcess: boolean;
  readonly logs: ContainerLogs;
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
}

export interface TaskDefinition extends ResourceBase<"TaskDefinition"> {
  readonly family: string;
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  /** Ephemeral storage beyond the 20 GiB that are included; 21 to 200. */
  readonly ephemeralStorageGiB?: number;
  readonly architecture: "X86_64" | "ARM64";
  readonly executionRole: Value<string>;
  readonly taskRole: Value<string>;
  readonly containers: readonly ContainerDefinition[];
  readonly volumes: readonly TaskVolume[];
}

/** Scratch that lives as long as the task, or an EFS file system, always over TLS and with the task role. */
export interface TaskVolume {
  readonly name: string;
  readonly efs?: { readonly fileSystem: Value<string>; readonly accessPoint: Value<string> };
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
  }[];
  readonly serviceRegistries: readonly Value<string>[];
  readonly healthCheckGracePeriodSeconds?: number;
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
  readonly circuitBreaker: { readonly enable: boolean; readonly rollback: boolean };
  readonly availabilityZoneRebalancing: boolean;
  readonly enableExecuteCommand: boolean;
}

/** A Cloud Map service: tasks are found as `<name>.<namespace>`. */
export interface DiscoveryService extends ResourceBase<"DiscoveryService"> {
  readonly name: string;
  readonly namespace: Value<string>;
  readonly ttlSeconds: number;
}

export interface ScalableTarget extends ResourceBase<"ScalableTarget"> {
  /** `service/<cluster>/<service>`. */
  readonly resourceId: Value<string>;
  readonly minCapacity: number;
  readonly maxCapacity: number;
}

export type ScalingMetric =
  | { readonly type: "ECSServiceAverageCPUUtilization" }
  | { readonly type: "ECSServiceAverageMemoryUtilization" }
  | { readonly type: "ALBRequestCountPerTarget"; readonly resourceLabel: Value<string> };

/** Target tracking: https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking.html */
export interface ScalingPolicy extends ResourceBase<"ScalingPolicy"> {
  readonly policyName: string;
  readonly scalableTarget: Value<string>;
  readonly metric: ScalingMetric;
  readonly targetValue: number;
  readonly scaleInCooldownSeconds: number;
  readonly scaleOutCooldownSeconds: number;
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
