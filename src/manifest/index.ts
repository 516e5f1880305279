export type { ManifestBase } from "./base.js";
export { composeFilesIn, composeFilesOf } from "./compose-files.js";
export { defineManifest, type WrittenOverCompose } from "./define.js";
export { manifestJsonSchema } from "./json-schema/json-schema.js";
export type { JsonSchema } from "./json-schema/parts.js";
export type {
  Access,
  AccessStatement,
  AccessVerb,
  CapacityProvider,
  CapacityShare,
  CapacityStrategy,
  ClusterSettings,
  ContainerHealth,
  DataResource,
  DependencyCondition,
  DeployParameter,
  DeploySettings,
  Domain,
  EgressRule,
  EnvironmentValue,
  External,
  ExternalList,
  HealthSettings,
  Image,
  IngressImport,
  IngressSettings,
  Manifest,
  NetworkImport,
  NetworkListener,
  NetworkSettings,
  ProcessSettings,
  ProfileName,
  RegistrySettings,
  Route,
  Scale,
  SecretSource,
  Service,
  ServiceKind,
  ServiceSize,
  Sidecar,
  Template,
  Text,
  Volume,
} from "./manifest.js";
export { type ManifestOptions, type ParsedManifest, parseManifest, readManifest } from "./parse.js";
export { isRawMap, type Raw, type RawMap } from "./raw.js";
export { shortNamePattern } from "./schema/patterns.js";
export type { ManifestSource, Places } from "./source.js";
export type { WrittenManifest, WrittenOverlay } from "./written.generated.js";
