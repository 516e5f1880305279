export { defineManifest } from "./define.js";
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
  NetworkSettings,
  ProfileName,
  RegistrySettings,
  Route,
  Scale,
  SecretSource,
  Service,
  ServiceKind,
  ServiceSize,
  Template,
  Text,
} from "./manifest.js";
export { type ManifestOptions, type ParsedManifest, parseManifest, readManifest } from "./parse.js";
export { isRawMap, type Raw, type RawMap } from "./raw.js";
export {
  imageReferencePattern,
  resourceNamePattern,
  shortNamePattern,
  variableNamePattern,
} from "./schema/patterns.js";
export type { ManifestSource } from "./source.js";
export type { WrittenManifest, WrittenOverlay } from "./written.generated.js";
export { nestingOf } from "./yaml/nesting.js";
export { refuseText } from "./yaml/refuse-text.js";
export { explainSyntax } from "./yaml/syntax.js";
