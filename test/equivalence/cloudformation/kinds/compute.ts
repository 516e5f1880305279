import { containers, inApiWords } from "../../containers.js";
import { flag, number, parsed, set } from "../../converters.js";
import { type Kinds, subjectOf } from "../../kind.js";
import { policy } from "../../policy.js";
import { as, keyed, pairs, under, within } from "../../read.js";

const tags = { Tags: pairs("tags", "Key", "Value") };

const capacity = {
  CapacityProvider: as("provider"),
  Base: as("base", number),
  Weight: as("weight", number),
};

export const compute: Kinds = {
  "AWS::ECS::Cluster": {
    subject: (get) => `cluster ${get("ClusterName")}`,
    fields: {
      ...tags,
      ClusterName: as("name"),
      ClusterSettings: pairs("settings", "Name", "Value"),
      CapacityProviders: as("capacity providers", set),
      DefaultCapacityProviderStrategy: keyed("default capacity", "provider", capacity),
    },
  },
  "AWS::ECS::TaskDefinition": {
    subject: (get) => `task definition ${get("Family")}`,
    fields: {
      ...tags,
      Family: as("family"),
      Cpu: as("cpu", number),
      Memory: as("memory", number),
      NetworkMode: as("network mode"),
      RequiresCompatibilities: as("compatibilities", set),
      RuntimePlatform: within({
        CpuArchitecture: as("architecture"),
        OperatingSystemFamily: as("operating system"),
      }),
      EphemeralStorage: within({ SizeInGiB: as("ephemeral storage", number) }),
      ExecutionRoleArn: as("execution role"),
      TaskRoleArn: as("task role"),
      ContainerDefinitions: as("containers", (value, at) => containers(inApiWords(value), at)),
      Volumes: keyed("volumes", "name", {
        Name: as("name"),
        EFSVolumeConfiguration: under("efs", {
          FilesystemId: as("file system"),
          TransitEncryption: as("encrypted in transit", flag),
          AuthorizationConfig: within({ AccessPointId: as("access point"), IAM: as("iam", flag) }),
        }),
      }),
    },
  },
  "AWS::ECS::Service": {
    subject: (get) => `service ${get("ServiceName")}`,
    fields: {
      ...tags,
      ServiceName: as("name"),
      Cluster: as("cluster"),
      TaskDefinition: as("task definition"),
      DesiredCount: as("desired count", number),
      PlatformVersion: as("platform version"),
      CapacityProviderStrategy: keyed("capacity", "provider", capacity),
      NetworkConfiguration: within({
        AwsvpcConfiguration: within({
          Subnets: as("subnets", set),
          SecurityGroups: as("security groups", set),
          AssignPublicIp: as("public address", flag),
        }),
      }),
      LoadBalancers: keyed("load balancers", "target group", {
        ContainerName: as("container"),
        ContainerPort: as("port", number),
        TargetGroupArn: as("target group"),
        AdvancedConfiguration: under("moved", {
          AlternateTargetGroupArn: as("other target group"),
          ProductionListenerRule: as("production rule"),
          TestListenerRule: as("test rule"),
          RoleArn: as("role"),
        }),
      }),
      ServiceRegistries: keyed("discovery", "registry", { RegistryArn: as("registry") }),
      ServiceConnectConfiguration: under("service connect", {
        Enabled: as("enabled", flag),
        Namespace: as("namespace"),
        Services: keyed("services", "discovery name", {
          PortName: as("port"),
          DiscoveryName: as("discovery name"),
          ClientAliases: keyed("aliases", "name", { DnsName: as("name"), Port: as("port", number) }),
          Timeout: under("timeouts", {
            IdleTimeoutSeconds: as("idle", number),
            PerRequestTimeoutSeconds: as("request", number),
          }),
          Tls: under("tls", {
            IssuerCertificateAuthority: within({ AwsPcaAuthorityArn: as("authority") }),
            RoleArn: as("role"),
            KmsKey: as("key"),
          }),
        }),
        LogConfiguration: under("logs", { LogDriver: as("driver"), Options: as("options") }),
      }),
      HealthCheckGracePeriodSeconds: as("grace period", number),
      DeploymentConfiguration: within({
        MinimumHealthyPercent: as("minimum healthy", number),
        MaximumPercent: as("maximum", number),
        DeploymentCircuitBreaker: under("circuit breaker", {
          Enable: as("enabled", flag),
          Rollback: as("rollback", flag),
          ThresholdConfiguration: under("threshold", { Type: as("type"), Value: as("value", number) }),
          ResetOnHealthyTask: as("reset by a healthy task", flag),
        }),
        Strategy: as("strategy"),
        BakeTimeInMinutes: as("bake", number),
        CanaryConfiguration: under("canary", {
          CanaryPercent: as("percent", number),
          CanaryBakeTimeInMinutes: as("bake", number),
        }),
        LinearConfiguration: under("linear", {
          StepPercent: as("percent", number),
          StepBakeTimeInMinutes: as("bake", number),
        }),
        Alarms: under("deployment alarms", {
          AlarmNames: as("names", set),
          Enable: as("enabled", flag),
          Rollback: as("rollback", flag),
        }),
        LifecycleHooks: keyed("hooks", "stages", {
          LifecycleStages: as("stages"),
          TargetType: as("type"),
          HookTargetArn: as("function"),
          RoleArn: as("role"),
          TimeoutConfiguration: under("timeout", {
            TimeoutInMinutes: as("minutes", number),
            Action: as("action"),
          }),
        }),
      }),
      AvailabilityZoneRebalancing: as("zone rebalancing", flag),
      EnableExecuteCommand: as("execute command", flag),
      EnableECSManagedTags: as("managed tags", flag),
      PropagateTags: as("propagate tags"),
    },
  },
  "AWS::ServiceDiscovery::Service": {
    subject: (get) => `discovery service ${get("Name")} of ${subjectOf(get("NamespaceId"), "namespace")}`,
    fields: {
      ...tags,
      Name: as("name"),
      NamespaceId: as("namespace"),
      DnsConfig: within({
        DnsRecords: keyed("records", "type", { Type: as("type"), TTL: as("ttl", number) }),
        RoutingPolicy: as("routing policy"),
      }),
      HealthCheckCustomConfig: within({ FailureThreshold: as("failure threshold", number) }),
    },
  },
  "AWS::ECR::Repository": {
    subject: (get) => `repository ${get("RepositoryName")}`,
    fields: {
      ...tags,
      RepositoryName: as("name"),
      EncryptionConfiguration: within({ EncryptionType: as("encryption") }),
      ImageScanningConfiguration: within({ ScanOnPush: as("scan on push", flag) }),
      ImageTagMutability: as("tag mutability"),
      LifecyclePolicy: within({ LifecyclePolicyText: as("lifecycle policy", parsed) }),
      RepositoryPolicyText: as("policy", policy),
      EmptyOnDelete: as("emptied when deleted", flag),
    },
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html
    assumed: { "emptied when deleted": false },
  },
};
