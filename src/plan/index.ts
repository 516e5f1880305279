export {
  type Export,
  type Output,
  type Parameter,
  type Plan,
  planFormatVersion,
  type Stack,
} from "./plan.js";
export { decodePlan, encodePlan } from "./plan-file.js";
export { resolve } from "./resolve.js";
export type { Resource, ResourceKind, ResourceOf } from "./resource.js";
export type { Expression, JsonValue, Reference, Value, ValueList } from "./value.js";
