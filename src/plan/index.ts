export { printAccess } from "./access/print-access.js";
export type { FieldDecision } from "./decisions.js";
export { findWildcards, listPermissions, type Permissions, type Wildcard } from "./permissions.js";
export {
  type BuildSettings,
  type BuiltImage,
  type Export,
  type Output,
  type Parameter,
  type Plan,
  planFormatVersion,
  type Stack,
} from "./plan.js";
export { decodePlan, encodePlan } from "./plan-file.js";
export { printPermissions } from "./print-permissions.js";
export { type ResolveOptions, resolve } from "./resolve.js";
export type { Resource, ResourceKind, ResourceOf } from "./resource.js";
export type { Expression, JsonValue, Reference, Value, ValueList } from "./value.js";
