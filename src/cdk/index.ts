/** A manifest in an AWS CDK app. Needs aws-cdk-lib and constructs, which nothing else of the package loads. */
export { LongshoreError } from "./error.js";
export { JobHandle } from "./handles/job.js";
export { ServiceHandle } from "./handles/service.js";
export { type Brought, TasksHandle } from "./handles/tasks.js";
export type { L1Class } from "./hosted.js";
export type {
  ImportedDatabase,
  ImportedFileSystem,
  ImportedIngress,
  ImportedResource,
  LongshoreImports,
} from "./imports.js";
export { Longshore } from "./longshore.js";
export { LongshoreStacks } from "./longshore-stacks.js";
export type { LongshoreProps, LongshoreStacksProps, ManifestProps } from "./props.js";
