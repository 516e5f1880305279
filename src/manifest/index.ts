export type { ManifestBase } from "./base.js";
export type { CapacityProvider, CapacityShare, CapacityStrategy } from "./capacity-settings.js";
export { composeFilesIn, composeFilesOf } from "./compose-files.js";
export type { SidecarPort } from "./container-settings.js";
export type {
  DatabaseImport,
  PostgresResource,
  RedisResource,
  ServerlessCapacity,
} from "./database-resources.js";
export { defineManifest, type WrittenOverCompose } from "./define.js";
export type {
  BreakerSettings,
  DeployHook,
  DeploySettings,
  DeployStrategy,
  HookStage,
  RollbackAlarms,
  TestRequests,
  TrafficStep,
} from "./deploy-settings.js";
export { exampleName } from "./environments.js";
export type { External, ExternalList } from "./external-value.js";
export type {
  Answer,
  Authentication,
  Domain,
  IngressImport,
  IngressSettings,
  LogDestination,
  NetworkListener,
  Route,
  RouteConditions,
  TargetHealth,
} from "./ingress-settings.js";
export type { JobFanOut, JobSchedule, JobSettings, S3Location } from "./job-settings.js";
export { manifestJsonSchema } from "./json-schema/json-schema.js";
export type { JsonSchema } from "./json-schema/parts.js";
export type { JsonSetting } from "./json-setting.js";
export type {
  Access,
  AccessStatement,
  AccessVerb,
  ContainerHealth,
  DataResource,
  DependencyCondition,
  DeployParameter,
  EnvironmentFile,
  EnvironmentValue,
  HealthSettings,
  Image,
  Job,
  Manifest,
  ProcessSettings,
  ProfileName,
  RegistrySettings,
  SecretSource,
  SecretVersion,
  Service,
  ServiceKind,
  ServiceSize,
  Sidecar,
  TaskSettings,
  Volume,
} from "./manifest.js";
export type {
  ApplicationProtocol,
  ClusterSettings,
  ConnectedPort,
  EgressRule,
  NetworkImport,
  NetworkSettings,
  PortSettings,
  ServiceConnectSettings,
  SubnetBlock,
} from "./network-settings.js";
export { isReservedDatabase } from "./normalise/resources/reserved-database.js";
export type {
  AlarmSettings,
  ApplicationAlarms,
  LogRouter,
  LogSettings,
  Tracing,
} from "./observability-settings.js";
export { type ManifestOptions, type ParsedManifest, parseManifest, readManifest } from "./parse.js";
export { isRawMap, type Raw, type RawMap } from "./raw.js";
export type {
  BucketLifecycle,
  BucketResource,
  CodeConnectionResource,
  CodeRepositoryResource,
  FileSystemResource,
  KeyAttribute,
  KeyResource,
  QueueResource,
  SecretResource,
  StorageClassName,
  SubscriberSettings,
  TableIndexSettings,
  TableResource,
  TopicResource,
} from "./resource-settings.js";
export type {
  Cooldown,
  CustomMetric,
  MetricSource,
  PredictiveScale,
  Scale,
  ScaleBacklog,
  ScaleMetric,
  ScaleMoment,
  ScaleStep,
  ScaleSteps,
  StepsOneWay,
} from "./scale-settings.js";
export { shortNamePattern } from "./schema/patterns.js";
export type { ManifestSource, Places } from "./source.js";
export type { Template, Text } from "./text-value.js";
export type { WrittenManifest, WrittenOverlay } from "./written.generated.js";
export { withEnvironment, writtenDocument } from "./written-document.js";
export type { WrittenField } from "./written-fields.js";
